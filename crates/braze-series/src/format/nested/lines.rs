//! Lines as CSV, JSON and Markdown.

use std::io::{self, Write};

use braze_core::Number;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::line::{Cell, Column, Kind, LineWriter};
use crate::format::writer::{Outcome, Sheet};
use crate::format::{Dialect, json};

/// A header line, and one line of CSV for each line.
pub(in crate::format) struct Csv(Dialect);

impl Csv {
    pub(in crate::format) fn new(dialect: Dialect) -> Self {
        Self(dialect)
    }
}

impl LineWriter for Csv {
    fn begin(&mut self, columns: &[Column], sheet: &Sheet, out: &mut Vec<u8>) -> io::Result<()> {
        if sheet.continues {
            return Ok(());
        }
        self.0.write_record(columns.iter().map(|column| column.name.as_str()), out)
    }

    fn line(&mut self, cells: &[Cell<'_>], out: &mut Vec<u8>) -> io::Result<()> {
        let text = |cell: &Cell<'_>| match cell {
            Cell::Number(number) => self.0.number(*number),
            other => other.text(),
        };
        let texts: Vec<_> = cells.iter().map(text).collect();
        self.0.write_record(texts.iter().map(String::as_str), out)
    }

    fn end(&mut self, _: &Outcome<'_>, _: &Sheet, _: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }
}

/// One JSON object on a line.
pub(in crate::format) struct JsonLines {
    columns: Vec<Column>,
}

impl JsonLines {
    pub(in crate::format) fn new() -> Self {
        Self { columns: Vec::new() }
    }
}

impl LineWriter for JsonLines {
    fn begin(&mut self, columns: &[Column], _: &Sheet, _: &mut Vec<u8>) -> io::Result<()> {
        self.columns = columns.to_vec();
        Ok(())
    }

    fn line(&mut self, cells: &[Cell<'_>], out: &mut Vec<u8>) -> io::Result<()> {
        serde_json::to_writer(&mut *out, &Object { columns: &self.columns, cells })?;
        out.push(b'\n');
        Ok(())
    }

    fn end(&mut self, _: &Outcome<'_>, _: &Sheet, _: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }
}

/// One JSON value with the lines and the coverage.
pub(in crate::format) struct Json {
    columns: Vec<Column>,
    is_first: bool,
}

impl Json {
    pub(in crate::format) fn new() -> Self {
        Self { columns: Vec::new(), is_first: true }
    }
}

impl LineWriter for Json {
    fn begin(&mut self, columns: &[Column], _: &Sheet, out: &mut Vec<u8>) -> io::Result<()> {
        self.columns = columns.to_vec();
        out.extend_from_slice(b"{\"rows\": [");
        Ok(())
    }

    fn line(&mut self, cells: &[Cell<'_>], out: &mut Vec<u8>) -> io::Result<()> {
        let separator: &[u8] = if self.is_first { b"\n  " } else { b",\n  " };
        self.is_first = false;
        out.extend_from_slice(separator);
        Ok(serde_json::to_writer(out, &Object { columns: &self.columns, cells })?)
    }

    fn end(&mut self, outcome: &Outcome<'_>, sheet: &Sheet, out: &mut Vec<u8>) -> io::Result<()> {
        json::close(outcome, sheet, out)
    }
}

/// A line as an object.
struct Object<'a> {
    columns: &'a [Column],
    cells: &'a [Cell<'a>],
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        for (Column { name, .. }, cell) in self.columns.iter().zip(self.cells) {
            match cell {
                Cell::Number(Number::Count(count)) => object.serialize_entry(name, count)?,
                Cell::Number(number) => object.serialize_entry(name, &number.to_f64())?,
                Cell::Truth(truth) => object.serialize_entry(name, truth)?,
                Cell::Text(text) => object.serialize_entry(name, text)?,
                Cell::Time(start) => object.serialize_entry(name, &start.to_string())?,
                Cell::Empty => object.serialize_entry(name, &None::<u64>)?,
            }
        }
        object.end()
    }
}

/// A table in Markdown.
pub(in crate::format) struct Markdown;

impl LineWriter for Markdown {
    fn begin(&mut self, columns: &[Column], _: &Sheet, out: &mut Vec<u8>) -> io::Result<()> {
        let names: Vec<_> = columns.iter().map(|column| column.name.as_str()).collect();
        writeln!(out, "| {} |", names.join(" | "))?;
        let rules = columns.iter().map(|column| match column.kind {
            Kind::Number => " ---: |",
            _ => " --- |",
        });
        writeln!(out, "|{}", rules.collect::<String>())
    }

    fn line(&mut self, cells: &[Cell<'_>], out: &mut Vec<u8>) -> io::Result<()> {
        // A bar would begin another cell.
        let texts = cells.iter().map(|cell| format!(" {} |", cell.text().replace('|', "\\|")));
        writeln!(out, "|{}", texts.collect::<String>())
    }

    fn end(&mut self, _: &Outcome<'_>, _: &Sheet, _: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }
}
