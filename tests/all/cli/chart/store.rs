//! Charts from the file that `sync` keeps.

use std::fs;
use std::path::PathBuf;

use rusqlite::{Connection, params};
use tempfile::TempDir;

use super::super::KEY;
use super::{Transcript, assert_transcript, assert_usage, braze};

/// A file that was synced once, whose rows were then taken out.
struct Store {
    folder: TempDir,
    connection: Connection,
}

impl Store {
    fn new() -> Self {
        Self::synced("--from 2024-01-01 --to 2024-01-02").without_rows()
    }

    /// With what a sync of this range stores.
    fn synced(range: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("braze.db");
        let run = braze(&format!("sessions sync --sandbox --db {} {range}", file.display())).run();
        assert_eq!(run.code(), Some(0), "{run}");
        Self { folder, connection: Connection::open(file).unwrap() }
    }

    fn without_rows(self) -> Self {
        self.connection.execute("DELETE FROM sessions", ()).unwrap();
        self
    }

    /// With the days of 2024 from the first on that are not left out. The last one is not over.
    fn with_days(workspace: &str, app: &str, days: u32, left_out: &[u32]) -> Self {
        let store = Self::new();
        store.add(workspace, app, days, left_out);
        store
    }

    fn add(&self, workspace: &str, app: &str, days: u32, left_out: &[u32]) {
        let sql =
            "INSERT INTO sessions VALUES (?1, ?2, '', 'day', ?3, ?4, ?5, '2024-06-01T00:00:00Z')";
        for day in (1..=days).filter(|day| !left_out.contains(day)) {
            let time = format!("2024-{:02}-{:02}", (day - 1) / 28 + 1, (day - 1) % 28 + 1);
            let row = params![workspace, app, time, 1_000 + day * 37 % 400, day < days];
            self.connection.execute(sql, row).unwrap();
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("braze.db")
    }

    fn chart(&self, arguments: &str) -> Transcript {
        self.chart_of("braze.db", arguments)
    }

    /// A chart from a file in the folder, which goes by its name alone.
    fn chart_of(&self, file: &str, arguments: &str) -> Transcript {
        let mut run = braze(&format!("sessions chart --db {file} {arguments}"));
        run.command.current_dir(self.folder.path());
        run.run()
    }
}

#[test]
fn the_options_that_choose_rows_are_those_of_the_series() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("braze.db");
    let range = "--from 2024-01-01 --to 2024-01-03";
    let revenue = |line: &str| {
        braze(&format!("purchases revenue {line} --db {} {range}", file.display())).run()
    };
    let run = revenue("sync --sandbox --product shoes");
    assert_eq!(run.code(), Some(0), "{run}");
    let run = revenue("chart");
    assert_eq!(run.code(), Some(2), "{run}");
    assert!(run.stderr().contains("product shoes, 2024-01-01 to 2024-01-02\n"), "{run}");
    let tip = "choose with `--workspace`, `--unit`, `--product`, `--app-id`, `--from` and `--to`";
    assert!(run.stderr().contains(tip), "{run}");
}

#[test]
fn what_was_synced_is_drawn_as_the_server_has_it() {
    let drawn = |line: &str| {
        let run = braze(&format!("sessions chart {line}")).run();
        assert_eq!(run.code(), Some(0), "{run}");
        run.stdout().to_owned()
    };
    for range in
        ["--from 2024-01-01 --to 2024-02-01", "--unit hour --from 2024-05-06 --to 2024-05-13"]
    {
        let range = format!("{range} --app-id ios --app-id android");
        let store = Store::synced(&range);
        let of_file = drawn(&format!("--db {} {range}", store.file().display()));
        assert!(of_file.contains("app android"), "{of_file}");
        assert_eq!(of_file, drawn(&format!("--sandbox {range}")));
    }
}

/// The superuser may write there all the same, and then nothing stands in the way.
#[cfg(unix)]
#[test]
fn a_file_in_a_folder_that_is_only_read_is_drawn() {
    use std::os::unix::fs::PermissionsExt;

    let Store { folder, connection } = Store::synced("--from 2024-01-01 --to 2024-02-01");
    drop(connection);
    let line = format!("sessions chart --db {}", folder.path().join("braze.db").display());
    let expected = braze(&line).run();
    let allow = |folder_mode: u32, file_mode: u32| {
        let set = |path, mode| fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
        set(folder.path().join("braze.db"), file_mode);
        set(folder.path().to_owned(), folder_mode);
    };
    for file_mode in [0o444, 0o644] {
        allow(0o555, file_mode);
        let run = braze(&line).run();
        assert_eq!((run.code(), run.stdout()), (Some(0), expected.stdout()), "{run}");
    }
    allow(0o755, 0o644);
}

