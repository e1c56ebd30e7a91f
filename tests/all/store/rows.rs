//! Rows in the file: gaps, zeros, incomplete days, and changes.

use braze_core::Number;
use braze_core::sessions::DataSeriesRequest;
use braze_sandbox::Workspace;
use braze_store::Reader;

use super::{Database, day};
use crate::export::clients::{Client, sandbox};

#[test]
fn zeros_are_rows_and_gaps_are_not() {
    let rows = [("2024-05-09", 0), ("2024-05-11", 40), ("2024-05-12", 0), ("2024-05-15", 42)];
    // Days that are not set are gaps.
    let workspace = Workspace::new().generated(false).zero_rows(false);
    let workspace = workspace.rows(&DataSeriesRequest::new(1), rows).unwrap();
    let sandbox = sandbox().workspace(workspace).start().unwrap();
    let database = Database::new();
    database.sync(Client::Async, &sandbox, "2024-05-08");
    insta::assert_snapshot!(database.dump());
}

#[test]
fn a_changed_number_is_counted_with_both_values() {
    let database = Database::new();
    let mut store = database.open();
    database.series.write(&mut store, "2024-05-01", &[7, 0, 9]).unwrap();
    let tally = database.series.write(&mut store, "2024-05-01", &[7, 5, 9, 1]).unwrap();
    assert_eq!((tally.new, tally.changed, tally.unchanged, tally.kept), (1, 1, 2, 0));
    let change = &tally.changes[0];
    let values = (change.before.as_str(), change.after.as_str(), change.was_complete);
    assert_eq!((change.time, values), (day("2024-05-02"), ("0", "5", true)));
}

#[test]
fn rows_are_read_back_in_a_range() {
    let database = Database::new();
    database.series.write(&mut database.open(), "2024-05-01", &[7, 0, 9]).unwrap();
    let reader = Reader::open(&database.path).unwrap();
    let (table, selection) = (&database.series.table, &database.series.selection);
    let rows = reader.rows(table, selection, Some(day("2024-05-02")), None).unwrap();
    let numbers: Vec<_> = rows.iter().map(|row| (row.start, row.number)).collect();
    let expected = [(day("2024-05-02"), Number::Count(0)), (day("2024-05-03"), Number::Count(9))];
    assert_eq!(numbers, expected);
}
