//! [`ImportRecorder`]: the memory of an import, which outlives it.

use std::error::Error;

use super::outcome::{RecordOutcome, RecordStatus};
use super::record::Record;

/// The reason why a recorder could not read or write.
pub type RecorderError = Box<dyn Error + Send + Sync>;

/// The memory of an import, which outlives it, so that a later one can resume.
///
/// An import tells its recorder which records it is about to send, before it hands out their request, and then what
/// became of each. It asks about every record of the input, in order. An error of the recorder ends the import.
///
/// `ImportState` of the crate `braze-store` is one, in a file. One that lives in memory:
///
/// ```
/// use std::collections::BTreeMap;
///
/// use braze_core::import::{
///     ImportRecorder, RecalledStatus, Record, RecordOutcome, RecordStatus, RecorderError,
/// };
///
/// #[derive(Default)]
/// struct Memory(BTreeMap<u64, RecordStatus>);
///
/// impl ImportRecorder for Memory {
///     fn recall(&mut self, index: u64, _: &Record) -> Result<Option<RecalledStatus>, RecorderError> {
///         Ok(self.0.get(&index).cloned().map(RecalledStatus::new))
///     }
///
///     fn announce(
///         &mut self,
///         records: &mut dyn Iterator<Item = (u64, &Record)>,
///     ) -> Result<(), RecorderError> {
///         let reason = "sent by an import that ended before the reply".to_owned();
///         self.0.extend(records.map(|(at, _)| (at, RecordStatus::Unknown { reason: reason.clone() })));
///         Ok(())
///     }
///
///     fn settle(&mut self, outcomes: &[RecordOutcome]) -> Result<(), RecorderError> {
///         self.0.extend(outcomes.iter().map(|outcome| (outcome.index, outcome.status.clone())));
///         Ok(())
///     }
/// }
/// ```
pub trait ImportRecorder: Send {
    /// Returns what an earlier import recorded of the record at this position, from 0; `None` if nothing.
    ///
    /// A record that was accepted or rejected comes back so, and is not sent. An unknown one is sent again if that
    /// is [harmless](Record::is_harmless) and nothing has [overtaken](RecalledStatus::overtaken) it, or with
    /// [`repeat_unknown`](super::Import::repeat_unknown).
    ///
    /// # Errors
    ///
    /// Any reason for which it cannot tell. The record is then not sent.
    fn recall(
        &mut self,
        index: u64,
        record: &Record,
    ) -> Result<Option<RecalledStatus>, RecorderError>;

    /// Notes that these records, each with its position, may be sent from now on.
    ///
    /// Their request is handed out once this returns, so what is durable by then is known after any end.
    ///
    /// # Errors
    ///
    /// Any reason for which it cannot be noted. The records are then not sent.
    fn announce(
        &mut self,
        records: &mut dyn Iterator<Item = (u64, &Record)>,
    ) -> Result<(), RecorderError>;

    /// Notes what became of announced records. Those that were not sent are as if never announced.
    ///
    /// # Errors
    ///
    /// Any reason for which it cannot be noted.
    fn settle(&mut self, outcomes: &[RecordOutcome]) -> Result<(), RecorderError>;
}

/// The status that an earlier import recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecalledStatus {
    status: RecordStatus,
    is_overtaken: bool,
}

impl RecalledStatus {
    /// A status as it was recorded.
    #[must_use]
    pub fn new(status: RecordStatus) -> Self {
        Self { status, is_overtaken: false }
    }

    /// Notes that a later record of the same user was sent since. To send this one again might undo that.
    #[must_use]
    pub fn overtaken(mut self) -> Self {
        self.is_overtaken = true;
        self
    }

    /// Tells whether an import sends the record again. `repeat_unknown`: an option of the import.
    #[must_use]
    pub fn is_sent_again(&self, record: &Record, repeat_unknown: bool) -> bool {
        match self.status {
            RecordStatus::NotSent => true,
            RecordStatus::Unknown { .. } => {
                repeat_unknown || record.is_harmless() && !self.is_overtaken
            }
            RecordStatus::Accepted | RecordStatus::Rejected { .. } => false,
        }
    }

    /// The status of a record that is not sent again; else, if it may have been sent, the reason to doubt.
    pub(super) fn into_recollection(self, record: &Record, repeat_unknown: bool) -> Recollection {
        let is_sent_again = self.is_sent_again(record, repeat_unknown);
        match self.status {
            RecordStatus::Unknown { reason } if is_sent_again => Recollection::Doubtful(reason),
            _ if is_sent_again => Recollection::New,
            status => Recollection::Settled(status),
        }
    }
}

/// The meaning of a memory for a record.
pub(super) enum Recollection {
    /// It was never sent.
    New,
    /// It is sent again, though it may have been acted on.
    Doubtful(String),
    /// It is not sent again.
    Settled(RecordStatus),
}
