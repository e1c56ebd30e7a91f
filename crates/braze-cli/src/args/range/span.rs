//! [`Span`]: days or hours in a row.

use braze_core::chrono::{NaiveDate, TimeDelta};
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
        range(self.from, self.to)
    }
}

/// Reads the form that rows are written in.
pub(crate) fn start(unit: Unit, text: &str) -> Option<Start> {
    match unit {
        Unit::Hour => text.parse::<DateTime<Utc>>().ok().map(Start::Instant),
        _ => text.parse::<NaiveDate>().ok().map(Start::Date),
    }
}

/// Both ends are of the same kind, since one unit resolved them.
pub(super) fn range(from: Start, to: Start) -> Range {
    match (from, to) {
        (Start::Instant(from), Start::Instant(to)) => Range::hours(from, to),
        (from, to) => Range::days(date(from), date(to)),
    }
}

fn date(start: Start) -> NaiveDate {
    match start {
        Start::Date(date) => date,
        Start::Instant(instant) => instant.date_naive(),
    }
}

/// The beginning of the next bucket.
pub(crate) fn after(start: Start) -> Start {
    match start {
        Start::Date(date) => Start::Date(date.succ_opt().unwrap_or(date)),
        Start::Instant(at) => {
            Start::Instant(at.checked_add_signed(TimeDelta::hours(1)).unwrap_or(at))
        }
    }
}
