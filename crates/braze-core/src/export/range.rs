//! [`Range`]: which buckets are asked for.

use std::fmt;
use std::time::SystemTime;

use chrono::{DateTime, NaiveDate, Utc};

use super::bucket::{GRID, Index, Start, ceil, day, width};
use super::zone::{Zone, first_open};
use crate::generated::Unit;

/// A half-open range of days or hours: those that begin at its first end or later, and before its last.
///
/// A day is a date, whatever zone cuts it. Hours need not begin on the hour: where a company's clock is
/// half an hour off, so are its hours, and a range may begin and end in the middle of an hour of UTC.
///
/// ```
/// use braze_core::export::Range;
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
    /// Seconds since 1970-01-01; for days, of the date's midnight in UTC.
    from: i64,
    to: i64,
}

impl Range {
    /// The days from `from` up to, but not including, `to`.
    #[must_use]
    pub fn days(from: NaiveDate, to: NaiveDate) -> Self {
        Self::from_indexes(Unit::Day, day(from), day(to))
    }

    /// The hours that begin at `from` or later, and before `to`.
    #[must_use]
    pub fn hours(from: DateTime<Utc>, to: DateTime<Utc>) -> Self {
        // Hours begin on whole seconds.
        let second =
            |time: DateTime<Utc>| time.timestamp() + i64::from(time.timestamp_subsec_nanos() > 0);
        let from = second(from);
        Self { unit: Unit::Hour, from, to: second(to).max(from) }
    }

