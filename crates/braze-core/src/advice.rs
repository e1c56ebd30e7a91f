//! What the headers of a reply say about when to come back.

use std::time::{Duration, SystemTime};

use http::header::{AGE, DATE, RETRY_AFTER};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::limit::{MAX_WINDOW, RateLimit, decimal};

const OWN_RETRY_AFTER: HeaderName = HeaderName::from_static("x-ratelimit-retry-after");

/// How long the server asks to wait before the next request, if it asks.
///
/// Every reply carries the end of the rate-limit window, so that one counts only where the limit is what
/// stands in the way: on a 429, or with nothing remaining.
///
/// `server_now` is the server's clock when it answered, since the Unix epoch.
pub(crate) fn wait(
    status: StatusCode,
    headers: &HeaderMap,
    limit: RateLimit,
    server_now: Duration,
) -> Option<Duration> {
    let limited = status == StatusCode::TOO_MANY_REQUESTS || limit.remaining == Some(0);
    let own = || seconds(headers, &OWN_RETRY_AFTER);
    // An end that has passed says nothing about the window that began with it, and one far away is not in
    // seconds, or not an end.
    let is_end = |wait: &Duration| !wait.is_zero() && *wait <= MAX_WINDOW;
    let until = |at| Duration::from_secs(at).checked_sub(server_now).filter(is_end);
    let reset = || limit.reset.and_then(until);
    if limited {
        own().or_else(|| retry_after(headers, server_now)).or_else(reset)
    } else {
        retry_after(headers, server_now)
    }
}

/// The server's wall clock when it answered, from `Date`.
pub(crate) fn server_time(headers: &HeaderMap) -> Option<Duration> {
    http_date(headers.get(DATE)?)
}

/// How long a cache had kept the reply, from `Age`; zero if none had.
pub(crate) fn age(headers: &HeaderMap) -> Duration {
    seconds(headers, &AGE).unwrap_or_default()
}

/// `Retry-After`, in seconds or as a date.
fn retry_after(headers: &HeaderMap, server_now: Duration) -> Option<Duration> {
    seconds(headers, &RETRY_AFTER).or_else(|| {
        let at = http_date(headers.get(RETRY_AFTER)?)?;
        Some(at.saturating_sub(server_now))
    })
}

/// A header that is a number of seconds. A fraction counts as a whole second: too early is no use.
fn seconds(headers: &HeaderMap, name: &HeaderName) -> Option<Duration> {
    let text = headers.get(name)?.as_bytes().trim_ascii();
    let Some(point) = text.iter().position(|byte| *byte == b'.') else {
        return decimal(text).map(Duration::from_secs);
    };
    let (whole, fraction) = (decimal(&text[..point])?, &text[point + 1..]);
    let is_fraction = !fraction.is_empty() && fraction.iter().all(u8::is_ascii_digit);
    let rest = u64::from(fraction.iter().any(|digit| *digit != b'0'));
    is_fraction.then(|| Duration::from_secs(whole.saturating_add(rest)))
}

/// An HTTP date in any of the three forms of RFC 9110, since the Unix epoch; in whole seconds.
pub(crate) fn http_date(value: &HeaderValue) -> Option<Duration> {
    let instant = httpdate::parse_http_date(value.to_str().ok()?.trim()).ok()?;
    instant.duration_since(SystemTime::UNIX_EPOCH).ok()
}
