//! [`Cut`]: the time zone that cuts days, and the inclusion of the day of `ending_at`.
//!
//! As `ending_at` moves on, the last row changes once a day: at midnight, wherever that is. The search
//! for that moment needs no assumption about the server.

use std::collections::BTreeSet;

use braze_core::chrono::{NaiveDate, NaiveTime, TimeDelta};
use braze_core::{DateTime, Utc};

use super::ask::{Ask, Rows};
use super::window::{Asking, Clock, Window};

/// The last row: the day or hour that holds `ending_at`, or the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    Included,
    Excluded,
}

/// The cut of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    /// Minutes east of UTC, on the day that was looked at.
    pub(super) offset: i32,
    /// The day that begins with this offset.
    pub(super) date: NaiveDate,
    pub(super) ending: Ending,
}

/// A midnight of the server, and what it may mean. Beyond 10 hours from UTC two readings remain: the day
/// may begin early and be left out, or begin late and be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Midnight {
    /// The clocks did not change until a day later.
    pub(super) at: DateTime<Utc>,
    pub(super) readings: Vec<Cut>,
}

/// Minutes between two places where a day may be cut: there is no zone in use with a finer offset.
const STEP: i64 = 15;

/// Steps in a day.
const STEPS: i64 = 24 * 60 / STEP;

/// Offsets that are in use, in minutes.
const WEST: i64 = -12 * 60;
const EAST: i64 = 14 * 60;

/// Looks for a midnight around a date, as far as rows are there.
pub(super) fn search(
    days: &Rows,
    now: DateTime<Utc>,
    ask: &mut Asking<'_>,
) -> Result<Midnight, String> {
    let present: BTreeSet<NaiveDate> =
        days.rows.iter().filter_map(|row| row.time.as_date()).collect();
    if present.is_empty() {
        return Err("no rows with dates came for days".to_owned());
    }
    let latest = now.date_naive() - TimeDelta::days(6);
    let has_neighbours =
        |date: NaiveDate| (-3..=3).all(|days| present.contains(&(date + TimeDelta::days(days))));
    let mut reason = "there are no seven days in a row without a missing one".to_owned();
    let mut tries = 0;
    let mut before = latest + TimeDelta::days(1);
    for date in present.iter().rev().copied().filter(|date| has_neighbours(*date)) {
        if date >= before {
            continue;
        }
        match midnight(date, ask) {
            Ok(midnight) => return Ok(midnight),
            Err(why) => reason = why,
        }
        // A change of the clocks is a week away by then.
        before = date - TimeDelta::days(6);
        tries += 1;
        if tries == 2 {
            break;
        }
    }
    Err(reason)
}

/// The midnight within 24 hours from the beginning of a date in UTC.
fn midnight(date: NaiveDate, ask: &mut Asking<'_>) -> Result<Midnight, String> {
    let start = date.and_time(NaiveTime::MIN).and_utc();
    // Between two places where a day may be cut, so that a day's first instant is never asked for.
    let instant = |step: i64| start + TimeDelta::minutes(step * STEP + 7);
    let mut last = |step: i64| {
        let window = Window::ask(ask, &[2, 3], |length| Ask::days(length).ending_at(instant(step)));
        let window = window.map(|(window, _)| window).filter(|it| it.clock == Clock::Calendar);
        window.map(|window| window.last.date()).ok_or("rows were missing in a reply about few days")
    };
    let (mut low, mut high) = (0, STEPS);
    let (before, after) = (last(low)?, last(high)?);
    if after - before != TimeDelta::days(1) {
        return Err("the last row did not move by one day in 24 hours".to_owned());
    }
    while high - low > 1 {
        let middle = i64::midpoint(low, high);
        match last(middle)? {
            date if date == before => low = middle,
            date if date == after => high = middle,
            _ => return Err("the last row did not move steadily".to_owned()),
        }
    }
    let a_day_later = (last(low + STEPS)?, last(high + STEPS)?);
    if a_day_later != (after, after + TimeDelta::days(1)) {
        return Err("two days in a row were cut at different times of day".to_owned());
    }
    let at = start + TimeDelta::minutes(high * STEP);
    Ok(Midnight { at, readings: readings(at, after) })
}

/// The possible meanings of a last row that becomes `last` at this instant.
fn readings(at: DateTime<Utc>, last: NaiveDate) -> Vec<Cut> {
    let of_day = minutes_of_day(at);
    [-of_day, 24 * 60 - of_day]
        .into_iter()
        .filter(|offset| (WEST..=EAST).contains(offset))
        .filter_map(|offset| {
            let begins = (at + TimeDelta::minutes(offset)).date_naive();
            let ending = match (begins - last).num_days() {
                0 => Ending::Included,
                1 => Ending::Excluded,
                _ => return None,
            };
            Some(Cut { offset: i32::try_from(offset).ok()?, date: begins, ending })
        })
        .collect()
}

fn minutes_of_day(at: DateTime<Utc>) -> i64 {
    (at.timestamp() / 60).rem_euclid(24 * 60)
}

/// The row of `ending_at` in words.
pub(super) fn ending(ending: Ending) -> &'static str {
    match ending {
        Ending::Included => "it is the last row",
        Ending::Excluded => "the last row is the one before",
    }
}

/// A reading of midnight.
pub(super) fn reading(cut: &Cut) -> String {
    format!("{}, and of the day of `ending_at`, {}", zone(cut.offset), ending(cut.ending))
}

/// `UTC+05:30`
pub(super) fn zone(offset: i32) -> String {
    let sign = if offset < 0 { '-' } else { '+' };
    let minutes = offset.unsigned_abs();
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(at: &str, last: &str) -> Vec<(i32, Ending)> {
        let cuts = readings(at.parse().unwrap(), last.parse().unwrap());
        cuts.iter().map(|cut| (cut.offset, cut.ending)).collect()
    }

    #[test]
    fn a_midnight_near_utc_has_one_reading() {
        assert_eq!(read("2024-05-10T00:00:00Z", "2024-05-09"), [(0, Ending::Excluded)]);
        assert_eq!(read("2024-05-10T00:00:00Z", "2024-05-10"), [(0, Ending::Included)]);
        assert_eq!(read("2024-05-09T18:30:00Z", "2024-05-09"), [(330, Ending::Excluded)]);
        assert_eq!(read("2024-05-10T04:00:00Z", "2024-05-10"), [(-240, Ending::Included)]);
    }

    #[test]
    fn a_midnight_near_the_date_line_may_have_two() {
        assert_eq!(
            read("2024-05-10T11:00:00Z", "2024-05-10"),
            [(-660, Ending::Included), (780, Ending::Excluded)]
        );
        assert_eq!(read("2024-05-10T11:00:00Z", "2024-05-09"), [(-660, Ending::Excluded)]);
        assert_eq!(read("2024-05-10T11:00:00Z", "2024-05-11"), [(780, Ending::Included)]);
    }

    #[test]
    fn a_row_that_fits_no_midnight_has_no_reading() {
        assert_eq!(read("2024-05-10T00:00:00Z", "2024-05-07"), []);
    }
}
