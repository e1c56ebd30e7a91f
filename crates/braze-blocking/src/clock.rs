//! [`Clock`]: the time that a client goes by.

use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::{Instant, SystemTime};

use braze_core::Now;

/// The time that a client goes by: the machine's, unless the caller has another.
#[derive(Clone)]
pub(crate) struct Clock(Arc<dyn Fn() -> SystemTime + Send + Sync>);

impl Clock {
    pub(crate) fn new(clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        Self(Arc::new(clock))
    }

    /// Both clocks; the one that never goes back begins with the process's first call, for all clients
    /// alike.
    pub(crate) fn now(&self) -> Now {
        static START: OnceLock<Instant> = OnceLock::new();
        let now = Instant::now();
        Now::new(now - *START.get_or_init(|| now), (self.0)())
    }
}

impl Default for Clock {
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
    fn default() -> Self {
        Self::new(SystemTime::now)
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clock").finish_non_exhaustive()
    }
}
