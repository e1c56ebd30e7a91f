//! Hours: their spelling, and the inclusion of the hour of `ending_at`.

use braze_core::chrono::{NaiveDateTime, TimeDelta};
use braze_core::{DateTime, SeriesTime, TimeValue, Utc};

use super::ask::Rows;
use super::cut::{Cut, Ending, Midnight};
use super::verdict::{Settled, Verdict};
use super::window::{Clock, Window};

/// The spelling of hours, such as `YYYY-MM-DDThh:mm:ssZ`.
pub(super) fn spelling(replies: &[Rows]) -> Verdict<String> {
    let rows = || replies.iter().flat_map(|reply| &reply.rows);
    let count = rows().count();
    let mut patterns: Vec<String> = Vec::new();
    for row in rows() {
        let Some(pattern) = pattern(&row.time) else {
            return Err(format!("of {count} rows, some have a time in no known spelling"));
        };
        if !patterns.contains(&pattern) {
            patterns.push(pattern);
        }
    }
    match patterns.as_slice() {
        [] => Err("no rows came for hours".to_owned()),
        [pattern] => Settled::sure(pattern.clone(), format!("all of {count} rows are spelled so")),
        _ => Settled::sure(
            patterns.join(" and "),
            format!("of {count} rows, each is spelled in one of these ways"),
        ),
    }
}

/// A time with letters in place of its digits.
fn pattern(time: &SeriesTime) -> Option<String> {
    if matches!(time.value(), TimeValue::Other(_)) {
        return None;
    }
    let text = time.to_string();
    let (_, rest) = text.split_at_checked(10)?;
    let mut pattern = String::from("YYYY-MM-DD");
    let end = rest.find(['Z', 'z', 'U', '+']).or_else(|| rest.rfind('-')).unwrap_or(rest.len());
    let (clock, zone) = rest.split_at(end);
    let mut letters = "hhmmss".chars();
    for c in clock.chars() {
        pattern.push(if c.is_ascii_digit() { letters.next().unwrap_or('f') } else { c });
    }
    let mut letters = "hhmm".chars();
    for c in zone.chars() {
        pattern.push(match c {
            '+' | '-' => '±',
            c if c.is_ascii_digit() => letters.next().unwrap_or('m'),
            c => c,
        });
    }
    Some(pattern)
}

/// The inclusion of the hour of `ending_at`, by the window that came back; and the cut of days, by what the hours
/// tell about the readings of midnight.
pub(super) fn ending(
    end: DateTime<Utc>,
    window: Option<Window>,
    midnight: Option<&Midnight>,
) -> Verdict<(Ending, Option<Cut>)> {
    let window = window.ok_or("rows were missing in every reply about hours")?;
    match window.clock {
        Clock::Calendar => Err("hours came as dates".to_owned()),
        Clock::Known(offset) => {
            let ending = compare(window.last, end.naive_utc()).ok_or_else(|| {
                "the last row is neither the hour of `ending_at` nor the one before".to_owned()
            })?;
            // An offset other than zero is that of somebody's clock.
            let of_clock = midnight.and_then(|midnight| {
                midnight.readings.iter().find(|cut| cut.offset != 0 && Some(cut.offset) == offset)
            });
            Settled::sure(
                (ending, of_clock.copied()),
                "the rows say their offset, so the last one can be compared with `ending_at`",
            )
        }
        Clock::Unsaid => {
            let midnight = midnight.ok_or(
                "the rows do not say their offset, and where days are cut is not settled either",
            )?;
            let mut found = midnight.readings.iter().filter_map(|cut| {
                let local = end.naive_utc() + TimeDelta::minutes(cut.offset.into());
                Some((compare(window.last, local)?, *cut))
            });
            match (found.next(), found.next()) {
                (Some((ending, cut)), None) => Settled::likely(
                    (ending, Some(cut)),
                    "the rows do not say their offset; they are taken to be written by the clock that \
                     cuts days",
                ),
                _ => {
                    Err("the rows do not say their offset, and fit no clock that cuts days"
                        .to_owned())
                }
            }
        }
    }
}

fn compare(last: NaiveDateTime, end: NaiveDateTime) -> Option<Ending> {
    match (end - last).num_seconds().div_euclid(3600) {
        0 => Some(Ending::Included),
        1 => Some(Ending::Excluded),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_spelling_has_a_pattern() {
        for (text, expected) in [
            ("2024-05-01T10:00:00Z", "YYYY-MM-DDThh:mm:ssZ"),
            ("2024-05-01T10:00:00.000Z", "YYYY-MM-DDThh:mm:ss.fffZ"),
            ("2024-05-01T12:00:00+02:00", "YYYY-MM-DDThh:mm:ss±hh:mm"),
            ("2024-05-01T06:00:00.000-04:00", "YYYY-MM-DDThh:mm:ss.fff±hh:mm"),
            ("2024-05-01 12:00:00 +0200", "YYYY-MM-DD hh:mm:ss ±hhmm"),
            ("2024-05-01 10:00:00.000 UTC", "YYYY-MM-DD hh:mm:ss.fff UTC"),
            ("2024-05-01T12:00:00", "YYYY-MM-DDThh:mm:ss"),
            ("2024-05-01", "YYYY-MM-DD"),
        ] {
            assert_eq!(pattern(&SeriesTime::from(text)).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(pattern(&SeriesTime::from("6c1f5f3a")), None);
    }
}
