//! [`Error`]: everything that can go wrong with a call, the same for every transport.
//!
//! [`ExportError`] stands beside it, since each of the two can contain the other.

mod api;
mod config;
mod decode;
mod io;
mod paging;

use std::fmt;
use std::time::Duration;

use chrono::{DateTime, SubsecRound, Utc};

use crate::auth::{ApiKeyError, Credential, CredentialError};
use crate::base_url::BaseUrlError;
use crate::export::{Coverage, Cursor, CursorError, Window};
use crate::time::Timestamp;
use crate::validate::Violations;

pub use api::ApiError;
pub use config::ConfigError;
pub use decode::DecodeError;
pub use io::{IoError, IoKind, Sent};
pub use paging::{PagingError, PagingErrorKind};

/// The reason why a call has no reply.
///
/// Texts that came from the server are free of the API key. An [`ExportError`] becomes an `Error` with `?`,
/// so that one type can be returned for calls and exports.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The request breaks a documented limit. Nothing was sent.
    Invalid(Violations),
    /// No client can be built from these settings. Nothing was sent.
    Config(ConfigError),
    /// The operation needs a secret that the client does not have. Nothing was sent.
    MissingCredential {
        /// The name of the operation, `scim.list_users`.
        operation: &'static str,
        /// The kind of secret.
        credential: Credential,
    },
    /// No complete reply arrived.
    Io(IoError),
    /// The reply's body, after decompression, is larger than the cap.
    TooLarge {
        /// The cap in bytes.
        limit: u64,
    },
    /// The server answered, and the answer is not a success.
    Api(Box<ApiError>),
    /// The reply is a success that does not match the spec.
    Decode(Box<DecodeError>),
    /// The call may go on at `at`, after a longer wait than was allowed.
    RetryAt {
        /// The time to try again, by the local clock.
        at: DateTime<Utc>,
        /// The same as a wait, counted from the end of the call.
        wait: Duration,
        /// The error of the last attempt; `None` if the wait came before the first.
        last: Option<Box<Error>>,
    },
    /// Every attempt failed in a way that was worth another.
    Exhausted {
        /// Attempts made.
        attempts: u32,
        /// The error of the last attempt.
        last: Box<Error>,
    },
    /// The reply to a request that sends messages was lost: they may have been sent.
    Unconfirmed(Box<UnconfirmedError>),
    /// The caller cancelled the call.
    Cancelled,
    /// The machine had yielded its result before: see [`Step::Done`](crate::Step::Done).
    Finished,
    /// The next page of a list cannot be asked for.
    Paging(PagingError),
    /// An export ended early, or its result is not accepted.
    Export(Box<ExportError>),
}

/// The effect that sending a request again may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Remedy {
    /// The request was not acted on: any request may be repeated.
    Repeat,
    /// The request may have been acted on: only one that is safe to repeat may be repeated.
    RepeatIfHarmless,
    /// The next attempt would end the same.
    None,
}

impl Error {
    /// The server's answer, if there was one, also within the errors of retries and exports.
    #[must_use]
    pub fn api(&self) -> Option<&ApiError> {
        match self.cause() {
            Self::Api(error) => Some(error),
            _ => None,
        }
    }

    /// The error of the last attempt, without the layers of retries and exports.
    #[must_use]
    pub fn cause(&self) -> &Self {
        match self {
            Self::Exhausted { last, .. } | Self::RetryAt { last: Some(last), .. } => last.cause(),
            Self::Export(error) => error.call().map_or(self, Self::cause),
            Self::Unconfirmed(error) => error.cause().cause(),
            other => other,
        }
    }

