//! [`days_of_hours`]: hours added up to days.

use chrono::NaiveDate;

use super::bucket::Start;
use super::row::Row;
use super::zone::Zone;
use crate::generated::Unit;
use crate::series::NumericValue;

/// The sum of the hours of each day, with the days cut by a zone. A day is `complete` if all hours that it
/// has in the zone are there and complete: 24, or 23 or 25 when the clocks change.
#[must_use]
pub fn days_of_hours<V: NumericValue>(rows: &[Row<V>], zone: Zone) -> Vec<Row<V>> {
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
            unit: Unit::Day,
            start: Start::Date(date),
            time: date.into(),
            value: total,
            complete: hours.len() as i64 == hours_of(date, zone)
                && hours.iter().all(|hour| hour.complete),
        })
    };
    days.filter_map(sum).collect()
}

/// The number of hours that begin on a day.
fn hours_of(date: NaiveDate, zone: Zone) -> i64 {
    let next = date.succ_opt().unwrap_or(date);
    (zone.midnight(next) - zone.midnight(date)).num_hours()
}
