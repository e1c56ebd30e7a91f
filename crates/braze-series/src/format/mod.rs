//! [`Format`]: the formats that rows are written in, each by a [`RowWriter`].
//!
//! The columns are the same in every format, and do not change: `time`, `unit`, the dimensions of the
//! series, the number by its own name, `complete`. A nested series has `time`, the dimensions, the labels,
//! `metric`, `value` and `complete`, or one column for each metric: see [`Layout`].

mod csv;
mod dialect;
mod json;
mod markdown;
mod nested;
#[cfg(feature = "parquet")]
mod parquet;
mod sparkline;
mod table;
mod writer;

pub use dialect::{Delimiter, Dialect};
pub use nested::Grid;
use nested::LineWriter;
pub use table::Table;
pub use writer::{Layout, Outcome, RowWriter, Sheet};

/// A format of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// A header line, and one line for each row, in the [`Dialect`] of the sheet.
    Csv,
    /// The same, with tabs between the fields.
    Tsv,
    /// One JSON object on a line for each row.
    JsonLines,
    /// One JSON value: the rows and the coverage.
    Json,
    /// Aligned columns, a sparkline and the total, for each selection.
    Table,
    /// A table in Markdown.
    Markdown,
    /// Parquet, with the feature `parquet`.
    Parquet,
}

impl Format {
    /// All formats.
    pub const ALL: &[Self] = &[
        Self::Csv,
        Self::Tsv,
        Self::JsonLines,
        Self::Json,
        Self::Table,
        Self::Markdown,
        Self::Parquet,
    ];

    /// The format that the extension of a file's name stands for.
    ///
    /// ```
    /// use braze_series::format::Format;
    ///
    /// assert_eq!(Format::from_extension("CSV"), Some(Format::Csv));
    /// assert_eq!(Format::from_extension("xlsx"), None);
    /// ```
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "tsv" | "tab" => Some(Self::Tsv),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            "json" => Some(Self::Json),
            "md" => Some(Self::Markdown),
            "parquet" => Some(Self::Parquet),
            _ => None,
        }
    }

    /// Returns `true` if the output is of no use before the last row.
    #[must_use]
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Json | Self::Table | Self::Parquet)
    }

    /// Returns `true` if each row is a line of its own, so that more rows can be appended later.
    #[must_use]
    pub fn is_appendable(self) -> bool {
        matches!(self, Self::Csv | Self::Tsv | Self::JsonLines)
    }

    /// Returns `true` if the output is not text.
    #[must_use]
    pub fn is_binary(self) -> bool {
        self == Self::Parquet
    }

    /// A writer; `None` for Parquet without the feature `parquet`.
    #[must_use]
    pub fn writer(self, mut sheet: Sheet) -> Option<Box<dyn RowWriter>> {
        sheet.dialect = self.dialect(sheet.dialect);
        if sheet.series.is_nested {
            return self.nested_writer(sheet);
        }
        match self {
            Self::Csv | Self::Tsv => Some(Box::new(csv::Csv::new(sheet))),
            Self::JsonLines => Some(Box::new(json::Lines::new(sheet))),
            Self::Json => Some(Box::new(json::Value::new(sheet))),
            Self::Table => Some(Box::new(table::Tables::new(sheet))),
            Self::Markdown => Some(Box::new(markdown::Markdown::new(sheet))),
            #[cfg(feature = "parquet")]
            Self::Parquet => Some(Box::new(parquet::Parquet::new(sheet))),
            #[cfg(not(feature = "parquet"))]
            Self::Parquet => None,
        }
    }

    /// The dialect of lines in this format. One with tabs has no other delimiter.
    #[must_use]
    pub fn dialect(self, wanted: Dialect) -> Dialect {
        match self {
            Self::Tsv => wanted.delimited_by(Delimiter::Tab),
            _ => wanted,
        }
    }

    /// A writer of a nested series.
    fn nested_writer(self, sheet: Sheet) -> Option<Box<dyn RowWriter>> {
        let lines: Box<dyn LineWriter> = match self {
            Self::Csv | Self::Tsv => Box::new(nested::Csv::new(sheet.dialect)),
            Self::JsonLines => Box::new(nested::JsonLines::new()),
            Self::Json => Box::new(nested::Json::new()),
            Self::Table => Box::new(nested::Aligned::default()),
            Self::Markdown => Box::new(nested::Markdown),
            #[cfg(feature = "parquet")]
            Self::Parquet => Box::new(nested::Parquet::default()),
            #[cfg(not(feature = "parquet"))]
            Self::Parquet => return None,
        };
        Some(match sheet.layout {
            Layout::Tidy => Box::new(nested::Tidy::new(sheet, lines)),
            Layout::Wide { .. } => Box::new(nested::Wide::new(sheet, lines)),
        })
    }
}
