//! [`ParquetLines`]: the rows of a Parquet file.

use std::fs::File;

use arrow_array::RecordBatch;
use arrow_schema::{DataType, Schema};
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use serde_json::{Map, Value};

use crate::columns::{Choices, ColumnProblem, ColumnProblems, Columns, Use};
use crate::error::{InputError, ReadError};
use crate::line::{InputLine, Raw};
use crate::line_kind::LineKind;
use crate::parquet_value::{is_readable, value};
use crate::row::{Cell, Row};

/// The number of rows that are decoded together.
const BATCH: usize = 1_024;

/// The rows of a Parquet file, each of which counts as a line.
pub(crate) struct ParquetLines {
    reader: ParquetRecordBatchReader,
    columns: Columns,
    line_kind: LineKind,
    empty_as_null: bool,
    batch: Option<RecordBatch>,
    /// The next row of the batch.
    next: usize,
    /// The rows before.
    number: u64,
}

impl ParquetLines {
    pub(crate) fn new(
        file: File,
        choices: &Choices,
        empty_as_null: bool,
    ) -> Result<Self, InputError> {
        let broken = |error: &dyn std::fmt::Display| {
            InputError::Parquet(format!("it cannot be read as Parquet: {error}"))
        };
        let builder =
            ParquetRecordBatchReaderBuilder::try_new(file).map_err(|error| broken(&error))?;
        let schema = builder.schema().clone();
        let names = schema.fields().iter().map(|field| field.name().clone()).collect();
        let columns = Columns::new(names, choices)?;
        check(&columns, &schema)?;
        let reader = builder.with_batch_size(BATCH).build().map_err(|error| broken(&error))?;
        let line_kind = choices.line_kind.clone();
        Ok(Self { reader, columns, line_kind, empty_as_null, batch: None, next: 0, number: 0 })
    }

    pub(crate) fn header(&self) -> &[String] {
        &self.columns.names
    }

    pub(crate) fn next_line(&mut self) -> Option<Result<InputLine, ReadError>> {
        while self.batch.as_ref().is_none_or(|batch| self.next >= batch.num_rows()) {
            self.next = 0;
            match self.reader.next()? {
                Ok(batch) => self.batch = Some(batch),
                Err(error) => return Some(Err(ReadError::new(self.number + 1, error))),
            }
        }
        let batch = self.batch.as_ref()?;
        let at = self.next;
        (self.next, self.number) = (at + 1, self.number + 1);
        let mut row = Row::new(&self.line_kind, self.empty_as_null);
        let mut object = Map::new();
        let columns = self.columns.names.iter().zip(&self.columns.uses);
        for ((name, use_), array) in columns.zip(batch.columns()) {
            let cell = match value(array, at) {
                _ if *use_ == Use::None => continue,
                Ok(Value::Null) => Cell::Empty,
                Ok(value) => {
                    object.insert(name.clone(), value.clone());
                    Cell::Value(value)
                }
                Err(problem) => Cell::Unreadable(problem),
            };
            row.set(name, use_, cell);
        }
        Some(Ok(InputLine::new(self.number, row.into_records(), Raw::Object(object))))
    }
}

/// Refuses columns of types that are not read.
fn check(columns: &Columns, schema: &Schema) -> Result<(), InputError> {
    let used = columns.names.iter().zip(&columns.uses).zip(schema.fields());
    let problems =
        used.filter(|((_, use_), _)| **use_ != Use::None).filter_map(|((name, _), it)| {
            let problem = match it.data_type() {
                DataType::Timestamp(_, None) => {
                    "holds times without a time zone: write them as timestamps in UTC".to_owned()
                }
                of if !is_readable(of) => format!("is of the type {of}, which is not read"),
                _ => return None,
            };
            Some(ColumnProblem::new(name, problem))
        });
    let problems: Vec<_> = problems.collect();
    if problems.is_empty() { Ok(()) } else { Err(ColumnProblems::new(problems).into()) }
}
