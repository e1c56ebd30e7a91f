//! [`RetryPolicy`]: whether a failed attempt is worth another, and how long to wait before it.
//!
//! Two of the three answers stand here, apart from each other: [`classify`] says whether an outcome can
//! be mended by repeating, a [`Budget`] says whether another attempt may still be made. The third, when
//! the rate limit lets a request go, is the governor's.

use std::time::Duration;

use http::StatusCode;

use crate::endpoint::Replay;
use crate::error::{IoError, IoKind, Sent};

/// How often a call is tried, and how long it may wait.
///
/// What is repeated: connections that fail, time limits that pass, connections closed or reset, replies
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
/// How to take what comes back:
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
    attempts: u32,
    total_time: Option<Duration>,
    max_wait: Option<Duration>,
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

    /// The wait that the server has no say in.
    fn own_wait(&self, retry: u32, jitter: f64) -> Duration {
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

/// How an attempt ended, as far as a retry is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending<'a> {
    /// A reply with this status arrived, and it is not a success.
    Status(StatusCode),
    /// No whole reply arrived.
    Failure(&'a IoError),
    /// A success status with a refusal or an unreadable body.
    Unusable,
}

/// Whether repeating can help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It can.
    Retry,
    /// It cannot, or it might do harm.
    Final,
}

/// Whether an attempt that ended so may be repeated.
#[must_use]
pub fn classify(ending: Ending<'_>, replay: Replay) -> Verdict {
    let harmless = replay != Replay::Unsafe;
    let worthwhile = match ending {
        Ending::Unusable => false,
        Ending::Failure(failure) => match failure.kind() {
            IoKind::Connect | IoKind::Timeout | IoKind::Closed => {
                harmless || failure.sent() == Sent::No
            }
            IoKind::Tls | IoKind::TooLarge | IoKind::Cancelled | IoKind::Other => false,
        },
        Ending::Status(status) => match status.as_u16() {
            // Both say that the request was not acted on.
            425 | 429 => true,
            408 | 500..=599 => harmless,
            _ => false,
        },
    };
    if worthwhile { Verdict::Retry } else { Verdict::Final }
}

/// What a call has spent of its policy.
#[derive(Debug)]
pub struct Budget {
    policy: RetryPolicy,
    attempts: u32,
    started: Option<Duration>,
    rng: fastrand::Rng,
}

/// Why no further attempt is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The attempts or the time are used up.
    Exhausted,
    /// The wait is longer than allowed.
    TooLong,
}

impl Budget {
    /// A fresh budget, with a seed for its jitter.
    #[must_use]
    pub fn new(policy: RetryPolicy, seed: u64) -> Self {
        Self { policy, attempts: 0, started: None, rng: fastrand::Rng::with_seed(seed) }
    }

    /// Notes that the call began, if it is not noted yet. `now` is of the monotonic clock.
    pub fn start(&mut self, now: Duration) {
        self.started.get_or_insert(now);
    }

    /// Notes an attempt and gives its number, from 1.
    pub fn attempt(&mut self) -> u32 {
        self.attempts += 1;
        self.attempts
    }

    /// Attempts noted so far.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Attempts allowed in all.
    #[must_use]
    pub fn allowed(&self) -> u32 {
        self.policy.attempts
    }

    /// A random number from 0 to 1.
    pub fn jitter(&mut self) -> f64 {
        self.rng.f64()
    }

    /// How long to wait before the next attempt: as long as the server asked, else by the backoff.
    ///
    /// # Errors
    ///
    /// [`Stop`], if there is to be no next attempt.
    pub fn retry(&mut self, now: Duration, advised: Option<Duration>) -> Result<Duration, Stop> {
        if self.attempts >= self.policy.attempts {
            return Err(Stop::Exhausted);
        }
        let jitter = self.jitter();
        let wait = advised.unwrap_or_else(|| self.policy.own_wait(self.attempts, jitter));
        self.wait(now, wait)?;
        Ok(wait)
    }

    /// Whether a wait fits.
    ///
    /// # Errors
    ///
    /// [`Stop`], if it does not.
    pub fn wait(&self, now: Duration, wait: Duration) -> Result<(), Stop> {
        if self.policy.max_wait.is_some_and(|longest| wait > longest) {
            return Err(Stop::TooLong);
        }
        let spent = now.saturating_sub(self.started.unwrap_or(now));
        if self.policy.total_time.is_some_and(|total| spent.saturating_add(wait) > total) {
            return Err(Stop::Exhausted);
        }
        Ok(())
    }
}