/// A name to which nothing can be added keeps even the superuser from making files beside the file.
#[cfg(target_os = "linux")]
#[test]
fn a_file_beside_which_no_other_can_be_made_is_drawn() {
    let Store { folder, connection } = Store::synced("--from 2024-01-01 --to 2024-02-01");
    drop(connection);
    let draw = |file: &str| {
        let mut run = braze(&format!("sessions chart --db {file}"));
        run.command.current_dir(folder.path());
        run.run()
    };
    let expected = draw("braze.db");
    assert_eq!(expected.code(), Some(0), "{expected}");
    // With all that means something in a URI.
    let long = format!("{:n<252}", "%41?x=#&\u{fc}");
    let long = &long[..252];
    fs::rename(folder.path().join("braze.db"), folder.path().join(long)).unwrap();
    let run = draw(long);
    assert_eq!((run.code(), run.stdout()), (Some(0), expected.stdout()), "{run}");
}

/// Rows that stand beside the file only would be left out of the picture.
#[cfg(unix)]
#[test]
fn a_file_whose_last_rows_cannot_be_read_with_it_is_refused() {
    let store = Store::with_days("default", "", 5, &[]);
    fs::create_dir(store.folder.path().join("copy")).unwrap();
    for name in ["braze.db", "braze.db-wal"] {
        let copy = store.folder.path().join("copy").join(name);
        fs::copy(store.folder.path().join(name), copy).unwrap();
    }
    // SQLite follows no link here, so that it cannot make this file, whoever asks.
    let shared = store.folder.path().join("copy/braze.db-shm");
    std::os::unix::fs::symlink("nowhere", shared).unwrap();
    let run = store.chart_of("copy/braze.db", "");
    assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{run}");
    assert_transcript!("chart_store_ahead", run);
}

/// Neither a picture nor a table of it shows one.
#[test]
fn a_key_that_was_taken_for_a_name_is_not_drawn() {
    let store = Store::with_days("default", KEY, 5, &[]);
    store.add(KEY, "", 5, &[]);
    for line in [
        format!("sessions chart --db braze.db --app-id {KEY} -o chart.svg"),
        format!("sessions chart --db braze.db --workspace {KEY} -o chart.svg"),
        format!("sessions chart --db braze.db --app-id {KEY}"),
    ] {
        let mut run = braze(&line).env("BRAZE_API_KEY", KEY);
        run.command.current_dir(store.folder.path());
        let run = run.run();
        assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{run}");
        assert!(!run.stderr().contains(KEY), "{run}");
        assert!(!store.folder.path().join("chart.svg").exists());
    }
}

#[test]
fn words_are_read_by_the_clock_of_the_time_zone_that_was_synced_in() {
    let store = Store::synced("--unit hour --from 2024-01-01 --to 2024-01-03 --time-zone +05:30");
    let run = store.chart("--unit hour --from 2024-01-02");
    assert!(run.stdout().starts_with("sessions per hour  2024-01-01 18:30 to "), "{run}");
}

#[test]
fn a_table_whose_columns_were_dropped_is_an_error() {
    let store = Store::with_days("default", "", 3, &[]);
    store.connection.execute_batch("ALTER TABLE sessions DROP COLUMN sessions").unwrap();
    let run = store.chart("");
    assert_eq!((run.code(), run.stdout()), (Some(1), ""), "{run}");
    assert!(run.stderr().contains("cannot read braze.db: no such column: "), "{run}");
}

#[test]
fn without_a_range_it_is_all_there_is() {
    let run = Store::with_days("default", "", 20, &[]).chart("");
    assert_eq!(run.code(), Some(0), "{run}");
    assert_transcript!("chart_store", run);
}