    /// Tells whether a time limit passed before the reply was complete.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        matches!(self.cause(), Self::Io(error) if error.kind() == IoKind::Timeout)
    }

    /// Tells whether the same call may succeed later.
    ///
    /// That holds for rate limits, time limits, failed connections and errors of the server. A request that
    /// is [unsafe to repeat](crate::Replay::Unsafe) may have been acted on all the same; one that may have sent
    /// messages, [`Error::Unconfirmed`], is not to be repeated.
    ///
    /// ```
    /// use braze_core::{Error, IoError, IoKind, Sent};
    ///
    /// let error = Error::Io(IoError::new(IoKind::Timeout, Sent::Maybe, ""));
    /// assert!(error.is_timeout() && error.is_retryable());
    /// assert!(!Error::Cancelled.is_retryable());
    /// ```
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        let is_open = matches!(self.call_error(), Self::Unconfirmed(_));
        !is_open && (self.wait().is_some() || self.cause().remedy() != Remedy::None)
    }

    /// Tells whether the rate limit stands in the way: a 429, or a wait for the end of its window.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        matches!(self.call_error(), Self::RetryAt { last: None, .. })
            || self.api().is_some_and(ApiError::is_rate_limited)
    }

    /// Tells whether the key was not accepted (401).
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.api().is_some_and(ApiError::is_unauthorized)
    }

    /// Tells whether the key lacks a permission (403).
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        self.api().is_some_and(ApiError::is_forbidden)
    }

    /// The wait before the next attempt, if the server or the rate limit asks for one.
    ///
    /// It counts from the end of the call.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.wait().or_else(|| self.api().and_then(ApiError::retry_after))
    }

    /// The time of the next attempt by the local clock, if the server or the rate limit asks for a wait.
    #[must_use]
    pub fn retry_at(&self) -> Option<DateTime<Utc>> {
        match self.call_error() {
            Self::RetryAt { at, .. } => Some(*at),
            other => other.api().and_then(ApiError::retry_at),
        }
    }

    /// The effect of sending the request again.
    pub(crate) fn remedy(&self) -> Remedy {
        match self {
            Self::Io(error) => match (error.kind(), error.sent()) {
                (IoKind::Connect | IoKind::Timeout | IoKind::Closed, Sent::No) => Remedy::Repeat,
                (IoKind::Connect | IoKind::Timeout | IoKind::Closed, Sent::Maybe) => {
                    Remedy::RepeatIfHarmless
                }
                _ => Remedy::None,
            },
            Self::Api(error) => match error.status().as_u16() {
                // Both say that the request was not acted on.
                425 | 429 => Remedy::Repeat,
                408 | 500..=599 => Remedy::RepeatIfHarmless,
                _ => Remedy::None,
            },
            _ => Remedy::None,
        }
    }

    /// The kind of error in a few words, without its details.
    fn kind(&self) -> String {
        match self.cause() {
            Self::Io(error) => error.kind().to_string(),
            Self::Api(error) => format!("the server answered {}", error.status()),
            other => other.to_string(),
        }
    }

    /// The wait that was longer than allowed.
    fn wait(&self) -> Option<Duration> {
        match self.call_error() {
            Self::RetryAt { wait, .. } => Some(*wait),
            _ => None,
        }
    }

    /// The error of the call, without the layer of an export.
    fn call_error(&self) -> &Self {
        match self {
            Self::Export(error) => error.call().unwrap_or(self),
            other => other,
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
            Self::MissingCredential { operation, credential } => write!(
                f,
                "`{operation}` needs a {credential}, which the client does not have: set it with \
                 `Config::{}`, or in {} for a client from the environment; nothing was sent",
                credential.setter(),
                credential.variable()
            ),
            Self::Io(error) => error.fmt(f),
            Self::TooLarge { limit } => {
                write!(f, "the reply is larger than the cap of {limit} bytes")
            }
            Self::Api(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
            Self::RetryAt { at, .. } => write!(
                f,
                "{}try again at {}: the wait is longer than the longest wait allowed",
                if self.is_rate_limited() { "rate limited: " } else { "" },
                Timestamp::from(at.trunc_subsecs(0))
            ),
            Self::Exhausted { attempts, last } => {
                let plural = if *attempts == 1 { "" } else { "s" };
                write!(f, "gave up after {attempts} attempt{plural}: {}", last.kind())
            }
            Self::Unconfirmed(error) => error.fmt(f),
            Self::Cancelled => f.write_str("cancelled"),
            Self::Finished => f.write_str("the call had ended before, and has no further result"),
            Self::Paging(error) => error.fmt(f),
            Self::Export(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::RetryAt { last: Some(last), .. } | Self::Exhausted { last, .. } => Some(last),
            Self::Export(error) => error.source(),
            Self::Unconfirmed(error) => Some(error.cause()),
            _ => None,
        }
    }
}

impl From<Violations> for Error {
    fn from(violations: Violations) -> Self {
        Self::Invalid(violations)
    }
}

impl From<ExportError> for Error {
    /// Keeps the whole error, the cursor included. An invalid request stays [`Error::Invalid`].
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Invalid(error) => error,
            other => Self::Export(Box::new(other)),
        }
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

impl From<CredentialError> for Error {
    fn from(error: CredentialError) -> Self {
        Self::Config(ConfigError::Credential(error))
    }
}

/// The reason why an export ended early, or why its result is not accepted.
///
/// Rows that were delivered before it stay valid.
#[derive(Debug)]
#[non_exhaustive]
pub enum ExportError {
    /// The selections break a documented limit. Nothing was sent.
    Invalid(Error),
    /// The cursor belongs to another export. Nothing was sent.
    Cursor(CursorError),
    /// A request failed, after all its attempts.
    Call {
        /// The index of the selection, from 0.
        selection: usize,
        /// The window that could not be read.
        window: Window,
        /// The position at which the export can resume.
        cursor: Box<Cursor>,
        /// The error of the call.
        source: Box<Error>,
    },
    /// The export is strict, and its coverage has findings.
    Findings(Box<Coverage>),
}

impl ExportError {
    /// The position at which the export can resume, if it ended early.
    #[must_use]
    pub fn cursor(&self) -> Option<&Cursor> {
        match self {
            Self::Call { cursor, .. } => Some(cursor),
            _ => None,
        }
    }

    /// The error of the call, if a call failed.
    #[must_use]
    pub fn call(&self) -> Option<&Error> {
        match self {
            Self::Call { source, .. } => Some(source),
            Self::Invalid(error) => Some(error),
            _ => None,
        }
    }
}

impl ExportError {
    /// Tells whether a time limit passed before a reply was complete.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.call().is_some_and(Error::is_timeout)
    }

    /// Tells whether the export may succeed later: see [`Error::is_retryable`].
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        self.call().is_some_and(Error::is_retryable)
    }

    /// Tells whether the rate limit stands in the way.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.call().is_some_and(Error::is_rate_limited)
    }

    /// The wait before the next attempt, if the server or the rate limit asks for one.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.call().and_then(Error::retry_after)
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(error) => error.fmt(f),
            Self::Cursor(error) => error.fmt(f),
            Self::Call { window, cursor, .. } => write!(
                f,
                "the {} could not be read; everything before {} was delivered",
                window.range(),
                cursor.next()
            ),
            Self::Findings(coverage) => write!(f, "the result has {coverage}"),
        }
    }
}

