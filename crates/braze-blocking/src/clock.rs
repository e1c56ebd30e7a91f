//! The machine's clocks.

use std::time::{Instant, SystemTime};

use braze_core::TimeSource;

/// Reads the machine's clocks.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's wall clock")]
pub(crate) fn system() -> TimeSource {
    TimeSource::new(Instant::now, SystemTime::now)
}
