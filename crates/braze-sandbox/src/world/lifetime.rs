//! [`Lifetime`]: the creation of a thing, and its events since then.

use chrono::{DateTime, TimeDelta, Utc};

use crate::workspace::Noise;

/// The creation of a thing, and the interval at which it changes.
///
/// Creation follows from the seed. Later events recur, so that some are recent at any date.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lifetime {
    created: DateTime<Utc>,
    /// Seconds between two edits.
    edits: i64,
    /// Seconds between two sends.
    sends: i64,
    archived: bool,
}

/// 2019-01-01, before which nothing was created.
const BEGINNING: i64 = 1_546_300_800;

/// Five years, in which everything was created.
const YEARS: i64 = 5 * 365 * DAY;

const DAY: i64 = 86_400;

impl Lifetime {
    /// Creates the lifetime of the thing at `index` among `count`, which are in order of creation.
    pub(crate) fn new(noise: Noise, index: usize, count: usize, archived: bool) -> Self {
        let step = YEARS as f64 / count.max(1) as f64;
        let seconds = step * (index as f64 + noise.text("created").unit());
        let created = DateTime::from_timestamp(BEGINNING + seconds as i64, 0).unwrap_or_default();
        let interval =
            |name: &str, days: f64| DAY / 4 + (noise.text(name).unit() * days * DAY as f64) as i64;
        Self { created, edits: interval("edits", 400.0), sends: interval("sends", 20.0), archived }
    }

    pub(crate) fn created(&self) -> DateTime<Utc> {
        self.created
    }

    /// Returns the time of the last edit.
    pub(crate) fn edited(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        // The last edit of an archived thing is its end.
        let now = if self.archived { self.after(self.edits) } else { now };
        self.latest(now, self.edits)
    }

    /// Returns the times of the first and the latest send, if there was one.
    pub(crate) fn sent(&self, now: DateTime<Utc>) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let now = if self.archived { now.min(self.edited(now)) } else { now };
        let first = self.after(self.sends);
        (first <= now).then(|| (first, self.latest(now, self.sends)))
    }

    fn latest(&self, now: DateTime<Utc>, interval: i64) -> DateTime<Utc> {
        let age = (now - self.created).num_seconds().max(0);
        self.after(age / interval * interval)
    }

    fn after(&self, seconds: i64) -> DateTime<Utc> {
        self.created + TimeDelta::seconds(seconds)
    }
}
