//! [`Grid`]: aligned columns of texts and numbers, for reading.

use std::fmt::Write;
use std::io;

use braze_core::text::printable;

use super::line::{Cell, Column, Kind, LineWriter};
use crate::format::writer::{Outcome, Sheet};

/// Aligned columns; numbers are aligned to the right.
///
/// ```
/// use braze_series::format::Grid;
///
/// let mut grid = Grid::new([("metric", false), ("value", true)]);
/// grid.push(["opens", "64"]);
/// grid.push(["unique_opens", "7"]);
/// assert_eq!(grid.to_text(), "metric        value\nopens            64\nunique_opens      7\n");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// The alignment of each column: `true` for numbers.
    numbers: Vec<bool>,
    /// The header and the lines.
    lines: Vec<Vec<String>>,
}

impl Grid {
    /// A grid by the names of its columns, each with `true` if it holds numbers.
    pub fn new<'a>(columns: impl IntoIterator<Item = (&'a str, bool)>) -> Self {
        let (names, numbers) =
            columns.into_iter().map(|(name, number)| (name.to_owned(), number)).unzip();
        Self { numbers, lines: vec![names] }
    }

    /// Adds a line.
    pub fn push<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        self.lines.push(cells.into_iter().map(printable).collect());
    }

    /// The grid as text. A column without any text is left out.
    #[must_use]
    pub fn to_text(&self) -> String {
        let body = self.lines.get(1..).unwrap_or_default();
        let width = |column: usize| {
            let cells = self.lines.iter().filter_map(|line| line.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
        };
        let has_text = |column: &usize| {
            body.is_empty()
                || body.iter().any(|line| line.get(*column).is_some_and(|it| !it.is_empty()))
        };
        let columns: Vec<_> =
            (0..self.numbers.len()).filter(has_text).map(|it| (it, width(it))).collect();
        let mut out = String::new();
        for line in &self.lines {
            let mut text = String::new();
            for (place, (column, width)) in columns.iter().enumerate() {
                let cell = line.get(*column).map_or("", String::as_str);
                let separator = if place == 0 { "" } else { "  " };
                // Writing to a string does not fail.
                let _ = match self.numbers[*column] {
                    true => write!(text, "{separator}{cell:>width$}"),
                    false => write!(text, "{separator}{cell:width$}"),
                };
            }
            out.push_str(text.trim_end());
            out.push('\n');
        }
        out
    }
}

/// Lines in aligned columns, written at the end.
#[derive(Default)]
pub(in crate::format) struct Aligned(Grid);

impl LineWriter for Aligned {
    fn begin(&mut self, columns: &[Column], _: &Sheet, _: &mut Vec<u8>) -> io::Result<()> {
        let columns = columns.iter().map(|it| (it.name.as_str(), it.kind == Kind::Number));
        self.0 = Grid::new(columns);
        Ok(())
    }

    fn line(&mut self, cells: &[Cell<'_>], _: &mut Vec<u8>) -> io::Result<()> {
        let texts: Vec<_> = cells.iter().map(|cell| cell.text()).collect();
        self.0.push(texts.iter().map(String::as_str));
        Ok(())
    }

    fn end(&mut self, _: &Outcome<'_>, _: &Sheet, out: &mut Vec<u8>) -> io::Result<()> {
        out.extend_from_slice(self.0.to_text().as_bytes());
        Ok(())
    }
}
