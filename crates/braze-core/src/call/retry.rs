//! [`RetryPolicy`]: the attempts that a call may make, and the waits between them.

use std::time::Duration;

use crate::endpoint::Replay;
use crate::error::{Error, Remedy};

/// The limits of a call's attempts and waits.
///
/// Repeated are connections that fail, time limits that pass, connections closed or reset, replies
/// cut short, and the statuses 408, 425, 429 and 5XX. For an endpoint that is not safe to repeat, only
/// what surely was not acted on: a request that was never sent, 425 and 429. Everything else ends the
/// call at once.
///
/// ```
/// use std::time::Duration;
/// use braze_core::RetryPolicy;
///
/// // A nightly job has time: wait for the next window, however far away it is.
/// let patient = RetryPolicy::default().attempts(10).max_wait(None);
///
/// // A request handler has none.
/// let hasty = RetryPolicy::default().attempts(2).total_time(Some(Duration::from_secs(2)));
///
/// // And a test wants to see the first failure.
/// let never = RetryPolicy::none();
/// # let _ = (patient, hasty, never);
/// ```
///
/// Handling of each outcome:
///
/// ```
/// use braze_core::Error;
///
/// fn advice(error: &Error) -> String {
///     match error {
///         // The window's end is further away than `max_wait`: come back then.
///         Error::RetryAt { at, .. } => format!("again at {at}"),
///         // Four attempts, say, and the last one ended like this.
///         Error::Exhausted { attempts, last } => format!("{attempts} attempts, then: {last}"),
///         error if error.is_unauthorized() => "check the instance, then the key".to_owned(),
///         error => error.to_string(),
///     }
/// }
/// # assert_eq!(advice(&Error::Cancelled), "cancelled");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetryPolicy {
    pub(super) attempts: u32,
    pub(super) total_time: Option<Duration>,
    pub(super) max_wait: Option<Duration>,
    backoff: Backoff,
}

impl Default for RetryPolicy {
    /// 4 attempts, no limit for the whole call, waits of up to 60 s.
    fn default() -> Self {
        Self {
            attempts: 4,
            total_time: None,
            max_wait: Some(Duration::from_secs(60)),
            backoff: Backoff::default(),
        }
    }
}

impl RetryPolicy {
    /// One attempt, and its outcome as it is.
    #[must_use]
    pub fn none() -> Self {
        Self::default().attempts(1)
    }

    /// Attempts in all, the first one included. 0 counts as 1.
    #[must_use]
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts.max(1);
        self
    }

    /// The time after which no further attempt begins, counted from the call's first step. A wait that
    /// would end later is not begun. `None`: no limit.
    #[must_use]
    pub fn total_time(mut self, time: Option<Duration>) -> Self {
        self.total_time = time;
        self
    }

    /// The longest single wait. Where the server or the rate limit asks for a longer one, the call ends in
    /// [`Error::RetryAt`](crate::Error::RetryAt); the backoff never does. `None`: wait it out.
    #[must_use]
    pub fn max_wait(mut self, wait: Option<Duration>) -> Self {
        self.max_wait = wait;
        self
    }

    /// The waits that the server has no say in.
    #[must_use]
    pub fn backoff(mut self, backoff: Backoff) -> Self {
        self.backoff = backoff;
        self
    }

    /// The wait before a retry where the server asks for none.
    pub(super) fn own_wait(&self, retry: u32, jitter: f64) -> Duration {
        let Backoff { first, longest } = self.backoff;
        let longest = self.max_wait.map_or(longest, |allowed| longest.min(allowed));
        Backoff { first, longest }.wait(retry, jitter)
    }
}

/// Exponential backoff with full jitter: before retry `n` a time from 0 to `first * 2^(n-1)`, at most
/// `longest`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backoff {
    first: Duration,
    longest: Duration,
}

impl Default for Backoff {
    /// From 500 ms to 30 s.
    fn default() -> Self {
        Self::new(Duration::from_millis(500), Duration::from_secs(30))
    }
}

impl Backoff {
    /// The bound of the first wait, and of all waits.
    #[must_use]
    pub const fn new(first: Duration, longest: Duration) -> Self {
        Self { first, longest }
    }

    /// The wait before a retry; `retry` counts from 1, `jitter` is from 0 to 1.
    #[must_use]
    pub fn wait(self, retry: u32, jitter: f64) -> Duration {
        let doublings = retry.saturating_sub(1).min(31);
        let bound = self.first.saturating_mul(1 << doublings).min(self.longest);
        bound.mul_f64(jitter.clamp(0.0, 1.0))
    }
}

/// Tells whether a request that ended in an error may be sent again.
pub(super) fn may_repeat(error: &Error, replay: Replay) -> bool {
    match error.remedy() {
        Remedy::Repeat => true,
        Remedy::RepeatIfHarmless => replay != Replay::Unsafe,
        Remedy::None => false,
    }
}
