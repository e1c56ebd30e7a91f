//! [`ProfileWriter`]: profiles of users as Parquet.

use std::io;
use std::sync::Arc;

use arrow_array::builder::{Float64Builder, Int64Builder, ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use serde_json::{Map, Value};

use crate::profile_column::ProfileColumn;

/// The column for everything that has no column of its own, as JSON text.
const OTHERS: &str = "other_fields";

/// The number of profiles that are encoded together.
const BATCH: usize = 1024;

/// The number of profiles in a group, which is held in memory.
const GROUP: usize = 1 << 15;

/// Writes profiles of users as Parquet: a column for each field, and `other_fields` for the rest.
///
/// A value that is not of its column's type stands in `other_fields`, so that nothing is lost. Memory is bounded
/// by a group of 32,768 profiles.
///
/// ```
/// use braze_records::ProfileWriter;
///
/// let mut file = Vec::new();
/// let mut profiles = ProfileWriter::new(["external_id", "custom_attributes"])?;
/// profiles.write(r#"{"external_id":"u-17","custom_attributes":{"plan":"gold"}}"#, &mut file)?;
/// profiles.finish(&mut file)?;
/// assert!(file.starts_with(b"PAR1"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct ProfileWriter {
    schema: SchemaRef,
    columns: Vec<(String, Column)>,
    others: StringBuilder,
    /// The number of profiles that are not encoded yet.
    waiting: usize,
    writer: ArrowWriter<Vec<u8>>,
}

/// The values of a column that are not encoded yet.
enum Column {
    Text(StringBuilder),
    Integer(Int64Builder),
    Number(Float64Builder),
    Numbers(ListBuilder<Float64Builder>),
    Json(StringBuilder),
}

impl ProfileWriter {
    /// A file with a column for each of these fields, in this order.
    ///
    /// # Errors
    ///
    /// The file cannot be begun.
    pub fn new(fields: impl IntoIterator<Item = impl Into<String>>) -> io::Result<Self> {
        let mut columns: Vec<(String, Column)> = Vec::new();
        for field in fields.into_iter().map(Into::into) {
            if field != OTHERS && !columns.iter().any(|(known, _)| *known == field) {
                let column = Column::new(ProfileColumn::from_field(&field));
                columns.push((field, column));
            }
        }
        let named = columns.iter().map(|(name, column)| (name.as_str(), column.data_type()));
        let all = named.chain([(OTHERS, DataType::Utf8)]);
        let schema: Vec<Field> = all.map(|(name, of)| Field::new(name, of, true)).collect();
        let schema = Arc::new(Schema::new(schema));
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(Some(GROUP))
            .build();
        let writer = ArrowWriter::try_new(Vec::new(), Arc::clone(&schema), Some(properties))?;
        Ok(Self { schema, columns, others: StringBuilder::new(), waiting: 0, writer })
    }

    /// Adds a profile, a JSON object, and appends to `out` what is ready.
    ///
    /// # Errors
    ///
    /// The text is not a JSON object, or cannot be encoded.
    pub fn write(&mut self, profile: &str, out: &mut Vec<u8>) -> io::Result<()> {
        let mut fields: Map<String, Value> = serde_json::from_str(profile)?;
        for (name, column) in &mut self.columns {
            if let Some(left) = column.push(fields.remove(name)) {
                fields.insert(name.clone(), left);
            }
        }
        let others = (!fields.is_empty()).then(|| Value::Object(fields).to_string());
        self.others.append_option(others);
        self.waiting += 1;
        if self.waiting < BATCH { Ok(()) } else { self.encode(out) }
    }

    /// Appends the rest of the file.
    ///
    /// # Errors
    ///
    /// The last profiles cannot be encoded.
    pub fn finish(mut self, out: &mut Vec<u8>) -> io::Result<()> {
        self.encode(out)?;
        out.append(&mut self.writer.into_inner()?);
        Ok(())
    }

    fn encode(&mut self, out: &mut Vec<u8>) -> io::Result<()> {
        let mut arrays: Vec<ArrayRef> =
            self.columns.iter_mut().map(|(_, column)| column.finish()).collect();
        arrays.push(Arc::new(self.others.finish()));
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), arrays);
        self.writer.write(&batch.map_err(io::Error::other)?)?;
        self.waiting = 0;
        // It counts its bytes itself, so those that are there can go.
        out.append(self.writer.inner_mut());
        Ok(())
    }
}

impl Column {
    fn new(column: ProfileColumn) -> Self {
        match column {
            ProfileColumn::Text => Self::Text(StringBuilder::new()),
            ProfileColumn::Integer => Self::Integer(Int64Builder::new()),
            ProfileColumn::Number => Self::Number(Float64Builder::new()),
            ProfileColumn::Numbers => Self::Numbers(ListBuilder::new(Float64Builder::new())),
            ProfileColumn::Json => Self::Json(StringBuilder::new()),
        }
    }

    fn data_type(&self) -> DataType {
        match self {
            Self::Text(_) | Self::Json(_) => DataType::Utf8,
            Self::Integer(_) => DataType::Int64,
            Self::Number(_) => DataType::Float64,
            Self::Numbers(_) => DataType::new_list(DataType::Float64, true),
        }
    }

    /// Adds a value, or nothing. Gives back one of another type, for which nothing is added.
    fn push(&mut self, value: Option<Value>) -> Option<Value> {
        let value = value.filter(|value| !value.is_null());
        let is_added = match self {
            Self::Text(texts) => {
                let text = value.as_ref().and_then(Value::as_str);
                texts.append_option(text);
                text.is_some()
            }
            Self::Integer(numbers) => {
                let number = value.as_ref().and_then(Value::as_i64);
                numbers.append_option(number);
                number.is_some()
            }
            Self::Number(numbers) => {
                let number = value.as_ref().and_then(Value::as_f64);
                numbers.append_option(number);
                number.is_some()
            }
            Self::Numbers(lists) => {
                let items = value.as_ref().and_then(Value::as_array);
                let numbers = items.and_then(|items| {
                    items.iter().map(Value::as_f64).collect::<Option<Vec<f64>>>()
                });
                let is_added = numbers.is_some();
                lists.append_option(numbers.map(|numbers| numbers.into_iter().map(Some)));
                is_added
            }
            Self::Json(texts) => {
                texts.append_option(value.as_ref().map(Value::to_string));
                true
            }
        };
        value.filter(|_| !is_added)
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Text(texts) | Self::Json(texts) => Arc::new(texts.finish()),
            Self::Integer(numbers) => Arc::new(numbers.finish()),
            Self::Number(numbers) => Arc::new(numbers.finish()),
            Self::Numbers(lists) => Arc::new(lists.finish()),
        }
    }
}

impl std::fmt::Debug for ProfileWriter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let columns: Vec<_> = self.columns.iter().map(|(name, _)| name).collect();
        f.debug_struct("ProfileWriter").field("columns", &columns).finish_non_exhaustive()
    }
}
