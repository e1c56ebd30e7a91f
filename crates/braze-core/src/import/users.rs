//! [`UserKey`]: the user that a record names, short enough to compare with many.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// A hash of an identifier, kind and value. Two users that share one are kept apart without need, no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct UserKey(u64);

pub(super) type UserSet = HashSet<UserKey, BuildHasherDefault<KeyHasher>>;
pub(super) type UserMap<V> = HashMap<UserKey, V, BuildHasherDefault<KeyHasher>>;

impl UserKey {
    pub(super) fn new(field: &str, value: &str) -> Self {
        let start = fnv(FNV_OFFSET, field.bytes().chain([0]));
        Self(match field {
            // One address, whatever its letter case.
            "email" if value.is_ascii() => {
                fnv(start, value.bytes().map(|it| it.to_ascii_lowercase()))
            }
            "email" => fnv(start, value.to_lowercase().bytes()),
            // One number, however it is set out.
            "phone" => fnv(start, value.bytes().filter(u8::is_ascii_digit)),
            _ => fnv(start, value.bytes()),
        })
    }

    pub(super) fn number(self) -> u64 {
        self.0
    }

    /// The key of an alias, which is the same however the record writes it.
    pub(super) fn alias(label: &str, name: &str) -> Self {
        Self::new("user_alias", &format!("alias_label\n{label}\nalias_name\n{name}"))
    }

    /// The key of something that the user has, such as a state in a group.
    pub(super) fn with(self, field: &str, value: &str) -> Self {
        Self(fnv(self.0, field.bytes().chain([0]).chain(value.bytes())))
    }
}

/// FNV-1a, which unlike the hash of the standard library never changes.
fn fnv(start: u64, bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME))
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

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
