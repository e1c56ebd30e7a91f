//! [`Span`]: days or hours in a row.

use braze_core::chrono::NaiveDate;
use braze_core::export::{Range, Start};
use braze_core::{DateTime, Unit, Utc};

/// The days or hours from one up to, but not including, another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Span {
    pub(crate) from: Start,
    pub(crate) to: Start,
}

impl Span {
    pub(crate) fn is_empty(self) -> bool {
        self.to <= self.from
    }

    /// The part of it before a day or hour.
    pub(crate) fn before(self, end: Start) -> Self {
        Self { to: self.to.min(end), ..self }
    }

    pub(crate) fn range(self) -> Range {
        super::range(self.from, self.to)
    }
}

/// Reads the form that rows are written in.
pub(crate) fn start(unit: Unit, text: &str) -> Option<Start> {
    match unit {
        Unit::Hour => text.parse::<DateTime<Utc>>().ok().map(Start::Instant),
        _ => text.parse::<NaiveDate>().ok().map(Start::Date),
    }
}
