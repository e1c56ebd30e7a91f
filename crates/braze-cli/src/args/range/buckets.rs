//! Ranges and the buckets at their ends.

use braze_core::Unit;
use braze_core::chrono::NaiveDate;
use braze_core::export::{Bucket, Range, Start};

/// Reads the form that rows are written in.
pub(crate) fn start(unit: Unit, text: &str) -> Option<Start> {
    Bucket::parse(unit, text).ok().map(Bucket::start)
}

/// The beginning of the next bucket.
pub(crate) fn after(start: Start) -> Start {
    Bucket::new(start).next().start()
}

/// The range between two ends of the same kind.
pub(crate) fn range(from: Start, to: Start) -> Range {
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
