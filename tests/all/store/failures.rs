//! Writes that fail leave the file as it was.

use braze_core::Number;
use braze_core::export::Range;
use braze_store::{Entry, StoreErrorKind};
use rusqlite::Connection;

use super::{Database, Series, day, time};

/// Refuses the row of one day, as a full disk may.
const TRIGGER: &str = "CREATE TRIGGER full BEFORE INSERT ON sessions WHEN NEW.time = '2024-05-06' \
                       BEGIN SELECT RAISE(ABORT, 'no room left'); END";

#[test]
fn a_write_that_fails_leaves_the_file_as_it_was() {
    let database = Database::new();
    let mut store = database.open();
    database.series.write(&mut store, "2024-05-01", &[1, 2, 3]).unwrap();
    let before = database.dump();
    Connection::open(&database.path).unwrap().execute_batch(TRIGGER).unwrap();

    // The rows before the failing one are not stored either.
    let error = database.series.write(&mut store, "2024-05-03", &[30, 4, 5, 6]).unwrap_err();
    assert!(matches!(error.kind(), StoreErrorKind::Sqlite(_)), "{error}");
    assert!(error.to_string().ends_with("braze.db: no room left"), "{error}");
    assert_eq!(database.dump(), before);
    let needs = database.series.needs(&mut store, "2024-05-01", Some("2024-05-07"));
    let ranges: Vec<_> = needs.iter().map(|need| need.range.to_string()).collect();
    assert_eq!(ranges, ["days from 2024-05-04 to 2024-05-07 (exclusive)"]);
}

#[test]
fn rows_that_were_not_committed_are_needed_again() {
    let database = Database::new();
    let mut store = database.open();
    let Series { workspace, table, selection, horizon } = &database.series;
    let range = Range::between(day("2024-05-01"), day("2024-05-05"));
    let mut writer = store.writer(workspace, table, selection, range, *horizon).unwrap();
    let row = |text| Entry { start: day(text), number: Number::Count(1), complete: true };
    writer.push(row("2024-05-01")).unwrap();
    assert_eq!(writer.commit(time()).unwrap().new, 1);
    writer.push(row("2024-05-02")).unwrap();
    let error = writer.push(row("2024-05-02")).unwrap_err();
    assert!(matches!(error.kind(), StoreErrorKind::OutOfOrder(_)), "{error}");
    drop(writer);
    let needs = database.series.needs(&mut store, "2024-05-01", Some("2024-05-05"));
    assert_eq!(needs[0].range, Range::between(day("2024-05-02"), day("2024-05-05")));
    assert!(needs[0].after_rows);
}
