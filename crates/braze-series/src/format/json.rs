//! JSON: an object for each row, on lines of their own or in one value with the coverage.

use std::io;

use braze_core::export::{Finding, Problem, Row};
use braze_core::{Choice, Number};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::writer::{Outcome, RowWriter, Sheet};
use crate::selection::{Selection, Selections};

/// One object on each line.
pub(super) struct Lines(Sheet);

impl Lines {
    pub(super) fn new(sheet: Sheet) -> Self {
        Self(sheet)
    }
}

impl RowWriter for Lines {
    fn begin(&mut self, _: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }

    fn row(&mut self, row: &Row<Number>, out: &mut Vec<u8>) -> io::Result<()> {
        Object { row, sheet: &self.0 }.write(out)?;
        out.push(b'\n');
        Ok(())
    }

    fn end(&mut self, _: &Outcome<'_>, _: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }
}

/// One value: `{"rows": […], "coverage": {…}}`.
pub(super) struct Value {
    sheet: Sheet,
    is_first: bool,
}

impl Value {
    pub(super) fn new(sheet: Sheet) -> Self {
        Self { sheet, is_first: true }
    }
}

impl RowWriter for Value {
    fn begin(&mut self, out: &mut Vec<u8>) -> io::Result<()> {
        out.extend_from_slice(b"{\"rows\": [");
        Ok(())
    }

    fn row(&mut self, row: &Row<Number>, out: &mut Vec<u8>) -> io::Result<()> {
        let separator: &[u8] = if self.is_first { b"\n  " } else { b",\n  " };
        self.is_first = false;
        out.extend_from_slice(separator);
        Object { row, sheet: &self.sheet }.write(out)
    }

    fn end(&mut self, result: &Outcome<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        close(result, &self.sheet, out)
    }
}

/// Writes the part after the rows: the coverage.
pub(super) fn close(result: &Outcome<'_>, sheet: &Sheet, out: &mut Vec<u8>) -> io::Result<()> {
    let report = CoverageJson::new(result, sheet);
    let coverage = serde_json::to_string_pretty(&report)?;
    let end = format!("\n],\n\"coverage\": {coverage}}}\n");
    out.extend_from_slice(end.as_bytes());
    Ok(())
}

/// A row as an object.
struct Object<'a> {
    row: &'a Row<Number>,
    sheet: &'a Sheet,
}

impl Object<'_> {
    fn write(&self, out: &mut Vec<u8>) -> io::Result<()> {
        Ok(serde_json::to_writer(out, self)?)
    }
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { row, sheet } = self;
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("time", &row.start.to_string())?;
        object.serialize_entry("time_text", &row.time)?;
        object.serialize_entry("unit", row.unit.as_str())?;
        for (name, value) in sheet.selections.at(row.selection).iter() {
            object.serialize_entry(name, value)?;
        }
        match row.value {
            Number::Count(count) => object.serialize_entry(sheet.series.value, &count)?,
            other => object.serialize_entry(sheet.series.value, &other.to_f64())?,
        }
        object.serialize_entry("complete", &row.complete)?;
        object.end()
    }
}

/// The coverage as an object.
#[derive(Serialize)]
struct CoverageJson {
    from: String,
    to: String,
    clean: bool,
    expected: u64,
    returned: u64,
    complete: u64,
    missing: u64,
    doubled: u64,
    unexpected: u64,
    changed: u64,
    unreadable: u64,
    disputed: u64,
    off_midnight: u64,
    reported: u64,
    clocks: u64,
    /// Present where the service keeps rows for some days only.
    #[serde(skip_serializing_if = "Option::is_none")]
    expired: Option<u64>,
    open: u64,
    not_yet: u64,
    filled: u64,
    doubled_alike: u64,
    unordered: u64,
    naive_times: u64,
    probable_utc_offset_hours: Option<i64>,
    findings: Vec<FindingJson>,
}

/// A finding as an object.
#[derive(Serialize)]
struct FindingJson {
    kind: &'static str,
    time: String,
    #[serde(flatten)]
    selection: Selection,
    text: String,
}

impl CoverageJson {
    fn new(result: &Outcome<'_>, sheet: &Sheet) -> Self {
        let selections = &sheet.selections;
        let Outcome { range, coverage } = result;
        Self {
            from: range.from().to_string(),
            to: range.to().to_string(),
            clean: coverage.is_clean(),
            expected: coverage.expected,
            returned: coverage.returned,
            complete: coverage.complete,
            missing: coverage.missing,
            doubled: coverage.doubled,
            unexpected: coverage.unexpected,
            changed: coverage.changed,
            unreadable: coverage.unreadable,
            disputed: coverage.disputed,
            off_midnight: coverage.off_midnight,
            reported: coverage.reported,
            clocks: coverage.clocks,
            expired: sheet.series.kept_days.map(|_| coverage.expired),
            open: coverage.open,
            not_yet: coverage.not_yet,
            filled: coverage.filled,
            doubled_alike: coverage.doubled_alike,
            unordered: coverage.unordered,
            naive_times: coverage.naive_times,
            probable_utc_offset_hours: coverage.probable_utc_offset_hours,
            findings: coverage
                .findings()
                .iter()
                .map(|it| FindingJson::new(it, selections))
                .collect(),
        }
    }
}

impl FindingJson {
    fn new(finding: &Finding, selections: &Selections) -> Self {
        let (kind, time) = match &finding.problem {
            Problem::Missing { from, .. } => ("missing", from.to_string()),
            Problem::Doubled { time, .. } => ("doubled", time.to_string()),
            Problem::Changed { time, .. } => ("changed", time.to_string()),
            Problem::Unexpected { time } => ("unexpected", time.clone()),
            Problem::Unreadable { time } => ("unreadable", time.clone()),
            Problem::Disputed { from, .. } => ("disputed", from.to_string()),
            Problem::OffMidnight { time, .. } => ("off_midnight", time.clone()),
            Problem::Reported { .. } => ("reported", String::new()),
            Problem::Clocks { .. } => ("clocks", String::new()),
            _ => ("other", String::new()),
        };
        let selection = selections.at(finding.selection).clone();
        Self { kind, time, selection, text: finding.to_string() }
    }
}
