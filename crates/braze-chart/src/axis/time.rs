//! The time axis: ticks at the start of hours, days, weeks, months or years.

use braze_core::chrono::{Datelike, Months, NaiveDate, TimeDelta, Timelike};
use braze_core::{DateTime, Utc};

use crate::timeline::Timeline;

/// A tick of the time axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tick {
    /// The position of the bucket that starts at the tick.
    pub(crate) at: usize,
    /// The position at which the text starts.
    pub(crate) begin: usize,
    pub(crate) text: String,
}

/// The room for ticks, in columns or in other units.
pub(crate) struct Room<'a> {
    /// The position of a bucket.
    pub(crate) place: &'a dyn Fn(u64) -> usize,
    /// The width of a text.
    pub(crate) width: &'a dyn Fn(&str) -> usize,
    /// The first position of a text, and the position at which all texts must end.
    pub(crate) ends: (usize, usize),
    /// The minimum distance of two texts.
    pub(crate) gap: usize,
}

/// The distance from tick to tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Hours(i64),
    Days(i64),
    /// From Monday to Monday.
    Weeks(i64),
    Months(u32),
    Years(i32),
}

/// All steps, from fine to coarse.
const STEPS: [Step; 22] = [
    Step::Hours(1),
    Step::Hours(2),
    Step::Hours(3),
    Step::Hours(6),
    Step::Hours(12),
    Step::Days(1),
    Step::Days(2),
    Step::Weeks(1),
    Step::Weeks(2),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(500),
    Step::Years(2_000),
];

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// Returns the finest ticks whose texts all have room, or else one at the first bucket.
pub(crate) fn ticks(timeline: Timeline, room: &Room<'_>) -> Vec<Tick> {
    let fitting = STEPS.iter().find_map(|step| step.ticks(timeline, room));
    let fitting = fitting.filter(|ticks| !ticks.is_empty());
    fitting.unwrap_or_else(|| {
        let name = timeline.name(0);
        let only = room.tick(0, name).filter(|_| timeline.len() > 0);
        only.into_iter().collect()
    })
}

impl Room<'_> {
    /// Creates a tick with its text around it, or as near as there is room.
    fn tick(&self, index: u64, text: String) -> Option<Tick> {
        let (at, width) = ((self.place)(index), (self.width)(&text));
        let (first, end) = self.ends;
        let last = end.checked_sub(width).filter(|last| *last >= first)?;
        let begin = (at + 1).saturating_sub(width.div_ceil(2)).clamp(first, last);
        Some(Tick { at, begin, text })
    }

    /// Returns true if two texts do not overlap.
    fn is_apart(&self, before: &Tick, after: &Tick) -> bool {
        before.begin + (self.width)(&before.text) + self.gap <= after.begin
    }
}

impl Step {
    /// Returns all ticks, or `None` if their texts do not have room.
    fn ticks(self, timeline: Timeline, room: &Room<'_>) -> Option<Vec<Tick>> {
        let (first, end) = room.ends;
        // No text is narrower than the gap, so more ticks than this do not fit.
        let max = end.saturating_sub(first) / room.gap.max(1) + 2;
        let length = (timeline.to() - timeline.from()).num_seconds();
        if length / self.seconds() > i64::try_from(max).unwrap_or(i64::MAX) {
            return None;
        }
        let mut ticks: Vec<Tick> = Vec::new();
        let mut next = self.first(timeline.from());
        while let Some(at) = next.filter(|at| *at < timeline.to()) {
            next = self.after(at).filter(|after| *after > at);
            let Some(index) = timeline.index_at(at) else { continue };
            let tick = room.tick(index, self.text(at))?;
            match ticks.last() {
                Some(last) if !room.is_apart(last, &tick) => return None,
                _ => ticks.push(tick),
            }
        }
        Some(ticks)
    }

    /// The approximate length in seconds.
    fn seconds(self) -> i64 {
        match self {
            Self::Hours(hours) => hours * HOUR,
            Self::Days(days) => days * DAY,
            Self::Weeks(weeks) => weeks * 7 * DAY,
            Self::Months(months) => i64::from(months) * 30 * DAY,
            Self::Years(years) => i64::from(years) * 365 * DAY,
        }
    }

    /// Returns the first tick at this moment or later.
    fn first(self, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let day = from.date_naive();
        let begin = match self {
            Self::Hours(hours) => {
                let hour = i64::from(from.hour()) / hours * hours;
                midnight(day)?.checked_add_signed(TimeDelta::hours(hour))?
            }
            Self::Days(_) => midnight(day)?,
            Self::Weeks(_) => {
                let back = day.weekday().num_days_from_monday();
                midnight(day)?.checked_sub_signed(TimeDelta::days(back.into()))?
            }
            Self::Months(months) => first_of(day.year(), day.month0() / months * months + 1)?,
            Self::Years(years) => first_of(day.year().div_euclid(years) * years, 1)?,
        };
        if begin < from { self.after(begin) } else { Some(begin) }
    }

    fn after(self, tick: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match self {
            Self::Months(months) => tick.checked_add_months(Months::new(months)),
            Self::Years(years) => first_of(tick.year().checked_add(years)?, 1),
            _ => tick.checked_add_signed(TimeDelta::seconds(self.seconds())),
        }
    }

