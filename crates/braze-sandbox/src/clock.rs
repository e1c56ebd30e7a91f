//! [`Clock`]: the current time of the sandbox.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};

/// The current time of the sandbox.
///
/// It decides which bucket is incomplete, where a request without `ending_at` ends, when a rate-limit
/// window begins, and the `Date` header.
///
/// Clones share the time. A test moves it forward with [`advance`](Self::advance).
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
    /// Milliseconds that [`advance`](Clock::advance) added.
    advanced: Arc<AtomicI64>,
}

#[derive(Debug, Clone, Copy)]
enum Base {
    System,
    Fixed(DateTime<Utc>),
    Running { from: DateTime<Utc>, since: Instant },
}

impl Clock {
    /// A clock that follows the clock of this machine.
    #[must_use]
    pub fn system() -> Self {
        Self::new(Base::System)
    }

    /// A clock that stands still.
    #[must_use]
    pub fn fixed(at: DateTime<Utc>) -> Self {
        Self::new(Base::Fixed(at))
    }

    /// A clock that shows `at` now and runs from there.
    #[must_use]
    pub fn starting_at(at: DateTime<Utc>) -> Self {
        Self::new(Base::Running { from: at, since: Instant::now() })
    }

    /// Moves the clock forward.
    pub fn advance(&self, by: Duration) {
        let millis = i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
        self.advanced.fetch_add(millis, Ordering::Relaxed);
    }

    /// Returns the current time. The clock stops at the end of the year 9999.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.now_ahead(TimeDelta::zero())
    }

    /// Returns the time of a clock that is ahead of this one.
    #[expect(clippy::disallowed_methods, reason = "the only place that reads the machine's clock")]
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
