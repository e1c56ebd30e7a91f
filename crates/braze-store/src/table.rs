//! [`Table`]: the rows of a series, for every program to read.

use braze_core::{FlatSeries, Number, NumericValue, Point};

/// The table of a series: its name, its value and its dimensions.
///
/// Its columns are `workspace`, `app_id`, `segment_id`, `unit` and `time`, then the further dimensions; these
/// are the primary key. Then the value, `complete` and `fetched_at`.
///
/// ```
/// use braze_core::events;
/// use braze_store::Table;
///
/// let table = Table::from_series::<events::DataSeriesRequest>("events");
/// assert_eq!(
///     table.columns().collect::<Vec<_>>(),
///     [
///         "workspace", "app_id", "segment_id", "unit", "time", "event", // the primary key
///         "count", "complete", "fetched_at",
///     ],
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    name: String,
    value: String,
    /// The SQL type of the numbers; empty where counts and amounts are mixed.
    number: &'static str,
    /// Dimensions beside those that every table has, such as the name of an event.
    parameters: Vec<String>,
    /// The columns that tell the numbers of one day apart: the labels and the metric of a nested series.
    labels: Vec<String>,
}

/// The columns of every key.
/// The time is the last of them: a table's own parameters follow.
const KEY: [&str; 5] = ["workspace", "app_id", "segment_id", "unit", TIME];

/// The dimensions that every table has a column for.
pub(crate) const EVERYWHERE: [&str; 2] = ["app_id", "segment_id"];

const TIME: &str = "time";

/// The column with the name of a number.
const METRIC: &str = "metric";