#[test]
fn what_is_missing_in_the_file_is_a_gap_and_a_finding() {
    let store = Store::with_days("default", "", 28, &[3, 11, 12]);
    let run = store.chart("");
    assert_eq!(run.code(), Some(5), "{run}");
    assert_transcript!("chart_store_gaps", run);
    let part = store.chart("--from 2024-01-13 --to 2024-01-20");
    assert_eq!((part.code(), part.stderr()), (Some(0), ""), "{part}");
    assert!(part.stdout().starts_with("sessions per day  2024-01-13 to 2024-01-19\n"), "{part}");
    // The buckets after the last row may not have begun.
    let end = store.chart("--from 2024-01-13 --to 2100");
    assert_eq!((end.code(), end.stderr()), (Some(0), ""), "{end}");
    let before = store.chart("--from 2023-12-31 --to 2024-01-03");
    assert_eq!(before.stderr(), "finding: 2023-12-31 is missing\n", "{before}");
}

#[test]
fn apps_and_workspaces_are_told_apart() {
    let store = Store::with_days("shop", "app-1", 20, &[]);
    store.add("shop", "app-2", 12, &[]);
    let run = store.chart("--workspace shop --app-id app-2");
    assert!(
        run.stdout().starts_with("sessions per day  2024-01-01 to 2024-01-12, app app-2\n"),
        "{run}"
    );
    let both = store.chart("--workspace shop --app-id app-1 --app-id app-2");
    assert!(both.stdout().contains("\n+ app app-2\n"), "{both}");
    for (name, arguments) in
        [("chart_store_workspace", "--app-id app-1"), ("chart_store_app", "--workspace shop")]
    {
        let run = store.chart(arguments);
        assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{run}");
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, run.to_string());
        });
    }
}

#[test]
fn hours_are_asked_for_by_name() {
    let store = Store::with_days("default", "", 3, &[]);
    let run = store.chart("--unit hour");
    assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{run}");
    let sql = "INSERT INTO sessions VALUES ('default', '', '', 'hour', ?1, 5, 1, '')";
    for hour in ["2024-05-01T10:00:00Z", "2024-05-01T11:00:00Z"] {
        store.connection.execute(sql, [hour]).unwrap();
    }
    let run = store.chart("--unit hour");
    let heading = "sessions per hour  2024-05-01 10:00 to 2024-05-01 11:00 UTC\n";
    assert!(run.stdout().starts_with(heading), "{run}");
}

#[test]
fn a_file_that_is_of_no_use_says_what_it_is() {
    let store = Store::new();
    assert_usage!("chart_store_empty", store.chart(""));
    store.connection.execute_batch("DROP TABLE sessions; CREATE TABLE notes (text)").unwrap();
    assert_usage!("chart_store_no_table", store.chart(""));
    store.connection.pragma_update(None, "user_version", 2).unwrap();
    assert_usage!("chart_store_newer", store.chart(""));
    let other = Connection::open(store.folder.path().join("notes.db")).unwrap();
    other.execute_batch("CREATE TABLE sessions (time, sessions, complete)").unwrap();
    assert_usage!("chart_store_foreign", store.chart_of("notes.db", ""));
    fs::write(store.folder.path().join("letter.db"), "Dear reader, ".repeat(100)).unwrap();
    assert_usage!("chart_store_no_database", store.chart_of("letter.db", ""));
    assert_usage!("chart_store_missing", store.chart_of("other.db", ""));
}

#[test]
fn a_row_that_cannot_be_read_is_named() {
    let store = Store::with_days("default", "", 3, &[]);
    store
        .connection
        .execute("UPDATE sessions SET time = '2024-13-01' WHERE complete = 0", ())
        .unwrap();
    assert_usage!("chart_store_foreign_row", store.chart(""));
}

#[test]
fn it_is_read_while_another_program_writes_and_left_as_it_is() {
    for mode in ["WAL", "DELETE"] {
        let store = Store::with_days("default", "", 20, &[]);
        store.connection.pragma_update(None, "journal_mode", mode).unwrap();
        let before = fs::read(store.file()).unwrap();
        let alone = store.chart("");
        store.connection.execute_batch("BEGIN IMMEDIATE; DELETE FROM sessions").unwrap();
        let run = store.chart("");
        assert_eq!((run.code(), run.stdout()), (Some(0), alone.stdout()), "{mode}: {run}");
        store.connection.execute_batch("ROLLBACK").unwrap();
        assert!(fs::read(store.file()).unwrap() == before, "{mode}");
    }
}
