//! A table in Markdown.

use std::io::{self, Write};

use braze_core::export::Row;
use braze_core::{Choice, Number};

use super::writer::{Outcome, RowWriter, Sheet};

pub(super) struct Markdown(Sheet);

impl Markdown {
    pub(super) fn new(sheet: Sheet) -> Self {
        Self(sheet)
    }
}

impl RowWriter for Markdown {
    fn begin(&mut self, out: &mut Vec<u8>) -> io::Result<()> {
        writeln!(out, "| {} |", self.0.columns().join(" | "))?;
        let dimensions = " --- |".repeat(self.0.dimensions().len());
        writeln!(out, "| --- | --- |{dimensions} ---: | --- |")
    }

    fn row(&mut self, row: &Row<Number>, out: &mut Vec<u8>) -> io::Result<()> {
        write!(out, "| {} | {} |", row.start, row.unit.as_str())?;
        for (_, value) in self.0.selections.at(row.selection).iter() {
            write!(out, " {} |", cell(value))?;
        }
        writeln!(out, " {} | {} |", row.value, row.complete)
    }

    fn end(&mut self, _: &Outcome<'_>, _: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }
}

/// A text in a cell. A bar would begin another one.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
