//! [`Budget`]: the attempts and the time that a call has used.

use std::time::Duration;

use super::retry::RetryPolicy;

/// The attempts and waits that a call has used.
#[derive(Debug)]
pub(super) struct Budget {
    policy: RetryPolicy,
    attempts: u32,
    started: Option<Duration>,
    rng: fastrand::Rng,
}

/// The reason for making no further attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// The attempts or the time are used up.
    Exhausted,
    /// The wait is longer than allowed.
    TooLong,
}

impl Budget {
    /// A fresh budget, with a seed for its jitter.
    pub(super) fn new(policy: RetryPolicy, seed: u64) -> Self {
        Self { policy, attempts: 0, started: None, rng: fastrand::Rng::with_seed(seed) }
    }

    /// Notes that the call began, if it is not noted yet. `now` is of the monotonic clock.
    pub(super) fn start(&mut self, now: Duration) {
        self.started.get_or_insert(now);
    }

    /// Notes an attempt and gives its number, from 1.
    pub(super) fn attempt(&mut self) -> u32 {
        self.attempts += 1;
        self.attempts
    }

    /// Attempts noted so far.
    pub(super) fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Attempts allowed in all.
    pub(super) fn allowed(&self) -> u32 {
        self.policy.attempts
    }

    /// A random number from 0 to 1.
    pub(super) fn jitter(&mut self) -> f64 {
        self.rng.f64()
    }

    /// The wait before the next attempt: as long as the server asked, else by the backoff.
    ///
    /// # Errors
    ///
    /// [`Stop`], if there is to be no next attempt.
    pub(super) fn retry(
        &mut self,
        now: Duration,
        advised: Option<Duration>,
    ) -> Result<Duration, Stop> {
        if self.attempts >= self.policy.attempts {
            return Err(Stop::Exhausted);
        }
        let jitter = self.jitter();
        let wait = advised.unwrap_or_else(|| self.policy.own_wait(self.attempts, jitter));
        self.wait(now, wait)?;
        Ok(wait)
    }

    /// True if a wait fits.
    ///
    /// # Errors
    ///
    /// [`Stop`], if it does not.
    pub(super) fn wait(&self, now: Duration, wait: Duration) -> Result<(), Stop> {
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_budget_counts_attempts() {
        let mut budget = Budget::new(RetryPolicy::default().attempts(2), 1);
        budget.start(Duration::ZERO);
        assert_eq!((budget.attempts(), budget.allowed()), (0, 2));
        budget.attempt();
        assert!(budget.retry(Duration::ZERO, None).is_ok());
        budget.attempt();
        assert_eq!(budget.retry(Duration::ZERO, None), Err(Stop::Exhausted));
        assert_eq!(Budget::new(RetryPolicy::none(), 1).allowed(), 1);
        assert_eq!(Budget::new(RetryPolicy::default().attempts(0), 1).allowed(), 1);
    }

    #[test]
    fn a_budget_knows_the_longest_wait_and_the_last_moment() {
        let second = Duration::from_secs(1);
        let policy =
            RetryPolicy::default().max_wait(Some(10 * second)).total_time(Some(15 * second));
        let mut budget = Budget::new(policy, 1);
        budget.start(100 * second);
        budget.attempt();
        // The policy at the start of the call counts, not a later one.
        budget.start(104 * second);
        assert_eq!(budget.wait(105 * second, 10 * second), Ok(()));
        assert_eq!(budget.wait(106 * second, 10 * second), Err(Stop::Exhausted));
        assert_eq!(budget.wait(100 * second, 11 * second), Err(Stop::TooLong));
        assert_eq!(budget.retry(100 * second, Some(10 * second)), Ok(10 * second));
        assert_eq!(budget.retry(100 * second, Some(Duration::MAX)), Err(Stop::TooLong));
        let mut patient = Budget::new(RetryPolicy::default().max_wait(None), 1);
        patient.attempt();
        assert_eq!(patient.retry(second, Some(Duration::MAX)), Ok(Duration::MAX));
    }

    proptest! {
        #[test]
        fn a_backoff_is_never_longer_than_the_longest_wait(seed in any::<u64>(), longest in 0..3_000u64) {
            let longest = Duration::from_millis(longest);
            let policy = RetryPolicy::default().attempts(20).max_wait(Some(longest));
            let mut budget = Budget::new(policy, seed);
            for _ in 1..20 {
                budget.attempt();
                let wait = budget.retry(Duration::ZERO, None);
                prop_assert!(wait.is_ok_and(|wait| wait <= longest), "{wait:?}");
            }
        }

        #[test]
        fn the_same_seed_waits_the_same(seed in any::<u64>()) {
            let waits = |seed| {
                let mut budget = Budget::new(RetryPolicy::default().attempts(9), seed);
                let wait = |_| {
                    budget.attempt();
                    budget.retry(Duration::ZERO, None)
                };
                (0..8).map(wait).collect::<Vec<_>>()
            };
            prop_assert_eq!(waits(seed), waits(seed));
            prop_assert_ne!(waits(seed), waits(!seed));
        }
    }
}
