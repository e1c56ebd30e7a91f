//! Hours added up to days.

use braze_core::Unit;
use braze_core::export::{Export, Range, Row, Start, Zone, days_of_hours};
use braze_core::sessions::DataSeriesRequest;
use braze_sandbox::{Sandbox, Workspace};
use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;

use super::model::Model;
use super::peer::{Driver, date, instant};

fn zone(name: &str) -> Zone {
    name.parse().unwrap()
}

/// The rows of a range, as an export gives them.
fn export(range: Range) -> Vec<Row<u64>> {
    let export = Export::new(DataSeriesRequest::new(1), range);
    Driver::at("2030-01-01T00:00:00Z").run(export, |asked| Model::UTC.answer(asked)).rows
}

/// Days from 2024-01-01 with these values.
fn days<V: Copy>(values: &[V]) -> Vec<Row<V>> {
    let from = date("2024-01-01");
    let count = i64::try_from(values.len()).unwrap();
    let rows = export(Range::days(from, from + TimeDelta::days(count)));
    rows.into_iter().zip(values).map(|(row, value)| row.map(|_| *value)).collect()
}

fn day(number: i64) -> Start {
    Start::Date(date("2024-01-01") + TimeDelta::days(number))
}

/// Date, number of hours and completeness of each day of New York's.
fn new_york(from: &str, to: &str, cut: impl Fn(&mut Vec<Row<u64>>)) -> String {
    let zone = zone("America/New_York");
    let mut hours = export(Range::hours(instant(from), instant(to)));
    // One for each hour: the sum is their number.
    hours = hours.into_iter().map(|row| row.map(|_| 1)).collect();
    cut(&mut hours);
    let days = days_of_hours(&hours, zone);
    assert!(
        days.iter()
            .all(|day| day.unit == Unit::Day && day.time.to_string() == day.start.to_string())
    );
    let line = |day: &Row<u64>| format!("{} {} {}", day.start, day.value, day.complete);
    days.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn days_have_the_hours_that_their_clock_gives_them() {
    insta::assert_snapshot!(new_york("2024-03-09T05:00:00Z", "2024-03-12T04:00:00Z", |_| {}), @"
    2024-03-09 24 true
    2024-03-10 23 true
    2024-03-11 24 true
    ");
    insta::assert_snapshot!(new_york("2024-11-02T04:00:00Z", "2024-11-05T05:00:00Z", |_| {}), @"
    2024-11-02 24 true
    2024-11-03 25 true
    2024-11-04 24 true
    ");
}

#[test]
fn a_day_is_complete_with_all_its_hours_alone() {
    // Half a day at both ends, an hour missing, an hour that is not over.
    insta::assert_snapshot!(
        new_york("2024-05-01T16:00:00Z", "2024-05-05T16:00:00Z", |hours| {
            hours.remove(30);
            hours[70].complete = false;
        }),
        @"
    2024-05-01 12 false
    2024-05-02 23 false
    2024-05-03 24 true
    2024-05-04 24 false
    2024-05-05 12 false
    "
    );
}

#[test]
fn days_of_one_series_do_not_run_into_the_next() {
    let hours =
        export(Range::hours(instant("2024-05-01T00:00:00Z"), instant("2024-05-02T00:00:00Z")));
    let next = hours.iter().cloned().map(|mut row| {
        row.selection = 1;
        row
    });
    let both: Vec<_> = hours.iter().cloned().chain(next).collect();
    let days = days_of_hours(&both, Zone::UTC);
    assert_eq!(days.iter().map(|day| day.selection).collect::<Vec<_>>(), [0, 1]);
    assert!(days.iter().all(|day| day.complete));
    assert_eq!(days_of_hours::<u64>(&[], Zone::UTC), []);
}

#[test]
fn days_of_days_are_the_days() {
    let rows = days(&[1_u64, 2, 3]);
    let again = days_of_hours(&rows, zone("Asia/Kolkata"));
    let values: Vec<_> = again.iter().map(|row| (row.start, row.value)).collect();
    assert_eq!(values, [(day(0), 1), (day(1), 2), (day(2), 3)]);
}

const ZONES: [&str; 8] = [
    "UTC",
    "America/New_York",
    "America/Sao_Paulo",
    "America/Havana",
    "Asia/Kolkata",
    "Europe/London",
    "Pacific/Kiritimati",
    "Etc/GMT+12",
];

proptest! {
    /// In any zone at any time of the year, the hours of whole days are whole days, and add up to them.
    #[test]
    fn hours_of_days_are_whole_days(
        place in 0..ZONES.len(),
        first in 0_i64..12_000,
        count in 1_i64..8,
        seed in any::<u64>(),
    ) {
        let from = NaiveDate::from_ymd_opt(1991, 1, 1).unwrap() + TimeDelta::days(first);
        let to = from + TimeDelta::days(count);
        let workspace = Workspace::new().seed(seed).zone(ZONES[place].parse().unwrap());
        let sandbox = Sandbox::builder().workspace(workspace).in_process();
        let request = DataSeriesRequest::new(1);
        let hours = sandbox.truth(&request.clone().unit(Unit::Hour), from, to);
        let rows: Vec<_> = hours.iter().map(|hour| (hour.time.to_string(), hour.sessions)).collect();

        let zone = zone(ZONES[place]);
        let range = Range::hours_of_days(from, to, zone);
        prop_assert_eq!(range.len(), rows.len() as u64);
        let export = Export::new(request.clone(), range).zone(zone);
        // One window may not be enough for eight days: each reply has all rows of its own.
        let trip = Driver::at("2030-01-01T00:00:00Z").run(export, |asked| {
            let end = asked.request.ending_at.unwrap().to_utc();
            let first = end - TimeDelta::hours(i64::from(asked.request.length) + 1);
            let within = |time: &str| (first..end).contains(&instant(time));
            super::peer::Answer::Rows(rows.iter().filter(|(time, _)| within(time)).cloned().collect())
        });
        prop_assert!(trip.coverage.is_clean(), "{}", trip.findings());
        let days = days_of_hours(&trip.rows, zone);
        prop_assert!(days.iter().all(|day| day.complete));
        let sums: Vec<_> = days.iter().map(|day| (day.start.to_string(), day.value)).collect();
        let truth = sandbox.truth(&request, from, to);
        let truth: Vec<_> = truth.iter().map(|day| (day.time.to_string(), day.sessions)).collect();
        prop_assert_eq!(sums, truth);
    }
}
