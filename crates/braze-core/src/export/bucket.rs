//! [`Bucket`]: a day or an hour of a series, and the arithmetic of both.

use std::fmt;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc};
use serde::{Serialize, Serializer};

use crate::generated::Unit;
use crate::time::Timestamp;

/// A day or an hour of a series.
///
/// ```
/// use braze_core::Unit;
/// use braze_core::export::Bucket;
///
/// let day = Bucket::parse(Unit::Day, "2024-02-28")?;
/// assert_eq!(day.next().to_string(), "2024-02-29");
/// assert_eq!(day.offset(2).to_string(), "2024-03-01");
///
/// let hour = Bucket::parse(Unit::Hour, "2024-02-28T00:00:00Z")?;
/// assert_eq!(hour.previous().to_string(), "2024-02-27T23:00:00Z");
/// # Ok::<(), braze_core::export::ParseBucketError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Bucket(Start);

impl Bucket {
    /// The bucket that begins at a start: the day of a date, the hour from an instant on.
    #[must_use]
    pub fn new(start: Start) -> Self {
        Self(start)
    }

    /// Parses the start of a day (`2024-05-01`) or an hour (`2024-05-01T10:00:00Z`).
    ///
    /// # Errors
    ///
    /// [`ParseBucketError`] if the text is not the start of such a bucket.
    pub fn parse(unit: Unit, text: &str) -> Result<Self, ParseBucketError> {
        let start = match unit {
            Unit::Day => text.parse().ok().map(Start::Date),
            Unit::Hour => text.parse().ok().map(|time: Timestamp| Start::Instant(time.to_utc())),
        };
        start.map(Self).ok_or_else(|| ParseBucketError { unit, text: text.to_owned() })
    }

    /// Day or hour.
    #[must_use]
    pub fn unit(self) -> Unit {
        self.0.unit()
    }

    /// The moment at which the bucket begins.
    #[must_use]
    pub fn start(self) -> Start {
        self.0
    }

    /// The bucket after this one.
    #[must_use]
    pub fn next(self) -> Self {
        self.offset(1)
    }

    /// The bucket before this one.
    #[must_use]
    pub fn previous(self) -> Self {
        self.offset(-1)
    }

    /// The bucket that is a number of buckets later, or earlier where the number is negative. It stops at
    /// the first and the last date that can be represented.
    #[must_use]
    pub fn offset(self, buckets: i64) -> Self {
        Self(match self.0 {
            Start::Date(first) => Start::Date(date(day(first).saturating_add(buckets))),
            Start::Instant(begin) => {
                let limit =
                    if buckets < 0 { DateTime::<Utc>::MIN_UTC } else { DateTime::<Utc>::MAX_UTC };
                let seconds = begin.timestamp().saturating_add(buckets.saturating_mul(HOUR));
                let moved = DateTime::from_timestamp(seconds, begin.timestamp_subsec_nanos());
                Start::Instant(moved.unwrap_or(limit))
            }
        })
    }

    /// Counts the buckets from another one to this one, the inverse of [`offset`](Self::offset).
    ///
    /// The number is negative if this one is earlier, and `None` if one is a day and the other an hour. A part
    /// of an hour is rounded down.
    ///
    /// ```
    /// use braze_core::Unit;
    /// use braze_core::export::Bucket;
    ///
    /// let day = Bucket::parse(Unit::Day, "2024-02-28")?;
    /// assert_eq!(day.offset(2).since(day), Some(2));
    /// # Ok::<(), braze_core::export::ParseBucketError>(())
    /// ```
    #[must_use]
    pub fn since(self, other: Self) -> Option<i64> {
        match (self.0, other.0) {
            (Start::Date(this), Start::Date(other)) => Some(day(this) - day(other)),
            (Start::Instant(this), Start::Instant(other)) => {
                Some((this.timestamp() - other.timestamp()).div_euclid(HOUR))
            }
            _ => None,
        }
    }
}

impl From<Start> for Bucket {
    fn from(start: Start) -> Self {
        Self(start)
    }
}

