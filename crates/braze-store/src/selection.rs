//! [`Selection`]: the rows of a table that differ only in their time.

use std::fmt;
use std::str::FromStr;

use braze_core::export::{Bucket, Start};
use braze_core::{Choice, Unit};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::error::StoreErrorKind;
use crate::table::{EVERYWHERE, Table};

/// The rows of a table that differ only in their time: of one workspace, unit, app, segment and so on.
///
/// ```
/// use braze_core::Unit;
/// use braze_store::Selection;
///
/// let ios = Selection::new("default", Unit::Day).with("app_id", "ios");
/// assert_eq!(ios.to_string(), "workspace default: days of app ios");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    workspace: String,
    unit: Unit,
    /// Names and values, none of them empty.
    dimensions: Vec<(String, String)>,
}

impl Selection {
    /// Selects the rows of a workspace in a unit, for all apps and everybody.
    #[must_use]
    pub fn new(workspace: impl Into<String>, unit: Unit) -> Self {
        Self { workspace: workspace.into(), unit, dimensions: Vec::new() }
    }

    /// Narrows it to one value of a dimension. An empty value stands for all.
    #[must_use]
    pub fn with(mut self, dimension: impl Into<String>, value: impl Into<String>) -> Self {
        let (dimension, value) = (dimension.into(), value.into());
        self.dimensions.retain(|(name, _)| *name != dimension);
        if !value.is_empty() {
            self.dimensions.push((dimension, value));
        }
        self
    }

    /// Days or hours.
    #[must_use]
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// Refuses a dimension that the table has no column for.
    pub(crate) fn check(&self, table: &Table) -> Result<(), StoreErrorKind> {
        let has_column =
            |name: &str| EVERYWHERE.contains(&name) || table.parameters().any(|it| it == name);
        match self.dimensions.iter().find(|(name, _)| !has_column(name)) {
            None => Ok(()),
            Some((dimension, _)) => Err(StoreErrorKind::UnknownDimension {
                table: table.name().to_owned(),
                dimension: dimension.clone(),
            }),
        }
    }

    /// Reads the first columns of a row, which are the key without the time. Returns how many those are, or
    /// `None` for an unknown unit.
    pub(crate) fn from_row(
        table: &Table,
        row: &Row<'_>,
    ) -> rusqlite::Result<Option<(Self, usize)>> {
        let text = |column: usize| row.get::<_, String>(column);
        let Ok(unit) = Unit::from_str(&text(3)?) else { return Ok(None) };
        let mut selection = Self::new(text(0)?, unit);
        let mut width = 4;
        for name in table.parameters() {
            selection = selection.with(name, text(width)?);
            width += 1;
        }
        selection = selection.with("app_id", text(1)?).with("segment_id", text(2)?);
        Ok(Some((selection, width)))
    }

    /// The number of the selection in the file, and the first day or hour that was ever asked for.
    pub(crate) fn known(
        &self,
        table: &Table,
        connection: &Connection,
    ) -> rusqlite::Result<Option<(i64, Option<Start>)>> {
        let sql = "SELECT selection, since FROM braze_selections WHERE series = ?1 \
                   AND workspace = ?2 AND app_id = ?3 AND segment_id = ?4 AND unit = ?5 AND parameters = ?6";
        let row = |row: &Row<'_>| Ok((row.get(0)?, self.start(row, 1)?));
        connection.query_row(sql, self.columns(table), row).optional()
    }

    /// Stores the selection, and that it is read since then or earlier. Returns its number.
    pub(crate) fn keep(
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

    /// The key without the time, in the order of the table.
    pub(crate) fn values(&self, table: &Table) -> Vec<Value> {
        let [app_id, segment_id] = EVERYWHERE.map(|name| self.value(name));
        let first = [self.workspace.as_str(), app_id, segment_id, self.unit.as_str()];
        let others = table.parameters().map(|name| self.value(name));
        first.into_iter().chain(others).map(|text| Value::Text(text.to_owned())).collect()
    }

    /// The value of a dimension; empty for all.
    fn value(&self, dimension: &str) -> &str {
        let found = self.dimensions.iter().find(|(name, _)| name == dimension);
        found.map_or("", |(_, value)| value)
    }

    /// The columns that name the selection in `braze_selections`.
    fn columns(&self, table: &Table) -> [String; 6] {
        let parameters = table.parameters().map(|name| (name, self.value(name)));
        let parameters: serde_json::Map<_, _> = parameters
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name.to_owned(), value.into()))
            .collect();
        let [app_id, segment_id] = EVERYWHERE.map(|name| self.value(name));
        let parameters = if parameters.is_empty() {
            String::new()
        } else {
            serde_json::Value::Object(parameters).to_string()
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

    /// A day or hour in a column; `None` if the column holds something else.
    pub(crate) fn start(&self, row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Start>> {
        let text: Option<String> = row.get(column)?;
        Ok(text.and_then(|text| Bucket::parse(self.unit, &text).ok()).map(Bucket::start))
    }
}

impl fmt::Display for Selection {
    /// `workspace default: days of event added_to_cart, app 6c1f…`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "workspace {}: {}s of ", self.workspace, self.unit.as_str())?;
        if self.dimensions.is_empty() {
            return f.write_str("all apps");
        }
        for (index, (name, value)) in self.dimensions.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            let name = name.strip_suffix("_id").unwrap_or(name).replace('_', " ");
            write!(f, "{separator}{name} {value}")?;
        }
        Ok(())
    }
}
