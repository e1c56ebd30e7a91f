//! [`UserKey`]: the user that a record names, short enough to compare with many.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};

/// A hash of an identifier, kind and value. Two users that share one are kept apart without need, no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct UserKey(u64);

pub(super) type UserSet = HashSet<UserKey, BuildHasherDefault<KeyHasher>>;
pub(super) type UserMap<V> = HashMap<UserKey, V, BuildHasherDefault<KeyHasher>>;

impl UserKey {
    pub(super) fn new(field: &str, value: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        field.hash(&mut hasher);
        match field {
            // One address, whatever its letter case.
            "email" => value.to_lowercase().hash(&mut hasher),
            // One number, however it is set out.
            "phone" => {
                value.bytes().filter(u8::is_ascii_digit).for_each(|digit| digit.hash(&mut hasher));
            }
            _ => value.hash(&mut hasher),
        }
        Self(hasher.finish())
    }
}

impl Hash for UserKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0);
    }
}

/// Takes a key as it is, since it is a hash already.
#[derive(Debug, Default)]
pub(super) struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}