impl Table {
    /// Describes a table by its name, the name of its value, the kind of its numbers and its dimensions.
    ///
    /// `zero` is any number of the kind: counts are stored as integers, amounts as floating point numbers.
    /// The name must not begin with `braze_` or `sqlite_`.
    #[must_use]
    pub fn new<'a>(
        name: impl Into<String>,
        value: impl Into<String>,
        zero: Number,
        dimensions: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let parameters = dimensions.into_iter().filter(|name| !EVERYWHERE.contains(name));
        Self {
            name: name.into(),
            value: value.into(),
            number: if matches!(zero, Number::Amount(_)) { "REAL" } else { "INTEGER" },
            parameters: parameters.map(str::to_owned).collect(),
            labels: Vec::new(),
        }
    }

    /// Describes the table of a nested series: a row for each number, told apart by its labels and `metric`.
    ///
    /// ```
    /// use braze_store::Table;
    ///
    /// let table = Table::nested("campaigns", ["campaign_id"], ["channel", "variation"]);
    /// assert_eq!(
    ///     table.columns().collect::<Vec<_>>(),
    ///     [
    ///         "workspace", "app_id", "segment_id", "unit", "time", "campaign_id", // the primary key
    ///         "channel", "variation", "metric", // the rest of it
    ///         "value", "complete", "fetched_at",
    ///     ],
    /// );
    /// ```
    #[must_use]
    pub fn nested<'a>(
        name: impl Into<String>,
        dimensions: impl IntoIterator<Item = &'a str>,
        labels: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let labels = labels.into_iter().chain([METRIC]).map(str::to_owned).collect();
        let table = Self::new(name, "value", Number::Amount(0.0), dimensions);
        // Without a type, a count stays an integer and an amount a floating point number.
        Self { number: "", labels, ..table }
    }

    /// Describes the table of a series by its request.
    #[must_use]
    pub fn from_series<S: FlatSeries>(name: impl Into<String>) -> Self {
        let zero = <S::Point as Point>::Value::from_f64(0.0).number();
        let dimensions = S::ROLES.dimensions.iter().map(|dimension| dimension.name);
        Self::new(name, <S::Point as Point>::VALUE, zero, dimensions)
    }

    /// The name of the table.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The columns of the primary key, in their order.
    pub fn key(&self) -> impl Iterator<Item = &str> {
        self.selection_key().chain(self.labels())
    }

    /// The columns that select a row of a series, with all its numbers.
    fn selection_key(&self) -> impl Iterator<Item = &str> {
        KEY.into_iter().chain(self.parameters())
    }

    /// The columns that tell the numbers of one day apart.
    pub(crate) fn labels(&self) -> impl Iterator<Item = &str> {
        self.labels.iter().map(String::as_str)
    }

    /// All columns, in their order.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.key().chain(self.content())
    }

    /// The key without the time, which the rows of a selection have in common.
    fn key_without_time(&self) -> impl Iterator<Item = &str> {
        self.selection_key().filter(|name| *name != TIME)
    }

    /// The dimensions beside those that every table has.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &str> {
        self.parameters.iter().map(String::as_str)
    }

    /// The place of the time in the key.
    pub(crate) fn place_of_time(&self) -> usize {
        KEY.len() - 1
    }

    /// The columns that are not part of the key.
    fn content(&self) -> impl Iterator<Item = &str> {
        [self.value.as_str(), "complete", "fetched_at"].into_iter()
    }

    /// SQL that creates the table, with the meaning of its columns, which `.schema` shows.
    pub(crate) fn create(&self) -> String {
        let columns = self.columns().map(|column| {
            let (kind, meaning) = match column {
                "workspace" => ("TEXT", "-- as `--workspace` named it"),
                "app_id" => ("TEXT", "-- '' for all apps"),
                "segment_id" => ("TEXT", "-- '' for everybody"),
                "unit" => ("TEXT", "-- 'day' or 'hour'"),
                "time" => ("TEXT", "-- the date of a day, or the beginning of an hour in UTC"),
                "complete" => ("INTEGER", "-- 0 if the day or hour was not over when it was read"),
                "fetched_at" => ("TEXT", "-- when it was read last, in UTC"),
                _ if column == self.value => (self.number, ""),
                METRIC if !self.labels.is_empty() => ("TEXT", "-- the name of the number"),
                _ if self.labels().any(|label| label == column) => {
                    ("TEXT", "-- '' where it does not apply")
                }
                _ => ("TEXT", "-- '' for all"),
            };
            let kind = if kind.is_empty() { String::new() } else { format!("{kind} ") };
            let line = format!("  {} {kind}NOT NULL, {meaning}", quoted(column));
            format!("{}\n", line.trim_end())
        });
        let columns: String = columns.collect();
        format!(
            "CREATE TABLE IF NOT EXISTS {} (\n{columns}  PRIMARY KEY ({})\n) WITHOUT ROWID",
            quoted(&self.name),
            list(self.key()),
        )
    }

    /// SQL for value and `complete` of the row with a key.
    pub(crate) fn select(&self) -> String {
        let which: Vec<_> = self.key().zip(1..).map(|(name, n)| equals(name, n)).collect();
        format!(
            "SELECT {}, complete FROM {} WHERE {}",
            quoted(&self.value),
            quoted(&self.name),
            which.join(" AND ")
        )
    }

    /// SQL that writes a row. Columns that somebody has added stay as they are.
    pub(crate) fn upsert(&self) -> String {
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

    /// SQL that counts rows of a selection from one time to another. Takes the key without the time.
    pub(crate) fn count(&self, from: &str, to: &str) -> String {
        format!(
            "SELECT COUNT(*) AS rows, COALESCE(SUM(complete = 1), 0) AS complete_rows FROM {} \
             WHERE {} AND time >= {from} AND time < {to}",
            quoted(&self.name),
            self.selection()
        )
    }

    /// SQL for the first time of a selection. Takes the key without the time.
    pub(crate) fn first(&self) -> String {
        format!("SELECT MIN(time) FROM {} WHERE {}", quoted(&self.name), self.selection())
    }

    /// SQL for time, value and `complete` of the rows of a selection, in the order of time. Takes the key
    /// without the time, then the ends of the range; NULL where it has no end.
    pub(crate) fn rows(&self) -> String {
        let place = self.key_without_time().count();
        let (from, to) = (place + 1, place + 2);
        format!(
            "SELECT time, {}, complete FROM {} WHERE {} AND time >= COALESCE(?{from}, '') \
             AND (?{to} IS NULL OR time < ?{to}) ORDER BY time",
            quoted(&self.value),
            quoted(&self.name),
            self.selection()
        )
    }

    /// SQL for time, sum and `complete` of a metric of a selection, in the order of time. Takes what
    /// [`rows`](Self::rows) takes, then the metric, then the values of these labels.
    pub(crate) fn sums(&self, labels: &[&str]) -> String {
        let place = self.key_without_time().count();
        let (from, to) = (place + 1, place + 2);
        let chosen = [METRIC].iter().chain(labels).zip(place + 3..);
        let chosen: Vec<_> = chosen.map(|(name, n)| equals(name, n)).collect();
        format!(
            "SELECT time, SUM({}), MIN(complete) FROM {} WHERE {} AND time >= COALESCE(?{from}, '') \
             AND (?{to} IS NULL OR time < ?{to}) AND {} GROUP BY time ORDER BY time",
            quoted(&self.value),
            quoted(&self.name),
            self.selection(),
            chosen.join(" AND "),
        )
    }

    /// SQL for the selections that have rows: the key without the time, the first and the last time.
    pub(crate) fn extents(&self, limit: usize) -> String {
        let key = list(self.key_without_time());
        format!(
            "SELECT {key}, MIN(time), MAX(time) FROM {} GROUP BY {key} ORDER BY {key} LIMIT {limit}",
            quoted(&self.name)
        )
    }

    /// SQL for the rows that differ only in their time.
    fn selection(&self) -> String {
        let which: Vec<_> =
            self.key_without_time().zip(1..).map(|(name, n)| equals(name, n)).collect();
        which.join(" AND ")
    }
}

fn equals(name: &str, place: usize) -> String {
    format!("{} = ?{place}", quoted(name))
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(quoted).collect::<Vec<_>>().join(", ")
}

/// Quotes a name, which may be a word of SQL.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
