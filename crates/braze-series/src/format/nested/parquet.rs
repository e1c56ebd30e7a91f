//! Lines as Parquet. Times are dates or timestamps in UTC, numbers are of 64 bits and may be null.

use std::io;
use std::sync::Arc;

use arrow_array::builder::{
    ArrayBuilder, BooleanBuilder, Date32Builder, Float64Builder, StringBuilder,
    TimestampMillisecondBuilder,
};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef, TimeUnit};
use braze_core::Unit;
use braze_core::export::Start;
use parquet::arrow::ArrowWriter;

use super::line::{Cell, Column, Kind, LineWriter};
use crate::format::parquet::{BATCH, days, properties};
use crate::format::writer::{Outcome, Sheet};

/// Lines as Parquet.
#[derive(Default)]
pub(in crate::format) struct Parquet {
    columns: Vec<Values>,
    /// Present from the first byte to the last.
    writer: Option<(SchemaRef, ArrowWriter<Vec<u8>>)>,
}

enum Values {
    Date(Date32Builder),
    Instant(TimestampMillisecondBuilder),
    Text(StringBuilder),
    Number(Float64Builder),
    Truth(BooleanBuilder),
}

impl Values {
    /// An empty column, and its type.
    fn new(kind: Kind, unit: Unit) -> (Self, DataType) {
        match (kind, unit) {
            (Kind::Time, Unit::Hour) => {
                let zone: Arc<str> = "UTC".into();
                let builder = TimestampMillisecondBuilder::new().with_timezone(Arc::clone(&zone));
                (Self::Instant(builder), DataType::Timestamp(TimeUnit::Millisecond, Some(zone)))
            }
            (Kind::Time, _) => (Self::Date(Date32Builder::new()), DataType::Date32),
            (Kind::Text, _) => (Self::Text(StringBuilder::new()), DataType::Utf8),
            (Kind::Number, _) => (Self::Number(Float64Builder::new()), DataType::Float64),
            (Kind::Truth, _) => (Self::Truth(BooleanBuilder::new()), DataType::Boolean),
        }
    }

    fn push(&mut self, cell: Cell<'_>) -> io::Result<()> {
        match (self, cell) {
            (Self::Date(dates), Cell::Time(Start::Date(date))) => dates.append_value(days(date)),
            (Self::Instant(instants), Cell::Time(Start::Instant(at))) => {
                instants.append_value(at.timestamp_millis());
            }
            (Self::Text(texts), Cell::Text(text)) => texts.append_value(text),
            (Self::Number(numbers), Cell::Number(number)) => numbers.append_value(number.to_f64()),
            (Self::Number(numbers), Cell::Empty) => numbers.append_null(),
            (Self::Truth(truths), Cell::Truth(truth)) => truths.append_value(truth),
            _ => return Err(io::Error::other("a value of another kind than its column")),
        }
        Ok(())
    }

    fn len(&self) -> usize {
        match self {
            Self::Date(dates) => dates.len(),
            Self::Instant(instants) => instants.len(),
            Self::Text(texts) => texts.len(),
            Self::Number(numbers) => numbers.len(),
            Self::Truth(truths) => truths.len(),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Date(dates) => Arc::new(dates.finish()),
            Self::Instant(instants) => Arc::new(instants.finish()),
            Self::Text(texts) => Arc::new(texts.finish()),
            Self::Number(numbers) => Arc::new(numbers.finish()),
            Self::Truth(truths) => Arc::new(truths.finish()),
        }
    }
}

impl Parquet {
    /// Encodes the lines that were gathered.
    fn encode(&mut self, out: &mut Vec<u8>) -> io::Result<()> {
        let Some((schema, writer)) = &mut self.writer else { return Ok(()) };
        let columns = self.columns.iter_mut().map(Values::finish).collect();
        let batch = RecordBatch::try_new(Arc::clone(schema), columns).map_err(io::Error::other)?;
        writer.write(&batch)?;
        out.append(writer.inner_mut());
        Ok(())
    }
}

impl LineWriter for Parquet {
    fn begin(&mut self, columns: &[Column], sheet: &Sheet, _: &mut Vec<u8>) -> io::Result<()> {
        let mut fields = Vec::with_capacity(columns.len());
        for Column { name, kind } in columns {
            let (values, of) = Values::new(*kind, sheet.unit);
            self.columns.push(values);
            fields.push(Field::new(name, of, *kind == Kind::Number));
        }
        let schema: SchemaRef = Arc::new(Schema::new(fields));
        let writer = ArrowWriter::try_new(Vec::new(), Arc::clone(&schema), Some(properties()))?;
        self.writer = Some((schema, writer));
        Ok(())
    }

    fn line(&mut self, cells: &[Cell<'_>], out: &mut Vec<u8>) -> io::Result<()> {
        for (values, cell) in self.columns.iter_mut().zip(cells) {
            values.push(*cell)?;
        }
        let gathered = self.columns.first().map_or(0, Values::len);
        if gathered >= BATCH { self.encode(out) } else { Ok(()) }
    }

    fn end(&mut self, _: &Outcome<'_>, _: &Sheet, out: &mut Vec<u8>) -> io::Result<()> {
        self.encode(out)?;
        if let Some((_, writer)) = self.writer.take() {
            out.append(&mut writer.into_inner()?);
        }
        Ok(())
    }
}
