//! [`InputError`] and [`ReadError`]: the reasons why a file cannot be read.

use std::fmt;
use std::io;

use crate::columns::ColumnProblems;

/// The reason why a file cannot be read at all.
#[derive(Debug)]
#[non_exhaustive]
pub enum InputError {
    /// The file cannot be read.
    Io(io::Error),
    /// The file has no header line.
    Empty,
    /// The header line is not UTF-8.
    HeaderNotUtf8,
    /// Columns that cannot be used.
    Columns(ColumnProblems),
    /// The file is not Parquet, or of a kind that is not read.
    Parquet(String),
    /// The feature `parquet` is not turned on.
    NoParquet,
}

impl InputError {
    pub(crate) fn from_csv(error: &csv::Error) -> Self {
        Self::Io(io::Error::other(error.to_string()))
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "{error}"),
            Self::Empty => f.write_str("it has no header line"),
            Self::HeaderNotUtf8 => f.write_str("its header line is not UTF-8"),
            Self::Columns(problems) => write!(f, "{problems}"),
            Self::Parquet(problem) => f.write_str(problem),
            Self::NoParquet => f.write_str("the feature `parquet` is not turned on"),
        }
    }
}

impl std::error::Error for InputError {}

impl From<io::Error> for InputError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<ColumnProblems> for InputError {
    fn from(problems: ColumnProblems) -> Self {
        Self::Columns(problems)
    }
}

/// The reason why the rest of a file cannot be read.
#[derive(Debug)]
pub struct ReadError {
    line: u64,
    source: Box<dyn std::error::Error + Send + Sync>,
}

impl ReadError {
    pub(crate) fn new(
        line: u64,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self { line, source: source.into() }
    }

    /// The line that could not be read, from 1.
    #[must_use]
    pub fn line(&self) -> u64 {
        self.line
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot read line {}", self.line)
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&*self.source)
    }
}
