//! [`Export`]: the series and the range to export, and the way to do it.

use super::cursor::Cursor;
use super::range::Range;
use super::zone::Zone;

/// An export: its selections, its range and its options.
#[derive(Debug, Clone)]
pub struct Export<E> {
    pub(crate) selections: Vec<E>,
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
    pub fn new(selection: E, range: Range) -> Self {
        Self::many(vec![selection], range)
    }

    /// The same range of many series, one after another: each app, say, or each segment.
    #[must_use]
    pub fn many(selections: Vec<E>, range: Range) -> Self {
        Self {
            selections,
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

    /// Includes the current, incomplete bucket; its row is not `complete`. Default: no.
    #[must_use]
    pub fn include_open(mut self, include: bool) -> Self {
        self.include_open = include;
        self
    }

    /// The treatment of buckets that the server omits between two rows.
    #[must_use]
    pub fn absent(mut self, absent: Absent) -> Self {
        self.absent = absent;
        self
    }

    /// Says that each series has rows right before the range, read earlier: with [`Absent::Zero`], what the
    /// server skips at the beginning of the range then lies between two rows. Default: no.
    #[must_use]
    pub fn after_rows(mut self, after_rows: bool) -> Self {
        self.after_rows = after_rows;
        self
    }

    /// Ends the export in an error if there are findings, after all its rows. Default: no.
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

    /// The requests, in the order that [`Row::selection`](super::Row::selection) counts them.
    #[must_use]
    pub fn selections(&self) -> &[E] {
        &self.selections
    }
}

/// The treatment of buckets that the server omits between two rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Absent {
    /// Missing: a finding.
    #[default]
    Missing,
    /// Zero: a row is made for it. For servers that leave out what did not happen.
    Zero,
}
