//! [`Reader`]: the rows of a file, which is left as it is.

use std::path::Path;

use braze_core::Number;
use braze_core::export::{Start, Zone};
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};

use super::access::Access;
use super::failure::{failure, foreign_row, missing, without_table};
use super::file::Name;
use super::{Selection, Table, number, open, workspace};
use crate::failure::Failure;

/// The SQLite file that `sync` keeps, open for reading. A run that writes to it is not held up.
pub(crate) struct Reader {
    connection: Connection,
    name: Name,
}

/// A row of a selection.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Entry {
    pub(crate) start: Start,
    pub(crate) number: Number,
    pub(crate) complete: bool,
}

/// A selection in the file, with the first and the last time of its rows.
#[derive(Debug, Clone)]
pub(crate) struct Extent {
    pub(crate) selection: Selection,
    pub(crate) first: String,
    pub(crate) last: String,
}

impl Reader {
    /// Opens a file. Refuses what `sync` does not keep.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let name = Name::of(path, Access::Read)?;
        if !name.target().exists() {
            return Err(missing(&name));
        }
        let connection = open::to_read(&name)?;
        Ok(Self { connection, name })
    }

    /// The name of the file, as it was given.
    pub(crate) fn path(&self) -> &Path {
        self.name.given()
    }

    /// The time zone that the rows of a workspace were read in.
    pub(crate) fn zone(&self, workspace: &str) -> Result<Option<Zone>, Failure> {
        if !self.tables()?.iter().any(|name| name == "braze_workspaces") {
            return Ok(None);
        }
        let known = workspace::known(&self.connection, workspace);
        let known = known.map_err(|error| failure(&self.name, &error))?;
        Ok(known.and_then(|(_, zone)| zone.parse().ok()))
    }

    /// Refuses a file without this table.
    pub(crate) fn require(&self, table: &Table) -> Result<(), Failure> {
        let mut tables = self.tables()?;
        if tables.iter().any(|name| name == table.name()) {
            return Ok(());
        }
        tables.retain(|name| !name.starts_with("braze_"));
        Err(without_table(&self.name, table, &tables))
    }

    /// The rows of a selection in the order of time, from a day or hour up to, but not including, another.
    pub(crate) fn rows(
        &self,
        table: &Table,
        selection: &Selection,
        from: Option<Start>,
        to: Option<Start>,
    ) -> Result<Vec<Entry>, Failure> {
        let mut values = selection.values();
        let end = |start: Start| Value::Text(start.to_string());
        values.extend([from, to].map(|start| start.map_or(Value::Null, end)));
        let rows = self.query(&table.rows(), values, |row| {
            let start = selection.start(row, 0)?;
            let number = number::read(row.get_ref(1)?);
            let complete = row.get(2)?;
            let entry = start.zip(number);
            let entry = entry.map(|(start, number)| Entry { start, number, complete });
            let text: Option<String> = row.get(0)?;
            Ok(entry.ok_or(text.unwrap_or_default()))
        });
        let whole: Result<_, _> = rows?.into_iter().collect();
        whole.map_err(|time: String| foreign_row(&self.name, table, &time))
    }

    /// The first of the selections that have rows in a table.
    pub(crate) fn extents(&self, table: &Table, limit: usize) -> Result<Vec<Extent>, Failure> {
        let extent = |row: &Row<'_>| {
            let Some((selection, width)) = Selection::of_row(table, row)? else { return Ok(None) };
            let (first, last) = (row.get(width)?, row.get(width + 1)?);
            Ok(Some(Extent { selection, first, last }))
        };
        let extents = self.query(&table.extents(limit), Vec::new(), extent)?;
        Ok(extents.into_iter().flatten().collect())
    }

    fn tables(&self) -> Result<Vec<String>, Failure> {
        let sql = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') \
                   AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name";
        self.query(sql, Vec::new(), |row| row.get(0))
    }

    fn query<T>(
        &self,
        sql: &str,
        values: Vec<Value>,
        row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Failure> {
        let rows = || -> rusqlite::Result<Vec<T>> {
            let mut statement = self.connection.prepare(sql)?;
            statement.query_map(params_from_iter(values), row)?.collect()
        };
        rows().map_err(|error| failure(&self.name, &error))
    }
}
