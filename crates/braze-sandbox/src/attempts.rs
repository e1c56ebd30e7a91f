//! [`Attempts`]: counts the requests for each target, in bounded memory.

use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};

/// The number of targets that are remembered. A forgotten target starts again at 1.
const MAX_TARGETS: usize = 65_536;

/// Counts by a hash of the target, so that long targets cost no more than short ones.
#[derive(Debug, Default)]
pub(crate) struct Attempts {
    counts: HashMap<u64, u64>,
    /// The targets in the order of their first requests.
    order: VecDeque<u64>,
}

impl Attempts {
    /// Counts a request and returns how many there were for its target, from 1.
    pub(crate) fn count(&mut self, target: &str) -> u64 {
        let mut hasher = DefaultHasher::new();
        target.hash(&mut hasher);
        let target = hasher.finish();
        if !self.counts.contains_key(&target) {
            if self.order.len() >= MAX_TARGETS {
                if let Some(oldest) = self.order.pop_front() {
                    self.counts.remove(&oldest);
                }
            }
            self.order.push_back(target);
        }
        let count = self.counts.entry(target).or_insert(0);
        *count += 1;
        *count
    }
}
