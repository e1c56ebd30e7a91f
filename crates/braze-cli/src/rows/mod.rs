//! [`RowWriter`]: the rows of exports in files, one format each.
//!
//! The columns are the same in every format, and do not change: `time`, `unit`, the dimensions of the
//! series, the number by its own name, `complete`.

mod csv;
mod json;
mod markdown;
#[cfg(feature = "parquet")]
mod parquet;
mod table;

use std::io;

use braze_core::export::{Coverage, Range, Row};
use braze_core::{Number, Unit};
use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::series::{Key, Keys};

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Csv,
    Jsonl,
    Json,
    Table,
    Markdown,
    Parquet,
}

/// A row with what it is about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Record<'a> {
    pub(crate) row: &'a Row<Number>,
    pub(crate) key: &'a Key,
}

/// What all rows have in common.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    /// The names of the dimensions.
    pub(crate) dimensions: Vec<&'static str>,
    /// What the number is called.
    pub(crate) value: &'static str,
    /// Zero, which tells whether the numbers are counts or amounts.
    #[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "only Parquet has types"))]
    pub(crate) zero: Number,
    #[cfg_attr(not(feature = "parquet"), expect(dead_code, reason = "only Parquet has types"))]
    pub(crate) unit: Unit,
    /// What each of the series is about.
    pub(crate) keys: Keys,
    /// Whether the rows go on after others of their kind, so that no header line is wanted.
    pub(crate) goes_on: bool,
    /// Whether the reader's screen can show more than ASCII.
    pub(crate) in_unicode: bool,
}

impl Sheet {
    /// The names of the columns.
    pub(crate) fn columns(&self) -> Vec<&'static str> {
        let dimensions = self.dimensions.iter().copied();
        ["time", "unit"].into_iter().chain(dimensions).chain([self.value, "complete"]).collect()
    }
}

/// Writes rows in one format, to the end of `out`.
pub(crate) trait RowWriter {
    /// What stands before the rows.
    fn begin(&mut self, out: &mut Vec<u8>) -> io::Result<()>;

    /// A row.
    fn row(&mut self, record: Record<'_>, out: &mut Vec<u8>) -> io::Result<()>;

    /// What stands after the rows.
    fn end(&mut self, result: &Outcome<'_>, out: &mut Vec<u8>) -> io::Result<()>;
}

/// What an export came to.
pub(crate) struct Outcome<'a> {
    pub(crate) range: Range,
    pub(crate) coverage: &'a Coverage,
}

impl Format {
    /// The format that the name of a file asks for.
    pub(crate) fn of_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "json" => Some(Self::Json),
            "md" => Some(Self::Markdown),
            "parquet" => Some(Self::Parquet),
            _ => None,
        }
    }

    /// Whether the rows are of no use before the last one is there.
    pub(crate) fn is_whole(self) -> bool {
        matches!(self, Self::Json | Self::Table | Self::Parquet)
    }

    /// Checks whether each row is a line that stands for itself, so that more can be appended later.
    pub(crate) fn is_appendable(self) -> bool {
        matches!(self, Self::Csv | Self::Jsonl)
    }

    /// Whether it is no text.
    pub(crate) fn is_binary(self) -> bool {
        self == Self::Parquet
    }

    /// A writer; `None` if this build has none.
    pub(crate) fn writer(self, sheet: Sheet) -> Option<Box<dyn RowWriter>> {
        match self {
            Self::Csv => Some(Box::new(csv::Csv::new(sheet))),
            Self::Jsonl => Some(Box::new(json::Lines::new(sheet))),
            Self::Json => Some(Box::new(json::Value::new(sheet))),
            Self::Table => Some(Box::new(table::Table::new(sheet))),
            Self::Markdown => Some(Box::new(markdown::Markdown::new(sheet))),
            #[cfg(feature = "parquet")]
            Self::Parquet => Some(Box::new(parquet::Parquet::new(&sheet))),
            #[cfg(not(feature = "parquet"))]
            Self::Parquet => None,
        }
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Csv, Self::Jsonl, Self::Json, Self::Table, Self::Markdown, Self::Parquet]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::Csv => ("csv", "A header line, and one line for each row"),
            Self::Jsonl => ("jsonl", "One JSON object on a line for each row"),
            Self::Json => ("json", "One JSON value: the rows, and what is wrong with them"),
            Self::Table => ("table", "For reading: columns, a sparkline, the total"),
            Self::Markdown => ("markdown", "A table in Markdown"),
            Self::Parquet if cfg!(feature = "parquet") => {
                ("parquet", "For DuckDB, pandas and the like")
            }
            Self::Parquet => ("parquet", "Not in this build, but behind its feature `parquet`"),
        };
        Some(PossibleValue::new(name).help(help))
    }
}
