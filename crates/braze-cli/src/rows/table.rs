//! A table for reading, one for each selection. It holds all rows until the end.

use std::io;

use super::{Outcome, Record, RowWriter, Sheet};
use crate::commands::get::output::Rows;

pub(super) struct Table {
    sheet: Sheet,
    /// The rows of each series.
    rows: Vec<Rows>,
}

impl Table {
    pub(super) fn new(sheet: Sheet) -> Self {
        let rows = sheet.keys.iter().map(|_| Rows::new(sheet.value)).collect();
        Self { sheet, rows }
    }
}

impl RowWriter for Table {
    fn begin(&mut self, _: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }

    fn row(&mut self, Record { row, .. }: Record<'_>, _: &mut Vec<u8>) -> io::Result<()> {
        if let Some(rows) = self.rows.get_mut(row.selection) {
            let open = if row.complete { "" } else { " (not over)" };
            rows.push(format!("{}{open}", row.start), row.value);
        }
        Ok(())
    }

    fn end(&mut self, _: &Outcome<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        for (index, (rows, key)) in self.rows.iter().zip(self.sheet.keys.iter()).enumerate() {
            if index > 0 {
                out.push(b'\n');
            }
            if key.is_narrow() {
                out.extend_from_slice(format!("{key}\n").as_bytes());
            }
            out.extend_from_slice(rows.table(self.sheet.in_unicode).as_bytes());
        }
        Ok(())
    }
}
