//! [`Quota`]: how much of a rate-limit pool is left.

use braze_core::Pool;

/// One pool's count in the window of the clock.
#[derive(Debug)]
pub(crate) struct Quota {
    pool: Pool,
    /// Number of the window since the epoch.
    window: i64,
    used: u32,
}

/// What the rate-limit headers say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
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

    /// Counts a request; `Err` if the window has no room for it.
    pub(crate) fn take(&mut self, now: i64) -> Result<Standing, Standing> {
        self.turn(now);
        if self.used >= self.pool.limit {
            return Err(self.standing());
        }
        self.used += 1;
        Ok(self.standing())
    }

    /// How things stand, without counting.
    pub(crate) fn look(&mut self, now: i64) -> Standing {
        self.turn(now);
        self.standing()
    }

    /// Windows are aligned to the clock and do not slide.
    fn turn(&mut self, now: i64) {
        let window = now.div_euclid(self.seconds());
        if window != self.window {
            self.window = window;
            self.used = 0;
        }
    }

    fn standing(&self) -> Standing {
        Standing {
            limit: self.pool.limit,
            remaining: self.pool.limit - self.used,
            reset: (self.window + 1) * self.seconds(),
        }
    }

    fn seconds(&self) -> i64 {
        i64::from(self.pool.window_seconds.max(1))
    }
}
