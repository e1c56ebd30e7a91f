//! CSV: fields are quoted where they must be, lines end in a line feed.

use std::io;

use braze_core::Choice;

use super::{Outcome, Record, RowWriter, Sheet};

pub(super) struct Csv(Sheet);

impl Csv {
    pub(super) fn new(sheet: Sheet) -> Self {
        Self(sheet)
    }
}

impl RowWriter for Csv {
    fn begin(&mut self, out: &mut Vec<u8>) -> io::Result<()> {
        if self.0.goes_on { Ok(()) } else { line(self.0.columns(), out) }
    }

    fn row(&mut self, Record { row, key }: Record<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        let (time, value) = (row.start.to_string(), row.value.to_string());
        let complete = if row.complete { "true" } else { "false" };
        let dimensions = key.iter().map(|(_, value)| value);
        let fields = [&time, row.unit.as_str()].into_iter().chain(dimensions);
        line(fields.chain([value.as_str(), complete]), out)
    }

    fn end(&mut self, _: &Outcome<'_>, _: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }
}

fn line<'a>(fields: impl IntoIterator<Item = &'a str>, out: &mut Vec<u8>) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().buffer_capacity(256).from_writer(out);
    writer.write_record(fields)?;
    writer.flush()
}
