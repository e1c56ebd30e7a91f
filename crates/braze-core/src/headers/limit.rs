//! [`RateLimit`]: what a reply says about the pool that the request was counted in.

use std::time::Duration;

use chrono::{DateTime, Utc};
use http::{HeaderMap, HeaderName};

/// The three rate-limit headers of a reply.
///
/// A header that is absent, empty (as on a 401) or not a number is `None`, never 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct RateLimit {
    /// Requests allowed per window: `X-RateLimit-Limit`.
    pub limit: Option<u64>,
    /// Requests left in the window: `X-RateLimit-Remaining`.
    pub remaining: Option<u64>,
    /// When the window ends, by the server's clock: `X-RateLimit-Reset`, UTC epoch seconds.
    pub reset: Option<u64>,
}

impl RateLimit {
    /// Reads the headers of a reply.
    #[must_use]
    pub fn from_headers(headers: &HeaderMap) -> Self {
        Self {
            limit: number(headers, &LIMIT),
            remaining: number(headers, &REMAINING),
            reset: number(headers, &RESET),
        }
    }

    /// When the window ends, by the server's clock.
    #[must_use]
    pub fn reset_at(&self) -> Option<DateTime<Utc>> {
        self.reset.and_then(|seconds| DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0))
    }
}

/// The longest window: what ends later was not meant as an end in seconds.
pub(crate) const MAX_WINDOW: Duration = Duration::from_secs(86_400);

const LIMIT: HeaderName = HeaderName::from_static("x-ratelimit-limit");
const REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");
const RESET: HeaderName = HeaderName::from_static("x-ratelimit-reset");

/// A header that is a plain decimal number.
fn number(headers: &HeaderMap, name: &HeaderName) -> Option<u64> {
    decimal(headers.get(name)?.as_bytes().trim_ascii())
}

/// A plain decimal number.
pub(crate) fn decimal(digits: &[u8]) -> Option<u64> {
    let digit = |byte: &u8| byte.is_ascii_digit().then(|| u64::from(byte - b'0'));
    let append = |value: u64, byte: &u8| value.checked_mul(10)?.checked_add(digit(byte)?);
    digits.iter().try_fold(0, append).filter(|_| !digits.is_empty())
}
