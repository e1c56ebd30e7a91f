//! Any range of a series, with proof that nothing is missing.
//!
//! The service returns at most 100 units for a request. An [`Export`] says what is wanted; the clients'
//! `export` runs it and gives the rows in order, each bucket once, and a [`Coverage`] that says what is
//! missing, doubled, changed or still open. Memory stays flat however long the range is.
//!
//! ```
//! use braze_core::export::{Export, Range, Zone};
//! use braze_core::chrono::NaiveDate;
//! use braze_core::sessions::DataSeriesRequest;
//!
//! let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
//! let year = Range::days(date(2023, 1, 1), date(2024, 1, 1));
//! let export = Export::new(DataSeriesRequest::new(1), year)
//!     .zone("-05:00".parse::<Zone>()?)
//!     .concurrency(4);
//! # let _ = export;
//! # Ok::<(), braze_core::export::ParseZoneError>(())
//! ```
//!
//! To run it on a transport of your own, drive a [`ExportMachine`]: it hands out [`Job`]s, each a
//! [`Machine`](crate::Machine) that can run anywhere, and puts what they bring back in order.

mod buckets;
mod coverage;
mod cursor;
mod error;
mod kept;
mod machine;
mod merge;
mod range;
mod reading;
mod summary;
mod windows;
mod zone;

use crate::generated::Unit;
use crate::time::SeriesTime;

pub use coverage::{Coverage, Finding, Problem};
pub use cursor::{Cursor, CursorError};
pub use error::ExportError;
pub use machine::{ExportMachine, Job, JobReply, Next, Progress};
pub use range::{Range, Start};
pub use summary::{Extreme, Summary, days_of_hours};
pub use windows::{Window, Windows};
pub use zone::{ParseZoneError, Zone, first_open, first_to_come};

/// What to export, and how.
#[derive(Debug, Clone)]
pub struct Export<E> {
    pub(crate) requests: Vec<E>,
    pub(crate) range: Range,
    pub(crate) until_now: bool,
    pub(crate) zone: Option<Zone>,
    pub(crate) include_open: bool,
    pub(crate) absent: Absent,
    pub(crate) after_rows: bool,
    pub(crate) strict: bool,
    pub(crate) concurrency: usize,
    pub(crate) cursor: Option<Cursor>,
}

impl<E> Export<E> {
    /// A range of one series. The request's own length, unit and end do not matter.
    #[must_use]
    pub fn new(request: E, range: Range) -> Self {
        Self::many(vec![request], range)
    }

    /// The same range of many series, one after another: each app, say, or each segment.
    #[must_use]
    pub fn many(requests: Vec<E>, range: Range) -> Self {
        Self {
            requests,
            range,
            until_now: false,
            zone: None,
            include_open: false,
            absent: Absent::default(),
            after_rows: false,
            strict: false,
            concurrency: 8,
            cursor: None,
        }
    }

    /// Moves the end to the last bucket that is closed when the export begins.
    #[must_use]
    pub fn until_now(mut self) -> Self {
        self.until_now = true;
        self
    }

    /// The company's time zone. Without one, a day counts as closed when it is over everywhere on Earth.
    #[must_use]
    pub fn zone(mut self, zone: Zone) -> Self {
        self.zone = Some(zone);
        self
    }

    /// Whether the bucket that is not over yet is wanted too; its row is not `complete`. Default: no.
    #[must_use]
    pub fn include_open(mut self, include: bool) -> Self {
        self.include_open = include;
        self
    }

    /// What a bucket is that the server skips between two rows that it returned.
    #[must_use]
    pub fn absent(mut self, absent: Absent) -> Self {
        self.absent = absent;
        self
    }

    /// Whether each series has rows right before the range, read earlier: with [`Absent::Zero`], what the
    /// server skips at the beginning of the range then lies between two rows. Default: no.
    #[must_use]
    pub fn after_rows(mut self, after_rows: bool) -> Self {
        self.after_rows = after_rows;
        self
    }

    /// Whether findings end the export in an error. The rows come all the same, before it. Default: no.
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Requests in flight at the same time, at most. Default 8; with 1 the blocking client starts no
    /// thread. 0 counts as 1. Rows of fewer than twice as many requests are held: those in flight, and
    /// replies that came before their turn.
    #[must_use]
    pub fn concurrency(mut self, requests: usize) -> Self {
        self.concurrency = requests.max(1);
        self
    }

    /// Goes on where an earlier export of the same range ended.
    #[must_use]
    pub fn resume(mut self, cursor: Cursor) -> Self {
        self.cursor = Some(cursor);
        self
    }

    /// The requests, in the order that [`Row::series`] counts them.
    #[must_use]
    pub fn requests(&self) -> &[E] {
        &self.requests
    }
}

/// What a bucket is that the server skips between two rows that it returned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Absent {
    /// Missing: a finding.
    #[default]
    Missing,
    /// Zero: a row is made for it. For servers that leave out what did not happen.
    Zero,
}

/// A bucket with its value.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Row<V> {
    /// Which of the export's requests it belongs to, from 0.
    pub series: usize,
    /// Day or hour.
    pub unit: Unit,
    /// When the bucket begins, in the form that rows are written in.
    pub start: Start,
    /// The time as the server spelled it.
    pub time: SeriesTime,
    /// The value.
    pub value: V,
    /// Whether the bucket was over when it was read.
    pub complete: bool,
}

impl<V> Row<V> {
    /// The same row with another value.
    #[must_use]
    pub fn map<W>(self, value: impl FnOnce(V) -> W) -> Row<W> {
        let Self { series, unit, start, time, value: old, complete } = self;
        Row { series, unit, start, time, value: value(old), complete }
    }
}
