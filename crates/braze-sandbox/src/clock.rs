//! [`Clock`]: what the sandbox takes for the time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};

/// The sandbox's own notion of now: which bucket is open, where a request without `ending_at` ends,
/// when a rate-limit window begins, and what the `Date` header says.
///
/// Clones share the time: a test moves on with [`advance`](Self::advance).
///
/// ```
/// use std::time::Duration;
///
/// use braze_sandbox::Clock;
///
/// let clock = Clock::fixed("2024-05-01T12:00:00Z".parse()?);
/// clock.advance(Duration::from_secs(90));
/// assert_eq!(clock.now().to_rfc3339(), "2024-05-01T12:01:30+00:00");
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Clock {
    base: Base,
    /// Milliseconds that were added by hand.
    advanced: Arc<AtomicI64>,
}

#[derive(Debug, Clone, Copy)]
enum Base {
    System,
    Fixed(DateTime<Utc>),
    Running { from: DateTime<Utc>, since: Instant },
}

impl Clock {
    /// The clock of this machine.
    #[must_use]
    pub fn system() -> Self {
        Self::new(Base::System)
    }

    /// A clock that stands still.
    #[must_use]
    pub fn fixed(at: DateTime<Utc>) -> Self {
        Self::new(Base::Fixed(at))
    }

    /// A clock that shows `at` now and goes on from there.
    #[must_use]
    pub fn starting_at(at: DateTime<Utc>) -> Self {
        Self::new(Base::Running { from: at, since: Instant::now() })
    }

    /// Moves the clock on.
    pub fn advance(&self, by: Duration) {
        let millis = i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
        self.advanced.fetch_add(millis, Ordering::Relaxed);
    }

    /// What the clock shows. It stops at the end of the year 9999, the last that can be written.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.now_ahead(TimeDelta::zero())
    }

    /// What a clock shows that is ahead of this one.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
    pub(crate) fn now_ahead(&self, ahead: TimeDelta) -> DateTime<Utc> {
        let base = match self.base {
            Base::System => Utc::now(),
            Base::Fixed(at) => at,
            Base::Running { from, since } => {
                later(from, TimeDelta::from_std(since.elapsed()).unwrap_or(TimeDelta::MAX))
            }
        };
        let advanced = self.advanced.load(Ordering::Relaxed);
        let advanced = TimeDelta::try_milliseconds(advanced).unwrap_or(TimeDelta::MAX);
        later(later(base, advanced), ahead)
    }

    fn new(base: Base) -> Self {
        Self { base, advanced: Arc::default() }
    }
}

impl Default for Clock {
    /// The clock of this machine.
    fn default() -> Self {
        Self::system()
    }
}

fn later(instant: DateTime<Utc>, by: TimeDelta) -> DateTime<Utc> {
    instant.checked_add_signed(by).unwrap_or(END).clamp(BEGINNING, END)
}

/// 0001-01-01.
const BEGINNING: DateTime<Utc> = DateTime::from_timestamp(-62_135_596_800, 0).unwrap();

/// The last second of 9999.
const END: DateTime<Utc> = DateTime::from_timestamp(253_402_300_799, 0).unwrap();
