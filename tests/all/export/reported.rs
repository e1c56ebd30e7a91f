//! Messages beside the rows, and days that are not written as days.

use braze_core::export::{Export, Finding, Problem, Range, Zone};
use braze_core::sessions::DataSeriesRequest;
use chrono::TimeDelta;

use super::model::Model;
use super::peer::{Answer, Driver, Trip, date, instant, midnight};

const LATER: &str = "2025-06-01T00:00:00Z";

fn days() -> Export<DataSeriesRequest> {
    let range = Range::days(date("2023-05-01"), date("2024-01-01"));
    Export::new(DataSeriesRequest::new(1), range)
}

#[test]
fn errors_beside_rows_are_findings() {
    let trip = Driver::at(LATER).run(days(), |asked| {
        let errors: &[&str] = match asked.number {
            0 => &[],
            _ => &["data is partial", "ask again later"],
        };
        Answer::Reported(Model::UTC.rows(asked), errors)
    });
    assert_eq!((trip.rows.len(), trip.coverage.reported), (245, 4));
    insta::assert_snapshot!(trip.findings());
}

/// Days stamped with the instants at which they begin in UTC+9.
fn stamped(export: Export<DataSeriesRequest>) -> Trip {
    Driver::at(LATER).run(export, |asked| {
        let stamp = |(day, value): (String, u64)| {
            let begin = midnight(date(&day)) - TimeDelta::hours(9);
            (begin.format("%Y-%m-%dT%H:%M:%SZ").to_string(), value)
        };
        Answer::Rows(Model::UTC.rows(asked).into_iter().map(stamp).collect())
    })
}

#[test]
fn instants_other_than_midnights_ask_for_the_zone() {
    let trip = stamped(days());
    assert!(trip.coverage.off_midnight >= 243);
    assert!(!trip.coverage.is_clean());
    let asks_for_zone = |it: &&Finding| matches!(it.problem, Problem::OffMidnight { .. });
    insta::assert_snapshot!(trip.coverage.findings().iter().find(asks_for_zone).unwrap());
    let zone: Zone = "+09:00".parse().unwrap();
    let trip = stamped(days().zone(zone));
    assert!(trip.coverage.is_clean(), "{}", trip.findings());
    assert_eq!(trip.rows.len(), 245);
}

#[test]
fn hours_that_are_all_ahead_and_off_the_hour_take_no_request() {
    let from = instant("2025-06-02T10:30:00Z");
    let range = Range::hours(from, from + TimeDelta::hours(20));
    let export = Export::new(DataSeriesRequest::new(1), range);
    for export in [export.clone(), export.clone().until_now(), export.include_open(true)] {
        let trip = Driver::at(LATER).run(export, |asked| Model::UTC.answer(asked));
        assert_eq!((trip.requests.len(), trip.rows.len()), (0, 0));
        assert!(trip.coverage.is_clean(), "{}", trip.findings());
    }
}
