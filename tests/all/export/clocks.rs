//! Two clocks that disagree: nothing is lost, and nothing is taken for complete by one of them alone.

use braze_core::export::{Export, ExportError, Range, Zone};
use braze_core::sessions::DataSeriesRequest;
use chrono::TimeDelta;

use super::model::Model;
use super::peer::{Answer, Driver, Trip, date};

const NOW: &str = "2024-05-11T15:00:00Z";

fn days() -> Export<DataSeriesRequest> {
    let range = Range::days(date("2024-05-06"), date("2024-05-11"));
    Export::new(DataSeriesRequest::new(1), range).zone(Zone::UTC)
}

/// The answer of a server whose clock is ahead by this much, with rows up to its own time.
fn ahead(by: TimeDelta) -> Trip {
    Driver::at(NOW).run(days(), |asked| {
        let mut seen = asked.clone();
        seen.at += by;
        Answer::Dated(Model::UTC.rows(&seen), by)
    })
}

#[test]
fn clocks_within_five_minutes_agree() {
    for seconds in [-300, -20, 0, 20, 300] {
        let trip = ahead(TimeDelta::seconds(seconds));
        assert!(trip.coverage.is_clean(), "{seconds}: {}", trip.findings());
        assert!(trip.rows.len() == 5 && trip.rows.iter().all(|row| row.complete), "{seconds}");
    }
    assert_eq!(ahead(TimeDelta::seconds(-302)).coverage.clocks, 1);
    assert_eq!(ahead(TimeDelta::seconds(302)).coverage.clocks, 1);
}

#[test]
fn an_empty_reply_of_a_clock_days_behind_is_no_clean_export() {
    let trip = Driver::at(NOW)
        .run(days().strict(true), |_| Answer::Dated(Vec::new(), TimeDelta::days(-8)));
    assert!(matches!(trip.end, Err(ExportError::Findings(_))));
    insta::assert_snapshot!(trip.findings());
}

#[test]
fn rows_of_a_clock_decades_behind_are_written() {
    let behind = TimeDelta::days(19_800);
    let trip = Driver::at(NOW).run(days(), |asked| Answer::Dated(Model::UTC.rows(asked), -behind));
    assert_eq!((trip.rows.len(), trip.coverage.returned), (5, 5));
    assert!(trip.rows.iter().all(|row| !row.complete));
    insta::assert_snapshot!(trip.findings());
}

#[test]
fn a_clock_days_ahead_makes_nothing_missing_that_is_still_to_come() {
    let range = Range::days(date("2024-05-06"), date("2024-05-31"));
    let export = Export::new(DataSeriesRequest::new(1), range).zone(Zone::UTC).include_open(true);
    let model = Model { reports_open: false, ..Model::UTC };
    let trip =
        Driver::at(NOW).run(export, |asked| Answer::Dated(model.rows(asked), TimeDelta::days(10)));
    assert_eq!(trip.coverage.missing, 0);
    assert_eq!(trip.rows.iter().filter(|row| row.complete).count(), 5);
    insta::assert_snapshot!(trip.findings());
}

#[test]
fn a_reply_that_a_cache_kept_is_told_with_its_age() {
    let trip = Driver::at(NOW).run(days(), |asked| {
        let mut seen = asked.clone();
        seen.at -= TimeDelta::days(2);
        Answer::Cached(Model::UTC.rows(&seen), 172_800)
    });
    insta::assert_snapshot!(trip.findings());
    let fresh = Driver::at(NOW).run(days(), |asked| Answer::Cached(Model::UTC.rows(asked), 0));
    assert!(fresh.coverage.is_clean(), "{}", fresh.findings());
}

#[test]
fn the_clocks_are_told_once_for_an_export_of_many_replies_and_series() {
    let requests = vec![DataSeriesRequest::new(1), DataSeriesRequest::new(1).app_id("ios")];
    let range = Range::days(date("2023-01-01"), date("2024-05-01"));
    let trip = Driver::at(NOW).run(Export::many(requests, range), |asked| {
        Answer::Dated(Model::UTC.rows(asked), TimeDelta::minutes(10))
    });
    assert_eq!((trip.coverage.clocks, trip.coverage.findings().len()), (10, 1));
    assert!(trip.rows.iter().all(|row| row.complete), "they ended long ago by both");
}
