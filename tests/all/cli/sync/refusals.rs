//! Files that a sync leaves alone.

use std::fs;

use super::{Folder, JANUARY, assert_transcript, complete, sandbox};

#[test]
fn another_server_is_refused() {
    let folder = Folder::new();
    complete(folder.sync(JANUARY));
    let (one, other) = (sandbox("name: calm"), sandbox("name: calm"));
    let before = fs::read(folder.file()).unwrap();
    let run = folder.sync_from(&one, JANUARY).run();
    assert_eq!((run.code(), one.request_count()), (Some(2), 0), "{run}");
    assert_transcript!("sync_other_server", run.stderr());
    assert!(fs::read(folder.file()).unwrap() == before);

    complete(folder.sync_from(&one, &format!("{JANUARY} --workspace one")));
    let run = folder.sync_from(&other, &format!("{JANUARY} --workspace one")).run();
    assert_eq!((run.code(), other.request_count()), (Some(2), 0), "{run}");
    assert!(run.stderr().contains(one.url()) && run.stderr().contains(other.url()), "{run}");
    // The sandbox inside the command has another port each time, and is the same.
    complete(folder.sync(JANUARY));
}

#[test]
fn a_server_is_remembered_only_with_rows_of_it() {
    let folder = Folder::new();
    let wrong = sandbox("rules:\n  - status: 401");
    let run = folder.sync_from(&wrong, JANUARY).run();
    assert_eq!(run.code(), Some(3), "{run}");
    assert!(run.stderr().contains("nothing was stored in numbers.db\n"), "{run}");
    complete(folder.sync(JANUARY));
}

#[test]
fn another_time_zone_is_refused_and_its_own_is_kept() {
    let folder = Folder::new();
    complete(folder.sync(&format!("{JANUARY} --time-zone Asia/Tokyo")));
    let run = folder.sync(&format!("{JANUARY} --time-zone UTC")).run();
    assert_eq!(run.code(), Some(2), "{run}");
    assert_transcript!("sync_other_zone", run);
    complete(folder.sync(&format!("{JANUARY} --time-zone Asia/Tokyo")));
    // A midnight of Tokyo, not of UTC.
    complete(folder.sync("--unit hour --from 2024-01-01 --to 2024-01-02"));
    let hours = folder.query("SELECT MIN(time), COUNT(*) FROM sessions WHERE unit = 'hour'");
    assert_eq!(hours, ["2023-12-31T15:00:00Z,24"]);

    let run = folder.sync(&format!("{JANUARY} --workspace w")).run();
    assert_eq!(run.code(), Some(0), "{run}");
    let run = folder.sync(&format!("{JANUARY} --workspace w --time-zone UTC")).run();
    assert_eq!(run.code(), Some(2), "{run}");
    assert!(run.stderr().contains("there: none, now: +00:00"), "{run}");
}

#[test]
fn a_file_of_a_newer_version_is_refused() {
    let folder = Folder::new();
    complete(folder.sync(JANUARY));
    folder.open().pragma_update(None, "user_version", 2).unwrap();
    let before = fs::read(folder.file()).unwrap();
    let run = folder.sync(JANUARY).run();
    assert_eq!(run.code(), Some(2), "{run}");
    assert_transcript!("sync_newer", run.stderr());
    assert!(fs::read(folder.file()).unwrap() == before);
}

#[test]
fn a_file_of_another_program_is_refused_and_left_as_it_was() {
    for sql in
        ["CREATE TABLE sessions (time)", "PRAGMA user_version = 7", "PRAGMA application_id = 7"]
    {
        let folder = Folder::new();
        folder.open().execute_batch(sql).unwrap();
        let before = fs::read(folder.file()).unwrap();
        let run = folder.sync(JANUARY).run();
        assert_eq!(run.code(), Some(2), "{run}");
        assert!(run.stderr().contains("numbers.db is a database of another program"), "{run}");
        assert!(fs::read(folder.file()).unwrap() == before, "{sql}");
        assert_eq!(folder.names(), ["numbers.db"]);
    }
    let folder = Folder::new();
    for text in ["x", "time,sessions\n2024-01-01,5\n", &"no database".repeat(1_000)] {
        fs::write(folder.file(), text).unwrap();
        let run = folder.sync(JANUARY).run();
        assert_eq!(run.code(), Some(2), "{run}");
        assert!(run.stderr().contains("numbers.db is not an SQLite database"), "{run}");
        assert_eq!(fs::read_to_string(folder.file()).unwrap(), text);
        assert_eq!(folder.names(), ["numbers.db"]);
    }
    assert_transcript!("sync_not_sqlite", folder.sync(JANUARY).run().stderr());
}

#[test]
fn an_empty_file_is_as_good_as_none() {
    let folder = Folder::new();
    fs::write(folder.file(), "").unwrap();
    complete(folder.sync(JANUARY));
    assert_eq!(folder.sessions().len(), 31);
}

#[test]
fn a_place_where_no_file_can_be_is_refused() {
    let folder = Folder::new();
    fs::create_dir(folder.file()).unwrap();
    for name in ["numbers.db", "missing/numbers.db", "/dev/null", ".."] {
        let run = folder.braze(&format!("sessions sync --sandbox --db {name} {JANUARY}")).run();
        assert_eq!(run.code(), Some(2), "{run}");
        assert!(run.stderr().starts_with("error: cannot keep a database in "), "{run}");
    }
    assert_transcript!("sync_folder", folder.sync(JANUARY).run().stderr());
}

#[test]
fn a_program_that_writes_for_long_is_told() {
    let folder = Folder::new();
    complete(folder.sync(JANUARY));
    let connection = folder.open();
    connection.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let run = folder.sync(JANUARY).run();
    assert_eq!(run.code(), Some(1), "{run}");
    assert_transcript!("sync_locked", run.stderr());
}
