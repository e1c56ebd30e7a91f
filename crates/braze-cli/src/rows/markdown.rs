//! A table in Markdown.

use std::io::{self, Write};

use braze_core::Choice;

use super::{Outcome, Record, RowWriter, Sheet};

pub(super) struct Markdown(Sheet);

impl Markdown {
    pub(super) fn new(sheet: Sheet) -> Self {
        Self(sheet)
    }
}

impl RowWriter for Markdown {
    fn begin(&mut self, out: &mut Vec<u8>) -> io::Result<()> {
        writeln!(out, "| {} |", self.0.columns().join(" | "))?;
        let dimensions = " --- |".repeat(self.0.dimensions.len());
        writeln!(out, "| --- | --- |{dimensions} ---: | --- |")
    }

    fn row(&mut self, Record { row, key }: Record<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        write!(out, "| {} | {} |", row.start, row.unit.as_str())?;
        for (_, value) in key.iter() {
            write!(out, " {} |", cell(value))?;
        }
        writeln!(out, " {} | {} |", row.value, row.complete)
    }

    fn end(&mut self, _: &Outcome<'_>, _: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }
}

/// A bar would begin another cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
