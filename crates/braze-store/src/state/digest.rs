//! [`Digest`]: the digests of a file, keyed by its salt.

use std::hash::Hasher;

use braze_core::import::Record;
use siphasher::sip::SipHasher24;

/// The digests of a file, keyed by its salt: SipHash-2-4, which never changes.
///
/// The salt keeps files apart, and precomputed tables useless. It stands in the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Digest {
    hasher: SipHasher24,
}

impl Digest {
    pub(super) fn new(salt: [u8; 16]) -> Self {
        Self { hasher: SipHasher24::new_with_key(&salt) }
    }

    /// The digest of what is sent for a record.
    pub(super) fn record(self, record: &Record) -> i64 {
        let mut hasher = self.hasher;
        hasher.write(record.kind().name().as_bytes());
        hasher.write(&[0]);
        hasher.write(record.json());
        hasher.finish().cast_signed()
    }

    /// The digest of the hash of an identifier.
    pub(super) fn user(self, key: u64) -> i64 {
        let mut hasher = self.hasher;
        hasher.write(&key.to_le_bytes());
        hasher.finish().cast_signed()
    }
}
