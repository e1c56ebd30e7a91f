//! [`Plan`]: a range and its options, for an export of any series.

use braze_core::Series;
use braze_core::export::{Absent, Cursor, Export, Range, Start, Zone};

use crate::limits::DEFAULT_CONCURRENCY;

/// A range and the options of its export, whatever the series is.
///
/// ```
/// use braze_core::export::Range;
/// use braze_core::sessions::DataSeriesRequest;
/// use braze_series::Plan;
///
/// let mut plan = Plan::new(Range::days("2024-01-01".parse()?, "2024-02-01".parse()?));
/// plan.concurrency = 2;
/// let export = plan.export(vec![DataSeriesRequest::new(1)]);
/// # let _ = export;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Plan {
    /// The days or hours to export.
    pub range: Range,
    /// Moves the end to the last bucket that is complete.
    pub until_now: bool,
    /// The time zone of the company.
    pub zone: Option<Zone>,
    /// Includes the current, incomplete bucket.
    pub include_incomplete: bool,
    /// The treatment of buckets that the server omits.
    pub absent: Absent,
    /// The greatest number of requests in flight.
    pub concurrency: usize,
    /// Makes findings an error.
    pub strict: bool,
    /// The position to resume at.
    pub resume: Option<Position>,
    /// States that rows right before the range were read earlier.
    pub after_rows: bool,
}

/// A bucket of one of several selections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The number of the selection, from 0.
    pub selection: usize,
    /// The first bucket that is not there yet.
    pub next: Start,
}

impl Plan {
    /// Plans an export of a range, with the defaults of [`Export`].
    #[must_use]
    pub fn new(range: Range) -> Self {
        Self {
            range,
            until_now: false,
            zone: None,
            include_incomplete: false,
            absent: Absent::default(),
            concurrency: DEFAULT_CONCURRENCY.into(),
            strict: false,
            resume: None,
            after_rows: false,
        }
    }

    /// The export of these requests, one for each selection.
    #[must_use]
    pub fn export<E: Series>(&self, requests: Vec<E>) -> Export<E> {
        let mut export = Export::many(requests, self.range)
            .include_open(self.include_incomplete)
            .absent(self.absent)
            .after_rows(self.after_rows)
            .concurrency(self.concurrency)
            .strict(self.strict);
        if self.until_now {
            export = export.until_now();
        }
        if let Some(zone) = self.zone {
            export = export.zone(zone);
        }
        match self.resume {
            Some(Position { selection, next }) => {
                let after_rows = next > self.range.from();
                export.resume(Cursor::at(E::META.name, selection, next, after_rows))
            }
            None => export,
        }
    }
}
