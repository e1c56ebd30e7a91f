//! [`Account`]: the records of an import, counted by what became of them.

use std::fmt;

use super::outcome::RecordStatus;

/// The records of an import, counted by what became of them.
///
/// Its text is one line: `import: 1,000,000 of 1,000,000 records: 999,998 accepted, 2 rejected, 0 unknown`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Account {
    /// Records that were taken from the input.
    pub records: u64,
    /// Records that Braze took in.
    pub accepted: u64,
    /// Records that were not taken in, and would not be the next time.
    pub rejected: u64,
    /// Records that were sent, and of which nothing tells whether they were taken in.
    pub unknown: u64,
    /// Records that were taken from the input and surely not acted on.
    pub not_sent: u64,
    /// Records whose result was known from an earlier import. They are counted above, too.
    pub recalled: u64,
    /// Requests that were begun; a repeated one counts once.
    pub requests: u64,
    notes: Vec<ImportNote>,
    more_notes: u64,
}

/// A part of a reply that does not fit the rest, such as a count.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ImportNote {
    /// The position of the first record of the request, from 0.
    pub first: u64,
    /// The records of the request.
    pub records: usize,
    /// The contradiction.
    pub text: String,
}

impl Account {
    /// The most notes that are kept; of further ones only the number.
    pub const MAX_NOTES: usize = 20;

    /// Contradictions within replies, the first ones of them.
    #[must_use]
    pub fn notes(&self) -> &[ImportNote] {
        &self.notes
    }

    /// The number of notes that were not kept.
    #[must_use]
    pub fn more_notes(&self) -> u64 {
        self.more_notes
    }

    /// Tells whether every record that was taken from the input was accepted, and nothing is noted.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.accepted == self.records && self.notes.is_empty()
    }

    pub(super) fn count(&mut self, status: &RecordStatus) {
        let counter = match status {
            RecordStatus::Accepted => &mut self.accepted,
            RecordStatus::Rejected { .. } => &mut self.rejected,
            RecordStatus::Unknown { .. } => &mut self.unknown,
            RecordStatus::NotSent => &mut self.not_sent,
        };
        *counter += 1;
    }

    pub(super) fn note(&mut self, first: u64, records: usize, text: String) {
        if self.notes.len() < Self::MAX_NOTES {
            self.notes.push(ImportNote { first, records, text });
        } else {
            self.more_notes += 1;
        }
    }
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { records, accepted, rejected, unknown, not_sent, .. } = self;
        write!(
            f,
            "import: {} of {} records: {} accepted, {} rejected, {} unknown",
            Grouped(accepted + rejected + unknown),
            Grouped(*records),
            Grouped(*accepted),
            Grouped(*rejected),
            Grouped(*unknown)
        )?;
        if *not_sent > 0 {
            write!(f, ", {} not sent", Grouped(*not_sent))?;
        }
        Ok(())
    }
}

/// A number with a comma before every three digits.
pub(super) struct Grouped(pub(super) u64);

impl fmt::Display for Grouped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at) % 3 == 0 {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}