    /// The hours of the days from `from` up to, but not including, `to`, as a zone cuts days.
    ///
    /// ```
    /// use braze_core::export::{Range, Zone};
    ///
    /// let zone: Zone = "+05:30".parse()?;
    /// let range = Range::hours_of_days("2024-05-01".parse()?, "2024-05-02".parse()?, zone);
    /// assert_eq!(
    ///     range.to_string(),
    ///     "hours from 2024-04-30T18:30:00Z to 2024-05-01T18:30:00Z (exclusive)",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn hours_of_days(from: NaiveDate, to: NaiveDate, zone: Zone) -> Self {
        Self::hours(zone.midnight(from), zone.midnight(to))
    }

    /// The range from one start up to, but not including, another: hours between two instants, else days.
    ///
    /// ```
    /// use braze_core::Unit;
    /// use braze_core::export::{Bucket, Range};
    ///
    /// let start = |text| Bucket::parse(Unit::Day, text).map(Bucket::start);
    /// let may = Range::between(start("2024-05-01")?, start("2024-06-01")?);
    /// assert_eq!(may.to_string(), "days from 2024-05-01 to 2024-06-01 (exclusive)");
    /// # Ok::<(), braze_core::export::ParseBucketError>(())
    /// ```
    #[must_use]
    pub fn between(from: Start, to: Start) -> Self {
        let date = |start| match start {
            Start::Date(date) => date,
            Start::Instant(instant) => instant.date_naive(),
        };
        match (from, to) {
            (Start::Instant(from), Start::Instant(to)) => Self::hours(from, to),
            (from, to) => Self::days(date(from), date(to)),
        }
    }

    pub(crate) fn from_indexes(unit: Unit, from: Index, to: Index) -> Self {
        let width = width(unit);
        Self { unit, from: from.saturating_mul(width), to: to.max(from).saturating_mul(width) }
    }

    /// Days or hours.
    #[must_use]
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// The days that ended last: `count` of them, up to the last one that is complete.
    ///
    /// A day ends at the next midnight of the zone. Without a zone, it ends when it is over everywhere.
    ///
    /// ```
    /// use std::time::{Duration, SystemTime};
    /// use braze_core::export::{Range, Zone};
    ///
    /// // In a program: `SystemTime::now()`.
    /// let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_714_700_000);
    /// let range = Range::last_days(30, now, Some(Zone::UTC));
    /// assert_eq!(range.to_string(), "days from 2024-04-03 to 2024-05-03 (exclusive)");
    /// ```
    #[must_use]
    pub fn last_days(count: u32, now: SystemTime, zone: Option<Zone>) -> Self {
        Self::last(Unit::Day, count, now, zone)
    }

    /// The hours that ended last: `count` of them, up to the last one that is complete.
    #[must_use]
    pub fn last_hours(count: u32, now: SystemTime) -> Self {
        Self::last(Unit::Hour, count, now, None)
    }

    fn last(unit: Unit, count: u32, now: SystemTime, zone: Option<Zone>) -> Self {
        let since_epoch = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let seconds = i64::try_from(since_epoch.as_secs()).unwrap_or(i64::MAX);
        let now = DateTime::from_timestamp(seconds, 0).unwrap_or(DateTime::<Utc>::MAX_UTC);
        let end = first_open(unit, now, zone).index();
        Self::from_indexes(unit, end - i64::from(count), end)
    }

    /// The buckets that are in both ranges. `None` if there are none, or the units differ.
    ///
    /// ```
    /// use braze_core::export::Range;
    ///
    /// let may = Range::days("2024-05-01".parse()?, "2024-06-01".parse()?);
    /// let weeks = Range::days("2024-05-27".parse()?, "2024-06-10".parse()?);
    /// let both = may.intersect(weeks).map(|range| range.to_string());
    /// assert_eq!(both.as_deref(), Some("days from 2024-05-27 to 2024-06-01 (exclusive)"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn intersect(self, other: Self) -> Option<Self> {
        let (from, to) = (self.from.max(other.from), self.to.min(other.to));
        (self.unit == other.unit && from < to).then_some(Self { from, to, ..self })
    }

    /// The number of buckets. Hours are taken to begin where the range does.
    #[must_use]
    pub fn len(&self) -> u64 {
        let (from, to) = self.bounds_at(self.likely_phase());
        to.abs_diff(from)
    }

    /// True if there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The range of the same length right before this one.
    #[must_use]
    pub fn previous(&self) -> Self {
        Self { from: self.from - (self.to - self.from), to: self.from, ..*self }
    }

    /// The first end.
    #[must_use]
    pub fn from(&self) -> Start {
        Start::at(self.unit, self.from)
    }

    /// The last end, which is not part of it.
    #[must_use]
    pub fn to(&self) -> Start {
        Start::at(self.unit, self.to)
    }

    /// The first bucket and the one after the last, for any phase of the hours: one of them may be too
    /// many.
    pub(crate) fn bounds(&self) -> (Index, Index) {
        let width = width(self.unit);
        let first = self.from.div_euclid(width);
        // Nothing begins within an empty range, wherever in an hour it lies.
        (first, if self.from == self.to { first } else { ceil(self.to, width) })
    }

    /// The first bucket and the one after the last, where hours begin `phase` seconds into those of UTC.
    pub(crate) fn bounds_at(&self, phase: i64) -> (Index, Index) {
        let width = width(self.unit);
        (ceil(self.from - phase, width), ceil(self.to - phase, width))
    }

    /// The phase of hours, as far as the range shows it.
    pub(crate) fn likely_phase(&self) -> i64 {
        let phase = self.from.rem_euclid(width(self.unit));
        if phase % GRID == 0 { phase } else { 0 }
    }

    /// The rest of the range from a bucket on.
    pub(crate) fn starting_at(self, bucket: Index) -> Self {
        let from = bucket.saturating_mul(width(self.unit)).clamp(self.from, self.to);
        Self { from, ..self }
    }

    /// From the same beginning up to a bucket.
    pub(crate) fn extended_to(self, bucket: Index) -> Self {
        Self { to: bucket.saturating_mul(width(self.unit)).max(self.from), ..self }
    }

    /// The part of the range before a bucket.
    pub(crate) fn ending_before(self, bucket: Index) -> Self {
        let to = bucket.saturating_mul(width(self.unit)).clamp(self.from, self.to);
        Self { to, ..self }
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
