//! [`WaitingLines`]: lines of the file whose records are not all accounted for.

use std::collections::HashMap;

use braze_core::import::{Record, RecordOutcome, RecordStatus};
use braze_records::LineSource;

/// Lines of the file whose records are not all accounted for. There are as many as records in flight.
#[derive(Debug, Default)]
pub(super) struct WaitingLines(HashMap<u64, WaitingLine>);

/// A line, and those of its records that came back without being accepted.
#[derive(Debug)]
pub(super) struct WaitingLine {
    pub(super) source: LineSource,
    /// Records that did not come back.
    left: usize,
    rejected: Vec<Record>,
    reasons: Vec<String>,
    /// Records that were not sent, by their position.
    not_sent: Vec<(u64, Record)>,
}

/// A line that is to be imported again.
#[derive(Debug)]
pub(super) struct Returned {
    pub(super) line: u64,
    pub(super) source: LineSource,
    /// The records to import again.
    pub(super) records: Vec<Record>,
    pub(super) reason: String,
}

impl WaitingLines {
    /// Adds a line with so many records.
    pub(super) fn add(&mut self, number: u64, source: LineSource, records: usize) {
        let line = WaitingLine {
            source,
            left: records,
            rejected: Vec::new(),
            reasons: Vec::new(),
            not_sent: Vec::new(),
        };
        self.0.insert(number, line);
    }

    /// Takes in what became of a record. Returns its line if that is settled and one of its records was rejected.
    pub(super) fn settle(&mut self, outcome: &RecordOutcome) -> Option<Returned> {
        let number = outcome.record.line()?;
        let line = self.0.get_mut(&number)?;
        line.left -= 1;
        let record = &outcome.record;
        match &outcome.status {
            RecordStatus::Rejected { reason } => {
                line.rejected.push(record.clone());
                if !line.reasons.contains(reason) {
                    line.reasons.push(reason.clone());
                }
            }
            RecordStatus::NotSent => line.not_sent.push((outcome.index, record.clone())),
            _ => {}
        }
        if line.left > 0 || !line.not_sent.is_empty() {
            return None;
        }
        self.0.remove(&number)?.into_returned(number, 0)
    }

    /// The lines that are left, in the order of the file, with a record that was rejected, or that was not sent and
    /// stands before `resume_at`.
    pub(super) fn drain(&mut self, resume_at: u64) -> Vec<Returned> {
        let left = self.0.drain();
        let returned = left.filter_map(|(number, line)| line.into_returned(number, resume_at));
        let mut returned: Vec<_> = returned.collect();
        returned.sort_unstable_by_key(|returned| returned.line);
        returned
    }
}

impl WaitingLine {
    fn into_returned(self, number: u64, resume_at: u64) -> Option<Returned> {
        let Self { source, rejected: mut records, mut reasons, not_sent, .. } = self;
        let behind = not_sent.into_iter().filter(|(at, _)| *at < resume_at);
        let behind: Vec<_> = behind.map(|(_, record)| record).collect();
        if !behind.is_empty() {
            records.extend(behind);
            reasons.push("not sent, since the import ended early".to_owned());
        }
        let reason = format!("line {number}: {}", reasons.join("; "));
        (!records.is_empty()).then_some(Returned { line: number, source, records, reason })
    }
}
