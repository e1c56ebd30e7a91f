//! Complete and incomplete buckets, and a last window that the present cuts.

use std::time::Duration;

use braze_core::export::{Export, Range, Zone};
use braze_core::sessions::DataSeriesRequest;
use chrono::{DateTime, TimeDelta, Utc};

use super::model::Model;
use super::peer::{Answer, Driver, Trip, date, instant, midnight};

fn zone(text: &str) -> Zone {
    text.parse().unwrap()
}

/// Days from 2024-05-01 on.
fn days() -> Export<DataSeriesRequest> {
    Export::new(DataSeriesRequest::new(1), Range::days(date("2024-05-01"), date("2024-05-31")))
}

fn hours(from: &str) -> Export<DataSeriesRequest> {
    let range = Range::hours(instant(from), instant(from) + TimeDelta::days(2));
    Export::new(DataSeriesRequest::new(1), range)
}

fn run(now: &str, export: Export<DataSeriesRequest>, model: Model) -> Trip {
    Driver::at(now).run(export, |asked| model.answer(asked))
}

/// The last row of days at a moment, with a mark where it is not complete.
fn last(now: &str, export: Export<DataSeriesRequest>) -> String {
    let trip = run(now, export, Model::UTC);
    assert!(trip.coverage.is_clean(), "{}", trip.findings());
    trip.rows.last().map_or_else(String::new, |row| {
        format!("{}{}", row.start, if row.complete { "" } else { " so far" })
    })
}

#[test]
fn without_a_zone_a_day_is_closed_when_it_is_over_everywhere() {
    assert_eq!(last("2024-05-11T11:59:59Z", days()), "2024-05-09");
    assert_eq!(last("2024-05-11T12:00:00Z", days()), "2024-05-10");
}

#[test]
fn with_a_zone_it_is_closed_at_the_zones_midnight() {
    for (name, midnight) in [
        ("UTC", "2024-05-11T00:00:00Z"),
        ("America/New_York", "2024-05-11T04:00:00Z"),
        ("Asia/Kolkata", "2024-05-10T18:30:00Z"),
        ("Pacific/Kiritimati", "2024-05-10T10:00:00Z"),
        ("Etc/GMT+12", "2024-05-11T12:00:00Z"),
        ("-03:30", "2024-05-11T03:30:00Z"),
    ] {
        let rows_at = |now: DateTime<Utc>| {
            let range = Driver::starting(now)
                .run(days().zone(zone(name)), |asked| Model::UTC.answer(asked))
                .run
                .range();
            range.to().to_string()
        };
        let midnight = instant(midnight);
        assert_eq!(rows_at(midnight - TimeDelta::seconds(1)), "2024-05-10", "{name}");
        assert_eq!(rows_at(midnight), "2024-05-11", "{name}");
    }
}

#[test]
fn a_midnight_that_the_clocks_skip_is_the_moment_they_change() {
    // São Paulo went from 00:00 to 01:00 on 2018-11-04, which is 03:00 UTC.
    let range = Range::days(date("2018-11-01"), date("2018-11-30"));
    let export = || Export::new(DataSeriesRequest::new(1), range).zone(zone("America/Sao_Paulo"));
    let to = |now: &str| run(now, export(), Model::UTC).run.range().to().to_string();
    assert_eq!(to("2018-11-04T02:59:59Z"), "2018-11-03");
    assert_eq!(to("2018-11-04T03:00:00Z"), "2018-11-04");
}

#[test]
fn the_open_day_comes_on_request_and_is_not_complete() {
    let now = "2024-05-11T15:00:00Z";
    assert_eq!(last(now, days().zone(Zone::UTC)), "2024-05-10");
    assert_eq!(last(now, days().zone(Zone::UTC).include_open(true)), "2024-05-11 so far");
    // Without a zone all that may have begun somewhere is asked for, and what comes back is taken.
    assert_eq!(last(now, days().include_open(true)), "2024-05-11 so far");
    let trip = run(now, days().include_open(true), Model::UTC);
    assert_eq!((trip.coverage.expected, trip.coverage.returned, trip.coverage.open), (12, 11, 2));
}

