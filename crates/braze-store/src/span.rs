//! [`Span`]: a range whose ends are compared as rows are.

use braze_core::export::{Range, Start};

/// The days or hours from one up to, but not including, another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Span {
    pub(crate) from: Start,
    pub(crate) to: Start,
}

impl Span {
    pub(crate) fn from_range(range: Range) -> Self {
        Self { from: range.from(), to: range.to() }
    }

    pub(crate) fn is_empty(self) -> bool {
        self.to <= self.from
    }

    /// The part before a day or hour.
    pub(crate) fn before(self, end: Start) -> Self {
        Self { to: self.to.min(end), ..self }
    }

    pub(crate) fn range(self) -> Range {
        Range::between(self.from, self.to)
    }
}
