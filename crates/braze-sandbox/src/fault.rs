//! [`Fault`]: a deliberate failure of a request.

use std::fmt;

use http::StatusCode;

/// A deliberate failure of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// A status other than success.
    Status {
        /// The status. A 401 repeats the key and has empty rate-limit headers, as Braze's do.
        status: StatusCode,
        /// The form of the body.
        page: Page,
    },
    /// 429, even if the pool has room.
    RateLimited(RetryHint),
    /// 200 with this `message` and without data.
    Message(String),
    /// 302 to this address.
    Redirect(String),
    /// 200 with a body that is not JSON.
    NotJson,
    /// 200 with a body of this many bytes.
    Oversized(u64),
    /// Half of the body, then the end of the connection.
    Truncated,
    /// Half of the body, then nothing while the connection stays open.
    Stalled,
    /// The connection is closed cleanly without a reply.
    Closed,
    /// The connection is reset without a reply.
    Reset,
    /// Bytes that are not HTTP, then the end of the connection.
    Garbage,
}

/// The body of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "script", derive(serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Page {
    /// The JSON envelope with `message`.
    #[default]
    Envelope,
    /// An HTML page, as a proxy sends it.
    Html,
    /// Nothing.
    Empty,
}

/// The hint in a 429 about the time of the next attempt.
///
/// The first two set `X-RateLimit-Remaining` to 0: the window is exhausted. The others stand for
/// another limit, such as a burst limit, and report the true remainder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "script", derive(serde::Deserialize))]
pub enum RetryHint {
    /// Only `X-RateLimit-Reset`, at the end of the window.
    #[default]
    #[cfg_attr(feature = "script", serde(rename = "window-end"))]
    WindowEnd,
    /// `X-RateLimit-Reset`, this many seconds ahead.
    #[cfg_attr(feature = "script", serde(rename = "X-RateLimit-Reset"))]
    Reset(u32),
    /// `X-RateLimit-Retry-After`, in seconds.
    #[cfg_attr(feature = "script", serde(rename = "X-RateLimit-Retry-After"))]
    RateLimitRetryAfter(u32),
    /// `Retry-After`, in seconds.
    #[cfg_attr(feature = "script", serde(rename = "Retry-After"))]
    RetryAfter(u32),
    /// `Retry-After`, as a date this many seconds ahead.
    #[cfg_attr(feature = "script", serde(rename = "Retry-After-Date"))]
    RetryAfterDate(u32),
}

impl Fault {
    /// Tells whether the request is carried out, and only its reply is at fault.
    pub(crate) fn acts(&self) -> bool {
        matches!(
            self,
            Self::Message(_) | Self::NotJson | Self::Oversized(_) | Self::Truncated | Self::Stalled
        )
    }

    /// A status with the error envelope.
    #[must_use]
    pub const fn status(status: StatusCode) -> Self {
        Self::Status { status, page: Page::Envelope }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status { status, page } => {
                let page = match page {
                    Page::Envelope => "",
                    Page::Html => " with an HTML page",
                    Page::Empty => " with an empty body",
                };
                write!(f, "status {}{page}", status.as_u16())
            }
            Self::RateLimited(hint) => write!(f, "rate limited, {hint}"),
            Self::Message(message) => write!(f, "message `{message}`"),
            Self::Redirect(location) => write!(f, "redirect to {location}"),
            Self::NotJson => f.write_str("not JSON"),
            Self::Oversized(bytes) => write!(f, "body of {bytes} bytes"),
            Self::Truncated => f.write_str("truncated body"),
            Self::Stalled => f.write_str("stalled body"),
            Self::Closed => f.write_str("connection closed"),
            Self::Reset => f.write_str("connection reset"),
            Self::Garbage => f.write_str("garbage"),
        }
    }
}

impl fmt::Display for RetryHint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WindowEnd => f.write_str("window ends by the clock"),
            Self::Reset(seconds) => write!(f, "window ends in {seconds} s"),
            Self::RateLimitRetryAfter(seconds) => {
                write!(f, "X-RateLimit-Retry-After {seconds} s")
            }
            Self::RetryAfter(seconds) => write!(f, "Retry-After {seconds} s"),
            Self::RetryAfterDate(seconds) => write!(f, "Retry-After date in {seconds} s"),
        }
    }
}
