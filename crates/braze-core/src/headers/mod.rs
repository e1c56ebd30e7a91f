//! [`ReplyHeaders`]: the headers of a reply about time and the rate limit, read once.

mod encoding;
mod limit;

use std::time::{Duration, SystemTime};

use http::header::{AGE, DATE, RETRY_AFTER};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use self::limit::decimal;

pub(crate) use encoding::unread;
pub(crate) use limit::MAX_WINDOW;
pub use limit::RateLimit;

const LIMIT_RETRY_AFTER: HeaderName = HeaderName::from_static("x-ratelimit-retry-after");

/// The values of a reply's headers about time and the rate limit.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ReplyHeaders {
    /// The rate limit, as the server sent it.
    pub(crate) rate_limit: RateLimit,
    /// The server's wall clock when it answered, since the Unix epoch: `Date`, in whole seconds.
    pub(crate) date: Option<Duration>,
    /// The time that a cache had kept the reply: `Age`; zero if none had.
    pub(crate) age: Duration,
    /// The rate limit stands in the way of the next request.
    is_limited: bool,
    wait: Option<Wait>,
}

/// A wait that the server asks for.
#[derive(Debug, Clone, Copy)]
enum Wait {
    For(Duration),
    /// By the server's clock, since the Unix epoch.
    Until(Duration),
}

impl ReplyHeaders {
    /// Reads the headers of a reply with this status.
    pub(crate) fn read(status: StatusCode, headers: &HeaderMap) -> Self {
        let date = headers.get(DATE).and_then(http_date);
        let mut read = Self {
            rate_limit: absolute(RateLimit::from_headers(headers), date),
            date,
            age: seconds(headers, &AGE).unwrap_or_default(),
            is_limited: false,
            wait: None,
        };
        read.is_limited = status == StatusCode::TOO_MANY_REQUESTS
            || read.current_rate_limit().remaining == Some(0);
        let limit_wait = read.is_limited.then(|| seconds(headers, &LIMIT_RETRY_AFTER)).flatten();
        read.wait = limit_wait.map(Wait::For).or_else(|| retry_after(headers));
        read
    }

    /// The rate limit; nothing for a reply from a cache, which describes the past.
    pub(crate) fn current_rate_limit(&self) -> RateLimit {
        if self.age.is_zero() { self.rate_limit } else { RateLimit::default() }
    }

    /// The server's wall clock; nothing for a reply from a cache.
    pub(crate) fn current_date(&self) -> Option<Duration> {
        self.date.filter(|_| self.age.is_zero())
    }

    /// The time to wait before the next request, if the server asks for a wait.
    ///
    /// Every reply carries the end of the rate-limit window. It counts only where the limit stands in the
    /// way: on a 429, or with nothing remaining. `server_now` is the server's clock when it answered.
    pub(crate) fn wait(&self, server_now: Duration) -> Option<Duration> {
        match self.wait {
            Some(Wait::For(wait)) => Some(wait),
            Some(Wait::Until(at)) => Some(at.saturating_sub(server_now)),
            None => {
                let reset = self.current_rate_limit().reset.filter(|_| self.is_limited)?;
                // An end in the past belongs to an earlier window. One far away is not in seconds.
                let wait = Duration::from_secs(reset).checked_sub(server_now)?;
                (!wait.is_zero() && wait <= MAX_WINDOW).then_some(wait)
            }
        }
    }
}

/// The rate limit with the end of its window since the Unix epoch. Contracts by monthly active users get the
/// seconds that are left instead.
fn absolute(limit: RateLimit, date: Option<Duration>) -> RateLimit {
    let left = limit.reset.filter(|reset| *reset <= MAX_WINDOW.as_secs());
    match (left, date) {
        (Some(left), Some(date)) => RateLimit { reset: Some(date.as_secs() + left), ..limit },
        _ => limit,
    }
}

/// Reads `Retry-After`: seconds or a date.
fn retry_after(headers: &HeaderMap) -> Option<Wait> {
    let value = headers.get(RETRY_AFTER)?;
    number_of_seconds(value).map(Wait::For).or_else(|| http_date(value).map(Wait::Until))
}

fn seconds(headers: &HeaderMap, name: &HeaderName) -> Option<Duration> {
    number_of_seconds(headers.get(name)?)
}

/// Reads a number of seconds. A fraction counts as a whole second: too early is no use.
fn number_of_seconds(value: &HeaderValue) -> Option<Duration> {
    let text = value.as_bytes().trim_ascii();
    let Some(point) = text.iter().position(|byte| *byte == b'.') else {
        return decimal(text).map(Duration::from_secs);
    };
    let (whole, fraction) = (decimal(&text[..point])?, &text[point + 1..]);
    let is_fraction = !fraction.is_empty() && fraction.iter().all(u8::is_ascii_digit);
    let rest = u64::from(fraction.iter().any(|digit| *digit != b'0'));
    is_fraction.then(|| Duration::from_secs(whole.saturating_add(rest)))
}

/// Reads an HTTP date in any of the three forms of RFC 9110, since the Unix epoch, in whole seconds.
fn http_date(value: &HeaderValue) -> Option<Duration> {
    let instant = httpdate::parse_http_date(value.to_str().ok()?.trim()).ok()?;
    instant.duration_since(SystemTime::UNIX_EPOCH).ok()
}
