//! [`Error`]: all that can go wrong with a call, the same for every transport.

use std::{fmt, io};

use bytes::Bytes;
use chrono::{DateTime, SubsecRound, Utc};
use http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::auth::ApiKeyError;
use crate::base_url::BaseUrlError;
use crate::encoding;
use crate::limit::RateLimit;
use crate::proxy::ProxyError;
use crate::time::Timestamp;
use crate::validate::Violations;
use crate::variable::VariableError;

/// Why a call has no reply.
///
/// Texts that came from the server are free of the API key.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The request breaks a documented limit. Nothing was sent.
    Invalid(Violations),
    /// The client cannot be made from these settings. Nothing was sent.
    Config(ConfigError),
    /// No whole reply arrived.
    Io(IoError),
    /// The reply's body, after decompression, is larger than the cap.
    TooLarge {
        /// The cap in bytes.
        limit: u64,
    },
    /// The server answered, and the answer is not a success.
    Api(Box<ApiError>),
    /// A success that is not what the spec promises.
    Decode(Box<DecodeError>),
    /// The call may go on at `at`, which is further away than the wait that was allowed.
    RetryAt {
        /// When to try again, by the local clock.
        at: DateTime<Utc>,
        /// What the last attempt ended in; `None` if the wait came before the first.
        last: Option<Box<Error>>,
    },
    /// Every attempt failed in a way that was worth another.
    Exhausted {
        /// Attempts made.
        attempts: u32,
        /// What the last attempt ended in.
        last: Box<Error>,
    },
    /// The caller called it off.
    Cancelled,
}

impl Error {
    /// The server's answer, if there was one, also behind [`Exhausted`](Self::Exhausted) and
    /// [`RetryAt`](Self::RetryAt).
    #[must_use]
    pub fn api(&self) -> Option<&ApiError> {
        match self.cause() {
            Self::Api(error) => Some(error),
            _ => None,
        }
    }

    /// The error of the last attempt, without the layers of the retry.
    #[must_use]
    pub fn cause(&self) -> &Self {
        match self {
            Self::Exhausted { last, .. } | Self::RetryAt { last: Some(last), .. } => last.cause(),
            other => other,
        }
    }

    /// Whether the rate limit is in the way: a 429, or a wait for the window's end.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        matches!(self, Self::RetryAt { last: None, .. })
            || self.api().is_some_and(ApiError::is_rate_limited)
    }

    /// Whether the key was not accepted (401).
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.api().is_some_and(ApiError::is_unauthorized)
    }

    /// Whether the key lacks a permission (403).
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        self.api().is_some_and(ApiError::is_forbidden)
    }

    /// When to come back, if the server or the governor said so.
    #[must_use]
    pub fn retry_at(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::RetryAt { at, .. } => Some(*at),
            other => other.api().and_then(ApiError::retry_at),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(violations) => {
                write!(f, "invalid request, nothing was sent: {violations}")
            }
            Self::Config(error) => error.fmt(f),
            Self::Io(error) => error.fmt(f),
            Self::TooLarge { limit } => {
                write!(f, "the reply is larger than the cap of {limit} bytes")
            }
            Self::Api(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
            Self::RetryAt { at, .. } => write!(
                f,
                "{}try again at {}, which is further away than the longest wait allowed",
                if self.is_rate_limited() { "rate limited: " } else { "" },
                Timestamp::from(at.trunc_subsecs(0))
            ),
            Self::Exhausted { attempts: 1, .. } => f.write_str("gave up after 1 attempt"),
            Self::Exhausted { attempts, .. } => write!(f, "gave up after {attempts} attempts"),
            Self::Cancelled => f.write_str("cancelled"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::RetryAt { last: Some(last), .. } | Self::Exhausted { last, .. } => Some(last),
            _ => None,
        }
    }
}

impl From<Violations> for Error {
    fn from(violations: Violations) -> Self {
        Self::Invalid(violations)
    }
}

impl From<ConfigError> for Error {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

impl From<BaseUrlError> for Error {
    fn from(error: BaseUrlError) -> Self {
        Self::Config(ConfigError::BaseUrl(error))
    }
}

impl From<ApiKeyError> for Error {
    fn from(error: ApiKeyError) -> Self {
        Self::Config(ConfigError::ApiKey(error))
    }
}

/// Settings that no client can be made from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConfigError {
    /// The base URL.
    BaseUrl(BaseUrlError),
    /// The API key.
    ApiKey(ApiKeyError),
    /// The addition to the user agent is not visible ASCII.
    UserAgent,
    /// The base URL is `https`, and the client was built without a TLS library.
    NoTls,
    /// A variable for proxies.
    Proxy(ProxyError),
    /// An environment variable that holds the key or the server.
    Variable(VariableError),
    /// The HTTP or TLS library refused its settings; its reason.
    Transport(String),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BaseUrl(error) => error.fmt(f),
            Self::ApiKey(error) => error.fmt(f),
            Self::UserAgent => {
                f.write_str("the addition to the user agent holds more than visible ASCII")
            }
            Self::NoTls => f.write_str(
                "the client was built without TLS: enable the feature `ring`, `aws-lc-rs` or \
                 `native-tls`",
            ),
            Self::Proxy(error) => error.fmt(f),
            Self::Variable(error) => error.fmt(f),
            Self::Transport(reason) => write!(f, "the client cannot be made: {reason}"),
        }
    }
}

