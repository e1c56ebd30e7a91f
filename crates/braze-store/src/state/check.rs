//! [`InputCheck`]: compares an input with what was sent from it, before anything is sent.

use braze_core::import::{RecalledStatus, Record};

use super::file::ImportState;
use super::recall::Window;
use super::status::StoredStatus;
use crate::error::{StoreError, StoreErrorKind};

/// Compares an input with what was sent from it, before anything is sent.
///
/// Takes all records of the input in order, as the import will.
#[derive(Debug)]
#[must_use = "the result comes with `finish`"]
pub struct InputCheck<'a> {
    state: &'a ImportState,
    window: Window,
    summary: InputSummary,
    /// The lines of the first records that have changed.
    first_changed: Vec<u64>,
}

/// The records of an input, counted by what a state remembers of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct InputSummary {
    /// All records.
    pub records: u64,
    /// Those that were accepted.
    pub accepted: u64,
    /// Those that were rejected.
    pub rejected: u64,
    /// Those that were sent, and of which nothing tells whether they were taken in.
    pub unknown: u64,
    /// Those that are different from what was sent from their positions.
    pub changed: u64,
}

impl InputSummary {
    /// Those that were never sent.
    #[must_use]
    pub fn new_records(&self) -> u64 {
        self.records - self.accepted - self.rejected - self.unknown - self.changed
    }
}

impl ImportState {
    /// Begins to compare an input with what was sent from it.
    pub fn check(&self) -> InputCheck<'_> {
        InputCheck {
            state: self,
            window: Window::default(),
            summary: InputSummary::default(),
            first_changed: Vec::new(),
        }
    }
}

impl InputCheck<'_> {
    /// The lines of changed records that an error names.
    const MAX_LINES: usize = 5;

    /// Takes the next record, and returns what the import will recall of it; `None` if it is sent as a new one.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] that SQLite reports.
    pub fn push(&mut self, record: &Record) -> Result<Option<RecalledStatus>, StoreError> {
        let position = self.summary.records;
        self.summary.records += 1;
        let state = self.state;
        let stored = self.window.at(position, &state.connection);
        let Some(stored) = stored.map_err(|error| state.name.sqlite_error(error))? else {
            return Ok(None);
        };
        if stored.digest != state.digest.record(record) {
            self.summary.changed += 1;
            if self.first_changed.len() < Self::MAX_LINES {
                self.first_changed.push(line(record, position));
            }
            return Ok(None);
        }
        let counter = match stored.status {
            StoredStatus::Accepted => &mut self.summary.accepted,
            StoredStatus::Rejected => &mut self.summary.rejected,
            _ => &mut self.summary.unknown,
        };
        *counter += 1;
        Ok(state.recalled(stored.status))
    }

    /// Ends the comparison.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] if records have changed, and [`send_changed`](ImportState::send_changed) is not set; if the
    /// input lacks records that were sent from it; or one that SQLite reports.
    pub fn finish(self) -> Result<InputSummary, StoreError> {
        let Self { state, summary, first_changed, .. } = self;
        let sql = "SELECT COALESCE(MAX(position) + 1, 0) FROM braze_records";
        let expected = state.connection.query_row(sql, (), |row| row.get::<_, i64>(0));
        let expected = expected.map_err(|error| state.name.sqlite_error(error))?.cast_unsigned();
        if summary.changed > 0 && !state.send_changed {
            let (first, count) = (first_changed, summary.changed);
            return Err(state.name.error(StoreErrorKind::ChangedRecords { first, count }));
        }
        if summary.records < expected {
            let found = summary.records;
            return Err(state.name.error(StoreErrorKind::MissingRecords { found, expected }));
        }
        Ok(summary)
    }
}

/// The line of a record, or else its position, from 1.
pub(super) fn line(record: &Record, position: u64) -> u64 {
    record.line().unwrap_or(position + 1)
}
