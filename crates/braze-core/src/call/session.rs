//! [`Session`]: the state that all calls of a client share.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::config::Config;
use super::governor::Governor;
use super::retry::RetryPolicy;

/// The state that all calls of a client and its clones share. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Session {
    shared: Arc<Shared>,
    retry: RetryPolicy,
}

#[derive(Debug)]
struct Shared {
    config: Config,
    governor: Governor,
    seed: u64,
    calls: AtomicU64,
}

impl Session {
    /// A session with a seed for the jitter of its waits. Give every process another seed.
    #[must_use]
    pub fn new(config: Config, seed: u64) -> Self {
        let retry = config.retry.clone();
        let governor = Governor::new(config.pacing);
        let shared = Shared { config, governor, seed, calls: AtomicU64::new(0) };
        Self { shared: Arc::new(shared), retry }
    }

    /// The same session with another retry policy.
    #[must_use]
    pub fn with_retry(&self, retry: RetryPolicy) -> Self {
        Self { shared: Arc::clone(&self.shared), retry }
    }

    /// The settings.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.shared.config
    }

    /// The number of the next call, and the seed of its jitter.
    pub(crate) fn next_call(&self) -> (u64, u64) {
        let number = self.shared.calls.fetch_add(1, Ordering::Relaxed);
        (number, self.shared.seed.wrapping_add(number))
    }

    pub(crate) fn retry(&self) -> &RetryPolicy {
        &self.retry
    }

    pub(crate) fn governor(&self) -> &Governor {
        &self.shared.governor
    }
}
