//! [`Reader`]: an SQLite file, open for reading.

use std::fmt;
use std::path::Path;

use braze_core::export::{Start, Zone};
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};

use crate::access::Access;
use crate::entry::Entry;
use crate::error::{StoreError, StoreErrorKind};
use crate::file::Name;
use crate::selection::Selection;
use crate::table::Table;
use crate::{number, open, workspace};

/// An SQLite file that a [`Store`](crate::Store) keeps, open for reading.
///
/// A store that writes to the file meanwhile is not held up.
pub struct Reader {
    connection: Connection,
    name: Name,
}

/// A selection in the file, with the first and the last time of its rows.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Extent {
    /// The selection.
    pub selection: Selection,
    /// The time of its first row, as it is in the file.
    pub first: String,
    /// The time of its last row, as it is in the file.
    pub last: String,
}

impl Reader {
    /// Opens a file, also in a folder without the right to write.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] if there is no such file, or a file that no store keeps.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        let name = Name::new(path.as_ref(), Access::Read)?;
        if !name.target().exists() {
            return Err(name.error(StoreErrorKind::NotFound));
        }
        let connection = open::to_read(&name)?;
        Ok(Self { connection, name })
    }

    /// The path of the file, as it was given.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.name.as_given()
    }

    /// The time zone that the rows of a workspace were read in.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] that SQLite reports.
    pub fn zone(&self, workspace: &str) -> Result<Option<Zone>, StoreError> {
        if !self.tables()?.iter().any(|name| name == "braze_workspaces") {
            return Ok(None);
        }
        let known = workspace::known(&self.connection, workspace);
        let known = known.map_err(|error| self.name.sqlite_error(error))?;
        Ok(known.and_then(|(_, zone)| zone.parse().ok()))
    }

    /// Checks that the file has a table.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] that names the tables of the file if this one is not among them.
    pub fn require(&self, table: &Table) -> Result<(), StoreError> {
        let mut tables = self.tables()?;
        if tables.iter().any(|name| name == table.name()) {
            return Ok(());
        }
        tables.retain(|name| !name.starts_with("braze_"));
        Err(self.name.error(StoreErrorKind::NoTable { table: table.name().to_owned(), tables }))
    }

    /// The rows of a selection in the order of time, from a day or hour up to, but not including, another.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] that SQLite reports, if the table has no column for a dimension, or if a row does not
    /// have the form that a store writes.
    pub fn rows(
        &self,
        table: &Table,
        selection: &Selection,
        from: Option<Start>,
        to: Option<Start>,
    ) -> Result<Vec<Entry>, StoreError> {
        let values = self.range(table, selection, from, to)?;
        self.entries(table, selection, &table.rows(), values)
    }

    /// The sums of a metric of a nested series, in the order of time. `labels` chooses the numbers by labels
    /// with their values; the sum is over all others.
    ///
    /// # Errors
    ///
    /// As [`rows`](Self::rows).
    pub fn sums(
        &self,
        table: &Table,
        selection: &Selection,
        (from, to): (Option<Start>, Option<Start>),
        metric: &str,
        labels: &[(&str, &str)],
    ) -> Result<Vec<Entry>, StoreError> {
        let mut values = self.range(table, selection, from, to)?;
        let chosen = std::iter::once(metric).chain(labels.iter().map(|(_, value)| *value));
        values.extend(chosen.map(|text| Value::Text(text.to_owned())));
        let names: Vec<_> = labels.iter().map(|(name, _)| *name).collect();
        self.entries(table, selection, &table.sums(&names), values)
    }

    /// The values of a selection and a range.
    fn range(
        &self,
        table: &Table,
        selection: &Selection,
        from: Option<Start>,
        to: Option<Start>,
    ) -> Result<Vec<Value>, StoreError> {
        selection.check(table).map_err(|kind| self.name.error(kind))?;
        let mut values = selection.values(table);
        let end = |start: Start| Value::Text(start.to_string());
        values.extend([from, to].map(|start| start.map_or(Value::Null, end)));
        Ok(values)
    }

    fn entries(
        &self,
        table: &Table,
        selection: &Selection,
        sql: &str,
        values: Vec<Value>,
    ) -> Result<Vec<Entry>, StoreError> {
        let rows = self.query(sql, values, |row| {
            let start = selection.start(row, 0)?;
            let number = number::read(row.get_ref(1)?);
            let complete = row.get(2)?;
            let entry = start.zip(number);
            let entry = entry.map(|(start, number)| Entry { start, number, complete });
            let text: Option<String> = row.get(0)?;
            Ok(entry.ok_or(text.unwrap_or_default()))
        });
        let rows: Result<_, _> = rows?.into_iter().collect();
        rows.map_err(|time| {
            let table = table.name().to_owned();
            self.name.error(StoreErrorKind::InvalidRow { table, time })
        })
    }

    /// The first selections that have rows in a table, at most `limit`.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] that SQLite reports.
    pub fn extents(&self, table: &Table, limit: usize) -> Result<Vec<Extent>, StoreError> {
        let extent = |row: &Row<'_>| {
            let Some((selection, width)) = Selection::from_row(table, row)? else {
                return Ok(None);
            };
            let (first, last) = (row.get(width)?, row.get(width + 1)?);
            Ok(Some(Extent { selection, first, last }))
        };
        let extents = self.query(&table.extents(limit), Vec::new(), extent)?;
        Ok(extents.into_iter().flatten().collect())
    }

    fn tables(&self) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') \
                   AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name";
        self.query(sql, Vec::new(), |row| row.get(0))
    }

    fn query<T>(
        &self,
        sql: &str,
        values: Vec<Value>,
        row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let rows = || -> rusqlite::Result<Vec<T>> {
            let mut statement = self.connection.prepare(sql)?;
            statement.query_map(params_from_iter(values), row)?.collect()
        };
        rows().map_err(|error| self.name.sqlite_error(error))
    }
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").field("path", &self.path()).finish_non_exhaustive()
    }
}
