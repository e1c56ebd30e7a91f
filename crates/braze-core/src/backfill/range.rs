//! [`Range`]: which buckets are asked for.

use std::fmt;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc};

use crate::generated::Unit;

/// A half-open range of days or hours: the first bucket, and the one after the last.
///
/// A day is a date, whatever zone cuts it. An hour is named by the UTC hour that it begins in, so that
/// servers whose hours begin at :15, :30 or :45 fit too.
///
/// ```
/// use braze_core::backfill::Range;
/// use braze_core::chrono::NaiveDate;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let year = Range::days(date(2023, 1, 1), date(2024, 1, 1));
/// assert_eq!(year.len(), 365);
/// assert_eq!(year.to_string(), "days from 2023-01-01 to 2024-01-01 (exclusive)");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Range {
    unit: Unit,
    from: Bucket,
    to: Bucket,
}

/// A day or an hour as a number: days or hours since 1970-01-01.
pub(crate) type Bucket = i64;

impl Range {
    /// The days from `from` up to, but not including, `to`.
    #[must_use]
    pub fn days(from: NaiveDate, to: NaiveDate) -> Self {
        Self::of(Unit::Day, day(from), day(to))
    }

    /// The hours from the one that `from` lies in up to, but not including, the one that `to` lies in;
    /// where `to` is not a whole hour, its hour is included.
    #[must_use]
    pub fn hours(from: DateTime<Utc>, to: DateTime<Utc>) -> Self {
        let last = to.timestamp() + i64::from(to.timestamp_subsec_nanos() > 0);
        let after = last.div_euclid(HOUR) + i64::from(last.rem_euclid(HOUR) > 0);
        Self::of(Unit::Hour, from.timestamp().div_euclid(HOUR), after)
    }

    pub(crate) fn of(unit: Unit, from: Bucket, to: Bucket) -> Self {
        Self { unit, from, to: to.max(from) }
    }

    /// Days or hours.
    #[must_use]
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// The number of buckets.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.to.abs_diff(self.from)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.from == self.to
    }

    /// The range of the same length right before this one.
    #[must_use]
    pub fn previous(&self) -> Self {
        Self::of(self.unit, self.from - (self.to - self.from), self.from)
    }

    /// The start of the first bucket.
    #[must_use]
    pub fn from(&self) -> Start {
        Start::of(self.unit, self.from, 0)
    }

    /// The start of the bucket after the last.
    #[must_use]
    pub fn to(&self) -> Start {
        Start::of(self.unit, self.to, 0)
    }

    pub(crate) fn bounds(&self) -> (Bucket, Bucket) {
        (self.from, self.to)
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Day => "days",
            Unit::Hour => "hours",
        };
        write!(f, "{unit} from {} to {} (exclusive)", self.from(), self.to())
    }
}

/// When a bucket begins, in the form that rows are written in: the date of a day, the instant of an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Start {
    /// A day.
    Date(NaiveDate),
    /// An hour.
    Instant(DateTime<Utc>),
}

impl Start {
    /// `phase`: seconds into the UTC hour at which hours begin.
    pub(crate) fn of(unit: Unit, bucket: Bucket, phase: i64) -> Self {
        match unit {
            Unit::Day => Self::Date(date(bucket)),
            Unit::Hour => {
                let instant = DateTime::from_timestamp(bucket.saturating_mul(HOUR) + phase, 0);
                Self::Instant(instant.unwrap_or(DateTime::<Utc>::MAX_UTC))
            }
        }
    }

    pub(crate) fn bucket(self) -> Bucket {
        match self {
            Self::Date(date) => day(date),
            Self::Instant(instant) => instant.timestamp().div_euclid(HOUR),
        }
    }
}

impl fmt::Display for Start {
    /// `2024-05-01`, or `2024-05-01T10:00:00Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => write!(f, "{date}"),
            Self::Instant(instant) => write!(f, "{}", instant.format("%Y-%m-%dT%H:%M:%SZ")),
        }
    }
}

/// Seconds in an hour.
pub(crate) const HOUR: i64 = 3_600;

/// From the day that chrono counts from to 1970-01-01.
const EPOCH_FROM_CE: i64 = 719_163;

pub(crate) fn day(date: NaiveDate) -> Bucket {
    i64::from(date.num_days_from_ce()) - EPOCH_FROM_CE
}

pub(crate) fn date(bucket: Bucket) -> NaiveDate {
    i32::try_from(bucket + EPOCH_FROM_CE)
        .ok()
        .and_then(NaiveDate::from_num_days_from_ce_opt)
        .unwrap_or(NaiveDate::MAX)
}

/// 12:00 UTC of a day, or of one a number of days later.
pub(crate) fn noon(bucket: Bucket, days_later: u64) -> DateTime<Utc> {
    let date = date(bucket).checked_add_days(Days::new(days_later)).unwrap_or(NaiveDate::MAX);
    date.and_time(NOON).and_utc()
}

const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};
