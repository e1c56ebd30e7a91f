//! Two processes on one file: one writer at a time, and a killed writer.

use std::env;
use std::io::{self, Read};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use braze_core::Number;
use braze_core::export::Range;
use braze_store::{Entry, Reader, Store, StoreErrorKind};

use super::{Database, Series, day, holder, time};

/// The variable that turns [`other_process`] into the other process, with the path of the file.
const FILE: &str = "BRAZE_TEST_STORE_FILE";

/// The line that the other process prints when it has committed its first row.
const COMMITTED: &str = "committed";

/// The other process: it commits one row, adds another, and waits until it is ended.
#[test]
fn other_process() {
    let Some(path) = env::var_os(FILE) else { return };
    let mut store = Store::open(path).unwrap();
    store.write_ahead().unwrap();
    let Series { workspace, table, selection, horizon } = &Series::new();
    let range = Range::between(day("2024-05-01"), day("2024-05-05"));
    let mut writer = store.writer(workspace, table, selection, range, *horizon).unwrap();
    let row = |text| Entry { start: day(text), number: Number::Count(1), complete: true };
    writer.push(row("2024-05-01")).unwrap();
    writer.commit(time()).unwrap();
    writer.push(row("2024-05-02")).unwrap();
    println!("\n{COMMITTED}");
    // The end of the parent ends this too.
    let _ = io::stdin().read_to_end(&mut Vec::new());
}

/// Starts the other process, and returns when it has committed.
fn start(database: &Database) -> Child {
    holder::start("store::processes::other_process", FILE, &database.path, COMMITTED)
}

#[test]
fn another_process_cannot_write_at_the_same_time_but_read() {
    let database = Database::new();
    let mut child = start(&database);
    let error = Store::open(&database.path).unwrap_err();
    assert!(matches!(error.kind(), StoreErrorKind::Locked), "{error}");
    let reader = Reader::open(&database.path).unwrap();
    let Series { table, selection, .. } = &database.series;
    assert_eq!(reader.rows(table, selection, None, None).unwrap().len(), 1);
    child.kill().unwrap();
    child.wait().unwrap();
}

/// A process that begins holds all files of this one for a moment.
#[test]
fn a_file_that_was_closed_can_be_opened_at_once_while_other_processes_start() {
    let database = Database::new();
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !is_done.load(Ordering::Relaxed) {
                    let program = Command::new(env::current_exe().unwrap())
                        .arg("--help")
                        .stdout(Stdio::null())
                        .status();
                    assert!(program.unwrap().success());
                }
            });
        }
        let opened: Result<(), _> =
            (0..300).try_for_each(|_| Store::open(&database.path).map(drop));
        is_done.store(true, Ordering::Relaxed);
        opened.unwrap();
    });
}

#[test]
fn a_killed_process_leaves_what_it_committed_and_no_lock() {
    let database = Database::new();
    let mut child = start(&database);
    child.kill().unwrap();
    child.wait().unwrap();
    let mut store = database.open();
    let needs = database.series.needs(&mut store, "2024-05-01", Some("2024-05-05"));
    assert_eq!(needs[0].range, Range::between(day("2024-05-02"), day("2024-05-05")));
    database.series.write(&mut store, "2024-05-02", &[2, 3, 4]).unwrap();
    let needs = database.series.needs(&mut store, "2024-05-01", Some("2024-05-05"));
    assert!(needs.is_empty(), "{needs:?}");
}
