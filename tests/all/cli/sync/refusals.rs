//! Files that a sync leaves alone.

use std::fs;
use std::time::{Duration, Instant};

use super::{Folder, JANUARY, assert_transcript, complete, counts, sandbox};

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
fn a_program_that_writes_is_waited_for_and_told() {
    for mode in ["WAL", "DELETE"] {
        let folder = Folder::new();
        complete(folder.sync(JANUARY));
        let connection = folder.open();
        connection.pragma_update(None, "journal_mode", mode).unwrap();
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        let begin = Instant::now();
        let run = folder.sync(&format!("{JANUARY} --lookback 36500")).run();
        assert!(begin.elapsed() >= Duration::from_secs(2), "it did not wait: {run}");
        assert_eq!(run.code(), Some(1), "{run}");
        assert!(run.stderr().contains("another program is writing to numbers.db\n"), "{run}");
    }
    let folder = Folder::new();
    complete(folder.sync(JANUARY));
    let connection = folder.open();
    connection.pragma_update(None, "journal_mode", "DELETE").unwrap();
    connection.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let run = folder.sync(JANUARY).run();
    assert_eq!(run.code(), Some(1), "{run}");
    assert_transcript!("sync_locked", run.stderr());
}

#[test]
fn a_program_that_reads_for_long_holds_nothing_up() {
    let folder = Folder::new();
    complete(folder.sync(JANUARY));
    let reader = folder.open();
    reader.execute_batch("BEGIN; SELECT COUNT(*) FROM sessions").unwrap();
    let run = complete(folder.sync("--from 2024-01-01 --to 2024-02-11"));
    assert_eq!(counts(&run).0, 10, "{run}");
    drop(reader);
    assert_eq!(folder.names(), ["numbers.db", "numbers.db-lock"]);
}

/// A file in another mode is switched where that can be; a reader in the way is called one.
#[test]
fn a_program_that_reads_a_file_in_another_mode_is_told() {
    let folder = Folder::new();
    complete(folder.sync(JANUARY));
    let reader = folder.open();
    reader.pragma_update(None, "journal_mode", "DELETE").unwrap();
    reader.execute_batch("BEGIN; SELECT COUNT(*) FROM sessions").unwrap();
    let run = folder.sync("--from 2024-01-01 --to 2024-02-11").run();
    assert_eq!(run.code(), Some(1), "{run}");
    assert_transcript!("sync_read", run.stderr());
    reader.execute_batch("COMMIT").unwrap();
    complete(folder.sync("--from 2024-01-01 --to 2024-02-11"));
    assert_eq!(folder.query("PRAGMA journal_mode"), ["wal"]);
}

#[test]
fn a_server_and_a_zone_by_another_name_are_the_same() {
    let folder = Folder::new();
    for (one, other) in [
        ("Europe/Kiev", "Europe/Kyiv"),
        ("UTC", "Etc/UTC"),
        ("GMT", "Zulu"),
        ("Etc/UTC", "+00:00"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("Asia/Kolkata", "+05:30"),
    ] {
        let line = format!("{JANUARY} --workspace {}", one.replace('/', "-"));
        complete(folder.sync(&format!("{line} --time-zone {one}")));
        complete(folder.sync(&format!("{line} --time-zone {other}")));
        let run = folder.sync(&format!("{line} --time-zone America/New_York")).run();
        assert_eq!(run.code(), Some(2), "{run}");
    }
    // Their clocks change on the same days, two hours apart.
    complete(folder.sync(&format!("{JANUARY} --workspace w --time-zone America/New_York")));
    let run = folder.sync(&format!("{JANUARY} --workspace w --time-zone America/Havana")).run();
    assert_eq!(run.code(), Some(2), "{run}");

    let sandbox = sandbox("name: calm");
    complete(folder.sync_from(&sandbox, &format!("{JANUARY} --workspace s")));
    let spelled = sandbox.url().replace("127.0.0.1:", "127.0.0.1.:");
    let line =
        format!("sessions sync --db numbers.db --workspace s {JANUARY} --base-url {spelled}");
    complete(folder.braze(&line).env("BRAZE_API_KEY", &sandbox.api_key_text()));
    for (kept, now) in [
        ("http://127.0.0.1:80", "http://127.0.0.1"),
        ("https://rest.test.", "https://REST.test:443"),
    ] {
        let sql = "UPDATE braze_workspaces SET server = ?1 WHERE workspace = 's'";
        folder.open().execute(sql, [kept]).unwrap();
        let line =
            format!("sessions sync --db numbers.db --workspace s {JANUARY} --base-url {now}");
        let run = folder.braze(&line).env("BRAZE_API_KEY", super::KEY).run();
        assert_eq!(run.code(), Some(0), "there is nothing to read: {run}");
    }
}

/// Two names of a file that is still to be made are one file, which one run at a time may write.
#[cfg(unix)]
#[test]
fn a_link_to_a_file_that_is_not_there_yet_is_that_file() {
    let folder = Folder::new();
    let path = |name: &str| folder.0.path().join(name);
    fs::create_dir(path("below")).unwrap();
    std::os::unix::fs::symlink("below/second.db", path("first.db")).unwrap();
    std::os::unix::fs::symlink("../numbers.db", path("below/second.db")).unwrap();
    let lock = fs::File::create(path("numbers.db-lock")).unwrap();
    lock.lock().unwrap();
    let line = format!("sessions sync --sandbox --db first.db {JANUARY}");
    let run = folder.braze(&line).run();
    assert_eq!(run.code(), Some(1), "{run}");
    assert!(run.stderr().contains("another run is writing to first.db"), "{run}");
    drop(lock);
    complete(folder.braze(&line));
    assert_eq!(folder.sessions().len(), 31);
    assert_eq!(folder.names(), ["below", "first.db", "numbers.db", "numbers.db-lock"]);
}

/// Not even the superuser makes files there.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_in_which_no_file_can_be_made_is_named_once_with_the_cause() {
    let folder = Folder::new();
    let run = folder.braze(&format!("sessions sync --sandbox --db /proc/x.db {JANUARY}")).run();
    assert_eq!(run.code(), Some(2), "{run}");
    assert_eq!(run.stderr().matches("/proc/x.db").count(), 1, "{run}");
    let cause = fs::File::create("/proc/x.db").unwrap_err();
    assert!(
        run.stderr().starts_with(&format!("error: cannot open /proc/x.db: {cause}\n")),
        "{run}"
    );
}
