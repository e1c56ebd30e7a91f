//! [`Zone`]: which instants a day of the company lasts from and to.

use std::fmt;
use std::str::FromStr;

use chrono::{
    DateTime, Duration, FixedOffset, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, Utc,
};

use super::bucket::{HOUR, Index, Start, date, day, noon};
use crate::generated::Unit;

/// The time zone that is set for the company in the service's dashboard. It decides which day is still
/// open, and how date-times without an offset are read; which requests are made does not depend on it.
///
/// ```
/// use braze_core::export::Zone;
///
/// let zone: Zone = "+05:30".parse()?;
/// assert_eq!(zone.to_string(), "+05:30");
/// # Ok::<(), braze_core::export::ParseZoneError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Zone {
    /// The same offset all year.
    Fixed(FixedOffset),
    /// A zone of the IANA database (feature `tz`).
    #[cfg(feature = "tz")]
    Named(chrono_tz::Tz),
}

impl Zone {
    /// UTC.
    pub const UTC: Self = Self::Fixed(match FixedOffset::east_opt(0) {
        Some(utc) => utc,
        None => panic!("zero is an offset"),
    });

    /// The instant that a local date-time means: the earlier of two where the clocks repeat it, and where
    /// they skip it, the one that the offset before the change gives.
    ///
    /// ```
    /// use braze_core::export::Zone;
    /// use braze_core::chrono::{NaiveDate, NaiveTime};
    ///
    /// let zone: Zone = "+05:30".parse()?;
    /// let date = NaiveDate::from_ymd_opt(2024, 5, 1).unwrap();
    /// let midnight = zone.instant(date.and_time(NaiveTime::MIN));
    /// assert_eq!(midnight.to_string(), "2024-04-30 18:30:00 UTC");
    /// # Ok::<(), braze_core::export::ParseZoneError>(())
    /// ```
    #[must_use]
    pub fn instant(self, local: NaiveDateTime) -> DateTime<Utc> {
        self.instants(local).0
    }

    /// The instants that a local date-time may mean, earlier first. One that a change of the clocks skips
    /// means the instant that the offset before the change gives.
    pub(crate) fn instants(self, local: NaiveDateTime) -> (DateTime<Utc>, DateTime<Utc>) {
        match self.resolve(local) {
            LocalResult::Single(instant) => (instant, instant),
            LocalResult::Ambiguous(one, other) => (one.min(other), one.max(other)),
            LocalResult::None => {
                // No change of the clocks skips as much as this.
                let step = Duration::hours(6);
                let before = self.resolve(local - step).latest();
                let instant = before.map_or(local.and_utc(), |before| before + step);
                (instant, instant)
            }
        }
    }

    /// True if another zone has the same clocks from 1970 to 2100, whatever its name: `Europe/Kiev` and
    /// `Europe/Kyiv`, `UTC` and `GMT`.
    ///
    /// ```
    /// use braze_core::export::Zone;
    ///
    /// let zone: Zone = "+00:00".parse()?;
    /// assert!(zone.is_like(Zone::UTC));
    /// assert!(!zone.is_like("+01:00".parse()?));
    /// # Ok::<(), braze_core::export::ParseZoneError>(())
    /// ```
    #[must_use]
    pub fn is_like(self, other: Self) -> bool {
        const DAY: i64 = 24 * HOUR;
        const DAYS: i64 = 131 * 366;
        let offset = |zone: Self, second: i64| {
            let instant = DateTime::from_timestamp(second, 0).unwrap_or_default();
            zone.local(instant) - instant.naive_utc()
        };
        let agree = |second: i64| offset(self, second) == offset(other, second);
        // On a day of a change, the clocks must change at the same quarter of an hour.
        let is_quiet = |day: i64| offset(self, day) == offset(self, day + DAY);
        let quarters = |day: i64| (0..96).all(|quarter| agree(day + quarter * HOUR / 4));
        self == other
            || (0..DAYS)
                .map(|day| day * DAY)
                .all(|day| agree(day) && (is_quiet(day) || quarters(day)))
    }

    fn resolve(self, local: NaiveDateTime) -> LocalResult<DateTime<Utc>> {
        match self {
            Self::Fixed(zone) => local.and_local_timezone(zone).map(|time| time.to_utc()),
            #[cfg(feature = "tz")]
            Self::Named(zone) => local.and_local_timezone(zone).map(|time| time.to_utc()),
        }
    }

    /// When a day begins.
    pub(crate) fn midnight(self, date: NaiveDate) -> DateTime<Utc> {
        self.instant(date.and_time(NaiveTime::MIN))
    }

    /// The time on a clock at an instant.
    pub(crate) fn local(self, instant: DateTime<Utc>) -> NaiveDateTime {
        match self {
            Self::Fixed(zone) => instant.with_timezone(&zone).naive_local(),
            #[cfg(feature = "tz")]
            Self::Named(zone) => instant.with_timezone(&zone).naive_local(),
        }
    }

