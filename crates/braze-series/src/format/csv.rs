//! CSV: fields are quoted where they must be, lines end in a line feed.

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
        if self.0.continues { Ok(()) } else { write_record(self.0.columns(), out) }
    }

    fn row(&mut self, row: &Row<Number>, out: &mut Vec<u8>) -> io::Result<()> {
        let (time, value) = (row.start.to_string(), row.value.to_string());
        let complete = if row.complete { "true" } else { "false" };
        let dimensions = self.0.selections.at(row.selection).iter().map(|(_, value)| value);
        let fields = [&time, row.unit.as_str()].into_iter().chain(dimensions);
        write_record(fields.chain([value.as_str(), complete]), out)
    }

    fn end(&mut self, _: &Outcome<'_>, _: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }
}

/// Writes one record of CSV to the end of a buffer.
///
/// # Errors
///
/// None, as long as there is memory.
pub fn write_record<'a>(
    fields: impl IntoIterator<Item = &'a str>,
    out: &mut Vec<u8>,
) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().buffer_capacity(256).from_writer(out);
    writer.write_record(fields)?;
    writer.flush()
}
