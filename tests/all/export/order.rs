//! Jobs side by side: any order, no more than allowed, and no more held than must be.

use braze_core::export::{Export, ExportMachine, Job, Next, Progress, Range};
use braze_core::sessions::DataSeriesRequest;
use braze_core::{Endpoint, Machine, Step, Unit, kpi};
use chrono::TimeDelta;

use super::model::Model;
use super::peer::{Driver, Order, at, date, instant, midnight, session};

const LATER: &str = "2025-06-01T00:00:00Z";

fn range(days: i64) -> Range {
    Range::days(date("2024-01-01"), date("2024-01-01") + TimeDelta::days(days))
}

fn truth(days: i64) -> Vec<(String, u64)> {
    let from = midnight(date("2024-01-01"));
    Model::UTC.truth(Unit::Day, from, from + TimeDelta::days(days))
}

fn apps(names: &[&str]) -> Vec<DataSeriesRequest> {
    names.iter().map(|name| DataSeriesRequest::new(1).app_id(*name)).collect()
}

#[test]
fn whatever_the_order_the_rows_are_the_truth() {
    for concurrency in [0, 1, 2, 3, 8, 1_000, usize::MAX] {
        for order in Order::ALL {
            let export =
                Export::new(DataSeriesRequest::new(1), range(500)).concurrency(concurrency);
            let driver = Driver::at(LATER).order(order);
            let trip = driver.run(export, |asked| Model::UTC.answer(asked));
            assert_eq!(trip.values(), truth(500), "{concurrency} {order:?}");
            assert!(trip.coverage.is_clean(), "{}", trip.findings());
            assert_eq!(trip.requests.len(), 6);
            assert_eq!((trip.run.progress().windows, trip.run.progress().done), (6, 6));
        }
    }
}

#[test]
fn fewer_windows_are_held_than_twice_the_concurrency() {
    for concurrency in [1, 2, 5] {
        for order in Order::ALL {
            let export =
                Export::new(DataSeriesRequest::new(1), range(98 * 30)).concurrency(concurrency);
            let driver = Driver::at("2035-01-01T00:00:00Z").order(order);
            let trip = driver.run(export, |asked| Model::UTC.answer(asked));
            // The slack of the last one that was read stays until its neighbour is there.
            let held = (2 * concurrency - 1) * 98 + 2;
            assert!(trip.most_ahead <= held, "{concurrency} {order:?}: {}", trip.most_ahead);
            assert_eq!(trip.most_out, concurrency);
            assert_eq!(trip.rows.len(), 98 * 30);
            if matches!(order, Order::Newest) {
                // The oldest reply comes last of all: the others do not wait for it to be asked for.
                assert!(trip.most_ahead > held - 98, "{concurrency}: {}", trip.most_ahead);
            }
        }
    }
}

#[test]
fn no_more_jobs_are_handed_out_than_the_concurrency_says() {
    let export = Export::new(DataSeriesRequest::new(1), range(500)).concurrency(4);
    let now = at(instant(LATER));
    let mut run = ExportMachine::new(&session(), export, now).unwrap();
    let mut jobs = Vec::new();
    while let Next::Job(job) = run.poll(now) {
        jobs.push(job);
    }
    assert_eq!(jobs.iter().map(Job::number).collect::<Vec<_>>(), [0, 1, 2, 3]);
    assert!(matches!(run.poll(now), Next::Wait));
    assert!(matches!(run.poll(now), Next::Wait), "as often as one asks");
    let progress = run.progress();
    assert_eq!((progress.windows, progress.done), (6, 0));
    assert_ne!(progress, Progress::default());
}

#[test]
fn rows_come_as_soon_as_they_are_complete() {
    // The first window is through while the second one is on its way.
    let export = Export::new(DataSeriesRequest::new(1), range(196)).concurrency(2);
    let mut sent = 0;
    let trip = Driver::at(LATER).run_with(&session(), export, 96, |asked| {
        sent += 1;
        Model::UTC.answer(asked)
    });
    assert_eq!((trip.values(), trip.requests.len()), (truth(96), 2));
    assert_eq!(trip.run.progress().done, 1);
}

#[test]
fn many_series_follow_each_other() {
    for order in Order::ALL {
        let apps = apps(&["one", "two", "three"]);
        let export = Export::many(apps.clone(), range(150)).concurrency(3);
        let trip = Driver::at(LATER).order(order).run(export, |asked| Model::UTC.answer(asked));
        let expected: Vec<_> = (0..3)
            .flat_map(|series| {
                truth(150).into_iter().map(move |(start, value)| (series, start, value))
            })
            .collect();
        let rows: Vec<_> =
            trip.rows.iter().map(|row| (row.selection, row.start.to_string(), row.value)).collect();
        assert_eq!(rows, expected, "{order:?}");
        assert_eq!((trip.coverage.expected, trip.coverage.returned), (450, 450));
        assert_eq!(trip.run.selections(), apps);
        let asked: Vec<_> =
            trip.requests.iter().map(|asked| asked.request.app_id.as_deref().unwrap()).collect();
        assert_eq!(asked, ["one", "one", "two", "two", "three", "three"]);
    }
}

