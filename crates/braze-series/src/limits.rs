//! Bounds and defaults of an export, for every place that lets a person choose them.

/// The number of requests in flight at the same time, unless another one is chosen.
pub const DEFAULT_CONCURRENCY: u16 = 8;

/// The greatest number of requests in flight at the same time.
pub const MAX_CONCURRENCY: u16 = 64;

/// The share of the rate limit that is left to others, in percent, unless another one is chosen.
pub const DEFAULT_RESERVE: u8 = 10;

/// The greatest share of the rate limit that can be left to others, in percent.
pub const MAX_RESERVE: u8 = 100;
