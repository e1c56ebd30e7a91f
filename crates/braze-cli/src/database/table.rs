//! [`Table`]: the rows of a series, for everybody to read.

use braze_core::Number;

use crate::series::Series;

/// The table of a series, and the statements that are made for it.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    name: String,
    /// What the number is called.
    value: &'static str,
    /// Zero, which tells whether the numbers are counts or amounts.
    zero: Number,
    /// Dimensions beside those that every table has, such as the name of an event.
    parameters: Vec<&'static str>,
}

/// The columns that every row is known by.
/// The time is the last of them: a table's own parameters follow.
const KEY: [&str; 5] = ["workspace", "app_id", "segment_id", "unit", TIME];

/// The dimensions that every table has a column for.
pub(super) const EVERYWHERE: [&str; 2] = ["app_id", "segment_id"];

const TIME: &str = "time";

impl Table {
    /// Named as the command is: `kpi new-users` has its rows in `kpi_new_users`.
    pub(crate) fn of(series: &Series) -> Self {
        Self {
            name: series.endpoint.description.command.join("_").replace('-', "_"),
            value: series.value,
            zero: series.zero,
            parameters: series.dimensions().filter(|name| !EVERYWHERE.contains(name)).collect(),
        }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The columns that tell rows apart.
    pub(crate) fn key(&self) -> impl Iterator<Item = &'static str> {
        KEY.into_iter().chain(self.parameters())
    }

    /// The same without the time: what the rows of a selection have in common.
    fn key_without_time(&self) -> impl Iterator<Item = &'static str> {
        self.key().filter(|name| *name != TIME)
    }

    /// The dimensions beside those that every table has.
    pub(super) fn parameters(&self) -> impl Iterator<Item = &'static str> {
        self.parameters.iter().copied()
    }

    /// Where the time stands among them.
    pub(super) fn place_of_time(&self) -> usize {
        KEY.len() - 1
    }

    /// All columns, in their order.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &'static str> {
        self.key().chain(self.content())
    }

    /// The columns that are not part of the key.
    fn content(&self) -> impl Iterator<Item = &'static str> {
        [self.value, "complete", "fetched_at"].into_iter()
    }

    /// Makes the table, with what its columns mean, which `.schema` shows.
    pub(super) fn create(&self) -> String {
        let number = match self.zero {
            Number::Amount(_) => "REAL",
            _ => "INTEGER",
        };
        let columns = self.columns().map(|column| {
            let (kind, meaning) = match column {
                "workspace" => ("TEXT", "-- as `--workspace` named it"),
                "app_id" => ("TEXT", "-- '' for all apps"),
                "segment_id" => ("TEXT", "-- '' for everybody"),
                "unit" => ("TEXT", "-- 'day' or 'hour'"),
                "time" => ("TEXT", "-- the date of a day, or the beginning of an hour in UTC"),
                "complete" => ("INTEGER", "-- 0 if the day or hour was not over when it was read"),
                "fetched_at" => ("TEXT", "-- when it was read last, in UTC"),
                _ if column == self.value => (number, ""),
                _ => ("TEXT", "-- '' for all"),
            };
            let line = format!("  {} {kind} NOT NULL, {meaning}", quoted(column));
            format!("{}\n", line.trim_end())
        });
        let columns: String = columns.collect();
        format!(
            "CREATE TABLE IF NOT EXISTS {} (\n{columns}  PRIMARY KEY ({})\n) WITHOUT ROWID",
            quoted(&self.name),
            list(self.key()),
        )
    }

    /// Gives value and `complete` of the row with a key.
    pub(super) fn select(&self) -> String {
        let which: Vec<_> = self.key().zip(1..).map(|(name, n)| equals(name, n)).collect();
        format!(
            "SELECT {}, complete FROM {} WHERE {}",
            quoted(self.value),
            quoted(&self.name),
            which.join(" AND ")
        )
    }

    /// Writes a row, or what is new of it. Columns that somebody has added stay as they are.
    pub(super) fn upsert(&self) -> String {
        let places: Vec<_> = self.columns().zip(1..).map(|(_, n)| format!("?{n}")).collect();
        let update = self.content().map(quoted).map(|name| format!("{name} = excluded.{name}"));
        format!(
            "INSERT INTO {} ({}) VALUES ({}) ON CONFLICT DO UPDATE SET {}",
            quoted(&self.name),
            list(self.columns()),
            places.join(", "),
            update.collect::<Vec<_>>().join(", ")
        )
    }

    /// Counts rows of a selection from one time to another. Takes the key without the time.
    pub(super) fn count(&self, from: &str, to: &str) -> String {
        format!(
            "SELECT COUNT(*) AS rows, COALESCE(SUM(complete = 1), 0) AS complete_rows FROM {} \
             WHERE {} AND time >= {from} AND time < {to}",
            quoted(&self.name),
            self.selection()
        )
    }

    /// Gives the first time of a selection. Takes the key without the time.
    pub(super) fn first(&self) -> String {
        format!("SELECT MIN(time) FROM {} WHERE {}", quoted(&self.name), self.selection())
    }

    /// Gives time, value and `complete` of the rows of a selection, in the order of time. Takes the key without
    /// the time, and from which time to which other one; NULL where there is no end.
    pub(super) fn rows(&self) -> String {
        let place = self.key_without_time().count();
        let (from, to) = (place + 1, place + 2);
        format!(
            "SELECT time, {}, complete FROM {} WHERE {} AND time >= COALESCE(?{from}, '') \
             AND (?{to} IS NULL OR time < ?{to}) ORDER BY time",
            quoted(self.value),
            quoted(&self.name),
            self.selection()
        )
    }

    /// Gives the selections that have rows: the key without the time, the first and the last time.
    pub(super) fn extents(&self, limit: usize) -> String {
        let key = list(self.key_without_time());
        format!(
            "SELECT {key}, MIN(time), MAX(time) FROM {} GROUP BY {key} ORDER BY {key} LIMIT {limit}",
            quoted(&self.name)
        )
    }

    /// The rows that differ only in their time.
    fn selection(&self) -> String {
        let which: Vec<_> =
            self.key_without_time().zip(1..).map(|(name, n)| equals(name, n)).collect();
        which.join(" AND ")
    }
}

fn equals(name: &str, place: usize) -> String {
    format!("{} = ?{place}", quoted(name))
}

fn list(names: impl Iterator<Item = &'static str>) -> String {
    names.map(quoted).collect::<Vec<_>>().join(", ")
}

/// A name that may be a word of SQL.
fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}
