//! [`RecordReader`]: the way to read records from a file, and [`InputLines`]: the lines that it gives.

use std::fs::File;

use braze_core::import::RecordKind;

use crate::columns::Choices;
use crate::csv_lines::CsvLines;
use crate::error::{InputError, ReadError};
use crate::format::InputFormat;
use crate::json_lines::JsonLines;
use crate::line::InputLine;
use crate::line_kind::LineKind;
#[cfg(feature = "parquet")]
use crate::parquet_lines::ParquetLines;
use crate::records::Records;
use crate::value_type::ValueType;

/// The way to read records from a file: its format, and the choices that the file leaves open.
///
/// ```
/// use std::io::{Seek as _, Write as _};
///
/// use braze_records::{InputFormat, RecordReader, ValueType};
///
/// let mut file = tempfile::tempfile()?;
/// file.write_all(b"id,plan,age:integer,note\nu-17,gold,42,\nu-18,tin,old,\n")?;
/// file.rewind()?;
/// let reader = RecordReader::new(InputFormat::Csv)
///     .map("id", "external_id")
///     .map("plan", "attributes.plan")
///     .map("age", "attributes.age")
///     .leave_out("note");
/// let lines = reader.lines(file)?.collect::<Result<Vec<_>, _>>()?;
/// assert_eq!(lines[0].records[0].json(), br#"{"external_id":"u-17","plan":"gold","age":42}"#);
/// assert_eq!(lines[1].number, 3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct RecordReader {
    format: InputFormat,
    choices: Choices,
    empty_as_null: bool,
}

impl RecordReader {
    /// A reader of a format that takes every column by its own name.
    #[must_use]
    pub fn new(format: InputFormat) -> Self {
        Self { format, choices: Choices::default(), empty_as_null: false }
    }

    /// Reads each line as one record of this kind. The columns are its fields, `user_alias.alias_name` those of an
    /// object in it.
    ///
    /// By default, a line is about a user, and has the attributes, events and purchases that its columns name.
    ///
    /// ```
    /// use std::io::{Seek as _, Write as _};
    ///
    /// use braze_core::import::RecordKind;
    /// use braze_records::{InputFormat, RecordReader};
    ///
    /// let mut file = tempfile::tempfile()?;
    /// file.write_all(b"email,subscription_state\nida@example.com,unsubscribed\n")?;
    /// file.rewind()?;
    /// let reader = RecordReader::new(InputFormat::Csv).record_kind(RecordKind::EmailStatus);
    /// let records = reader.records(file)?.collect::<Vec<_>>();
    /// assert_eq!(records[0].kind().meta().path, "/email/status");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn record_kind(mut self, kind: RecordKind) -> Self {
        self.choices.line_kind = LineKind::Record(kind);
        self
    }

    /// Reads each line as an item of a catalog, for records of one of the kinds of catalog items. The columns are its
    /// fields.
    ///
    /// ```
    /// use std::io::{Seek as _, Write as _};
    ///
    /// use braze_core::import::RecordKind;
    /// use braze_records::{InputFormat, RecordReader};
    ///
    /// let mut file = tempfile::tempfile()?;
    /// file.write_all(b"id,price:number\noolong,7.5\n")?;
    /// file.rewind()?;
    /// let reader = RecordReader::new(InputFormat::Csv)
    ///     .catalog_items(RecordKind::CatalogItemReplacement, "teas");
    /// let records = reader.records(file)?.collect::<Vec<_>>();
    /// assert_eq!(
    ///     records[0].json(),
    ///     br#"{"catalog_name":"teas","item":{"id":"oolong","price":7.5}}"#
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn catalog_items(mut self, kind: RecordKind, catalog_name: impl Into<String>) -> Self {
        let catalog_name = catalog_name.into();
        self.choices.line_kind = LineKind::CatalogItem { kind, catalog_name };
        self
    }

    /// Reads a column as if its name were this path, such as `attributes.plan`.
    #[must_use]
    pub fn map(mut self, column: impl Into<String>, path: impl Into<String>) -> Self {
        self.choices.paths.insert(column.into(), Some(path.into()));
        self
    }

    /// Leaves a column out.
    #[must_use]
    pub fn leave_out(mut self, column: impl Into<String>) -> Self {
        self.choices.paths.insert(column.into(), None);
        self
    }

    /// Reads the values of a column as this type.
    #[must_use]
    pub fn value_type(mut self, column: impl Into<String>, value_type: ValueType) -> Self {
        self.choices.types.insert(column.into(), value_type);
        self
    }

    /// Reads an empty cell as `null`, which removes an attribute. Default: it is left out.
    ///
    /// Fields that cannot be removed, such as identifiers and properties of events, are left out all the same.
    #[must_use]
    pub fn empty_as_null(mut self, as_null: bool) -> Self {
        self.empty_as_null = as_null;
        self
    }

    /// The format.
    #[must_use]
    pub fn format(&self) -> InputFormat {
        self.format
    }

    /// Opens a file at its current position; Parquet at its start.
    ///
    /// # Errors
    ///
    /// [`InputError`] if the header names columns that cannot be used, with all of them; or if the file cannot
    /// be read.
    pub fn lines(&self, file: File) -> Result<InputLines, InputError> {
        let (choices, empty_as_null) = (&self.choices, self.empty_as_null);
        let inner = match self.format {
            InputFormat::Csv => Inner::Csv(CsvLines::new(file, choices, empty_as_null)?),
            InputFormat::JsonLines => {
                Inner::JsonLines(JsonLines::new(file, choices, empty_as_null)?)
            }
            #[cfg(feature = "parquet")]
            InputFormat::Parquet => {
                Inner::Parquet(ParquetLines::new(file, choices, empty_as_null)?)
            }
            #[cfg(not(feature = "parquet"))]
            InputFormat::Parquet => return Err(InputError::NoParquet),
        };
        Ok(InputLines { inner, has_ended: false })
    }

    /// Opens a file as [`lines`](Self::lines) does, and gives its records one by one.
    ///
    /// # Errors
    ///
    /// As [`lines`](Self::lines).
    pub fn records(&self, file: File) -> Result<Records<InputLines>, InputError> {
        self.lines(file).map(Records::new)
    }
}