#[test]
fn what_is_expected_counts_series_that_are_still_to_come() {
    let export = Export::many(apps(&["one", "two", "three"]), range(150));
    let trip = Driver::at(LATER).run_with(&session(), export, 1, |asked| Model::UTC.answer(asked));
    assert_eq!(trip.coverage.expected, 450);
}

#[test]
fn nothing_to_ask_is_done_at_once() {
    let nothing = Export::many(Vec::new(), range(150));
    let trip = Driver::at(LATER).run(nothing, |_| unreachable!("nothing is asked"));
    assert_eq!((trip.rows.len(), trip.coverage.expected), (0, 0));
    assert!(trip.end.is_ok());
    let empty = Export::many(apps(&["one", "two"]), range(0));
    let trip = Driver::at(LATER).run(empty, |_| unreachable!("nothing is asked"));
    assert_eq!((trip.rows.len(), trip.coverage.expected), (0, 0));
}

#[test]
fn outcomes_of_unknown_jobs_are_passed_over() {
    let export = Export::new(DataSeriesRequest::new(1), range(10));
    let now = at(instant(LATER));
    let mut run = ExportMachine::new(&session(), export, now).unwrap();
    let Next::Job(_job) = run.poll(now) else { panic!("no job") };
    run.complete(7, Err(braze_core::Error::Cancelled));
    assert!(matches!(run.poll(now), Next::Wait));
    run.complete(0, Err(braze_core::Error::Cancelled));
    assert!(matches!(run.poll(now), Next::Failed(_)));
    run.complete(0, Err(braze_core::Error::Cancelled));
    assert!(matches!(run.poll(now), Next::Done));
}

#[test]
fn what_is_wrong_with_the_requests_is_said_before_anything_is_sent() {
    let now = at(instant(LATER));
    let error = |export| ExportMachine::new(&session(), export, now).unwrap_err();
    let bad = vec![DataSeriesRequest::new(1), DataSeriesRequest::new(1).app_id("{{app_id}}")];
    insta::assert_snapshot!(
        error(Export::many(bad, range(3))),
        @"invalid request, nothing was sent: `app_id` is the placeholder `{{app_id}}`: put the real value there"
    );
    let ancient = Range::days(date("-0044-03-15"), date("2024-01-01"));
    insta::assert_snapshot!(
        error(Export::new(DataSeriesRequest::new(1), ancient)),
        @"invalid request, nothing was sent: `ending_at` cannot be sent: its year must be from 0000 to 9999"
    );
}

#[test]
fn a_series_without_hours_says_so() {
    let now = at(instant(LATER));
    let hours = Range::hours(midnight(date("2024-01-01")), midnight(date("2024-01-02")));
    let export = Export::new(kpi::DauRequest::new(1), hours);
    let error = ExportMachine::new(&session(), export, now).unwrap_err();
    insta::assert_snapshot!(error, @"invalid request, nothing was sent: `unit` is `hour`, but this series has only `day`");
}

#[test]
fn any_series_is_exported_the_same_way() {
    let now = at(instant(LATER));
    let export = Export::new(kpi::DauRequest::new(1), range(3));
    let mut run = ExportMachine::new(&session(), export, now).unwrap();
    let Next::Job(mut job) = run.poll(now) else { panic!("no job") };
    let Step::Send(request) = job.poll(now) else { panic!("no request") };
    assert_eq!(request.uri().path(), kpi::DauRequest::META.path);
    let data: Vec<_> = (1..4)
        .map(|day| serde_json::json!({ "time": format!("2024-01-0{day}"), "dau": day }))
        .collect();
    let body = serde_json::json!({ "message": "success", "data": data }).to_string();
    let (head, ()) = braze_core::http::Response::new(()).into_parts();
    job.resume(now, Ok((head, body.as_bytes())));
    let Step::Yield(outcome) = job.poll(now) else { panic!("no outcome") };
    run.complete(job.number(), outcome);
    let rows = std::iter::from_fn(|| match run.poll(now) {
        Next::Row(row) => Some(row.value),
        _ => None,
    });
    assert_eq!(rows.collect::<Vec<_>>(), [1, 2, 3]);
    assert!(run.coverage().is_clean());
    assert_eq!(run.range().to().to_string(), "2024-01-04");
}
