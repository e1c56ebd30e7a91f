//! The most that a request of any operation holds.

/// The most records of a request.
pub(super) const MAX_RECORDS: usize = 75;

/// The most bytes of a request's body.
pub(super) const MAX_BYTES: usize = 4_000_000;
