//! Parquet: a column of its own type for each field. Days are dates, hours are timestamps in UTC.

use std::io;
use std::sync::Arc;

use arrow_array::builder::{
    ArrayBuilder, BooleanBuilder, Date32Builder, Float64Builder, Int64Builder, StringBuilder,
    TimestampMillisecondBuilder,
};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef, TimeUnit};
use braze_core::chrono::NaiveDate;
use braze_core::export::{Row, Start};
use braze_core::{Choice, Number, Unit};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use super::writer::{Outcome, RowWriter, Sheet};

/// The number of rows that are encoded together.
pub(super) const BATCH: usize = 8192;

/// The number of rows in a group, which is held in memory.
const GROUP: usize = 1 << 17;

pub(super) struct Parquet {
    sheet: Sheet,
    schema: SchemaRef,
    time: Time,
    unit: StringBuilder,
    dimensions: Vec<StringBuilder>,
    value: Value,
    complete: BooleanBuilder,
    /// Present from the first byte to the last.
    writer: Option<ArrowWriter<Vec<u8>>>,
}

enum Time {
    Date(Date32Builder),
    Instant(TimestampMillisecondBuilder),
}

enum Value {
    Count(Int64Builder),
    Amount(Float64Builder),
}

impl Parquet {
    pub(super) fn new(sheet: Sheet) -> Self {
        let (time, time_type) = match sheet.unit {
            Unit::Hour => {
                let zone: Arc<str> = "UTC".into();
                let builder = TimestampMillisecondBuilder::new().with_timezone(Arc::clone(&zone));
                (Time::Instant(builder), DataType::Timestamp(TimeUnit::Millisecond, Some(zone)))
            }
            _ => (Time::Date(Date32Builder::new()), DataType::Date32),
        };
        let (value, value_type) = match sheet.series.zero {
            Number::Count(_) => (Value::Count(Int64Builder::new()), DataType::Int64),
            _ => (Value::Amount(Float64Builder::new()), DataType::Float64),
        };
        let texts = std::iter::repeat_n(DataType::Utf8, 1 + sheet.dimensions().len());
        let types = [time_type].into_iter().chain(texts).chain([value_type, DataType::Boolean]);
        let columns = sheet.columns().into_iter().zip(types);
        let fields: Vec<Field> = columns.map(|(name, of)| Field::new(name, of, false)).collect();
        Self {
            schema: Arc::new(Schema::new(fields)),
            time,
            unit: StringBuilder::new(),
            dimensions: sheet.dimensions().iter().map(|_| StringBuilder::new()).collect(),
            value,
            complete: BooleanBuilder::new(),
            writer: None,
            sheet,
        }
    }

    /// Encodes the rows that were gathered.
    fn encode(&mut self, out: &mut Vec<u8>) -> io::Result<()> {
        let Some(writer) = &mut self.writer else { return Ok(()) };
        let time: ArrayRef = match &mut self.time {
            Time::Date(dates) => Arc::new(dates.finish()),
            Time::Instant(instants) => Arc::new(instants.finish()),
        };
        let value: ArrayRef = match &mut self.value {
            Value::Count(counts) => Arc::new(counts.finish()),
            Value::Amount(amounts) => Arc::new(amounts.finish()),
        };
        let mut columns = vec![time, Arc::new(self.unit.finish()) as ArrayRef];
        let dimensions = self.dimensions.iter_mut();
        columns.extend(dimensions.map(|texts| Arc::new(texts.finish()) as ArrayRef));
        columns.extend([value, Arc::new(self.complete.finish())]);
        let batch =
            RecordBatch::try_new(Arc::clone(&self.schema), columns).map_err(io::Error::other)?;
        writer.write(&batch)?;
        // It counts its bytes itself, so those that are there can go.
        out.append(writer.inner_mut());
        Ok(())
    }
}

impl RowWriter for Parquet {
    fn begin(&mut self, _: &mut Vec<u8>) -> io::Result<()> {
        let schema = Arc::clone(&self.schema);
        self.writer = Some(ArrowWriter::try_new(Vec::new(), schema, Some(properties()))?);
        Ok(())
    }

    fn row(&mut self, row: &Row<Number>, out: &mut Vec<u8>) -> io::Result<()> {
        match (&mut self.time, row.start) {
            (Time::Date(dates), Start::Date(date)) => dates.append_value(days(date)),
            (Time::Instant(instants), Start::Instant(at)) => {
                instants.append_value(at.timestamp_millis());
            }
            _ => return Err(io::Error::other("rows of two units")),
        }
        self.unit.append_value(row.unit.as_str());
        for (texts, (_, value)) in
            self.dimensions.iter_mut().zip(self.sheet.selections.at(row.selection).iter())
        {
            texts.append_value(value);
        }
        match (&mut self.value, row.value) {
            (Value::Count(counts), Number::Count(count)) => {
                counts.append_value(i64::try_from(count).unwrap_or(i64::MAX));
            }
            (Value::Amount(amounts), amount) => amounts.append_value(amount.to_f64()),
            _ => return Err(io::Error::other("an amount among counts")),
        }
        self.complete.append_value(row.complete);
        if self.complete.len() >= BATCH { self.encode(out) } else { Ok(()) }
    }

    fn end(&mut self, _: &Outcome<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        self.encode(out)?;
        if let Some(writer) = self.writer.take() {
            out.append(&mut writer.into_inner()?);
        }
        Ok(())
    }
}

/// Days since 1970-01-01.
pub(super) fn days(date: NaiveDate) -> i32 {
    let days = (date - NaiveDate::default()).num_days();
    i32::try_from(days).unwrap_or(i32::MAX)
}

/// The properties of every file.
pub(super) fn properties() -> WriterProperties {
    WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_max_row_group_row_count(Some(GROUP))
        .build()
}
