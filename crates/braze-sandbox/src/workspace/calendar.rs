//! [`Zone`] and [`Bucket`]: days and hours in the company's time zone.

use std::fmt;
use std::str::FromStr;

use braze_core::Unit;
use chrono::{
    DateTime, Days, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Timelike, Utc,
};
use chrono_tz::Tz;

/// The time zone that days and hours follow, by its IANA name.
///
/// ```
/// let zone: braze_sandbox::Zone = "Asia/Kolkata".parse()?;
/// assert_eq!(zone.to_string(), "Asia/Kolkata");
/// assert!("Kolkata".parse::<braze_sandbox::Zone>().is_err());
/// # Ok::<(), braze_sandbox::UnknownZone>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "script", derive(serde::Deserialize), serde(try_from = "String"))]
pub struct Zone(Tz);

impl Zone {
    /// Coordinated universal time.
    pub const UTC: Self = Self(Tz::UTC);

    /// Converts an instant to local time.
    pub(crate) fn local(self, instant: DateTime<Utc>) -> DateTime<Tz> {
        instant.with_timezone(&self.0)
    }

    /// The first instant of a date, or the first one after a skipped date.
    pub(crate) fn midnight(self, date: NaiveDate) -> DateTime<Utc> {
        // If clocks go forward at midnight, 0:00 does not exist. Zones move by quarters of an hour.
        // A move across the date line skips a whole day.
        let midnight = NaiveDateTime::from(date);
        let mut shown = (0..=26 * 4).filter_map(|quarter| {
            let wall = midnight.checked_add_signed(TimeDelta::minutes(15 * quarter))?;
            self.0.from_local_datetime(&wall).earliest()
        });
        shown.next().map_or_else(|| midnight.and_utc(), |instant| instant.to_utc())
    }

    /// The bucket that contains an instant.
    pub(crate) fn bucket(self, unit: Unit, instant: DateTime<Utc>) -> Bucket {
        let local = self.local(instant);
        let date = local.date_naive();
        if unit == Unit::Hour {
            let wall = instant.timestamp() + i64::from(local.offset().fix().local_minus_utc());
            let start = instant - TimeDelta::seconds(wall.rem_euclid(3600));
            let start = start.with_nanosecond(0).unwrap_or(start);
            return Bucket { unit, start, end: start + TimeDelta::hours(1) };
        }
        let next = date.checked_add_days(Days::new(1)).unwrap_or(date);
        Bucket { unit, start: self.midnight(date), end: self.midnight(next) }
    }

    /// The bucket that ends where this one starts.
    pub(crate) fn before(self, bucket: Bucket) -> Bucket {
        let before = self.bucket(bucket.unit, bucket.start - TimeDelta::nanoseconds(1));
        // A clock change of less than an hour makes a bucket longer or shorter than an hour.
        Bucket { end: bucket.start, ..before }
    }
}

/// One day or hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bucket {
    pub(crate) unit: Unit,
    /// The first instant.
    pub(crate) start: DateTime<Utc>,
    /// The first instant after it.
    pub(crate) end: DateTime<Utc>,
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name())
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({self})")
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;

    /// Parses an IANA name: `America/New_York` or `Etc/GMT+12` (twelve hours *behind* UTC).
    fn from_str(name: &str) -> Result<Self, UnknownZone> {
        name.parse().map(Self).map_err(|_| UnknownZone { name: name.to_owned() })
    }
}

#[cfg(feature = "script")]
impl TryFrom<String> for Zone {
    type Error = UnknownZone;

    fn try_from(name: String) -> Result<Self, UnknownZone> {
        name.parse()
    }
}

/// The error for a text that is not the IANA name of a time zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownZone {
    name: String,
}

impl fmt::Display for UnknownZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "there is no time zone `{}`: give an IANA name such as `America/New_York` or `Etc/GMT-14`",
            self.name
        )
    }
}

impl std::error::Error for UnknownZone {}
