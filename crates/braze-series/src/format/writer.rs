//! [`RowWriter`]: the rows of an export in one format, and [`Sheet`]: the facts that all rows share.

use std::io;

use braze_core::export::{Coverage, Range, Row};
use braze_core::{Number, Unit};

use crate::selection::Selections;
use crate::series::SeriesInfo;

/// Writes rows in one format, to the end of a buffer.
///
/// Call `begin` once, `row` for each row in order, and `end` once. Write the buffer out and clear it whenever
/// you like.
pub trait RowWriter {
    /// Writes the part before the rows.
    ///
    /// # Errors
    ///
    /// If the format cannot be encoded.
    fn begin(&mut self, out: &mut Vec<u8>) -> io::Result<()>;

    /// Writes a row.
    ///
    /// # Errors
    ///
    /// If the format cannot be encoded, or the row does not fit the sheet.
    fn row(&mut self, row: &Row<Number>, out: &mut Vec<u8>) -> io::Result<()>;

    /// Writes the part after the rows.
    ///
    /// # Errors
    ///
    /// If the format cannot be encoded.
    fn end(&mut self, outcome: &Outcome<'_>, out: &mut Vec<u8>) -> io::Result<()>;
}

/// The facts that all rows of an export share.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Sheet {
    /// The series.
    pub series: SeriesInfo,
    /// The unit of the rows.
    pub unit: Unit,
    /// The selections of the export.
    pub selections: Selections,
    /// States that the rows continue others of their kind, so that no header line is written.
    pub continues: bool,
    /// States that the reader's screen can show more than ASCII.
    pub in_unicode: bool,
}

impl Sheet {
    /// A sheet of its own: with a header line, for a reader of Unicode.
    #[must_use]
    pub fn new(series: SeriesInfo, unit: Unit, selections: Selections) -> Self {
        Self { series, unit, selections, continues: false, in_unicode: true }
    }

    /// The names of the columns, the same in every format.
    #[must_use]
    pub fn columns(&self) -> Vec<&'static str> {
        let dimensions = self.series.dimensions();
        let number = [self.series.value, "complete"];
        ["time", "unit"].into_iter().chain(dimensions).chain(number).collect()
    }
}

/// The result of an export.
#[derive(Debug, Clone, Copy)]
pub struct Outcome<'a> {
    /// The range, with its end known.
    pub range: Range,
    /// The comparison of the asked-for with the received.
    pub coverage: &'a Coverage,
}
