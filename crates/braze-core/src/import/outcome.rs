//! [`RecordOutcome`]: a record that comes back from an import, with what became of it.

use super::record::Record;

/// A record that comes back from an import, with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecordOutcome {
    /// The record's position in the input, from 0.
    pub index: u64,
    /// The record as it was given.
    pub record: Record,
    /// The result.
    pub status: RecordStatus,
}

/// The result of a record. Each has exactly one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RecordStatus {
    /// Braze took it in.
    Accepted,
    /// It was not taken in, and would not be the next time.
    Rejected {
        /// Braze's own words; or the problem that kept it from being sent.
        reason: String,
    },
    /// It was sent, and nothing tells whether it was taken in.
    Unknown {
        /// The failure, or the part of the reply that could not be understood.
        reason: String,
    },
    /// It was surely not acted on, and can be sent again.
    NotSent,
}

impl RecordStatus {
    /// The reason why it is rejected or unknown.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Rejected { reason } | Self::Unknown { reason } => Some(reason),
            Self::Accepted | Self::NotSent => None,
        }
    }
}
