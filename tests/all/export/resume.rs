//! Exports that end early, and go on.

use braze_core::export::{
    Absent, Coverage, Cursor, Export, ExportError, ExportMachine, Next, Range, Zone,
};
use braze_core::sessions::DataSeriesRequest;
use braze_core::{ApiKey, Config, Instance, Machine, Session, Step};
use chrono::TimeDelta;

use super::model::Model;
use super::peer::{
    Answer, Asked, Driver, Order, Trip, at, attempts, date, instant, session, session_with,
};

const LATER: &str = "2025-06-01T00:00:00Z";

fn day(number: i64) -> String {
    (date("2024-01-01") + TimeDelta::days(number)).to_string()
}

fn days(count: i64) -> Export<DataSeriesRequest> {
    let range = Range::days(date("2024-01-01"), date("2024-01-01") + TimeDelta::days(count));
    Export::new(DataSeriesRequest::new(1), range)
}

/// Rows of which some are missing, some doubled, and all different from app to app.
fn rows(asked: &Asked) -> Vec<(String, u64)> {
    let app = asked.request.app_id.as_deref().map_or(0, |app| app.len() as u64);
    let mut rows = Model::UTC.rows(asked);
    for row in &mut rows {
        row.1 += app;
    }
    // Some of them on both sides of the border of two windows, which is before 104.
    let missing: Vec<_> = [0, 1, 40, 299].into_iter().chain(95..107).map(day).collect();
    rows.retain(|(time, _)| !missing.contains(time));
    let doubled: Vec<_> = rows
        .iter()
        .filter(|(time, _)| time.ends_with("-17"))
        .map(|(time, value)| (time.clone(), value + 1))
        .collect();
    rows.extend(doubled);
    rows.sort();
    rows
}

/// The export, with the request of this number failing.
fn failing(export: Export<DataSeriesRequest>, order: Order, number: usize) -> Trip {
    Driver::at(LATER).order(order).run(export, |asked| match asked.number == number {
        true => Answer::Status(403),
        false => Answer::Rows(rows(asked)),
    })
}

