//! CSV, and the same with tabs.

use std::io;

use braze_core::export::Row;
use braze_core::{Choice, Number};

use super::writer::{Outcome, RowWriter, Sheet};

pub(super) struct Csv(Sheet);

impl Csv {
    pub(super) fn new(sheet: Sheet) -> Self {
        Self(sheet)
    }
}

impl RowWriter for Csv {
    fn begin(&mut self, out: &mut Vec<u8>) -> io::Result<()> {
        if self.0.continues {
            return Ok(());
        }
        self.0.dialect.write_record(self.0.columns(), out)
    }

    fn row(&mut self, row: &Row<Number>, out: &mut Vec<u8>) -> io::Result<()> {
        let dialect = self.0.dialect;
        let (time, value) = (row.start.to_string(), dialect.number(row.value));
        let complete = if row.complete { "true" } else { "false" };
        let dimensions = self.0.selections.at(row.selection).iter().map(|(_, value)| value);
        let fields = [&time, row.unit.as_str()].into_iter().chain(dimensions);
        dialect.write_record(fields.chain([value.as_str(), complete]), out)
    }

    fn end(&mut self, _: &Outcome<'_>, _: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }
}
