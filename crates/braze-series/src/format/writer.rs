//! [`RowWriter`]: the rows of an export in one format, and [`Sheet`]: the facts that all rows share.

use std::io;

use braze_core::export::{Coverage, Range, Row};
use braze_core::{Content, Measures, Number, Unit};

use super::dialect::Dialect;
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

    /// Writes a row of a nested series.
    ///
    /// # Errors
    ///
    /// If the format cannot be encoded, or the series is flat.
    fn measures(&mut self, row: &Row<Measures>, out: &mut Vec<u8>) -> io::Result<()> {
        let _ = (row, out);
        Err(io::Error::other("a row with many numbers among rows with one"))
    }

    /// Writes a row of any series.
    ///
    /// # Errors
    ///
    /// As [`row`](Self::row) and [`measures`](Self::measures).
    fn content(&mut self, row: Row<Content>, out: &mut Vec<u8>) -> io::Result<()> {
        let mut content = None;
        let row = row.map(|value| content = Some(value));
        match content {
            Some(Content::Number(number)) => self.row(&row.map(|()| number), out),
            Some(Content::Measures(measures)) => self.measures(&row.map(|()| measures), out),
            _ => Err(io::Error::other("a row of an unknown kind")),
        }
    }

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
    /// The layout of the rows of a nested series.
    pub layout: Layout,
    /// The dialect of CSV.
    pub dialect: Dialect,
}

/// The layout of the rows of a nested series.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Layout {
    /// A line for each number: its labels, its name as `metric`, and `value`.
    #[default]
    Tidy,
    /// A line for each row and each combination of labels, with a column for each metric. All rows are held
    /// in memory, since the metrics are known only at the end.
    Wide {
        /// The channel whose numbers are written; without one, those of all channels and the totals.
        channel: Option<String>,
    },
}

impl Layout {
    /// A wide layout of one channel, or of all.
    #[must_use]
    pub fn wide(channel: Option<String>) -> Self {
        Self::Wide { channel }
    }
}

/// The label that [`Layout::Wide`] can choose by.
pub(super) const CHANNEL: &str = "channel";

impl Sheet {
    /// A sheet of its own: with a header line, for a reader of Unicode.
    #[must_use]
    pub fn new(series: SeriesInfo, unit: Unit, selections: Selections) -> Self {
        Self {
            series,
            unit,
            selections,
            continues: false,
            in_unicode: true,
            layout: Layout::Tidy,
            dialect: Dialect::default(),
        }
    }

    /// The names of the columns that tell selections apart: the dimensions, and columns beside them.
    #[must_use]
    pub fn dimensions(&self) -> Vec<&'static str> {
        match self.selections.iter().next() {
            Some(selection) => selection.iter().map(|(name, _)| name).collect(),
            None => self.series.dimensions().collect(),
        }
    }

    /// The names of the columns, the same in every format. A wide layout has those of the metrics besides.
    #[must_use]
    pub fn columns(&self) -> Vec<&'static str> {
        if self.series.is_nested {
            let key = ["time"].into_iter().chain(self.dimensions()).chain(self.labels());
            return match self.layout {
                Layout::Tidy => key.chain(["metric", "value", "complete"]).collect(),
                Layout::Wide { .. } => key.chain(["complete"]).collect(),
            };
        }
        let dimensions = self.dimensions();
        let number = [self.series.value, "complete"];
        ["time", "unit"].into_iter().chain(dimensions).chain(number).collect()
    }
}

impl Sheet {
    /// The labels that are columns: without the channel where one was chosen.
    pub(super) fn labels(&self) -> impl Iterator<Item = &'static str> + use<> {
        let is_chosen = matches!(self.layout, Layout::Wide { channel: Some(_) });
        let labels = self.series.labels.iter().copied();
        labels.filter(move |label| !(is_chosen && *label == CHANNEL))
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