impl std::error::Error for ConfigError {}

impl From<VariableError> for ConfigError {
    fn from(error: VariableError) -> Self {
        Self::Variable(error)
    }
}

/// Where a transport failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IoKind {
    /// No connection: the name does not resolve, or nobody answers there.
    Connect,
    /// A time limit passed.
    Timeout,
    /// The connection was closed or reset, or the reply was cut short.
    Closed,
    /// The TLS handshake failed.
    Tls,
    /// The body is larger than the cap.
    TooLarge,
    /// The caller called it off.
    Cancelled,
    /// Anything else.
    Other,
}

impl From<io::ErrorKind> for IoKind {
    /// Reads the kind of an error of a socket.
    fn from(kind: io::ErrorKind) -> Self {
        use io::ErrorKind;

        match kind {
            ErrorKind::ConnectionRefused
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::AddrNotAvailable => Self::Connect,
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Self::Timeout,
            ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::BrokenPipe
            | ErrorKind::NotConnected
            | ErrorKind::UnexpectedEof => Self::Closed,
            _ => Self::Other,
        }
    }
}

/// Whether the request may have reached the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sent {
    /// Surely not.
    No,
    /// Perhaps.
    Maybe,
}

/// No whole reply arrived: what a transport reports, and what a caller sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IoError {
    kind: IoKind,
    sent: Sent,
    reason: String,
}

/// What a transport reports when no whole reply arrived.
pub type IoFailure = IoError;

impl IoError {
    /// A failure, with the library's own words for it.
    #[must_use]
    pub fn new(kind: IoKind, sent: Sent, reason: impl Into<String>) -> Self {
        Self { kind, sent, reason: reason.into() }
    }

    /// Where the transport failed.
    #[must_use]
    pub fn kind(&self) -> IoKind {
        self.kind
    }

    /// Whether the request may have reached the server.
    #[must_use]
    pub fn sent(&self) -> Sent {
        self.sent
    }

    /// The library's own words.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    pub(crate) fn reason_mut(&mut self) -> &mut String {
        &mut self.reason
    }
}

impl fmt::Display for IoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            IoKind::Connect => "could not connect",
            IoKind::Timeout => "timed out",
            IoKind::Closed => "the connection was closed before the whole reply arrived",
            IoKind::Tls => "no secure connection could be made",
            IoKind::TooLarge => "the reply is too large",
            IoKind::Cancelled => "cancelled",
            IoKind::Other => "the exchange failed",
        })?;
        if !self.reason.is_empty() {
            write!(f, ": {}", self.reason)?;
        }
        Ok(())
    }
}

impl std::error::Error for IoError {}

/// An answer that is not a success: another status than 2XX, or a 2XX whose `message` says so.
#[derive(Clone)]
pub struct ApiError {
    pub(crate) status: StatusCode,
    pub(crate) message: Option<String>,
    pub(crate) errors: Vec<Value>,
    pub(crate) rate_limit: RateLimit,
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

    /// The `message` of the error envelope, if the body is one.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// The `errors` of the envelope: texts or objects.
    #[must_use]
    pub fn errors(&self) -> &[Value] {
        &self.errors
    }

    /// The rate-limit headers.
    #[must_use]
    pub fn rate_limit(&self) -> RateLimit {
        self.rate_limit
    }

    /// When the server asked to come back, by the local clock.
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

    /// What to do about it, where the documentation knows.
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
                match encoding::unread(&self.headers) {
                    Some(encoding) => write!(f, " whose {encoding}")?,
                    None => f.write_str(" that is no error message")?,
                }
            }
        }
        for error in &self.errors {
            match error {
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

/// A success status with a body that is not what the spec promises.
#[derive(Clone)]
pub struct DecodeError {
    path: String,
    problem: String,
    body: Bytes,
}

impl DecodeError {
    /// A problem at a JSON path (`data[3].sessions`; empty for the whole body).
    #[must_use]
    pub fn new(path: impl Into<String>, problem: impl Into<String>, body: &[u8]) -> Self {
        let body = Bytes::copy_from_slice(body);
        Self { path: path.into(), problem: problem.into(), body }
    }

    /// The JSON path of the value at fault; empty for the whole body.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong with it.
    #[must_use]
    pub fn problem(&self) -> &str {
        &self.problem
    }

    /// The body as it came, but for the API key. `Debug` shows its length only.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    pub(crate) fn parts_mut(&mut self) -> (&mut String, &mut String, &mut Bytes) {
        (&mut self.path, &mut self.problem, &mut self.body)
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("path", &self.path)
            .field("problem", &self.problem)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the reply cannot be read: ")?;
        if !self.path.is_empty() {
            write!(f, "at `{}`: ", self.path)?;
        }
        write!(f, "{} (body of {} bytes)", self.problem, self.body.len())
    }
}

impl std::error::Error for DecodeError {}
