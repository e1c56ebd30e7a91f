//! [`HourSpelling`]: formats of the `time` of an hour.

use braze_core::SeriesTime;
use chrono::{DateTime, Utc};

use super::calendar::Zone;

/// The format of the `time` of an hour.
///
/// The format that the service uses for hours is not documented. It uses each of these somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "script", derive(serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum HourSpelling {
    /// `2024-05-01T10:00:00Z`, in UTC.
    #[default]
    Zulu,
    /// `2024-05-01T10:00:00.000Z`, in UTC.
    ZuluMillis,
    /// `2024-05-01T12:00:00+02:00`, in the company's time zone.
    Offset,
    /// `2024-05-01T12:00:00.000+02:00`, in the company's time zone.
    OffsetMillis,
    /// `2024-05-01 12:00:00 +0200`, in the company's time zone.
    Spaced,
    /// `2024-05-01 10:00:00.000 UTC`.
    SpacedUtc,
    /// `2024-05-01T12:00:00`, in the company's time zone and without an offset.
    Local,
}

impl HourSpelling {
    /// All formats.
    pub const ALL: [Self; 7] = [
        Self::Zulu,
        Self::ZuluMillis,
        Self::Offset,
        Self::OffsetMillis,
        Self::Spaced,
        Self::SpacedUtc,
        Self::Local,
    ];

    pub(crate) fn write(self, hour: DateTime<Utc>, zone: Zone) -> SeriesTime {
        let format = match self {
            Self::Zulu => "%Y-%m-%dT%H:%M:%SZ",
            Self::ZuluMillis => "%Y-%m-%dT%H:%M:%S%.3fZ",
            Self::Offset => "%Y-%m-%dT%H:%M:%S%:z",
            Self::OffsetMillis => "%Y-%m-%dT%H:%M:%S%.3f%:z",
            Self::Spaced => "%Y-%m-%d %H:%M:%S %z",
            Self::SpacedUtc => "%Y-%m-%d %H:%M:%S%.3f UTC",
            Self::Local => "%Y-%m-%dT%H:%M:%S",
        };
        let text = match self {
            Self::Zulu | Self::ZuluMillis | Self::SpacedUtc => hour.format(format).to_string(),
            _ => zone.local(hour).format(format).to_string(),
        };
        SeriesTime::from(text.as_str())
    }
}