/// The cursor that an export ended with, after a stay in a file.
fn cursor(trip: &Trip) -> Cursor {
    let Err(error @ ExportError::Call { .. }) = &trip.end else { panic!("{:?}", trip.end) };
    let text = serde_json::to_string(error.cursor().unwrap()).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn counts(coverage: &Coverage) -> [u64; 6] {
    let c = coverage;
    [c.returned, c.missing, c.doubled, c.unexpected, c.changed, c.filled]
}

/// Fails at each request in turn, goes on, and compares both parts with the whole.
fn check(export: &Export<DataSeriesRequest>) {
    let whole = failing(export.clone(), Order::Oldest, usize::MAX);
    for number in 0..whole.requests.len() {
        for order in Order::ALL {
            let first = failing(export.clone().concurrency(3), order, number);
            let rest = failing(export.clone().resume(cursor(&first)), order, usize::MAX);
            let rows = [first.rows.clone(), rest.rows.clone()].concat();
            assert_eq!(rows, whole.rows, "request {number}, {order:?}");
            let both: Vec<u64> = counts(&first.coverage)
                .iter()
                .zip(counts(&rest.coverage))
                .map(|(one, two)| one + two)
                .collect();
            assert_eq!(both, counts(&whole.coverage), "request {number}, {order:?}");
        }
    }
}

#[test]
fn what_was_delivered_stays_and_the_cursor_goes_on_to_the_identical_rest() {
    check(&days(300));
    check(&days(3));
}

#[test]
fn also_where_zeros_were_about_to_be_made() {
    check(&days(300).absent(Absent::Zero));
    // The first row of all is behind the first window.
    check(
        &Export::new(
            DataSeriesRequest::new(1),
            Range::days(date("2024-01-01"), date("2024-01-05")),
        )
        .absent(Absent::Zero),
    );
}

#[test]
fn also_with_many_series() {
    let apps = ["a", "bb", "ccc"].map(|app| DataSeriesRequest::new(1).app_id(app)).to_vec();
    let range = Range::days(date("2024-01-01"), date("2024-07-01"));
    check(&Export::many(apps, range));
}

#[test]
fn also_with_hours_off_the_hour() {
    let model = Model { offset: 330, ..Model::UTC };
    let range = Range::hours(instant("2024-05-01T18:30:00Z"), instant("2024-05-12T18:30:00Z"));
    let export = Export::new(DataSeriesRequest::new(1), range);
    let failing = |export, number: usize| {
        Driver::at(LATER).run(export, |asked| match asked.number == number {
            true => Answer::Status(403),
            false => model.answer(asked),
        })
    };
    for number in 0..3 {
        let first = failing(export.clone(), number);
        let rest = failing(export.clone().resume(cursor(&first)), usize::MAX);
        assert!(rest.coverage.is_clean(), "{}", rest.findings());
        let rows = [first.values(), rest.values()].concat();
        let (from, to) = (instant("2024-05-02T00:00:00Z"), instant("2024-05-13T00:00:00Z"));
        assert_eq!(rows, model.truth(braze_core::Unit::Hour, from, to));
    }
}

#[test]
fn the_error_names_the_window_and_where_to_go_on() {
    let trip = failing(days(300), Order::Oldest, 2);
    let Err(ExportError::Call { selection, window, ref cursor, ref source }) = trip.end else {
        panic!()
    };
    assert_eq!((selection, window.range().from().to_string()), (0, day(104)));
    assert!(source.is_forbidden());
    let end = trip.end.as_ref().unwrap_err();
    insta::assert_snapshot!(end, @"the days from 2024-04-14 to 2024-07-21 (exclusive) could not be read; everything before 2024-04-12 was delivered");
    assert_eq!((cursor.selection(), cursor.next()), (0, "2024-04-12"));
    insta::assert_snapshot!(
        serde_json::to_string(&cursor).unwrap(),
        @r#"{"version":1,"endpoint":"sessions.data_series","unit":"day","selection":0,"next":"2024-04-12","after_rows":true}"#
    );
    assert!(std::error::Error::source(end).is_some());
}

#[test]
fn after_a_failure_nothing_more_is_asked_for() {
    // While the failing one is on its way others are asked for, up to as many as are held.
    for (order, asked) in Order::ALL.into_iter().zip([2, 3, 2, 3]) {
        let trip = failing(days(98 * 10).concurrency(2), order, 0);
        assert_eq!((trip.requests.len(), trip.rows.len()), (asked, 0), "{order:?}");
    }
    // The second one fails while the first one is on its way, whose rows still come.
    let trip = failing(days(98 * 5).concurrency(2), Order::Newest, 1);
    assert_eq!(trip.requests.len(), 2);
    assert_eq!(trip.rows.len(), 96 - [0, 1, 40, 95].len());
}

#[test]
fn a_window_is_tried_again_before_it_fails() {
    let session = session_with(attempts(3));
    let run = |failures: usize| {
        let mut seen = std::collections::HashMap::new();
        Driver::at(LATER).run_with(&session, days(300), usize::MAX, |asked| {
            let times = seen.entry(asked.request.to_owned().length).or_insert(0);
            *times += 1;
            if asked.request.length == 8 && *times <= failures {
                Answer::Status(503)
            } else {
                Answer::Rows(rows(asked))
            }
        })
    };
    assert!(run(2).end.is_ok());
    assert_eq!(run(2).requests.len(), 4 + 2);
    let Err(ExportError::Call { source, .. }) = run(3).end else { panic!() };
    assert!(matches!(*source, braze_core::Error::Exhausted { attempts: 3, .. }), "{source:?}");
}

#[test]
fn a_cursor_of_another_export_is_refused() {
    let now = at(instant(LATER));
    let refused = |text: &str| {
        let cursor: Cursor = serde_json::from_str(text).unwrap();
        match ExportMachine::new(&session(), days(300).resume(cursor), now) {
            Err(error @ ExportError::Cursor(_)) => error.to_string(),
            other => panic!("{other:?}"),
        }
    };
    let with = |version: u32, endpoint: &str, unit: &str, selection: usize, next: &str| {
        refused(&format!(
            r#"{{"version":{version},"endpoint":"{endpoint}","unit":"{unit}","selection":{selection},"next":"{next}"}}"#
        ))
    };
    let messages = [
        with(2, "sessions.data_series", "day", 0, "2024-05-01"),
        with(1, "kpi.dau.data_series", "day", 0, "2024-05-01"),
        with(1, "sessions.data_series", "hour", 0, "2024-05-01T00:00:00Z"),
        with(1, "sessions.data_series", "day", 1, "2024-05-01"),
        with(1, "sessions.data_series", "day", 0, "May"),
    ];
    insta::assert_snapshot!(messages.join("\n"), @"
    the cursor does not fit this export: it is of version 2, not 1
    the cursor does not fit this export: it is of `kpi.dau.data_series`, not of `sessions.data_series`
    the cursor does not fit this export: it counts in units of `hour`, not `day`
    the cursor does not fit this export: it stands in selection 2 of 1
    the cursor does not fit this export: `May` is not the start of a day: write it like `2024-05-01`
    ");
    assert!(serde_json::from_str::<Cursor>(r#"{"version":1}"#).is_err());
}

#[test]
fn a_cursor_outside_of_the_range_is_moved_into_it() {
    let rows_from = |next: &str| {
        let text = format!(
            r#"{{"version":1,"endpoint":"sessions.data_series","unit":"day","selection":0,"next":"{next}"}}"#
        );
        let cursor = serde_json::from_str(&text).unwrap();
        let trip = Driver::at(LATER).run(days(10).resume(cursor), |asked| Model::UTC.answer(asked));
        (trip.rows.len(), trip.requests.len())
    };
    assert_eq!(rows_from("2020-01-01"), (10, 1));
    assert_eq!(rows_from("2024-01-04"), (7, 1));
    assert_eq!(rows_from("2024-01-11"), (0, 0));
    assert_eq!(rows_from("2030-01-01"), (0, 0));
}

/// With pacing, a first request finds out what is left while the others wait for it.
#[test]
fn dropping_an_export_at_any_point_leaves_the_session_usable() {
    let key = ApiKey::new("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44").unwrap();
    let session = Session::new(Config::new(Instance::Us01, key), 7);
    let now = at(instant(LATER));
    let export = || days(500).zone(Zone::UTC).concurrency(4);
    for handed_out in 0..4 {
        for polled in 0..=handed_out {
            let mut run = ExportMachine::new(&session, export(), now).unwrap();
            let mut jobs = Vec::new();
            for _ in 0..handed_out {
                let Next::Job(job) = run.poll(now) else { panic!("no job") };
                jobs.push(job);
            }
            for job in &mut jobs[..polled] {
                job.poll(now);
            }
            if polled % 2 == 0 {
                drop(run);
                drop(jobs);
            } else {
                drop(jobs);
                drop(run);
            }
        }
    }
    let mut run = ExportMachine::new(&session, export(), now).unwrap();
    let Next::Job(mut job) = run.poll(now) else { panic!("no job") };
    assert!(matches!(job.poll(now), Step::Send(_)), "it must not wait for a job that is gone");
}
