//! From the times of rows to buckets.

use braze_core::export::{Export, Range, Zone};
use braze_core::sessions::DataSeriesRequest;
use chrono::TimeDelta;

use super::model::Model;
use super::peer::{Answer, Driver, Trip, date, instant};

/// Long after everything in these tests.
const LATER: &str = "2025-06-01T00:00:00Z";

fn zone(text: &str) -> Zone {
    text.parse().unwrap()
}

fn hours(from: &str, to: &str) -> Export<DataSeriesRequest> {
    Export::new(DataSeriesRequest::new(1), Range::hours(instant(from), instant(to)))
}

fn days(from: &str, to: &str) -> Export<DataSeriesRequest> {
    Export::new(DataSeriesRequest::new(1), Range::days(date(from), date(to)))
}

/// The outcome of one window whose reply has these rows.
fn read(export: Export<DataSeriesRequest>, rows: &[(&str, u64)]) -> Trip {
    let rows: Vec<_> = rows.iter().map(|(time, value)| ((*time).to_owned(), *value)).collect();
    Driver::at(LATER).run(export, |_| Answer::Rows(rows.clone()))
}

/// Starts, values and the findings, line by line.
fn show(trip: &Trip) -> String {
    let rows = trip.values().into_iter().map(|(start, value)| format!("{start} {value}\n"));
    rows.chain([trip.findings()]).collect()
}

#[test]
fn an_hour_is_found_in_every_spelling_and_keeps_it() {
    let spellings = [
        "2024-05-01T10:00:00Z",
        "2024-05-01T10:00:00.000Z",
        "2024-05-01T10:00:00+00:00",
        "2024-05-01T15:30:00.000+05:30",
        "2024-05-01 06:00:00 -0400",
        "2024-05-01 10:00:00.000 UTC",
    ];
    for spelling in spellings {
        let trip = read(hours("2024-05-01T10:00:00Z", "2024-05-01T11:00:00Z"), &[(spelling, 7)]);
        assert_eq!(trip.values(), [("2024-05-01T10:00:00Z".to_owned(), 7)], "{spelling}");
        assert_eq!(trip.rows[0].time.to_string(), spelling);
        assert!(trip.coverage.is_clean());
        assert_eq!(trip.coverage.naive_times, 0);
    }
}

