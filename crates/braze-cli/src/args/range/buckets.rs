//! The buckets at the ends of a range.

use braze_core::Unit;
use braze_core::export::{Bucket, Start};

/// Reads the form that rows are written in.
pub(crate) fn start(unit: Unit, text: &str) -> Option<Start> {
    Bucket::parse(unit, text).ok().map(Bucket::start)
}

/// The beginning of the next bucket.
pub(crate) fn after(start: Start) -> Start {
    Bucket::new(start).next().start()
}
