//! [`Timeline`]: the days or hours of a chart, counted from 0.

use braze_core::chrono::{Datelike, NaiveTime, TimeDelta};
use braze_core::export::{Bucket, Range, Start, Zone};
use braze_core::{DateTime, Unit, Utc};

use crate::number::grouped;

/// Consecutive buckets, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Timeline {
    first: Bucket,
    len: u64,
}

impl Timeline {
    pub(crate) fn new(range: Range) -> Self {
        Self { first: Bucket::new(range.from()), len: range.len() }
    }

    pub(crate) fn unit(self) -> Unit {
        self.first.unit()
    }

    /// The number of buckets.
    pub(crate) fn len(self) -> u64 {
        self.len
    }

    /// The moment at which the first bucket begins; a day begins at midnight in UTC.
    pub(crate) fn from(self) -> DateTime<Utc> {
        moment(self.first)
    }

    /// The moment at which the last bucket ends.
    pub(crate) fn to(self) -> DateTime<Utc> {
        moment(self.bucket(self.len))
    }

    /// Returns the index of the bucket with this start.
    ///
    /// Hours may begin some minutes into those of the timeline.
    pub(crate) fn index(self, start: Start) -> Option<u64> {
        let index = u64::try_from(Bucket::new(start).since(self.first)?).ok()?;
        Some(index).filter(|index| *index < self.len)
    }

    /// Returns the index of the bucket that contains this moment.
    pub(crate) fn index_at(self, moment: DateTime<Utc>) -> Option<u64> {
        self.index(match self.unit() {
            Unit::Hour => Start::Instant(moment),
            _ => Start::Date(moment.date_naive()),
        })
    }

    /// Returns the buckets from one index up to, but not including, another.
    pub(crate) fn range(self, from: u64, to: u64) -> Range {
        Range::between(self.bucket(from).start(), self.bucket(to).start())
    }

    /// The start of a bucket in full: `2024-05-01`, `2024-05-01 10:00`.
    pub(crate) fn name(self, index: u64) -> String {
        let format = match self.unit() {
            Unit::Hour => "%Y-%m-%d %H:%M",
            _ => "%Y-%m-%d",
        };
        moment(self.bucket(index)).format(format).to_string()
    }

    /// The start of a bucket, without the year if all are in one: `May 1`, `May 1 10:00`.
    pub(crate) fn short_name(self, index: u64) -> String {
        let last = self.to().checked_sub_signed(TimeDelta::seconds(1)).unwrap_or(self.to());
        let format = match self.unit() {
            _ if self.from().year() != last.year() => return self.name(index),
            Unit::Hour => "%b %-d %H:%M",
            _ => "%b %-d",
        };
        moment(self.bucket(index)).format(format).to_string()
    }

    /// The first and the last bucket: `2024-05-01 to 2024-05-31`.
    pub(crate) fn title(self) -> String {
        let Some(last) = self.len.checked_sub(1) else {
            return format!("no {}s", self.unit_name());
        };
        let zone = if self.unit() == Unit::Hour { " UTC" } else { "" };
        match last {
            0 => format!("{}{zone}", self.name(0)),
            _ => format!("{} to {}{zone}", self.name(0), self.name(last)),
        }
    }

    /// A number of buckets: `31 days`, `1 hour`.
    pub(crate) fn buckets(self, count: u64) -> String {
        counted(count, self.unit_name())
    }

    /// A number of incomplete buckets: `1 incomplete day`.
    pub(crate) fn incomplete_buckets(self, count: u64) -> String {
        counted(count, &format!("incomplete {}", self.unit_name()))
    }

    /// A number of buckets, in weeks if it is a multiple of at least two.
    pub(crate) fn buckets_or_weeks(self, count: u64) -> String {
        let week = match self.unit() {
            Unit::Hour => 7 * 24,
            _ => 7,
        };
        match count / week {
            weeks @ 2.. if count % week == 0 => counted(weeks, "week"),
            _ => self.buckets(count),
        }
    }

    /// The name of the unit: `day` or `hour`.
    pub(crate) fn unit_name(self) -> &'static str {
        match self.unit() {
            Unit::Hour => "hour",
            _ => "day",
        }
    }

    /// The number of buckets that have ended.
    pub(crate) fn complete(self, now: DateTime<Utc>, zone: Option<Zone>) -> u64 {
        let (mut complete, mut incomplete) = (0, self.len);
        while complete < incomplete {
            let middle = complete + (incomplete - complete) / 2;
            match self.bucket(middle).start().is_over(zone, now) {
                true => complete = middle + 1,
                false => incomplete = middle,
            }
        }
        complete
    }

    fn bucket(self, index: u64) -> Bucket {
        self.first.offset(i64::try_from(index).unwrap_or(i64::MAX))
    }
}

/// The moment at which a bucket begins; a day begins at midnight in UTC.
fn moment(bucket: Bucket) -> DateTime<Utc> {
    match bucket.start() {
        Start::Date(date) => date.and_time(NaiveTime::MIN).and_utc(),
        Start::Instant(instant) => instant,
    }
}

/// A number with a noun in the singular or the plural.
fn counted(count: u64, noun: &str) -> String {
    format!("{} {noun}{}", grouped(count as f64, 0), if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Start {
        Start::Date(text.parse().unwrap())
    }

    fn days(from: &str, to: &str) -> Timeline {
        Timeline::new(Range::days(from.parse().unwrap(), to.parse().unwrap()))
    }

    fn hour(text: &str) -> Start {
        Start::Instant(text.parse().unwrap())
    }

    #[test]
    fn buckets_are_counted_from_the_first() {
        let january = days("2024-01-01", "2024-02-01");
        assert_eq!((january.len(), january.index(day("2024-01-31"))), (31, Some(30)));
        assert_eq!(january.index(day("2024-02-01")), None);
        assert_eq!(january.index(day("2023-12-31")), None);
        assert_eq!(january.title(), "2024-01-01 to 2024-01-31");
    }

    #[test]
    fn numbers_of_buckets_are_readable() {
        let days = days("2024-01-01", "2024-02-01");
        assert_eq!(days.buckets(1), "1 day");
        assert_eq!(days.buckets(36_524), "36,524 days");
        assert_eq!(days.incomplete_buckets(2), "2 incomplete days");
        let names = [1, 7, 14, 15, 7_000].map(|count| days.buckets_or_weeks(count));
        assert_eq!(names, ["1 day", "7 days", "2 weeks", "15 days", "1,000 weeks"]);
    }

    #[test]
    fn hours_may_begin_within_those_of_utc() {
        let [from, to] = ["2024-05-01T10:00:00Z", "2024-05-01T12:00:00Z"];
        let range = Range::hours(from.parse().unwrap(), to.parse().unwrap());
        let hours = Timeline::new(range);
        assert_eq!(hours.index(hour("2024-05-01T10:30:00Z")), Some(0));
        assert_eq!(hours.index(hour("2024-05-01T11:30:00Z")), Some(1));
        assert_eq!(hours.title(), "2024-05-01 10:00 to 2024-05-01 11:00 UTC");
    }
}
