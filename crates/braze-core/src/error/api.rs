//! [`ApiError`]: an answer of the server that is not a success.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::headers::{RateLimit, unread};

/// An answer that is not a success: another status than 2XX, or a 2XX whose `message` says so.
#[derive(Clone)]
pub struct ApiError {
    pub(crate) status: StatusCode,
    pub(crate) message: Option<String>,
    pub(crate) errors: Vec<Value>,
    /// True if the message repeats the texts of the errors.
    pub(crate) is_summary: bool,
    pub(crate) rate_limit: RateLimit,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) retry_at: Option<DateTime<Utc>>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl ApiError {
    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The text of the error, if the body has one: its `message`, `error` or `detail`, or else the messages
    /// of its `errors`, joined with semicolons.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// The `errors` of the body as they came: texts or objects.
    #[must_use]
    pub fn errors(&self) -> &[Value] {
        &self.errors
    }

    /// The rate-limit headers.
    #[must_use]
    pub fn rate_limit(&self) -> RateLimit {
        self.rate_limit
    }

    /// The wait that the server asked for, counted from its answer.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// The time at which the server asked for the next request, by the local clock.
    #[must_use]
    pub fn retry_at(&self) -> Option<DateTime<Utc>> {
        self.retry_at
    }

    /// All headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body as it came, but for the API key. `Debug` shows its length only.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// 401: the key is not known to this instance.
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.status == StatusCode::UNAUTHORIZED
    }

    /// 403: the key lacks the permission, or the plan the feature.
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        self.status == StatusCode::FORBIDDEN
    }

    /// 404: no such operation or object.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.status == StatusCode::NOT_FOUND
    }

    /// 429: the pool is used up.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.status == StatusCode::TOO_MANY_REQUESTS
    }

    /// 3XX: redirects are never followed, so that the key stays with this host.
    #[must_use]
    pub fn is_redirect(&self) -> bool {
        self.status.is_redirection()
    }

    /// 5XX: the server's fault.
    #[must_use]
    pub fn is_server_error(&self) -> bool {
        self.status.is_server_error()
    }

    /// A 2XX whose `message` is not a success.
    #[must_use]
    pub fn is_refusal(&self) -> bool {
        self.status.is_success()
    }

    /// Advice, where the documentation has some.
    #[must_use]
    pub fn hint(&self) -> Option<&'static str> {
        Some(match self.status.as_u16() {
            300..=399 => {
                "redirects are not followed, so that the key stays with this host: check the base URL"
            }
            401 => {
                "most often the key belongs to another instance: check the instance first, then the key"
            }
            403 => {
                "the key lacks the permission for this endpoint, or the plan does not include it"
            }
            404 => "check the base URL",
            429 => "the rate limit is shared by the whole workspace",
            _ => return None,
        })
    }
}

impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("status", &self.status.as_u16())
            .field("message", &self.message)
            .field("errors", &self.errors)
            .field("rate_limit", &self.rate_limit)
            .field("retry_after", &self.retry_after)
            .field("retry_at", &self.retry_at)
            .field("headers", &self.headers.len())
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the server answered {}", self.status)?;
        match &self.message {
            Some(message) => write!(f, ": {message}")?,
            None if self.body.is_empty() => f.write_str(" with an empty body")?,
            None => {
                write!(f, " with a body of {} bytes", self.body.len())?;
                match unread(&self.headers) {
                    Some(encoding) => write!(f, " whose {encoding}")?,
                    None => f.write_str(" that is no error message")?,
                }
            }
        }
        for error in &self.errors {
            match error {
                Value::Object(fields) if self.is_summary && fields.len() == 1 => {}
                Value::String(text) => write!(f, "; {text}")?,
                other => write!(f, "; {other}")?,
            }
        }
        if let Some(hint) = self.hint() {
            write!(f, " ({hint})")?;
        }
        Ok(())
    }
}

impl std::error::Error for ApiError {}
