//! [`Tidy`]: a line for each number.

use std::io;

use braze_core::export::Row;
use braze_core::{Measures, Number};

use super::line::{Cell, Column, Kind, LineWriter, flat_row};
use crate::format::writer::{Outcome, RowWriter, Sheet};

/// A line for each number.
pub(in crate::format) struct Tidy {
    sheet: Sheet,
    lines: Box<dyn LineWriter>,
}

impl Tidy {
    pub(in crate::format) fn new(sheet: Sheet, lines: Box<dyn LineWriter>) -> Self {
        Self { sheet, lines }
    }
}

impl RowWriter for Tidy {
    fn begin(&mut self, out: &mut Vec<u8>) -> io::Result<()> {
        let columns = self.sheet.columns().into_iter().map(|name| {
            let kind = match name {
                "time" => Kind::Time,
                "value" => Kind::Number,
                "complete" => Kind::Truth,
                _ => Kind::Text,
            };
            Column::new(name, kind)
        });
        self.lines.begin(&columns.collect::<Vec<_>>(), &self.sheet, out)
    }

    fn row(&mut self, _: &Row<Number>, _: &mut Vec<u8>) -> io::Result<()> {
        Err(flat_row())
    }

    fn measures(&mut self, row: &Row<Measures>, out: &mut Vec<u8>) -> io::Result<()> {
        let selection = self.sheet.selections.at(row.selection);
        let mut cells = vec![Cell::Time(row.start)];
        cells.extend(selection.iter().map(|(_, value)| Cell::Text(value)));
        let shared = cells.len();
        for measure in &row.value {
            cells.truncate(shared);
            cells.extend(measure.labels.iter().map(|label| Cell::Text(label)));
            cells.extend([
                Cell::Text(&measure.metric),
                Cell::Number(measure.value),
                Cell::Truth(row.complete),
            ]);
            self.lines.line(&cells, out)?;
        }
        Ok(())
    }

    fn end(&mut self, outcome: &Outcome<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        self.lines.end(outcome, &self.sheet, out)
    }
}
