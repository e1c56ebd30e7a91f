//! [`SeriesTime`]: the `time` of a row, as the server spelled it.

use std::fmt;
use std::sync::LazyLock;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Timelike, Utc};
use serde::de::{Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

use super::Timestamp;
use super::scan::{OffsetForm, Scanned, Spelling, Zone, scan};

/// The `time` of a row: a date, an instant, a local date-time, or some other text.
///
/// The documentation promises an ISO 8601 date for days and "ISO 8601 extended" for hours, and the
/// service is known to use several spellings elsewhere. So every known spelling is read into a typed
/// value, none is ever an error, and the original text is kept: [`Display`](fmt::Display) and
/// serialising give it back to the letter. Known spellings need no allocation. A date stays a date
/// and never becomes an instant.
///
/// ```
/// use braze_core::{SeriesTime, TimeValue};
///
/// let time = SeriesTime::from("2020-06-17 19:27:44 +0000");
/// assert_eq!(time.to_string(), "2020-06-17 19:27:44 +0000");
/// assert!(matches!(time.value(), TimeValue::Instant(t) if t.timestamp() == 1_592_422_064));
///
/// assert!(matches!(SeriesTime::from("2024-05-01").value(), TimeValue::Date(_)));
/// assert!(matches!(SeriesTime::from("last Tuesday").value(), TimeValue::Other("last Tuesday")));
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct SeriesTime(Repr);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    Date(NaiveDate),
    DateTime(NaiveDateTime, Spelling),
    Other(Box<str>),
}

/// The value of a [`SeriesTime`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimeValue<'a> {
    /// A calendar date, as the rows of unit `day` have it. Which zone cuts the day is not said.
    Date(NaiveDate),
    /// A date-time with an offset.
    Instant(DateTime<FixedOffset>),
    /// A date-time without an offset.
    Local(NaiveDateTime),
    /// A text in no known spelling.
    Other(&'a str),
}

impl SeriesTime {
    /// The time of a row without one: an empty text.
    #[must_use]
    pub fn missing() -> &'static Self {
        static MISSING: LazyLock<SeriesTime> = LazyLock::new(|| SeriesTime(Repr::Other("".into())));
        &MISSING
    }

    /// The typed value.
    #[must_use]
    pub fn value(&self) -> TimeValue<'_> {
        match &self.0 {
            Repr::Date(date) => TimeValue::Date(*date),
            Repr::Other(text) => TimeValue::Other(text),
            Repr::DateTime(local, spelling) => {
                instant(*local, *spelling).map_or(TimeValue::Local(*local), TimeValue::Instant)
            }
        }
    }

    /// The date, if the text is a date and nothing more.
    #[must_use]
    pub fn as_date(&self) -> Option<NaiveDate> {
        match self.value() {
            TimeValue::Date(date) => Some(date),
            _ => None,
        }
    }

    /// The instant in UTC, if the text is a date-time with an offset.
    #[must_use]
    pub fn as_instant(&self) -> Option<DateTime<Utc>> {
        match self.value() {
            TimeValue::Instant(instant) => Some(instant.to_utc()),
            _ => None,
        }
    }

    /// Reads a text in a known spelling.
    #[inline]
    pub(crate) fn known(text: &[u8]) -> Option<Self> {
        match scan(text)? {
            Scanned::Date(date) => Some(Self(Repr::Date(date))),
            Scanned::DateTime(local, spelling) if spelling.is_repeatable() => {
                Some(Self(Repr::DateTime(local, spelling)))
            }
            Scanned::DateTime(..) => None,
        }
    }

    /// The text that is in no known spelling, to be cleaned before it is shown.
    pub(crate) fn other_mut(&mut self) -> Option<&mut Box<str>> {
        match &mut self.0 {
            Repr::Other(text) => Some(text),
            _ => None,
        }
    }
}

/// A date-time with its offset, if it has one.
#[inline]
fn instant(local: NaiveDateTime, spelling: Spelling) -> Option<DateTime<FixedOffset>> {
    let offset = FixedOffset::east_opt(spelling.zone.offset_seconds()?)?;
    // Most are in UTC, where there is nothing to subtract.
    let utc = match offset.local_minus_utc() {
        0 => local,
        _ => local.checked_sub_offset(offset)?,
    };
    Some(DateTime::from_naive_utc_and_offset(utc, offset))
}

