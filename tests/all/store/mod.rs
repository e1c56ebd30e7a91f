//! Files of `braze-store`, without the command.

mod clients;
mod failures;
mod holder;
mod processes;
mod rows;
mod state;

use std::path::PathBuf;

use braze_core::chrono::NaiveDate;
use braze_core::export::{Bucket, Export, Range, Start, Zone};
use braze_core::sessions::DataSeriesRequest;
use braze_core::{DateTime, Number, Unit, Utc};
use braze_sandbox::Sandbox;
use braze_store::{Entry, Horizon, Need, Selection, Store, Table, Tally, Workspace};
use rusqlite::Connection;
use rusqlite::types::Value;
use tempfile::TempDir;

use crate::export::clients::{Client, asynchronous, blocking, config, now, runtime};

/// A database in a folder of its own, with one selection.
struct Database {
    /// Deleted at the end.
    _folder: TempDir,
    path: PathBuf,
    series: Series,
}

/// The selection, and everything else that a store needs to know about its rows.
struct Series {
    workspace: Workspace,
    table: Table,
    selection: Selection,
    horizon: Horizon,
}

impl Series {
    fn new() -> Self {
        let server = "sandbox".to_owned();
        Self {
            workspace: Workspace { name: "default".to_owned(), server, zone: Some(Zone::UTC) },
            table: Table::from_series::<DataSeriesRequest>("sessions"),
            selection: Selection::new("default", Unit::Day),
            horizon: Horizon::new(time(), Some(Zone::UTC), Unit::Day, 0),
        }
    }

    /// The ranges that are needed from one day up to another, or up to now.
    fn needs(&self, store: &mut Store, from: &str, to: Option<&str>) -> Vec<Need> {
        let (from, to) = (Some(day(from)), to.map(day));
        store.needs(&self.table, &self.selection, from, to, self.horizon).unwrap().unwrap()
    }

    /// Stores a number for each day from the first on, in one transaction.
    fn write(
        &self,
        store: &mut Store,
        from: &str,
        counts: &[u64],
    ) -> Result<Tally, braze_store::StoreError> {
        let first = Bucket::new(day(from));
        let starts = (0..).map(|index| first.offset(index).start());
        let range = Range::between(first.start(), first.offset(counts.len() as i64).start());
        let mut writer =
            store.writer(&self.workspace, &self.table, &self.selection, range, self.horizon)?;
        for (start, count) in starts.zip(counts) {
            writer.push(Entry { start, number: Number::Count(*count), complete: true })?;
        }
        writer.finish(time())
    }
}

impl Database {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("braze.db");
        Self { _folder: folder, path, series: Series::new() }
    }

    fn open(&self) -> Store {
        Store::open(&self.path).unwrap()
    }

    /// Reads what the file lacks with a client, and returns the number of ranges and the changes.
    fn sync(&self, client: Client, sandbox: &Sandbox, from: &str) -> (usize, Tally) {
        let Series { workspace, table, selection, horizon } = &self.series;
        let mut store = self.open();
        let needs = self.series.needs(&mut store, from, None);
        let mut total = Tally::default();
        for need in &needs {
            let export = Export::new(DataSeriesRequest::selection(), need.range)
                .include_open(true)
                .zone(Zone::UTC)
                .after_rows(need.after_rows);
            let mut writer =
                store.writer(workspace, table, selection, need.range, *horizon).unwrap();
            match client {
                Client::Blocking => {
                    for row in blocking(config(sandbox)).export(export).unwrap() {
                        writer.push(row.unwrap()).unwrap();
                    }
                }
                Client::Async => runtime().block_on(movable(async {
                    let mut rows = asynchronous(config(sandbox)).export(export).unwrap();
                    while let Some(row) = rows.next().await {
                        writer.push(row.unwrap()).unwrap();
                    }
                })),
            }
            total.add(writer.finish(time()).unwrap());
        }
        (needs.len(), total)
    }

    /// Every row of every table, as another program reads them.
    fn dump(&self) -> String {
        let connection = Connection::open(&self.path).unwrap();
        let sql = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
        let mut out = String::new();
        for table in lines(&connection, sql) {
            out.push_str(&format!("{table}\n"));
            for line in lines(&connection, &format!("SELECT * FROM \"{table}\"")) {
                out.push_str(&format!("  {line}\n"));
            }
        }
        out
    }
}

/// The rows of a query, each with its values separated by spaces.
fn lines(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    let columns = statement.column_count();
    let rows = statement.query_map((), |row| {
        let values = (0..columns).map(|index| {
            Ok(match row.get::<_, Value>(index)? {
                Value::Integer(number) => number.to_string(),
                Value::Text(text) if text.is_empty() => "''".to_owned(),
                Value::Text(text) => text,
                other => format!("{other:?}"),
            })
        });
        Ok(values.collect::<rusqlite::Result<Vec<_>>>()?.join(" "))
    });
    rows.unwrap().map(Result::unwrap).collect()
}

/// Returns a future that a runtime with several threads can run.
fn movable<T: Send>(future: T) -> T {
    future
}

fn day(text: &str) -> Start {
    Start::Date(text.parse::<NaiveDate>().unwrap())
}

fn time() -> DateTime<Utc> {
    now().into()
}
