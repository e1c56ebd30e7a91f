//! [`TimeSource`]: the two clocks that a driver reads.

use std::fmt;
use std::sync::Arc;
use std::time::{Instant, SystemTime};

use crate::machine::Now;

/// The two clocks that a driver reads, as functions of its own.
///
/// The core itself reads no clock. Clones read the same clocks, and their monotonic times compare.
///
/// ```
/// use std::time::{Instant, SystemTime};
/// use braze_core::TimeSource;
///
/// let time = TimeSource::new(Instant::now, SystemTime::now);
/// let earlier = time.now();
/// assert!(time.now().mono >= earlier.mono);
/// ```
#[derive(Clone)]
pub struct TimeSource {
    monotonic: fn() -> Instant,
    start: Instant,
    wall: Arc<dyn Fn() -> SystemTime + Send + Sync>,
}

impl TimeSource {
    /// Takes a monotonic clock, from which waits are measured, and a wall clock.
    pub fn new(
        monotonic: fn() -> Instant,
        wall: impl Fn() -> SystemTime + Send + Sync + 'static,
    ) -> Self {
        Self { monotonic, start: monotonic(), wall: Arc::new(wall) }
    }

    /// Reads both clocks.
    #[must_use]
    pub fn now(&self) -> Now {
        let since_start = (self.monotonic)().saturating_duration_since(self.start);
        Now::new(since_start, (self.wall)())
    }
}

impl fmt::Debug for TimeSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TimeSource").finish_non_exhaustive()
    }
}
