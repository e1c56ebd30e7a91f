//! [`WaitingLines`]: lines of the file whose records are not all accounted for.

use std::collections::HashMap;

use braze_core::import::RecordKind;
use braze_records::Source;

/// Lines of the file whose records are not all accounted for. There are as many as records in flight.
#[derive(Debug, Default)]
pub(super) struct WaitingLines(HashMap<u64, WaitingLine>);

/// A line, and what became of those of its records that came back.
#[derive(Debug)]
pub(super) struct WaitingLine {
    pub(super) source: Source,
    /// Records that did not come back.
    left: usize,
    /// The kinds of its rejected records.
    pub(super) rejected: Vec<RecordKind>,
    pub(super) reasons: Vec<String>,
}

impl WaitingLines {
    /// Adds a line with so many records.
    pub(super) fn add(&mut self, number: u64, source: Source, records: usize) {
        let (rejected, reasons) = (Vec::new(), Vec::new());
        self.0.insert(number, WaitingLine { source, left: records, rejected, reasons });
    }

    /// Notes that a record of a line came back, rejected or not. Returns the line if it was the last one and
    /// one of them was rejected.
    pub(super) fn settle(
        &mut self,
        number: u64,
        rejected: Option<(RecordKind, &str)>,
    ) -> Option<WaitingLine> {
        let line = self.0.get_mut(&number)?;
        line.left -= 1;
        if let Some((kind, reason)) = rejected {
            line.rejected.push(kind);
            if !line.reasons.iter().any(|known| known == reason) {
                line.reasons.push(reason.to_owned());
            }
        }
        if line.left > 0 {
            return None;
        }
        self.0.remove(&number).filter(|line| !line.rejected.is_empty())
    }

    /// The lines that are left, in the order of the file, of which a record was rejected.
    pub(super) fn drain(&mut self) -> Vec<(u64, WaitingLine)> {
        let mut left: Vec<_> = self.0.drain().collect();
        left.retain(|(_, line)| !line.rejected.is_empty());
        left.sort_unstable_by_key(|(number, _)| *number);
        left
    }
}