#[test]
fn an_open_bucket_that_does_not_come_back_is_open_and_not_missing() {
    let model = Model { reports_open: false, ..Model::UTC };
    let trip = run("2024-05-11T15:00:00Z", days().zone(Zone::UTC).include_open(true), model);
    assert_eq!(trip.rows.len(), 10);
    insta::assert_snapshot!(trip.coverage, @"10 of 11 days complete, 1 incomplete, 19 days not over yet and left out");
}

#[test]
fn what_lies_ahead_is_left_out_and_counted() {
    let trip = run("2024-05-11T15:00:00Z", days().zone(Zone::UTC), Model::UTC);
    assert_eq!((trip.coverage.expected, trip.coverage.not_yet), (10, 20));
    // Nothing of it has begun.
    let trip = run("2024-04-11T15:00:00Z", days(), Model::UTC);
    assert_eq!((trip.rows.len(), trip.requests.len()), (0, 0));
    assert_eq!((trip.coverage.expected, trip.coverage.not_yet), (0, 30));
    // Up to now is all that was asked for.
    let trip = run("2024-07-01T15:00:00Z", days().zone(Zone::UTC).until_now(), Model::UTC);
    assert_eq!((trip.coverage.expected, trip.coverage.not_yet), (61, 0));
    let trip = run("2024-04-11T15:00:00Z", days().until_now(), Model::UTC);
    assert_eq!((trip.rows.len(), trip.coverage.not_yet), (0, 0));
}

#[test]
fn the_open_hour_comes_on_request() {
    let now = "2024-05-01T10:20:00Z";
    assert_eq!(last(now, hours("2024-05-01T00:00:00Z")), "2024-05-01T09:00:00Z");
    let open = hours("2024-05-01T00:00:00Z").include_open(true);
    assert_eq!(last(now, open), "2024-05-01T10:00:00Z so far");
    // Hours that begin at :30 are over at :30.
    let kolkata = Model { offset: 330, ..Model::UTC };
    let last_of = |now| {
        let trip = run(now, hours("2024-05-01T00:30:00Z"), kolkata);
        assert!(trip.coverage.is_clean(), "{}", trip.findings());
        trip.rows.last().unwrap().start.to_string()
    };
    assert_eq!(last_of("2024-05-01T10:29:00Z"), "2024-05-01T08:30:00Z");
    assert_eq!(last_of("2024-05-01T10:30:00Z"), "2024-05-01T09:30:00Z");
    assert_eq!(last_of("2024-05-01T11:00:00Z"), "2024-05-01T09:30:00Z");
}

#[test]
fn the_servers_clock_decides_what_was_over() {
    // The local clock is four minutes ahead: by the server's, the day is not over.
    let driver = Driver::at("2024-05-11T00:02:00Z");
    let run = |ahead: i64| {
        driver.run(days().zone(Zone::UTC), |asked| {
            let mut seen = asked.clone();
            seen.at -= TimeDelta::minutes(ahead);
            Answer::Dated(Model::UTC.rows(&seen), TimeDelta::minutes(-ahead))
        })
    };
    assert_eq!(run(0).rows.last().unwrap().start.to_string(), "2024-05-10");
    let ahead = run(4);
    assert_eq!(ahead.rows.last().unwrap().start.to_string(), "2024-05-09");
    assert!(ahead.rows.iter().all(|row| row.complete));
    assert_eq!((ahead.coverage.open, ahead.coverage.missing), (1, 0));
}

#[test]
fn a_bucket_that_ends_while_the_reply_is_on_its_way_is_not_complete() {
    let open = days().zone(Zone::UTC).include_open(true);
    // Sent two seconds before midnight by the local clock, which the server's is ahead of by so many.
    for (ahead, complete) in [(0, false), (1, false), (2, true)] {
        let sent = midnight(date("2024-05-11")) - TimeDelta::seconds(2);
        let round_trip = Duration::from_secs(4);
        let driver = Driver { round_trip, ..Driver::starting(sent) };
        let trip = driver.run(open.clone(), |asked| {
            // The reply carries the time at which it was sent off.
            Answer::Dated(Model::UTC.rows(asked), TimeDelta::seconds(4 + ahead))
        });
        let last = trip.rows.last().unwrap();
        assert_eq!((last.start.to_string().as_str(), last.complete), ("2024-05-10", complete));
    }
}

