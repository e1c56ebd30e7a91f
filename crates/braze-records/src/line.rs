//! [`InputLine`]: one line of a file, with the records that it gives.

use braze_core::import::{Record, RecordKind};
use serde_json::{Map, Value};

/// One line of a file, with the records that it gives.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct InputLine {
    /// The line that it begins on, from 1; in Parquet the row, from 1.
    pub number: u64,
    /// Its records, in the order in which Braze applies them, each with the number of the line. There is at
    /// least one: of a line that cannot be read, one with the problem.
    pub records: Vec<Record>,
    /// The line as it stood in the file.
    pub source: LineSource,
}

/// A line as it stood in a file, to be written into a file of rejects.
#[derive(Clone)]
pub struct LineSource(pub(crate) Raw);

/// The forms of a line.
#[derive(Clone)]
pub(crate) enum Raw {
    Csv(csv::ByteRecord),
    Object(Map<String, Value>),
    /// A line that is not a JSON object.
    Text(Vec<u8>),
}

impl std::fmt::Debug for LineSource {
    /// Shows no personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LineSource").finish_non_exhaustive()
    }
}

impl InputLine {
    pub(crate) fn new(number: u64, records: Vec<Record>, raw: Raw) -> Self {
        let records = records.into_iter().map(|record| record.with_line(number)).collect();
        Self { number, records, source: LineSource(raw) }
    }

    /// A line that cannot be read.
    pub(crate) fn unreadable(
        number: u64,
        kinds: &[RecordKind],
        raw: Raw,
        problem: impl Into<String>,
    ) -> Self {
        let kind = kinds.first().copied().unwrap_or(RecordKind::Attributes);
        Self::new(number, vec![Record::with_problem(kind, Vec::new(), problem)], raw)
    }
}