impl From<&str> for SeriesTime {
    /// Reads any text; what is in no known spelling is kept as it is.
    fn from(text: &str) -> Self {
        Self::known(text.as_bytes()).unwrap_or_else(|| Self(Repr::Other(text.into())))
    }
}

impl From<NaiveDate> for SeriesTime {
    /// Spelled `2024-05-01`.
    fn from(date: NaiveDate) -> Self {
        // A year that needs more than four digits is no spelling that can be read back.
        Self::from(date.to_string().as_str())
    }
}

impl From<DateTime<Utc>> for SeriesTime {
    /// Spelled `2024-05-01T10:00:00Z`, with a fraction only if there is one.
    fn from(instant: DateTime<Utc>) -> Self {
        let text = Timestamp::from(instant).to_string();
        Self::from(text.as_str())
    }
}

impl Spelling {
    /// True if [`fmt::Display`] writes the text that was read.
    fn is_repeatable(self) -> bool {
        !matches!(self.zone, Zone::Offset { form: OffsetForm::OneDigitHour, .. })
    }

    fn write(self, local: &NaiveDateTime, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (date, time) = (local.date(), local.time());
        write!(f, "{date}{}", char::from(self.separator))?;
        write!(f, "{:02}:{:02}", time.hour(), time.minute())?;
        if let Some(digits) = self.fraction {
            write!(f, ":{:02}", time.second())?;
            if digits > 0 {
                let digits = usize::from(digits);
                let fraction = format_args!("{:09}", time.nanosecond()).to_string();
                write!(f, ".{}", &fraction[..digits])?;
            }
        }
        match self.zone {
            Zone::Absent => Ok(()),
            Zone::Zulu { upper } => f.write_str(if upper { "Z" } else { "z" }),
            Zone::Utc { spaced } => f.write_str(if spaced { " UTC" } else { "UTC" }),
            Zone::Offset { minutes, negative, spaced, form } => {
                let space = if spaced { " " } else { "" };
                let sign = if negative { '-' } else { '+' };
                let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
                match form {
                    OffsetForm::Colon => write!(f, "{space}{sign}{hours:02}:{minutes:02}"),
                    OffsetForm::Basic => write!(f, "{space}{sign}{hours:02}{minutes:02}"),
                    OffsetForm::Hours => write!(f, "{space}{sign}{hours:02}"),
                    OffsetForm::OneDigitHour => write!(f, "{space}{sign}{hours}:{minutes:02}"),
                }
            }
        }
    }
}

impl fmt::Display for SeriesTime {
    /// The text that the server sent.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Date(date) => write!(f, "{date}"),
            Repr::DateTime(local, spelling) => spelling.write(local, f),
            Repr::Other(text) => f.write_str(text),
        }
    }
}

impl fmt::Debug for SeriesTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SeriesTime({:?})", self.to_string())
    }
}

impl Serialize for SeriesTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SeriesTime {
    /// Takes any scalar: a spelling nobody expected must not cost the whole reply.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SeriesTimeVisitor)
    }
}

struct SeriesTimeVisitor;

impl SeriesTimeVisitor {
    fn other(text: &dyn fmt::Display) -> SeriesTime {
        SeriesTime(Repr::Other(text.to_string().into()))
    }
}

impl Visitor<'_> for SeriesTimeVisitor {
    type Value = SeriesTime;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date or date-time")
    }

    fn visit_str<E>(self, text: &str) -> Result<SeriesTime, E> {
        Ok(SeriesTime::from(text))
    }

    fn visit_i64<E>(self, number: i64) -> Result<SeriesTime, E> {
        Ok(Self::other(&number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<SeriesTime, E> {
        Ok(Self::other(&number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<SeriesTime, E> {
        Ok(Self::other(&number))
    }

    fn visit_bool<E>(self, value: bool) -> Result<SeriesTime, E> {
        Ok(Self::other(&value))
    }

    fn visit_unit<E>(self) -> Result<SeriesTime, E> {
        Ok(Self::other(&"null"))
    }
}
