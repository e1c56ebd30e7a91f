//! [`Windows`]: a range cut into requests.

use chrono::{DateTime, Duration, Utc};

use super::bucket::{HOUR, Index, noon};
use super::range::Range;
use crate::generated::Unit;

/// The requests that a range takes, oldest first. Pure: the same range gives the same windows.
///
/// Windows allow for the unknowns about the service. Nobody says whether the bucket of `ending_at`
/// is included, nor which zone cuts days. So each window asks for two buckets more than it needs, and
/// ends at 12:00 UTC of the day after its last: the one anchor under which every server from UTC-12 to
/// UTC+14, inclusive or exclusive, returns every needed day. Hours end at minute 45 of the hour after the
/// last, which does the same for grids that begin at :00, :15, :30 or :45.
///
/// ```
/// use braze_core::export::{Range, Windows};
/// use braze_core::chrono::NaiveDate;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let windows: Vec<_> =
///     Windows::new(Range::days(date(2023, 1, 1), date(2024, 1, 1)), 100).collect();
/// assert_eq!(windows.len(), 4);
/// assert_eq!(windows[3].length(), 100);
/// assert_eq!(windows[3].ending_at().to_string(), "2024-01-01 12:00:00 UTC");
/// ```
#[derive(Debug, Clone)]
pub struct Windows {
    unit: Unit,
    next: Index,
    to: Index,
    most: i64,
}

/// Buckets that are asked for beyond those needed.
pub(crate) const SLACK: i64 = 2;

/// Buckets that may be open at once: today in the zone, or, where none is given, the dates that are today
/// somewhere; and one that counts as closed too early, since hours need not begin on the hour.
const MAX_INCOMPLETE: i64 = 3;

impl Windows {
    /// The windows of a range; `longest` is the most units that one request may ask for, at least 3.
    ///
    /// All windows but the first are of the greatest length, so that only the last one can end in the
    /// future.
    #[must_use]
    pub fn new(range: Range, longest: u32) -> Self {
        let (from, to) = range.bounds();
        let most = (i64::from(longest) - SLACK).max(1);
        Self { unit: range.unit(), next: from, to, most }
    }

    fn count(&self) -> u64 {
        (self.to - self.next).unsigned_abs().div_ceil(self.most.unsigned_abs())
    }
}

impl Iterator for Windows {
    type Item = Window;

    fn next(&mut self) -> Option<Window> {
        if self.next >= self.to {
            return None;
        }
        let first = match (self.to - self.next) % self.most {
            0 => self.most,
            rest => rest,
        };
        let from = self.next;
        self.next += first;
        Some(Window { range: Range::from_indexes(self.unit, from, self.next) })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = usize::try_from(self.count()).unwrap_or(usize::MAX);
        (count, Some(count))
    }
}

impl ExactSizeIterator for Windows {}

/// One request of a plan: the buckets that it is needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Window {
    range: Range,
}

impl Window {
    /// The buckets that it is needed for.
    #[must_use]
    pub fn range(&self) -> Range {
        self.range
    }

    /// The units to ask for: two more than needed.
    #[must_use]
    pub fn length(&self) -> u32 {
        u32::try_from(self.range.len()).unwrap_or(u32::MAX).saturating_add(SLACK as u32)
    }

    /// The end to ask for, unless it is still to come: then it is left out, and the server takes now.
    #[must_use]
    pub fn ending_at(&self) -> DateTime<Utc> {
        let (_, to) = self.range.bounds();
        match self.range.unit() {
            Unit::Day => noon(to, 0),
            Unit::Hour => DateTime::from_timestamp(to.saturating_mul(HOUR), 0)
                .map_or(DateTime::<Utc>::MAX_UTC, |hour| hour + Duration::minutes(45)),
        }
    }

    /// The buckets that may come back: those needed, and what the slack reaches before and after them. Of
    /// a window that ends now, more may come from before it: the server does not return what is open.
    pub(crate) fn reach(&self, ends_now: bool) -> std::ops::Range<Index> {
        let (from, to) = self.range.bounds();
        from - SLACK - if ends_now { MAX_INCOMPLETE } else { 0 }..to + SLACK
    }
}
