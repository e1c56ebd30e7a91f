//! [`InputFormat`]: the formats of files with records.

/// A format of files with records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InputFormat {
    /// A header line with the names of the columns, and a line for each row.
    Csv,
    /// A JSON object on each line.
    JsonLines,
    /// Parquet, with the feature `parquet`.
    Parquet,
}

impl InputFormat {
    /// All formats.
    pub const ALL: [Self; 3] = [Self::Csv, Self::JsonLines, Self::Parquet];

    /// The format that the extension of a file's name stands for.
    ///
    /// ```
    /// use braze_records::InputFormat;
    ///
    /// assert_eq!(InputFormat::from_extension("CSV"), Some(InputFormat::Csv));
    /// assert_eq!(InputFormat::from_extension("xlsx"), None);
    /// ```
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            "parquet" => Some(Self::Parquet),
            _ => None,
        }
    }

    /// The format of rejects: that of the input, but JSON lines for Parquet.
    #[must_use]
    pub fn of_rejects(self) -> Self {
        match self {
            Self::Csv => Self::Csv,
            _ => Self::JsonLines,
        }
    }
}