    /// Whole hours that its clocks are ahead of UTC, at an instant.
    pub(crate) fn hours_ahead(self, at: DateTime<Utc>) -> i64 {
        (self.local(at) - at.naive_utc()).num_hours()
    }

    /// The date of an instant.
    #[must_use]
    pub fn date(self, instant: DateTime<Utc>) -> NaiveDate {
        self.local(instant).date()
    }
}

impl Start {
    /// True if the day or hour that begins here had ended at a time: until then it is incomplete, and
    /// missing only later. Without a zone, a day is over when it is over everywhere.
    ///
    /// ```
    /// use braze_core::export::{Start, Zone};
    ///
    /// let day = Start::Date("2024-05-01".parse()?);
    /// let at = "2024-05-02T10:00:00Z".parse()?;
    /// assert!(day.is_over(Some(Zone::UTC), at));
    /// assert!(!day.is_over(None, at));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_over(self, zone: Option<Zone>, at: DateTime<Utc>) -> bool {
        match self {
            Self::Date(_) => day_end(self.index(), zone) <= at,
            Self::Instant(begin) => begin.timestamp().saturating_add(HOUR) <= at.timestamp(),
        }
    }
}

/// When a day is over: at the next midnight of the zone. Without a zone, when it is over everywhere, also
/// in UTC-12.
pub(crate) fn day_end(bucket: Index, zone: Option<Zone>) -> DateTime<Utc> {
    match zone {
        None => noon(bucket, 1),
        Some(zone) => zone.midnight(date(bucket + 1)),
    }
}

/// The bucket after the last closed day.
fn closed_days(now: DateTime<Utc>, zone: Option<Zone>) -> Index {
    let today = day(now.date_naive());
    // The local date is at most one day away from the date in UTC.
    let closed = (today - 2..=today + 1).rev().find(|bucket| day_end(*bucket, zone) <= now);
    closed.map_or(today - 2, |bucket| bucket + 1)
}

/// The bucket after the day that has begun last: in the zone, or anywhere.
fn begun_days(now: DateTime<Utc>, zone: Option<Zone>) -> Index {
    let date = match zone {
        Some(zone) => zone.date(now),
        None => (now + Duration::hours(14)).date_naive(),
    };
    day(date) + 1
}

/// The bucket of the hour that an instant lies in.
fn hour(now: DateTime<Utc>) -> Index {
    now.timestamp().div_euclid(HOUR)
}

/// The first day or hour that is not over. Without a zone, a day is over when it is over everywhere.
///
/// ```
/// use braze_core::Unit;
/// use braze_core::export::{Zone, first_open, first_to_come};
///
/// let now = "2024-05-04T03:30:00Z".parse()?;
/// let zone: Zone = "-05:00".parse()?;
/// assert_eq!(first_open(Unit::Day, now, Some(zone)).to_string(), "2024-05-03");
/// assert_eq!(first_to_come(Unit::Day, now, Some(zone)).to_string(), "2024-05-04");
/// assert_eq!(first_to_come(Unit::Hour, now, None).to_string(), "2024-05-04T04:00:00Z");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn first_open(unit: Unit, now: DateTime<Utc>, zone: Option<Zone>) -> Start {
    let bucket = match unit {
        Unit::Day => closed_days(now, zone),
        Unit::Hour => hour(now),
    };
    Start::from_index(unit, bucket, 0)
}

/// The first day or hour that has not begun. Without a zone, a day has begun when it has begun anywhere.
#[must_use]
pub fn first_to_come(unit: Unit, now: DateTime<Utc>, zone: Option<Zone>) -> Start {
    let bucket = match unit {
        Unit::Day => begun_days(now, zone),
        Unit::Hour => hour(now) + 1,
    };
    Start::from_index(unit, bucket, 0)
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed(offset) => offset.fmt(f),
            #[cfg(feature = "tz")]
            Self::Named(zone) => f.write_str(zone.name()),
        }
    }
}

impl FromStr for Zone {
    type Err = ParseZoneError;

    /// Reads `UTC`, an offset such as `+05:30`, and, with the feature `tz`, a name such as
    /// `America/New_York`.
    fn from_str(text: &str) -> Result<Self, ParseZoneError> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("utc") || text == "Z" {
            return Ok(Self::UTC);
        }
        if let Ok(offset) = text.parse::<FixedOffset>() {
            return Ok(Self::Fixed(offset));
        }
        #[cfg(feature = "tz")]
        if let Ok(zone) = text.parse() {
            return Ok(Self::Named(zone));
        }
        Err(ParseZoneError { text: text.to_owned() })
    }
}

/// A text that names no zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseZoneError {
    text: String,
}

impl fmt::Display for ParseZoneError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a time zone: write an offset such as `+05:30`", self.text)?;
        if cfg!(feature = "tz") {
            f.write_str(", or a name such as `America/New_York`")?;
        }
        Ok(())
    }
}

impl std::error::Error for ParseZoneError {}
