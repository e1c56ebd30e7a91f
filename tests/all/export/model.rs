//! A tidy server of a fixed offset: what comes back of it is right, whichever way the documentation is
//! read.

use braze_core::{Series, Unit};
use chrono::{DateTime, TimeDelta, Utc};

use super::peer::{Answer, Asked};

/// The unknowns about the service.
#[derive(Debug, Clone, Copy)]
pub(super) struct Model {
    /// The company's offset from UTC, in minutes.
    pub(super) offset: i64,
    /// True if the bucket of `ending_at` is a row.
    pub(super) inclusive: bool,
    /// True if an incomplete bucket is ever a row.
    pub(super) reports_open: bool,
}

impl Model {
    pub(super) const UTC: Self = Self { offset: 0, inclusive: false, reports_open: true };

    /// The answer to a request.
    pub(super) fn answer(self, asked: &Asked) -> Answer {
        Answer::Rows(self.rows(asked))
    }

    /// The rows of that answer.
    pub(super) fn rows(self, asked: &Asked) -> Vec<(String, u64)> {
        let unit = asked.unit();
        let (first, last) = self.buckets(asked);
        (first..=last).map(|bucket| (self.spell(unit, bucket), value(bucket))).collect()
    }

    /// The first and the last bucket of that answer, counted by the company's clock.
    fn buckets(self, asked: &Asked) -> (i64, i64) {
        let width = width(asked.unit());
        let holding = |time: DateTime<Utc>| (time.timestamp() + self.offset * 60).div_euclid(width);
        let now = holding(asked.at);
        let (end, included) = match Series::ending_at(&asked.request) {
            Some(end) => (holding(end), self.inclusive),
            None => (now, self.reports_open),
        };
        let last = if included { end } else { end - 1 };
        let newest = if self.reports_open { now } else { now - 1 };
        (last + 1 - i64::from(asked.request.length), last.min(newest))
    }

    /// The date, or the instant in UTC.
    fn spell(self, unit: Unit, bucket: i64) -> String {
        let local = DateTime::UNIX_EPOCH + TimeDelta::seconds(bucket * width(unit));
        match unit {
            Unit::Day => local.format("%Y-%m-%d").to_string(),
            _ => {
                let start = local - TimeDelta::minutes(self.offset);
                start.format("%Y-%m-%dT%H:%M:%SZ").to_string()
            }
        }
    }

    /// Start and value of the buckets that begin within a time of the company's clock.
    pub(super) fn truth(
        self,
        unit: Unit,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Vec<(String, u64)> {
        let ceil =
            |time: DateTime<Utc>| (time.timestamp() + width(unit) - 1).div_euclid(width(unit));
        (ceil(from)..ceil(to)).map(|bucket| (self.spell(unit, bucket), value(bucket))).collect()
    }
}

fn width(unit: Unit) -> i64 {
    if unit == Unit::Day { 86_400 } else { 3_600 }
}

/// Another number for each bucket.
fn value(bucket: i64) -> u64 {
    bucket.unsigned_abs().wrapping_mul(2_654_435_761) % 1_000_003
}