/// The lines of a file, read as they are needed: one is held at a time, in Parquet 1,024 rows.
///
/// A line that cannot be read becomes a record with the problem. An error ends the lines.
pub struct InputLines {
    inner: Inner,
    has_ended: bool,
}

enum Inner {
    Csv(CsvLines),
    JsonLines(JsonLines),
    #[cfg(feature = "parquet")]
    Parquet(ParquetLines),
}

impl InputLines {
    /// The names of the columns. JSON lines have none.
    #[must_use]
    pub fn header(&self) -> &[String] {
        match &self.inner {
            Inner::Csv(lines) => lines.header(),
            #[cfg(feature = "parquet")]
            Inner::Parquet(lines) => lines.header(),
            Inner::JsonLines(_) => &[],
        }
    }

    /// Returns the names that [`map`](RecordReader::map), [`leave_out`](RecordReader::leave_out) or
    /// [`value_type`](RecordReader::value_type) were given and that no line of JSON had so far.
    ///
    /// In other formats such a name is an error before the first line.
    pub fn unmet(&self) -> impl Iterator<Item = &str> {
        let lines = match &self.inner {
            Inner::JsonLines(lines) => Some(lines),
            _ => None,
        };
        lines.into_iter().flat_map(JsonLines::unmet)
    }
}

impl Iterator for InputLines {
    type Item = Result<InputLine, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.has_ended {
            return None;
        }
        let line = match &mut self.inner {
            Inner::Csv(lines) => lines.next_line(),
            Inner::JsonLines(lines) => lines.next_line(),
            #[cfg(feature = "parquet")]
            Inner::Parquet(lines) => lines.next_line(),
        };
        if !matches!(line, Some(Ok(_))) {
            self.has_ended = true;
        }
        line
    }
}

impl std::iter::FusedIterator for InputLines {}

impl std::fmt::Debug for InputLines {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InputLines").finish_non_exhaustive()
    }
}