    /// The text of a tick. At the start of a larger unit it names that unit.
    fn text(self, tick: DateTime<Utc>) -> String {
        let format = match self {
            Self::Hours(_) if tick.hour() > 0 => "%H:%M",
            Self::Hours(_) | Self::Days(_) | Self::Weeks(_) => "%b %-d",
            Self::Months(_) if tick.month() > 1 => "%b",
            _ => "%Y",
        };
        tick.format(format).to_string()
    }
}

fn midnight(day: NaiveDate) -> Option<DateTime<Utc>> {
    Some(day.and_hms_opt(0, 0, 0)?.and_utc())
}

fn first_of(year: i32, month: u32) -> Option<DateTime<Utc>> {
    midnight(NaiveDate::from_ymd_opt(year, month, 1)?)
}

#[cfg(test)]
mod tests {
    use braze_core::Unit;
    use braze_core::export::Range;
    use proptest::prelude::*;

    use super::*;

    fn between(unit: Unit, from: &str, to: &str) -> Timeline {
        Timeline::new(match unit {
            Unit::Hour => Range::hours(from.parse().unwrap(), to.parse().unwrap()),
            _ => Range::days(from.parse().unwrap(), to.parse().unwrap()),
        })
    }

    fn on_columns(timeline: Timeline, columns: usize) -> Vec<Tick> {
        let place = |index: u64| {
            let middle = (index as f64 + 0.5) / timeline.len() as f64;
            ((middle * columns as f64) as usize).min(columns.saturating_sub(1))
        };
        let width = |text: &str| text.chars().count();
        ticks(timeline, &Room { place: &place, width: &width, ends: (0, columns), gap: 2 })
    }

    fn texts(timeline: Timeline) -> String {
        let ticks = on_columns(timeline, 72);
        ticks.into_iter().map(|tick| tick.text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn ticks_are_at_hours_days_weeks_months_or_years() {
        let days = |from, to| texts(between(Unit::Day, from, to));
        let hours = |from, to| texts(between(Unit::Hour, from, to));
        assert_eq!(days("2024-01-01", "2024-01-02"), "Jan 1");
        assert_eq!(days("2024-01-01", "2024-01-08"), "Jan 1 Jan 2 Jan 3 Jan 4 Jan 5 Jan 6 Jan 7");
        assert_eq!(days("2024-01-01", "2024-02-01"), "Jan 1 Jan 8 Jan 15 Jan 22 Jan 29");
        assert_eq!(days("2024-01-03", "2024-02-01"), "Jan 8 Jan 15 Jan 22 Jan 29");
        assert_eq!(
            days("2023-11-15", "2024-11-15"),
            "Dec 2024 Feb Mar Apr May Jun Jul Aug Sep Oct Nov"
        );
        assert_eq!(
            days("2015-01-01", "2024-01-01"),
            "2015 2016 2017 2018 2019 2020 2021 2022 2023"
        );
        assert_eq!(
            hours("2024-05-01T00:00:00Z", "2024-05-02T00:00:00Z"),
            "May 1 03:00 06:00 09:00 12:00 15:00 18:00 21:00"
        );
        assert_eq!(
            hours("2024-05-01T10:00:00Z", "2024-05-03T12:00:00Z"),
            "12:00 18:00 May 2 06:00 12:00 18:00 May 3 06:00"
        );
        assert_eq!(
            hours("2024-04-30T18:30:00Z", "2024-05-02T18:30:00Z"),
            "May 1 06:00 12:00 18:00 May 2 06:00 12:00 18:00"
        );
    }

    #[test]
    fn the_first_bucket_has_a_tick_if_there_is_no_other() {
        // Two dates do not have room, and no week starts within the range.
        let days = on_columns(between(Unit::Day, "2024-01-09", "2024-01-14"), 12);
        let texts: Vec<_> = days.iter().map(|tick| tick.text.as_str()).collect();
        assert_eq!(texts, ["2024-01-09"]);
    }

    #[test]
    fn an_empty_range_has_no_ticks() {
        assert_eq!(texts(between(Unit::Day, "2024-01-01", "2024-01-01")), "");
    }

    proptest! {
        #[test]
        fn texts_never_overlap_and_stay_inside(
            from in -62_000_000_000..250_000_000_000i64,
            length in prop_oneof![1..2_000i64, 1..2_000_000i64],
            columns in 1..300usize,
            hours: bool,
        ) {
            let (unit, width) = if hours { (Unit::Hour, HOUR) } else { (Unit::Day, DAY) };
            let from = from.div_euclid(width) * width;
            let timeline = crate::samples::timeline(unit, from, length.unsigned_abs());
            let ticks = on_columns(timeline, columns);
            prop_assert!(columns < 17 || !ticks.is_empty());
            let end = |tick: &Tick| tick.begin + tick.text.chars().count();
            for pair in ticks.windows(2) {
                prop_assert!(end(&pair[0]) + 2 <= pair[1].begin, "{ticks:?}");
                prop_assert!(pair[0].at < pair[1].at, "{ticks:?}");
            }
            prop_assert!(ticks.last().is_none_or(|last| end(last) <= columns), "{ticks:?}");
        }
    }
}
