//! [`Need`]: a range that must be read, found from what the file holds.

use braze_core::chrono::{DateTime, Days, NaiveDate, TimeDelta};
use braze_core::export::{Range, Start, Zone, first_open, first_to_come};
use braze_core::{Unit, Utc};

use crate::error::StoreError;
use crate::selection::Selection;
use crate::span::Span;
use crate::store::Store;
use crate::table::Table;

/// The end of a series now, and the part before it that may still change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Horizon {
    /// The first day or hour that may still change. Every later one is read again by every run.
    pub(crate) recent: Start,
    /// The first day or hour that has not begun.
    pub(crate) end: Start,
}

/// A range that must be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Need {
    /// The days or hours.
    pub range: Range,
    /// The selection has rows before the range, which
    /// [`Export::after_rows`](braze_core::export::Export::after_rows) wants to know.
    pub after_rows: bool,
}

impl Horizon {
    /// Creates the horizon of a moment. A zone tells when days begin and end.
    ///
    /// `lookback`: the number of days for which a day or hour may change after it has ended.
    #[must_use]
    pub fn new(now: DateTime<Utc>, zone: Option<Zone>, unit: Unit, lookback: u32) -> Self {
        let recent = earlier(first_open(unit, now, zone), lookback);
        Self { recent, end: first_to_come(unit, now, zone) }
    }
}

impl Store {
    /// The first day or hour that was ever asked for of a selection; `None` if the file knows nothing of it.
    ///
    /// # Errors
    ///
    /// As [`needs`](Self::needs).
    pub fn since(
        &mut self,
        table: &Table,
        selection: &Selection,
    ) -> Result<Option<Start>, StoreError> {
        Ok(self.held(table, selection)?.map(|held| held.since))
    }

    /// Finds the ranges of a selection that must be read, in the order of time.
    ///
    /// These are the days or hours between `from` and `to` that were never read, those that had not ended
    /// when they were read, and those that may have changed since. Without `from`, the first day or hour that
    /// was ever asked for; without `to`, the current one included.
    ///
    /// Returns `None` without `from` if the file knows nothing of the selection.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] that SQLite reports, or if the table has no column for a dimension.
    pub fn needs(
        &mut self,
        table: &Table,
        selection: &Selection,
        from: Option<Start>,
        to: Option<Start>,
        horizon: Horizon,
    ) -> Result<Option<Vec<Need>>, StoreError> {
        let held = self.held(table, selection)?;
        let since = held.as_ref().map(|held| held.since);
        let Some(from) = from.or(since) else { return Ok(None) };
        let to = to.unwrap_or(horizon.end).min(horizon.end);
        let first_row = held.as_ref().and_then(|held| held.first_row);
        let settled = held.map(|held| held.settled).unwrap_or_default();
        let needed = needed(Span { from, to }, &settled, horizon.recent);
        let need = |span: Span| Need {
            range: span.range(),
            after_rows: first_row.is_some_and(|first| first < span.from),
        };
        Ok(Some(needed.into_iter().map(need).collect()))
    }
}

/// The parts of a span that are not settled, or may still change. `settled` is ascending; its spans may
/// overlap.
fn needed(wanted: Span, settled: &[Span], recent: Start) -> Vec<Span> {
    let mut needed = Vec::new();
    let mut rest = wanted;
    for settled in settled.iter().map(|span| span.before(recent)) {
        let gap = rest.before(settled.from);
        if settled.is_empty() || rest.is_empty() {
            continue;
        }
        if !gap.is_empty() {
            needed.push(gap);
        }
        rest.from = rest.from.max(settled.to);
    }
    if !rest.is_empty() {
        needed.push(rest);
    }
    needed
}

/// The same so many days earlier, or the beginning of all time.
fn earlier(start: Start, days: u32) -> Start {
    match start {
        Start::Date(date) => {
            Start::Date(date.checked_sub_days(Days::new(days.into())).unwrap_or(NaiveDate::MIN))
        }
        Start::Instant(at) => {
            let earlier = at.checked_sub_signed(TimeDelta::days(days.into()));
            Start::Instant(earlier.unwrap_or(DateTime::<Utc>::MIN_UTC))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(number: i32) -> Start {
        Start::Date(NaiveDate::from_num_days_from_ce_opt(738_000 + number).unwrap())
    }

    fn span(from: i32, to: i32) -> Span {
        Span { from: day(from), to: day(to) }
    }

    fn holds(spans: &[Span], start: Start) -> bool {
        spans.iter().any(|span| span.from <= start && start < span.to)
    }

    proptest! {
        #[test]
        fn what_is_wanted_is_read_unless_it_is_settled_for_good(
            wanted in (0..40, 0..40),
            mut settled in prop::collection::vec((0..40, 0..12), 0..6),
            recent in 0..45,
        ) {
            settled.sort_unstable();
            let settled: Vec<_> =
                settled.into_iter().map(|(from, days)| span(from, from + days)).collect();
            let wanted = span(wanted.0, wanted.1);
            let needed = needed(wanted, &settled, day(recent));
            for number in 0..60 {
                let start = day(number);
                let is_settled = holds(&settled, start) && start < day(recent);
                prop_assert_eq!(holds(&needed, start), holds(&[wanted], start) && !is_settled);
            }
            prop_assert!(needed.iter().all(|span| !span.is_empty()));
            // Each run of days is one span, so that no request is spent on a seam.
            prop_assert!(needed.windows(2).all(|pair| pair[0].to < pair[1].from));
        }

        /// Whenever runs take place, a day is left as it was read only if that was after its lookback.
        #[test]
        fn in_the_end_every_day_was_read_when_it_could_not_change_any_more(
            lookback in 0..6_i32,
            pauses in prop::collection::vec(0..20_i32, 1..10),
        ) {
            let mut settled: Vec<Span> = Vec::new();
            let mut read = [None; 200];
            let mut today = 0;
            for pause in pauses {
                today += pause;
                let recent = earlier(day(today), lookback.unsigned_abs());
                let spans = needed(span(0, today + 1), &settled, recent);
                settled.extend(spans.iter().map(|span| span.before(recent)));
                settled.retain(|span| !span.is_empty());
                settled.sort_unstable();
                for number in (0..=today).filter(|number| holds(&spans, day(*number))) {
                    read[usize::try_from(number).unwrap()] = Some(today);
                }
                for (number, read) in (0..=today).zip(&read) {
                    let can_change = number + lookback >= today;
                    let is_final = read.is_some_and(|read| read > number + lookback);
                    let is_right = if can_change { *read == Some(today) } else { is_final };
                    prop_assert!(is_right);
                    prop_assert_eq!(holds(&settled, day(number)), is_final);
                }
            }
        }
    }

    #[test]
    fn the_lookback_counts_days_that_are_over() {
        let now = "2024-05-04T10:30:00Z".parse().unwrap();
        let horizon = |unit, lookback| {
            let Horizon { recent, end } = Horizon::new(now, Some(Zone::UTC), unit, lookback);
            (recent.to_string(), end.to_string())
        };
        let pair = |recent: &str, end: &str| (recent.to_owned(), end.to_owned());
        assert_eq!(horizon(Unit::Day, 3), pair("2024-05-01", "2024-05-05"));
        assert_eq!(horizon(Unit::Day, 0), pair("2024-05-04", "2024-05-05"));
        assert_eq!(horizon(Unit::Hour, 3), pair("2024-05-01T10:00:00Z", "2024-05-04T11:00:00Z"));
        let (recent, _) = horizon(Unit::Day, u32::MAX);
        assert!(recent.as_str() < "0001-01-01", "{recent}");
    }
}
