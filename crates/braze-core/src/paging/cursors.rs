//! [`Cursors`]: recognises a cursor that was followed before, in a fixed amount of memory.

use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The number of recent cursors that are kept, as hashes.
const MAX_RECENT: usize = 1024;

/// The cursors that were followed, as hashes.
///
/// A repetition among the last [`MAX_RECENT`] is found at once. A longer loop is found within three rounds:
/// the hash at every power of two is kept as a mark, until the next power of two (Brent's algorithm).
#[derive(Debug, Default)]
pub(super) struct Cursors {
    recent: VecDeque<u64>,
    mark: Option<u64>,
    count: u64,
}

impl Cursors {
    /// Notes a cursor. Returns `false` if it was followed before.
    pub(super) fn is_new(&mut self, cursor: &str) -> bool {
        let mut hasher = DefaultHasher::new();
        cursor.hash(&mut hasher);
        let hash = hasher.finish();
        if self.mark == Some(hash) || self.recent.contains(&hash) {
            return false;
        }
        self.count += 1;
        if self.count.is_power_of_two() {
            self.mark = Some(hash);
        }
        if self.recent.len() == MAX_RECENT {
            self.recent.pop_front();
        }
        self.recent.push_back(hash);
        true
    }
}
