//! The plan, against a model of the server: whatever is not known about it, each needed bucket is inside.

use braze_core::Unit;
use braze_core::export::{Range, Start, Window, Windows};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;

const LONGEST: u32 = 100;

/// The behaviour of a server, as far as the plan is concerned.
#[derive(Debug, Clone, Copy)]
struct Server {
    /// Its offset from UTC, in minutes.
    offset: i64,
    /// True if the bucket of `ending_at` is the last one, false if the one before is.
    inclusive: bool,
}

/// Quarter hours from UTC-12 to UTC+14, inclusive and exclusive.
fn servers() -> impl Iterator<Item = Server> {
    let offsets = (-12 * 60..=14 * 60).step_by(15);
    offsets.flat_map(|offset| [false, true].map(|inclusive| Server { offset, inclusive }))
}

/// A day or an hour as a number, by the server's clock.
fn bucket(time: DateTime<Utc>, seconds: i64, offset: i64) -> i64 {
    (time.timestamp() + offset * 60).div_euclid(seconds)
}

impl Server {
    /// The first and the last bucket of a reply.
    fn reply(self, unit: Unit, ending_at: DateTime<Utc>, length: u32) -> (i64, i64) {
        let holding = bucket(ending_at, seconds(unit), self.offset);
        let last = if self.inclusive { holding } else { holding - 1 };
        (last + 1 - i64::from(length), last)
    }

    /// The first and the last bucket that a window is needed for: dates, or the hours of this server's
    /// clock that begin in those hours of UTC.
    fn needed(self, window: &Window) -> (i64, i64) {
        let (from, to) = (window.range().from(), window.range().to());
        match (from, to) {
            (Start::Date(from), Start::Date(to)) => {
                let number = |date: NaiveDate| bucket(midnight(date), 86_400, 0);
                (number(from), number(to) - 1)
            }
            (Start::Instant(from), Start::Instant(to)) => {
                // The first hour that begins at `from` or later.
                let shifted =
                    |time: DateTime<Utc>| time + TimeDelta::minutes(60) - TimeDelta::seconds(1);
                let first = |time| bucket(shifted(time), 3_600, self.offset);
                (first(from), first(to) - 1)
            }
            _ => unreachable!("one unit"),
        }
    }
}

fn seconds(unit: Unit) -> i64 {
    if unit == Unit::Day { 86_400 } else { 3_600 }
}

