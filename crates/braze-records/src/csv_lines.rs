//! [`CsvLines`]: the lines of a CSV file.

use std::fs::File;
use std::io::{BufReader, Read};

use braze_core::import::RecordKind;

use crate::columns::{Choices, Columns};
use crate::error::{InputError, ReadError};
use crate::line::{InputLine, Raw};
use crate::line_kind::LineKind;
use crate::row::{Cell, Row};

/// The lines of a CSV file. Cells are separated by commas, and lines may end in any way.
pub(crate) struct CsvLines {
    reader: csv::Reader<Box<dyn Read + Send>>,
    columns: Columns,
    kinds: Vec<RecordKind>,
    line_kind: LineKind,
    empty_as_null: bool,
}

impl CsvLines {
    pub(crate) fn new(
        file: File,
        choices: &Choices,
        empty_as_null: bool,
    ) -> Result<Self, InputError> {
        let input = without_mark(BufReader::with_capacity(1 << 16, file))?;
        // A line with too many or too few cells is a problem of its own.
        let mut reader =
            csv::ReaderBuilder::new().flexible(true).has_headers(true).from_reader(input);
        let header = reader.byte_headers().map_err(|error| InputError::from_csv(&error))?;
        let names = header.iter().map(|name| String::from_utf8(name.to_vec()));
        let names = names.collect::<Result<Vec<_>, _>>().map_err(|_| InputError::HeaderNotUtf8)?;
        if names.is_empty() {
            return Err(InputError::Empty);
        }
        let columns = Columns::new(names, choices)?;
        let line_kind = choices.line_kind.clone();
        let kinds = line_kind.kind().map_or_else(|| columns.kinds(), |kind| vec![kind]);
        Ok(Self { reader, kinds, columns, line_kind, empty_as_null })
    }

    pub(crate) fn header(&self) -> &[String] {
        &self.columns.names
    }

    pub(crate) fn next_line(&mut self) -> Option<Result<InputLine, ReadError>> {
        let mut cells = csv::ByteRecord::new();
        match self.reader.read_byte_record(&mut cells) {
            Ok(false) => return None,
            Ok(true) => {}
            Err(error) => {
                let line = self.reader.position().line();
                return Some(Err(ReadError::new(line, error)));
            }
        }
        let number = cells.position().map_or(0, csv::Position::line);
        let (found, expected) = (cells.len(), self.columns.names.len());
        if found != expected {
            let noun = if found == 1 { "cell" } else { "cells" };
            let problem = format!("the line has {found} {noun}, but the header has {expected}");
            return Some(Ok(InputLine::unreadable(number, &self.kinds, Raw::Csv(cells), problem)));
        }
        let mut row = Row::new(&self.line_kind, self.empty_as_null);
        let columns = self.columns.names.iter().zip(&self.columns.uses);
        for ((name, use_), cell) in columns.zip(&cells) {
            let cell = match std::str::from_utf8(cell) {
                Ok("") => Cell::Empty,
                Ok(text) => Cell::Text(text),
                Err(_) => Cell::Unreadable("must be UTF-8"),
            };
            row.set(name, use_, cell);
        }
        Some(Ok(InputLine::new(number, row.into_records(), Raw::Csv(cells))))
    }
}

/// The input without the mark that some programs put before UTF-8.
fn without_mark(
    mut input: impl Read + Send + 'static,
) -> Result<Box<dyn Read + Send>, std::io::Error> {
    let mut start = Vec::new();
    input.by_ref().take(3).read_to_end(&mut start)?;
    let start = start.strip_prefix(b"\xEF\xBB\xBF").map(<[u8]>::to_vec).unwrap_or(start);
    Ok(Box::new(std::io::Cursor::new(start).chain(input)))
}
