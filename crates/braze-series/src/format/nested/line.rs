//! [`LineWriter`]: lines with the same columns, in one format.

use std::io;

use braze_core::Number;
use braze_core::export::Start;

use crate::format::writer::{Outcome, Sheet};

/// A column of lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::format) struct Column {
    pub(super) name: String,
    pub(super) kind: Kind,
}

/// The kind of a column's values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::format) enum Kind {
    Time,
    Text,
    Number,
    Truth,
}

impl Column {
    pub(super) fn new(name: impl Into<String>, kind: Kind) -> Self {
        Self { name: name.into(), kind }
    }
}

/// A value in a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::format) enum Cell<'a> {
    Time(Start),
    Text(&'a str),
    Number(Number),
    Truth(bool),
    /// No number.
    Empty,
}

impl Cell<'_> {
    /// The value as text; empty for no number.
    pub(super) fn text(self) -> String {
        match self {
            Self::Time(start) => start.to_string(),
            Self::Text(text) => text.to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Truth(truth) => truth.to_string(),
            Self::Empty => String::new(),
        }
    }
}

/// Writes lines with the same columns in one format.
pub(in crate::format) trait LineWriter {
    /// Writes the part before the lines.
    fn begin(&mut self, columns: &[Column], sheet: &Sheet, out: &mut Vec<u8>) -> io::Result<()>;

    /// Writes a line.
    fn line(&mut self, cells: &[Cell<'_>], out: &mut Vec<u8>) -> io::Result<()>;

    /// Writes the part after the lines.
    fn end(&mut self, outcome: &Outcome<'_>, sheet: &Sheet, out: &mut Vec<u8>) -> io::Result<()>;
}

/// The error of a row with one number among rows with many.
pub(super) fn flat_row() -> io::Error {
    io::Error::other("a row with one number among rows with many")
}
