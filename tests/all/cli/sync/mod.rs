//! `braze <series> sync`: an SQLite file that is kept up to date.

mod again;
mod changes;
mod early;
mod help;
mod refusals;
mod table;

use std::fs;
use std::path::PathBuf;

use braze_sandbox::Sandbox;
use rusqlite::Connection;
use tempfile::TempDir;

use super::export::sandbox;
use super::process::{Braze, Transcript, assert_transcript, braze, stop};
use super::{KEY, NOW};

/// January 2024 of the sandbox's sessions.
const JANUARY: &str = "--from 2024-01-01 --to 2024-02-01";

/// A folder for a database, which runs are started in: what they say of the file is the same each time.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("numbers.db")
    }

    /// A run with these arguments.
    fn braze(&self, arguments: &str) -> Braze {
        let mut run = braze(arguments);
        run.command.current_dir(self.0.path());
        run
    }

    /// A sync of sessions from the sandbox inside the command.
    fn sync(&self, arguments: &str) -> Braze {
        self.braze(&format!("sessions sync --db numbers.db --sandbox {arguments}")).pinned()
    }

    /// A sync of sessions from a sandbox outside of the command.
    fn sync_from(&self, sandbox: &Sandbox, arguments: &str) -> Braze {
        self.sync_at(sandbox, arguments, NOW)
    }

    /// The same at another time than that of pinned runs.
    fn sync_at(&self, sandbox: &Sandbox, arguments: &str, now: &str) -> Braze {
        let line = format!("sessions sync --db numbers.db --base-url {}", sandbox.url());
        let run = self.braze(&format!("{line} {arguments}")).at(now);
        run.env("BRAZE_API_KEY", &sandbox.api_key_text())
    }

    fn open(&self) -> Connection {
        Connection::open(self.file()).unwrap()
    }

    /// The answer to a query, a line for each row.
    fn query(&self, sql: &str) -> Vec<String> {
        let connection = self.open();
        let mut statement = connection.prepare(sql).unwrap();
        let columns = statement.column_count();
        let line = |row: &rusqlite::Row<'_>| {
            let text = |column| match row.get_ref(column).unwrap() {
                rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                rusqlite::types::ValueRef::Real(number) => number.to_string(),
                other => other.as_str().unwrap().to_owned(),
            };
            Ok((0..columns).map(text).collect::<Vec<_>>().join(","))
        };
        statement.query_map((), line).unwrap().map(Result::unwrap).collect()
    }

    /// The rows of a table in the form of an export's CSV.
    fn rows(&self, table: &str, value: &str) -> Vec<String> {
        self.query(&format!(
            "SELECT time, unit, app_id, segment_id, {value}, iif(complete, 'true', 'false') FROM {table} \
             ORDER BY app_id, segment_id, time"
        ))
    }

    fn sessions(&self) -> Vec<String> {
        self.rows("sessions", "sessions")
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// A run that must succeed.
fn complete(run: Braze) -> Transcript {
    let run = run.run();
    assert_eq!((run.code(), run.stdout()), (Some(0), ""), "{run}");
    run
}

/// The line that counts rows: how many are new, changed, unchanged.
fn counts(run: &Transcript) -> (u64, u64, u64) {
    let line = run.stderr().lines().find(|line| line.contains(" unchanged"));
    let line = line.unwrap_or_else(|| panic!("{run}"));
    let numbers: Vec<u64> = line.split([' ', ',']).filter_map(|word| word.parse().ok()).collect();
    match numbers[..] {
        [new, changed, unchanged] => (new, changed, unchanged),
        _ => panic!("{run}"),
    }
}

/// The ends of the requests that a sandbox got since the last time it was asked, without the time of day,
/// and how many units each asked for.
fn asked(sandbox: &Sandbox) -> Vec<String> {
    let of = |query: &[(String, String)], name: &str| {
        let found = query.iter().find(|(known, _)| known == name);
        found.map_or("now".to_owned(), |(_, value)| value.clone())
    };
    let mut asked: Vec<_> = sandbox
        .requests()
        .iter()
        .map(|request| {
            let query = request.query();
            format!("{} to {}", of(&query, "length"), of(&query, "ending_at"))
        })
        .collect();
    sandbox.forget_requests();
    asked.sort();
    asked
}
