//! [`Selection`]: the rows of one series, one app and one segment; and what of them was read.

use std::fmt;
use std::str::FromStr;

use braze_core::export::Start;
use braze_core::{Choice, Unit};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params, params_from_iter};

use super::table::EVERYWHERE;
use super::{Database, Table};
use crate::failure::Failure;
use crate::range::{self, Span};
use braze_series::Selection as Key;

/// Which rows of a table belong together: all that differ only in their time.
#[derive(Debug, Clone)]
pub(crate) struct Selection {
    pub(crate) workspace: String,
    pub(crate) key: Key,
    pub(crate) unit: Unit,
}

/// What of a selection was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Held {
    /// The first day or hour that was ever asked for.
    pub(crate) since: Start,
    /// The first row.
    pub(crate) first_row: Option<Start>,
    /// What need not be read again, ascending. Spans may overlap.
    pub(crate) settled: Vec<Span>,
}

impl Database {
    /// What was read of a selection; `None` if nothing was.
    pub(crate) fn held(
        &mut self,
        table: &Table,
        selection: &Selection,
    ) -> Result<Option<Held>, Failure> {
        self.run(|connection| {
            let Some((id, since)) = selection.known(table, connection)? else { return Ok(None) };
            if !connection.table_exists(None, table.name())? {
                connection.execute_batch(&table.create())?;
            }
            // What somebody has deleted, or marked as not complete, is read again.
            let sql = format!(
                "SELECT settled_from, settled_to FROM braze_settled AS settled \
                 WHERE selection = {id} AND complete_rows <= (SELECT complete_rows FROM ({})) \
                 ORDER BY settled_from",
                table.count("settled.settled_from", "settled.settled_to")
            );
            let mut statement = connection.prepare(&sql)?;
            let spans = statement.query_map(params_from_iter(selection.values()), |row| {
                let (from, to) = (selection.start(row, 0)?, selection.start(row, 1)?);
                Ok(from.zip(to).map(|(from, to)| Span { from, to }))
            })?;
            let settled = spans.filter_map(Result::transpose).collect::<rusqlite::Result<_>>()?;
            let values = params_from_iter(selection.values());
            let first_row =
                connection.query_row(&table.first(), values, |row| selection.start(row, 0))?;
            Ok(since.map(|since| Held { since, first_row, settled }))
        })
    }
}

impl Selection {
    /// The rows of a workspace about something.
    pub(crate) fn new(workspace: &str, unit: Unit, key: &Key) -> Self {
        Self { workspace: workspace.to_owned(), key: key.clone(), unit }
    }

    /// The one that the key without the time stands for in the first columns of a row, and how many those
    /// are. `None` if it is in a unit that is not known.
    pub(super) fn of_row(table: &Table, row: &Row<'_>) -> rusqlite::Result<Option<(Self, usize)>> {
        let text = |column: usize| row.get::<_, String>(column);
        let Ok(unit) = Unit::from_str(&text(3)?) else { return Ok(None) };
        let parameters =
            table.parameters().zip(4..).map(|(name, column)| Ok((name, text(column)?)));
        let parameters = parameters.collect::<rusqlite::Result<Vec<_>>>()?;
        let width = 4 + parameters.len();
        let everywhere = [("app_id", text(1)?), ("segment_id", text(2)?)];
        let key = Key::new(parameters.into_iter().chain(everywhere));
        Ok(Some((Self { workspace: text(0)?, key, unit }, width)))
    }

    /// Its number, and since when it is read.
    pub(super) fn known(
        &self,
        table: &Table,
        connection: &Connection,
    ) -> rusqlite::Result<Option<(i64, Option<Start>)>> {
        let sql = "SELECT selection, since FROM braze_selections WHERE series = ?1 \
                   AND workspace = ?2 AND app_id = ?3 AND segment_id = ?4 AND unit = ?5 AND parameters = ?6";
        let row = |row: &Row<'_>| Ok((row.get(0)?, self.start(row, 1)?));
        connection.query_row(sql, self.columns(table), row).optional()
    }

    /// Remembers it, and that it is read since then or earlier. Gives its number.
    pub(super) fn keep(
        &self,
        table: &Table,
        connection: &Connection,
        since: Start,
    ) -> rusqlite::Result<i64> {
        let known = self.known(table, connection)?;
        if let Some((id, Some(known))) = known
            && known <= since
        {
            return Ok(id);
        }
        let (id, since) = (known.map(|(id, _)| id), since.to_string());
        let [series, workspace, app, segment, unit, parameters] = self.columns(table);
        let sql = "INSERT OR REPLACE INTO braze_selections VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let values = params![id, series, workspace, app, segment, unit, parameters, since];
        connection.execute(sql, values)?;
        Ok(id.unwrap_or_else(|| connection.last_insert_rowid()))
    }

    /// What its rows have in common: the key without the time.
    pub(super) fn values(&self) -> Vec<Value> {
        let [app_id, segment_id] = EVERYWHERE.map(|name| self.key.value(name));
        let first = [self.workspace.as_str(), app_id, segment_id, self.unit.as_str()];
        let others = self.others().map(|(_, value)| value);
        first.into_iter().chain(others).map(|text| Value::Text(text.to_owned())).collect()
    }

    /// The dimensions that only some tables have.
    fn others(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.key.iter().filter(|(name, _)| !EVERYWHERE.contains(name))
    }

    /// What it is known by in `braze_selections`.
    fn columns(&self, table: &Table) -> [String; 6] {
        let given = self.others().filter(|(_, value)| !value.is_empty());
        let given: serde_json::Map<_, _> =
            given.map(|(name, value)| (name.to_owned(), value.into())).collect();
        let [app_id, segment_id] = EVERYWHERE.map(|name| self.key.value(name));
        let parameters = if given.is_empty() {
            String::new()
        } else {
            serde_json::Value::Object(given).to_string()
        };
        [
            table.name().to_owned(),
            self.workspace.clone(),
            app_id.to_owned(),
            segment_id.to_owned(),
            self.unit.as_str().to_owned(),
            parameters,
        ]
    }

    /// A day or hour in a column; `None` if there is something else.
    pub(super) fn start(&self, row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Start>> {
        let text: Option<String> = row.get(column)?;
        Ok(text.and_then(|text| range::start(self.unit, &text)))
    }
}

impl fmt::Display for Selection {
    /// `workspace default: days of app 6c1f…, event added_to_cart`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "workspace {}: {}s of {}", self.workspace, self.unit.as_str(), self.key)
    }
}
