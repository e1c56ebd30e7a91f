//! [`Timeline`]: the days or hours that a chart is about, counted from 0.

use braze_core::chrono::{Datelike, NaiveTime};
use braze_core::export::{Range, Start, Zone};
use braze_core::{DateTime, Unit, Utc};

use crate::number::grouped;

/// Consecutive buckets, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Timeline {
    unit: Unit,
    /// Seconds since 1970-01-01 at which the first bucket begins; a day begins at midnight in UTC.
    from: i64,
    len: u64,
}

impl Timeline {
    pub(crate) fn new(range: Range) -> Self {
        let unit = range.unit();
        let (from, width) = (seconds(range.from()), width(unit));
        let len = seconds(range.to()).saturating_sub(from).max(0);
        let len = len / width + i64::from(len % width > 0);
        Self { unit, from, len: len.unsigned_abs() }
    }

    pub(crate) fn unit(self) -> Unit {
        self.unit
    }

    /// How many buckets there are.
    pub(crate) fn len(self) -> u64 {
        self.len
    }

    /// Seconds since 1970-01-01 at which the first bucket begins.
    pub(crate) fn from(self) -> i64 {
        self.from
    }

    /// Seconds since 1970-01-01 at which the last bucket ends.
    pub(crate) fn to(self) -> i64 {
        self.begin(self.len)
    }

    /// Which bucket begins there. Hours may begin some minutes into those of the timeline.
    pub(crate) fn index(self, start: Start) -> Option<u64> {
        self.index_at(seconds(start))
    }

    /// Which bucket this second lies in.
    pub(crate) fn index_at(self, second: i64) -> Option<u64> {
        let index = second.checked_sub(self.from)?.div_euclid(width(self.unit));
        u64::try_from(index).ok().filter(|index| *index < self.len)
    }

    /// The beginning of a bucket, as rows have it.
    fn start(self, index: u64) -> Start {
        let begin = moment(self.begin(index));
        match self.unit {
            Unit::Hour => Start::Instant(begin),
            _ => Start::Date(begin.date_naive()),
        }
    }

    /// The buckets from one up to, but not including, another.
    pub(crate) fn range(self, from: u64, to: u64) -> Range {
        let [from, to] = [from, to].map(|index| moment(self.begin(index)));
        match self.unit {
            Unit::Hour => Range::hours(from, to),
            _ => Range::days(from.date_naive(), to.date_naive()),
        }
    }

    /// When a bucket begins, as it is written in a sentence: `2024-05-01`, `2024-05-01 10:00`.
    pub(crate) fn name(self, index: u64) -> String {
        let begin = moment(self.begin(index));
        match self.unit {
            Unit::Hour => begin.format("%Y-%m-%d %H:%M").to_string(),
            _ => begin.format("%Y-%m-%d").to_string(),
        }
    }

    /// The same without what goes without saying: `May 1`, `May 1 10:00`.
    pub(crate) fn short_name(self, index: u64) -> String {
        let (begin, last) = (moment(self.from), moment(self.to().saturating_sub(1)));
        let format = match self.unit {
            _ if begin.year() != last.year() => return self.name(index),
            Unit::Hour => "%b %-d %H:%M",
            _ => "%b %-d",
        };
        moment(self.begin(index)).format(format).to_string()
    }

    /// The whole of it, as it is written in a sentence.
    pub(crate) fn span(self) -> String {
        let Some(last) = self.len.checked_sub(1) else {
            return format!("no {}s", self.unit_name());
        };
        let zone = if self.unit == Unit::Hour { " UTC" } else { "" };
        match last {
            0 => format!("{}{zone}", self.name(0)),
            _ => format!("{} to {}{zone}", self.name(0), self.name(last)),
        }
    }

    /// `31 days`, `1 hour`
    pub(crate) fn buckets(self, count: u64) -> String {
        let number = grouped(count as f64, 0);
        format!("{number} {}{}", self.unit_name(), if count == 1 { "" } else { "s" })
    }

    /// The same in weeks, where it is several of them.
    pub(crate) fn buckets_or_weeks(self, count: u64) -> String {
        let week = 7 * 86_400 / width(self.unit).unsigned_abs();
        match count / week {
            weeks @ 2.. if count % week == 0 => {
                format!("{} weeks", grouped(weeks as f64, 0))
            }
            _ => self.buckets(count),
        }
    }

    /// `day` or `hour`
    pub(crate) fn unit_name(self) -> &'static str {
        match self.unit {
            Unit::Hour => "hour",
            _ => "day",
        }
    }

    /// The number of buckets that have ended.
    pub(crate) fn complete(self, now: DateTime<Utc>, zone: Option<Zone>) -> u64 {
        let (mut complete, mut incomplete) = (0, self.len);
        while complete < incomplete {
            let middle = complete + (incomplete - complete) / 2;
            match self.start(middle).is_over(zone, now) {
                true => complete = middle + 1,
                false => incomplete = middle,
            }
        }
        complete
    }

    fn begin(self, index: u64) -> i64 {
        let offset = i64::try_from(index).unwrap_or(i64::MAX).saturating_mul(width(self.unit));
        self.from.saturating_add(offset)
    }
}

/// The moment of a second, or the end of all time.
pub(crate) fn moment(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(second, 0).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// When a bucket begins, in seconds since 1970-01-01.
pub(crate) fn seconds(start: Start) -> i64 {
    match start {
        Start::Date(date) => date.and_time(NaiveTime::MIN).and_utc().timestamp(),
        Start::Instant(instant) => instant.timestamp(),
    }
}

/// How many seconds a bucket has.
pub(crate) fn width(unit: Unit) -> i64 {
    match unit {
        Unit::Hour => 3_600,
        _ => 86_400,
    }
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
        assert_eq!(january.span(), "2024-01-01 to 2024-01-31");
    }

    #[test]
    fn buckets_are_told_in_numbers_that_people_grasp() {
        let days = days("2024-01-01", "2024-02-01");
        assert_eq!(days.buckets(1), "1 day");
        assert_eq!(days.buckets(36_524), "36,524 days");
        let told = [1, 7, 14, 15, 7_000].map(|count| days.buckets_or_weeks(count));
        assert_eq!(told, ["1 day", "7 days", "2 weeks", "15 days", "1,000 weeks"]);
    }

    #[test]
    fn hours_may_begin_within_those_of_utc() {
        let [from, to] = ["2024-05-01T10:00:00Z", "2024-05-01T12:00:00Z"];
        let range = Range::hours(from.parse().unwrap(), to.parse().unwrap());
        let hours = Timeline::new(range);
        assert_eq!(hours.index(hour("2024-05-01T10:30:00Z")), Some(0));
        assert_eq!(hours.index(hour("2024-05-01T11:30:00Z")), Some(1));
        assert_eq!(hours.span(), "2024-05-01 10:00 to 2024-05-01 11:00 UTC");
    }
}
