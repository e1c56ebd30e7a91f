//! [`Clock`]: the moment and the zone that words such as `today` are relative to.

use braze_core::chrono::{DurationRound, NaiveDate, NaiveDateTime, TimeDelta};
use braze_core::export::Zone;
use braze_core::{DateTime, Utc};

/// The moment that words are relative to, and the zone that days are days of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock {
    pub(crate) now: DateTime<Utc>,
    /// `None`: words are read in UTC.
    pub(crate) zone: Option<Zone>,
}

impl Clock {
    pub(super) fn today(self) -> NaiveDate {
        self.zone.map_or(self.now.date_naive(), |zone| zone.date(self.now))
    }

    /// The beginning of the current hour.
    pub(super) fn this_hour(self) -> DateTime<Utc> {
        self.now.duration_trunc(TimeDelta::hours(1)).unwrap_or(self.now)
    }

    pub(super) fn instant(self, local: NaiveDateTime) -> DateTime<Utc> {
        self.zone.unwrap_or(Zone::UTC).instant(local)
    }
}