impl From<Bucket> for Start {
    fn from(bucket: Bucket) -> Self {
        bucket.0
    }
}

impl fmt::Display for Bucket {
    /// The start: `2024-05-01`, or `2024-05-01T10:00:00Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A text that is not the start of a day or an hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseBucketError {
    unit: Unit,
    text: String,
}

impl fmt::Display for ParseBucketError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (article, example) = match self.unit {
            Unit::Day => ("a", "2024-05-01"),
            Unit::Hour => ("an", "2024-05-01T10:00:00Z"),
        };
        write!(
            f,
            "`{}` is not the start of {article} {}: write it like `{example}`",
            self.text, self.unit
        )
    }
}

impl std::error::Error for ParseBucketError {}

/// When a bucket begins, in the form that rows are written in: the date of a day, the instant of an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Start {
    /// A day.
    Date(NaiveDate),
    /// An hour.
    Instant(DateTime<Utc>),
}

impl Start {
    /// Day or hour.
    #[must_use]
    pub fn unit(self) -> Unit {
        match self {
            Self::Date(_) => Unit::Day,
            Self::Instant(_) => Unit::Hour,
        }
    }

    /// `phase`: seconds into the UTC hour at which hours begin.
    pub(crate) fn from_index(unit: Unit, bucket: Index, phase: i64) -> Self {
        let phase = if unit == Unit::Hour { phase } else { 0 };
        Self::at(unit, bucket.saturating_mul(width(unit)).saturating_add(phase))
    }

    pub(crate) fn at(unit: Unit, seconds: i64) -> Self {
        match unit {
            Unit::Day => Self::Date(date(seconds.div_euclid(DAY))),
            Unit::Hour => {
                let instant = DateTime::from_timestamp(seconds, 0);
                Self::Instant(instant.unwrap_or(DateTime::<Utc>::MAX_UTC))
            }
        }
    }

    pub(crate) fn index(self) -> Index {
        match self {
            Self::Date(date) => day(date),
            Self::Instant(instant) => instant.timestamp().div_euclid(HOUR),
        }
    }
}

impl Serialize for Start {
    /// The text of [`Display`](fmt::Display).
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Start {
    /// `2024-05-01`, or `2024-05-01T10:00:00Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => write!(f, "{date}"),
            Self::Instant(instant) => Timestamp::from(*instant).fmt(f),
        }
    }
}

/// A day or an hour as a number: days or hours since 1970-01-01. An hour is named by the UTC hour that it
/// begins in.
pub(crate) type Index = i64;

pub(crate) fn ceil(seconds: i64, width: i64) -> Index {
    seconds.div_euclid(width) + i64::from(seconds.rem_euclid(width) > 0)
}

pub(crate) fn width(unit: Unit) -> i64 {
    match unit {
        Unit::Day => DAY,
        Unit::Hour => HOUR,
    }
}

/// Seconds in an hour.
pub(crate) const HOUR: i64 = 3_600;

/// Seconds in the day of a date; those of a company's clock may be fewer or more.
const DAY: i64 = 86_400;

/// Seconds into the UTC hour at which hours may begin: whole multiples of this.
pub(crate) const GRID: i64 = HOUR / 4;

/// From the day that chrono counts from to 1970-01-01.
const EPOCH_FROM_CE: i64 = 719_163;

pub(crate) fn day(date: NaiveDate) -> Index {
    i64::from(date.num_days_from_ce()) - EPOCH_FROM_CE
}

pub(crate) fn date(bucket: Index) -> NaiveDate {
    i32::try_from(bucket.saturating_add(EPOCH_FROM_CE))
        .ok()
        .and_then(NaiveDate::from_num_days_from_ce_opt)
        .unwrap_or(if bucket < 0 { NaiveDate::MIN } else { NaiveDate::MAX })
}

/// 12:00 UTC of a day, or of one a number of days later.
pub(crate) fn noon(bucket: Index, days_later: u64) -> DateTime<Utc> {
    let date = date(bucket).checked_add_days(Days::new(days_later)).unwrap_or(NaiveDate::MAX);
    date.and_time(NOON).and_utc()
}

const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};