#[test]
fn the_grid_of_hours_follows_the_first_row_and_must_hold() {
    // A day of Kolkata, whose hours begin at :30 of those of UTC.
    let day = || hours("2024-05-01T18:30:00Z", "2024-05-02T18:30:00Z").zone(zone("+05:30"));
    let model = Model { offset: 330, ..Model::UTC };
    let trip = Driver::at(LATER).run(day(), |asked| model.answer(asked));
    assert_eq!(trip.rows.len(), 24);
    assert_eq!(trip.rows[0].start.to_string(), "2024-05-01T18:30:00Z");
    assert!(trip.coverage.is_clean(), "{}", trip.findings());
    assert_eq!((trip.coverage.expected, trip.coverage.returned), (24, 24));

    let trip = read(
        hours("2024-05-01T18:30:00Z", "2024-05-01T21:30:00Z"),
        &[
            ("2024-05-01T18:30:00Z", 1),
            ("2024-05-01T20:00:00Z", 2),
            ("2024-05-01T20:30:00Z", 3),
            ("2024-05-01T20:31:00Z", 4),
        ],
    );
    insta::assert_snapshot!(show(&trip), @"
    2024-05-01T18:30:00Z 1
    2024-05-01T20:30:00Z 3
    the row of 2024-05-01T20:00:00Z was not asked for
    the row of 2024-05-01T20:31:00Z was not asked for
    2024-05-01T19:30:00Z is missing
    findings: 2 of 3 hours complete, 1 missing, 2 rows unexpected
    ");
}

#[test]
fn a_row_belongs_to_the_range_if_its_start_does() {
    // Asked in the middle of hours, answered in whole ones, and the other way round.
    for (offset, first, count) in [(0, "2024-05-01T11:00:00Z", 2), (330, "2024-05-01T10:30:00Z", 2)]
    {
        let export = hours("2024-05-01T10:30:00Z", "2024-05-01T12:30:00Z");
        let model = Model { offset, ..Model::UTC };
        let trip = Driver::at(LATER).run(export, |asked| model.answer(asked));
        assert_eq!(trip.rows[0].start.to_string(), first);
        assert_eq!((trip.rows.len(), trip.coverage.expected), (count, 2), "{}", trip.findings());
        assert!(trip.coverage.is_clean(), "{}", trip.findings());
    }
    let export = hours("2024-05-01T10:00:00Z", "2024-05-01T12:00:00Z");
    let model = Model { offset: 345, ..Model::UTC };
    let trip = Driver::at(LATER).run(export, |asked| model.answer(asked));
    let starts: Vec<_> = trip.rows.iter().map(|row| row.start.to_string()).collect();
    assert_eq!(starts, ["2024-05-01T10:15:00Z", "2024-05-01T11:15:00Z"]);
    assert!(trip.coverage.is_clean(), "{}", trip.findings());
}

#[test]
fn how_many_hours_begin_between_two_minutes_shows_when_the_server_answers() {
    let expected = |offset| {
        let export = hours("2024-05-01T10:30:00Z", "2024-05-01T13:00:00Z");
        let model = Model { offset, ..Model::UTC };
        let trip = Driver::at(LATER).run(export, |asked| model.answer(asked));
        assert!(trip.coverage.is_clean(), "{}", trip.findings());
        assert_eq!(trip.rows.len() as u64, trip.coverage.expected);
        trip.coverage.expected
    };
    // 11:00 and 12:00; 10:30, 11:30 and 12:30.
    assert_eq!((expected(0), expected(330)), (2, 3));
}

#[test]
fn times_without_an_offset_are_read_in_the_zone_and_noted() {
    let rows = [("2024-05-01T06:00:00", 1), ("2024-05-01T07:00:00", 2)];
    let asked = || hours("2024-05-01T10:00:00Z", "2024-05-01T12:00:00Z");
    let trip = read(asked().zone(zone("America/New_York")), &rows);
    insta::assert_snapshot!(show(&trip), @"
    2024-05-01T10:00:00Z 1
    2024-05-01T11:00:00Z 2
    complete: 2 of 2 hours, 2 times without an offset
    ");
    // Without a zone they are taken for UTC, and here that shows.
    assert_eq!(read(asked(), &rows).coverage.missing, 2);
}

/// Rows of hours by the clock of New York, without an offset, around the hour that comes twice: 01:00 is
/// 05:00 and 06:00 in UTC.
fn fold(from: &str, to: &str, rows: &[(&str, u64)]) -> String {
    let rows: Vec<_> =
        rows.iter().map(|(hour, n)| (format!("2024-11-03T{hour}:00:00"), *n)).collect();
    let rows: Vec<_> = rows.iter().map(|(time, value)| (time.as_str(), *value)).collect();
    let range = hours(&format!("2024-11-03T{from}:00:00Z"), &format!("2024-11-03T{to}:00:00Z"));
    let trip = read(range.zone(zone("America/New_York")), &rows);
    let rows =
        trip.rows.iter().map(|row| format!("{}={}", &row.start.to_string()[11..13], row.value));
    let rows = rows.collect::<Vec<_>>().join(" ");
    let Some(problem) = trip.coverage.findings().first() else { return rows };
    format!("{rows}; {problem}, {} missing", trip.coverage.missing)
}

#[test]
fn an_hour_that_comes_twice_is_told_apart_by_the_order_of_rows() {
    let both = [("00", 4), ("01", 5), ("01", 6), ("02", 7)];
    assert_eq!(fold("04", "08", &both), "04=4 05=5 06=6 07=7");
    let descending: Vec<_> = both.into_iter().rev().collect();
    assert_eq!(fold("04", "08", &descending), "04=4 05=5 06=6 07=7");
    // A reply that ends or begins between the two.
    assert_eq!(fold("04", "06", &[("23", 3), ("00", 4), ("01", 5)][1..]), "04=4 05=5");
    assert_eq!(fold("06", "08", &[("01", 6), ("02", 7)]), "06=6 07=7");
    // Rows that are doubled besides, and values that are the same by chance.
    let doubled = [("00", 4), ("01", 5), ("01", 5), ("01", 6), ("02", 7)];
    assert_eq!(fold("04", "08", &doubled), "04=4 05=5 06=6 07=7");
    let doubled = [("00", 4), ("01", 5), ("01", 6), ("01", 6), ("02", 7)];
    assert_eq!(fold("04", "08", &doubled), "04=4 05=5 06=6 07=7");
    let doubled = [("00", 4), ("01", 5), ("01", 5), ("01", 6), ("01", 6), ("02", 7)];
    assert_eq!(fold("04", "08", &doubled), "04=4 05=5 06=6 07=7");
    let same = [("00", 0), ("01", 0), ("01", 0), ("02", 0)];
    assert_eq!(fold("04", "08", &same), "04=0 05=0 06=0 07=0");
}

#[test]
fn an_hour_that_comes_twice_is_not_guessed() {
    let unreadable = "a row's time `2024-11-03T01:00:00` cannot be understood";
    // Rows in no order say nothing.
    let shuffled = [("02", 7), ("01", 5), ("00", 4), ("01", 6)];
    assert_eq!(fold("04", "08", &shuffled), format!("04=4 07=7; {unreadable}, 2 missing"));
    // With equal values it does not matter.
    let same = [("02", 7), ("01", 5), ("00", 4), ("01", 5)];
    assert_eq!(fold("04", "08", &same), "04=4 05=5 06=5 07=7");
    // One of the two is missing, and nothing says which.
    let one = [("00", 4), ("01", 6), ("02", 7)];
    assert_eq!(fold("04", "08", &one), format!("04=4 07=7; {unreadable}, 2 missing"));
    assert_eq!(fold("05", "06", &[("01", 5)]), format!("; {unreadable}, 1 missing"));
}

#[test]
fn an_hour_that_the_clocks_skip_is_not_missing() {
    let rows = [("2024-03-10T01:00:00", 6), ("2024-03-10T03:00:00", 7), ("2024-03-10T04:00:00", 8)];
    let range = hours("2024-03-10T06:00:00Z", "2024-03-10T09:00:00Z");
    let trip = read(range.zone(zone("America/New_York")), &rows);
    let starts: Vec<_> = trip.rows.iter().map(|row| row.start.to_string()).collect();
    assert_eq!(starts, ["2024-03-10T06:00:00Z", "2024-03-10T07:00:00Z", "2024-03-10T08:00:00Z"]);
    assert!(trip.coverage.is_clean(), "{}", trip.findings());
}

/// The date that a row of a day with this time counts for, with this zone.
fn day_of(time: &str, named: Option<&str>) -> String {
    let mut export = days("2024-04-30", "2024-05-03");
    if let Some(name) = named {
        export = export.zone(zone(name));
    }
    let trip = read(export, &[(time, 1)]);
    trip.values().first().map_or_else(|| trip.findings(), |(start, _)| start.clone())
}

#[test]
fn the_date_of_a_row_counts_and_of_an_instant_the_date_it_stands_for() {
    for zone in [None, Some("America/New_York"), Some("Pacific/Kiritimati")] {
        assert_eq!(day_of("2024-05-01", zone), "2024-05-01");
        assert_eq!(day_of("2024-05-01T00:00:00", zone), "2024-05-01");
        assert_eq!(day_of("2024-05-01 00:00:00.000", zone), "2024-05-01");
        // Midnight as it is written names the day, whoever's midnight it is.
        assert_eq!(day_of("2024-05-01T00:00:00Z", zone), "2024-05-01");
        assert_eq!(day_of("2024-05-01T00:00:00-04:00", zone), "2024-05-01");
    }
    // The company's midnight, written in UTC.
    assert_eq!(day_of("2024-04-30T18:30:00Z", Some("Asia/Kolkata")), "2024-05-01");
    assert_eq!(day_of("2024-04-30T18:30:00Z", None), "2024-04-30");
    assert_eq!(day_of("2024-05-01T04:00:00.000Z", Some("America/New_York")), "2024-05-01");
    assert_eq!(day_of("2024-05-01T00:00:00Z", Some("Asia/Kolkata")), "2024-05-01");
    // Some time of the day.
    assert_eq!(day_of("2024-05-01T02:17:00Z", Some("America/New_York")), "2024-04-30");
}

#[test]
fn times_that_fit_no_bucket_are_findings_and_no_rows() {
    let range = || hours("2024-05-01T10:00:00Z", "2024-05-01T11:00:00Z");
    let trip =
        read(range(), &[("2024-05-01", 1), ("last Tuesday", 2), ("2024-05-01T10:00:00Z", 3)]);
    insta::assert_snapshot!(show(&trip), @"
    2024-05-01T10:00:00Z 3
    a row's time `2024-05-01` cannot be understood
    a row's time `last Tuesday` cannot be understood
    findings: 1 of 1 hour complete, 2 rows unreadable
    ");
    let trip = read(range(), &[("2024-05-01T10:17:00Z", 1), ("2024-05-01T10:00:00.001Z", 2)]);
    assert_eq!((trip.coverage.unexpected, trip.coverage.missing), (2, 1));
    assert_eq!(trip.rows.len(), 0);
    let trip = read(days("2024-05-01", "2024-05-02"), &[("1st of May", 1)]);
    assert_eq!((trip.coverage.unreadable, trip.coverage.missing), (1, 1));
}

#[test]
fn slack_is_not_worth_a_note() {
    let day = |number| (date("2024-05-01") + TimeDelta::days(number)).to_string();
    let mut rows: Vec<_> = (-2..5).map(|number| (day(number), 1)).collect();
    // Even where it is doubled, or has no offset.
    rows.insert(0, rows[0].clone());
    rows[0].0 += "T00:00:00";
    let trip =
        Driver::at(LATER).run(days("2024-05-01", "2024-05-04"), |_| Answer::Rows(rows.clone()));
    insta::assert_snapshot!(show(&trip), @"
    2024-05-01 1
    2024-05-02 1
    2024-05-03 1
    complete: 3 of 3 days
    ");
}
