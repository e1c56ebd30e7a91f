//! [`Table`]: two aligned columns, a sparkline and the total, for reading.

use std::fmt::Write;
use std::io;

use braze_core::Number;
use braze_core::export::Row;
use braze_core::text::printable;

use super::sparkline::sparkline;
use super::writer::{Outcome, RowWriter, Sheet};

/// Times and numbers in two aligned columns, with a sparkline and the total.
///
/// ```
/// use braze_core::Number;
/// use braze_series::format::Table;
///
/// let mut table = Table::new("sessions");
/// table.push("2024-01-01", Number::Count(80));
/// table.push("2024-01-02", Number::Count(120));
/// assert!(table.to_text(false).ends_with("total 200 in 2 rows, lowest 80, highest 120\n"));
/// ```
#[derive(Debug, Clone)]
pub struct Table {
    /// The name of the column beside the time.
    value: &'static str,
    lines: Vec<Line>,
}

#[derive(Debug, Clone)]
struct Line {
    time: String,
    value: String,
    number: f64,
}

impl Table {
    /// An empty table, by the name of its numbers.
    #[must_use]
    pub fn new(value: &'static str) -> Self {
        Self { value, lines: Vec::new() }
    }

    /// Adds a line.
    pub fn push(&mut self, time: &str, value: Number) {
        let (time, number) = (printable(time), value.to_f64());
        self.lines.push(Line { time, value: value.to_string(), number });
    }

    /// The table as text, in Unicode or in ASCII.
    #[must_use]
    pub fn to_text(&self, in_unicode: bool) -> String {
        let width = |text: fn(&Line) -> &str, header: &str| {
            let texts = self.lines.iter().map(text).chain([header]);
            texts.map(|text| text.chars().count()).max().unwrap_or_default()
        };
        let left = width(|line| &line.time, "time");
        let right = width(|line| &line.value, self.value);
        let mut out = String::new();
        // Writing to a string does not fail.
        let _ = writeln!(out, "{:left$}  {:>right$}", "time", self.value);
        for Line { time, value, .. } in &self.lines {
            let _ = writeln!(out, "{time:left$}  {value:>right$}");
        }
        let numbers: Vec<f64> = self.lines.iter().map(|line| line.number).collect();
        if !numbers.is_empty() {
            let _ = writeln!(out, "\n{}", sparkline(&numbers, in_unicode));
        }
        let _ = writeln!(out, "{}", self.total(&numbers));
        out
    }

    fn total(&self, numbers: &[f64]) -> String {
        let by_number = |a: &&Line, b: &&Line| a.number.total_cmp(&b.number);
        let lowest = self.lines.iter().min_by(by_number);
        let highest = self.lines.iter().max_by(by_number);
        let Some((lowest, highest)) = lowest.zip(highest) else {
            return "no rows".to_owned();
        };
        // As many decimals as the lines have: sums of amounts gather digits that nobody sent.
        let decimals = |line: &Line| line.value.split_once('.').map_or(0, |(_, tail)| tail.len());
        let decimals = self.lines.iter().map(decimals).max().unwrap_or_default();
        format!(
            "total {:.decimals$} in {} row{}, lowest {}, highest {}",
            numbers.iter().sum::<f64>(),
            numbers.len(),
            if numbers.len() == 1 { "" } else { "s" },
            lowest.value,
            highest.value
        )
    }
}

/// A table for each selection, written at the end.
pub(super) struct Tables {
    sheet: Sheet,
    tables: Vec<Table>,
}

impl Tables {
    pub(super) fn new(sheet: Sheet) -> Self {
        let tables = sheet.selections.iter().map(|_| Table::new(sheet.series.value)).collect();
        Self { sheet, tables }
    }
}

impl RowWriter for Tables {
    fn begin(&mut self, _: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }

    fn row(&mut self, row: &Row<Number>, _: &mut Vec<u8>) -> io::Result<()> {
        if let Some(table) = self.tables.get_mut(row.selection) {
            let incomplete = if row.complete { "" } else { " (incomplete)" };
            table.push(&format!("{}{incomplete}", row.start), row.value);
        }
        Ok(())
    }

    fn end(&mut self, _: &Outcome<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        for (index, (table, selection)) in
            self.tables.iter().zip(&self.sheet.selections).enumerate()
        {
            if index > 0 {
                out.push(b'\n');
            }
            if selection.is_narrow() {
                out.extend_from_slice(format!("{selection}\n").as_bytes());
            }
            out.extend_from_slice(table.to_text(self.sheet.in_unicode).as_bytes());
        }
        Ok(())
    }
}
