//! [`Timestamp`]: an instant on its way to the server.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, FixedOffset, Offset, TimeZone, Timelike, Utc};

use super::rfc3339::Text;
use super::scan::{Scanned, scan};

/// An instant with an offset, sent as RFC 3339 with as much of a fraction of the second as it has.
///
/// Made from any [`chrono::DateTime`], or from text that a person wrote:
///
/// ```
/// use braze_core::Timestamp;
///
/// // One digit for the hour of the offset is not valid RFC 3339. It is understood, and mended.
/// let end: Timestamp = "2018-06-28T23:59:59-5:00".parse()?;
/// assert_eq!(end.to_string(), "2018-06-28T23:59:59-05:00");
///
/// let end = Timestamp::from(chrono::DateTime::UNIX_EPOCH);
/// assert_eq!(end.to_string(), "1970-01-01T00:00:00Z");
/// # Ok::<(), braze_core::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(DateTime<FixedOffset>);

impl Timestamp {
    /// The instant, with the offset it was given in.
    #[must_use]
    pub fn date_time(self) -> DateTime<FixedOffset> {
        self.0
    }

    /// The instant in UTC.
    #[must_use]
    pub fn to_utc(self) -> DateTime<Utc> {
        self.0.to_utc()
    }

    /// Calls with the text that is sent.
    pub(crate) fn written<T>(self, call: impl FnOnce(&str) -> T) -> T {
        match Text::from_instant(&self.0) {
            Some(text) => call(text.as_str()),
            // An instant that cannot be sent is still shown.
            None if self.0.offset().local_minus_utc() == 0 => call(&format!("{:?}", self.to_utc())),
            None => call(&format!("{:?}", self.0)),
        }
    }

    /// The obstacle to writing this instant as RFC 3339 that any server reads, if there is one:
    /// a year outside 0000 to 9999, an offset that is not a whole number of minutes, a leap second.
    pub(crate) fn obstacle(self) -> Option<&'static str> {
        if !(0..=9999).contains(&self.0.naive_local().year()) {
            Some("its year must be from 0000 to 9999")
        } else if self.0.offset().local_minus_utc() % 60 != 0 {
            Some("its offset must be a whole number of minutes")
        } else if self.0.nanosecond() >= 1_000_000_000 {
            Some("it is within a leap second, which few servers can read")
        } else {
            None
        }
    }
}

impl<Tz: TimeZone> From<DateTime<Tz>> for Timestamp {
    fn from(instant: DateTime<Tz>) -> Self {
        let offset = instant.offset().fix();
        Self(instant.with_timezone(&offset))
    }
}

impl From<Timestamp> for DateTime<FixedOffset> {
    fn from(timestamp: Timestamp) -> Self {
        timestamp.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.written(|text| f.write_str(text))
    }
}

impl FromStr for Timestamp {
    type Err = ParseTimestampError;

    /// Reads RFC 3339 and what people write instead: a space for the `T`, an offset as `-5:00`,
    /// `-0500` or `-05`, a missing `:00` of the seconds. An offset must be there.
    fn from_str(text: &str) -> Result<Self, ParseTimestampError> {
        let fail = |problem| Err(ParseTimestampError { text: text.to_owned(), problem });
        let (local, spelling) = match scan(text.trim().as_bytes()) {
            Some(Scanned::DateTime(local, spelling)) => (local, spelling),
            Some(Scanned::Date(_)) => return fail(Problem::DateOnly),
            None => return fail(Problem::Unreadable),
        };
        let Some(seconds) = spelling.zone.offset_seconds() else {
            return fail(Problem::NoOffset);
        };
        FixedOffset::east_opt(seconds)
            .and_then(|offset| local.and_local_timezone(offset).single())
            .map_or_else(|| fail(Problem::Unreadable), |instant| Ok(Self(instant)))
    }
}

impl serde::Serialize for Timestamp {
    /// As it leaves in a query: RFC 3339.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Timestamp {
    /// As [`FromStr`] reads it.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'_, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A text that is no date-time with an offset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseTimestampError {
    text: String,
    problem: Problem,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Problem {
    DateOnly,
    NoOffset,
    Unreadable,
}

impl fmt::Display for ParseTimestampError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.text.trim();
        match self.problem {
            Problem::DateOnly => {
                write!(f, "`{text}` has no time of day and no offset: write `{text}T00:00:00Z`")
            }
            Problem::NoOffset => write!(
                f,
                "`{text}` has no offset: write `{text}Z` for UTC, or an offset such as `{text}-05:00`"
            ),
            Problem::Unreadable => write!(
                f,
                "`{text}` is not a date-time: write it like `2024-05-01T23:59:59Z` or \
                 `2024-05-01T23:59:59-05:00`"
            ),
        }
    }
}

impl std::error::Error for ParseTimestampError {}