impl std::error::Error for ExportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Call { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// The reply to a request that sends messages was lost: they may have been sent.
///
/// The request was not repeated, since that might send them twice.
#[derive(Debug)]
pub struct UnconfirmedError {
    operation: &'static str,
    path: &'static str,
    identifiers: Vec<(&'static str, String)>,
    source: Box<Error>,
}

impl UnconfirmedError {
    pub(crate) fn new(
        operation: &'static str,
        path: &'static str,
        identifiers: Vec<(&'static str, String)>,
        source: Error,
    ) -> Self {
        Self { operation, path, identifiers, source: Box::new(source) }
    }

    /// The operation, `messages.send`.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// The path of the operation, `/messages/send`.
    #[must_use]
    pub fn path(&self) -> &'static str {
        self.path
    }

    /// The identifiers of the request by which its messages are found, such as `campaign_id` and `send_id`.
    pub fn identifiers(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.identifiers.iter().map(|(name, value)| (*name, value.as_str()))
    }

    /// The way in which the reply was lost.
    #[must_use]
    pub fn cause(&self) -> &Error {
        &self.source
    }
}

impl fmt::Display for UnconfirmedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "may have been sent: {} ended without a known result: {}",
            self.path, self.source
        )?;
        for (index, (name, value)) in self.identifiers().enumerate() {
            write!(f, "{} {name} {value}", if index == 0 { "; look for" } else { "," })?;
        }
        Ok(())
    }
}