fn midnight(date: NaiveDate) -> DateTime<Utc> {
    date.and_hms_opt(0, 0, 0).unwrap().and_utc()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn days(from: NaiveDate, count: u64) -> Range {
    Range::days(from, from + Days::new(count))
}

fn hours(from: DateTime<Utc>, count: i64) -> Range {
    Range::hours(from, from + TimeDelta::hours(count))
}

/// Checks the properties of every plan, whatever the server.
fn check_plan(range: Range) -> Vec<Window> {
    let plan = Windows::new(range, LONGEST);
    let windows: Vec<_> = plan.clone().collect();
    assert_eq!(plan.len(), windows.len(), "{range}: the number is known before");
    assert_eq!(windows.len() as u64, range.len().div_ceil(98), "{range}: no more than it takes");
    let total: u64 = windows.iter().map(|window| window.range().len()).sum();
    assert_eq!(total, range.len(), "{range}: all of it");
    if let (Some(first), Some(last)) = (windows.first(), windows.last()) {
        assert_eq!((first.range().from(), last.range().to()), (range.from(), range.to()));
    }
    for two in windows.windows(2) {
        assert_eq!(two[0].range().to(), two[1].range().from(), "{range}: one after another");
        assert_eq!(two[1].length(), LONGEST, "{range}: only the first one may be short");
        // The range's last bucket may have begun today, somewhere ahead of UTC.
        let earliest_now = match range.to() {
            Start::Date(to) => midnight(to) - TimeDelta::hours(24 + 14),
            Start::Instant(to) => to - TimeDelta::hours(1),
        };
        assert!(two[0].ending_at() <= earliest_now, "{range}: only the last one may be cut by now");
    }
    assert!(windows.iter().all(|window| (3..=LONGEST).contains(&window.length())));
    windows
}

fn check_server(windows: &[Window], server: Server) {
    for window in windows {
        let (unit, length) = (window.range().unit(), window.length());
        let (first, last) = server.reply(unit, window.ending_at(), length);
        let (from, to) = server.needed(window);
        assert!(
            first <= from && to <= last,
            "{server:?}: {} needs {from}..={to}, and {first}..={last} comes back",
            window.range(),
        );
    }
}

/// Leap days, ends of years, changes of the clocks on both sides of the equator.
const DATES: [&str; 9] = [
    "1970-01-01",
    "2000-02-28",
    "2023-12-31",
    "2024-02-28",
    "2024-03-10",
    "2024-03-31",
    "2024-04-07",
    "2024-10-27",
    "2024-11-03",
];

const LENGTHS: [u64; 12] = [1, 2, 3, 96, 97, 98, 99, 100, 101, 196, 197, 1_000];

#[test]
fn every_needed_day_comes_back_from_every_server() {
    for start in DATES {
        for length in LENGTHS {
            // Ranges that begin at the date, and ranges that end at it.
            for from in [date(start), date(start) - Days::new(length)] {
                let windows = check_plan(days(from, length));
                servers().for_each(|server| check_server(&windows, server));
            }
        }
    }
}

#[test]
fn every_needed_hour_comes_back_from_every_server() {
    for start in DATES {
        for length in LENGTHS {
            for first in [0, 1, 2, 11, 23] {
                let from = midnight(date(start)) + TimeDelta::hours(first);
                let windows = check_plan(hours(from, length.cast_signed()));
                servers().for_each(|server| check_server(&windows, server));
            }
        }
    }
}

#[test]
fn a_century_of_hours_is_planned_the_same_way() {
    let (from, to) = (midnight(date("1924-01-01")), midnight(date("2024-01-01")));
    let range = Range::hours(from, to);
    assert_eq!(range.len(), 876_600);
    let windows = check_plan(range);
    assert_eq!(windows.len(), 8_945);
    // One for each quarter hour that hours may begin at.
    for offset in [0, 330, 345, -210] {
        check_server(&windows, Server { offset, inclusive: false });
        check_server(&windows, Server { offset, inclusive: true });
    }
}

#[test]
fn a_range_without_buckets_takes_no_request() {
    let day = date("2024-05-01");
    let backwards = Range::days(day, day - Days::new(3));
    assert!(backwards.is_empty());
    assert_eq!(check_plan(backwards), []);
    assert_eq!(check_plan(Range::hours(midnight(day), midnight(day))), []);
}

#[test]
fn hours_between_minutes_are_those_that_begin_between_them() {
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    // A day of Kolkata: 24 hours of its own, which begin in 25 hours of UTC at most.
    let range = Range::hours(at("2024-05-01T18:30:00Z"), at("2024-05-02T18:30:00Z"));
    assert_eq!(range.len(), 24);
    let windows: Vec<_> = Windows::new(range, LONGEST).collect();
    assert_eq!(windows.len(), 1);
    servers().for_each(|server| check_server(&windows, server));
    assert_eq!(range.previous().to(), range.from());
    assert_eq!(range.previous().len(), 24);
}

#[test]
fn the_period_before_has_the_same_length() {
    let range = Range::days(date("2024-03-01"), date("2024-04-01"));
    insta::assert_snapshot!(range.previous(), @"days from 2024-01-30 to 2024-03-01 (exclusive)");
    let range = hours(midnight(date("2024-03-10")), 5);
    insta::assert_snapshot!(
        range.previous(),
        @"hours from 2024-03-09T19:00:00Z to 2024-03-10T00:00:00Z (exclusive)"
    );
}

#[test]
fn endpoints_with_a_lower_limit_get_more_and_shorter_windows() {
    let windows: Vec<_> = Windows::new(days(date("2024-05-01"), 30), 14).collect();
    let lengths: Vec<u32> = windows.iter().map(Window::length).collect();
    assert_eq!(lengths, [8, 14, 14]);
    servers().for_each(|server| check_server(&windows, server));
}

fn any_server() -> impl Strategy<Value = Server> {
    (-48_i64..=56, any::<bool>())
        .prop_map(|(quarters, inclusive)| Server { offset: quarters * 15, inclusive })
}

proptest! {
    #[test]
    fn any_range_of_days_is_inside(
        first in -20_000_i64..40_000,
        length in 0_u64..3_000,
        server in any_server(),
    ) {
        let from = date("1970-01-01") + TimeDelta::days(first);
        check_server(&check_plan(days(from, length)), server);
    }

    #[test]
    fn any_range_of_hours_is_inside(
        first in -400_000_i64..800_000,
        length in 0_i64..30_000,
        server in any_server(),
    ) {
        let from = midnight(date("1970-01-01")) + TimeDelta::hours(first);
        check_server(&check_plan(hours(from, length)), server);
    }
}
