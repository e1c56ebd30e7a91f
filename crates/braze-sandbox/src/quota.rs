//! [`Quota`]: the use of a rate-limit pool.

use braze_core::Pool;

/// The requests of one pool in the current window.
#[derive(Debug)]
pub(crate) struct Quota {
    pool: Pool,
    /// The number of the window since the epoch.
    window: i64,
    used: u32,
}

/// The values of the rate-limit headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct QuotaStatus {
    pub(crate) limit: u32,
    pub(crate) remaining: u32,
    /// Seconds since the epoch, by the sandbox's clock.
    pub(crate) reset: i64,
}

impl Quota {
    pub(crate) fn new(pool: Pool) -> Self {
        Self { pool, window: i64::MIN, used: 0 }
    }

    pub(crate) fn pool(&self) -> &Pool {
        &self.pool
    }

    /// Counts a request, or returns `Err` if the window is exhausted.
    pub(crate) fn take(&mut self, now: i64) -> Result<QuotaStatus, QuotaStatus> {
        self.turn(now);
        if self.used >= self.pool.limit {
            return Err(self.status());
        }
        self.used += 1;
        Ok(self.status())
    }

    /// Returns the status without counting a request.
    pub(crate) fn look(&mut self, now: i64) -> QuotaStatus {
        self.turn(now);
        self.status()
    }

    /// Starts a new window if the old one ended. Windows are aligned to the clock and do not slide.
    fn turn(&mut self, now: i64) {
        let window = now.div_euclid(self.seconds());
        if window != self.window {
            self.window = window;
            self.used = 0;
        }
    }

    fn status(&self) -> QuotaStatus {
        QuotaStatus {
            limit: self.pool.limit,
            remaining: self.pool.limit - self.used,
            reset: (self.window + 1) * self.seconds(),
        }
    }

    fn seconds(&self) -> i64 {
        i64::from(self.pool.window_seconds.max(1))
    }
}
