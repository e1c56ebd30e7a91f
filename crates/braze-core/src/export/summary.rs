//! What people ask of a series: totals, extremes, days of hours.

use chrono::NaiveDate;

use super::bucket::Start;
use super::row::Row;
use super::zone::Zone;
use crate::series::SeriesValue;

/// The rows of a series in a few numbers. Rows that are not complete count as they are.
///
/// ```
/// use braze_core::export::{Row, Summary};
///
/// fn report(this_year: &[Row<u64>], last_year: &[Row<u64>]) -> Option<String> {
///     let (now, before) = (Summary::of(this_year)?, Summary::of(last_year)?);
///     let change = now.change_from(&before)?;
///     Some(format!("{} in all, {:+.1} %, best on {}", now.total, change * 100.0, now.max.start))
/// }
/// # assert_eq!(report(&[], &[]), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Summary<V> {
    /// The number of rows.
    pub count: u64,
    /// The sum.
    pub total: V,
    /// The sum, divided by the number of rows.
    pub mean: f64,
    /// The smallest value; the first one of equals.
    pub min: Extreme<V>,
    /// The greatest value; the first one of equals.
    pub max: Extreme<V>,
}

/// A value, and when it was.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Extreme<V> {
    /// When its bucket begins.
    pub start: Start,
    /// The value.
    pub value: V,
}

impl<V: SeriesValue> Summary<V> {
    /// The numbers of some rows; `None` if there are no rows.
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a Row<V>>) -> Option<Self>
    where
        V: 'a,
    {
        let mut rows = rows.into_iter();
        let first = rows.next()?;
        let extreme = |row: &Row<V>| Extreme { start: row.start, value: row.value };
        let one = Self {
            count: 1,
            total: first.value,
            mean: first.value.to_f64(),
            min: extreme(first),
            max: extreme(first),
        };
        let mut all = rows.fold(one, |so_far, row| Self {
            count: so_far.count + 1,
            total: so_far.total.plus(row.value),
            min: if row.value < so_far.min.value { extreme(row) } else { so_far.min },
            max: if row.value > so_far.max.value { extreme(row) } else { so_far.max },
            ..so_far
        });
        all.mean = all.total.to_f64() / all.count as f64;
        Some(all)
    }

    /// How the total compares with that of another period: 0.1 is a tenth more. `None` if the other total
    /// is zero. The period before a range is [`Range::previous`](super::Range::previous).
    #[must_use]
    pub fn change_from(&self, other: &Self) -> Option<f64> {
        let before = other.total.to_f64();
        (before != 0.0).then(|| (self.total.to_f64() - before) / before)
    }
}

/// The sum of the hours of each day, with the days cut by a zone. A day is `complete` if all hours that it
/// has in the zone are there and complete: 24, or 23 or 25 when the clocks change.
#[must_use]
pub fn days_of_hours<V: SeriesValue>(rows: &[Row<V>], zone: Zone) -> Vec<Row<V>> {
    let date_of = |row: &Row<V>| match row.start {
        Start::Date(date) => date,
        Start::Instant(instant) => zone.date(instant),
    };
    let days =
        rows.chunk_by(|one, next| one.selection == next.selection && date_of(one) == date_of(next));
    let sum = |hours: &[Row<V>]| {
        let first = hours.first()?;
        let date = date_of(first);
        let total = hours[1..].iter().fold(first.value, |sum, hour| sum.plus(hour.value));
        Some(Row {
            selection: first.selection,
            unit: crate::Unit::Day,
            start: Start::Date(date),
            time: date.into(),
            value: total,
            complete: hours.len() as i64 == hours_of(date, zone)
                && hours.iter().all(|hour| hour.complete),
        })
    };
    days.filter_map(sum).collect()
}

/// How many hours begin on a day.
fn hours_of(date: NaiveDate, zone: Zone) -> i64 {
    let next = date.succ_opt().unwrap_or(date);
    (zone.midnight(next) - zone.midnight(date)).num_hours()
}