/// Any moment, any zone: the window that now cuts still holds every day that is over.
#[test]
fn every_closed_day_comes_back_at_any_moment_of_a_day() {
    let offsets = (-12 * 60..=14 * 60).step_by(60).chain([-570, -210, 330, 345, 765]);
    for offset in offsets {
        for hour in 0..24 {
            let midnight = instant("2024-05-11T00:00:00Z") - TimeDelta::minutes(offset);
            let now = midnight + TimeDelta::hours(hour);
            for bits in 0..16_u8 {
                let model = Model { offset, inclusive: bits & 1 > 0, reports_open: bits & 2 > 0 };
                let range = Range::days(date("2024-05-06"), date("2024-05-11"));
                let mut export = Export::new(DataSeriesRequest::new(1), range).until_now();
                export = export.include_open(bits & 4 > 0);
                if bits & 8 > 0 {
                    let sign = if offset < 0 { '-' } else { '+' };
                    let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
                    export = export.zone(zone(&format!("{sign}{hours:02}:{minutes:02}")));
                }
                let trip = Driver::starting(now).run(export, |asked| model.answer(asked));
                let coverage = &trip.coverage;
                let case = format!("{model:?} at {now}, {bits:04b}: {coverage}");
                assert!(coverage.is_clean(), "{case}");
                assert!(coverage.returned + coverage.open >= coverage.expected, "{case}");
                assert!(trip.rows.is_sorted_by(|one, two| one.start < two.start), "{case}");
                let cut = trip.requests.iter().filter(|asked| asked.request.ending_at.is_none());
                assert!(cut.count() <= 1, "{case}");
                for asked in &trip.requests {
                    let end = asked.request.ending_at.map(braze_core::Timestamp::to_utc);
                    assert!(end.is_none_or(|end| end <= now), "{case}");
                }
            }
        }
    }
}

#[test]
fn what_a_window_that_now_cuts_reads_again_is_not_given_again() {
    // The server is far behind and keeps back what is open, so that its rows reach far back.
    let model = Model { offset: -12 * 60, inclusive: false, reports_open: false };
    let range = Range::days(date("2024-01-01"), date("2024-05-11"));
    let export = Export::new(DataSeriesRequest::new(1), range).until_now().include_open(true);
    let trip = run("2024-05-11T11:00:00Z", export, model);
    assert!(trip.coverage.is_clean(), "{}", trip.findings());
    assert!(trip.requests.len() > 1);
    assert!(trip.rows.is_sorted_by(|one, next| one.start < next.start));
    assert_eq!(trip.rows.last().unwrap().start.to_string(), "2024-05-09");
    assert_eq!(trip.rows.len() as u64, trip.coverage.returned);
}

#[test]
fn every_closed_hour_comes_back_at_any_minute() {
    for offset in [0, 330, 345, -210] {
        for minute in 0..60 {
            let now = instant("2024-05-11T10:00:00Z") + TimeDelta::minutes(minute);
            for bits in 0..8_u8 {
                let model = Model { offset, inclusive: bits & 1 > 0, reports_open: bits & 2 > 0 };
                let from = instant("2024-05-11T05:00:00Z");
                let range = Range::hours(from, now);
                let export = Export::new(DataSeriesRequest::new(1), range).until_now();
                let export = export.include_open(bits & 4 > 0);
                let trip = Driver::starting(now).run(export, |asked| model.answer(asked));
                let coverage = &trip.coverage;
                let case = format!("{model:?} at {now}, {bits:03b}: {coverage}");
                assert!(coverage.is_clean(), "{case}");
                assert!(coverage.returned + coverage.open >= coverage.expected, "{case}");
            }
        }
    }
}
