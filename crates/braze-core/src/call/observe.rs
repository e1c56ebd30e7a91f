//! [`Observer`]: seeing what calls do.

use std::fmt;
use std::time::Duration;

use http::StatusCode;

use crate::endpoint::Meta;
use crate::error::{Error, IoKind};
use crate::headers::RateLimit;

/// Told of every attempt and every wait of every call of a client.
///
/// It is called while a machine is driven, so it must not block for long. Nothing it sees holds the API
/// key.
///
/// ```
/// use std::sync::Arc;
/// use braze_core::{ApiKey, Config, Event, EventKind, Instance, Observer};
///
/// #[derive(Debug)]
/// struct Log;
///
/// impl Observer for Log {
///     fn observe(&self, event: &Event<'_>) {
///         if let EventKind::Waiting { wait, reason } = &event.kind {
///             println!("{}: {reason}, waiting {wait:?}", event.meta.name);
///         }
///     }
/// }
///
/// let key = ApiKey::new("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44")?;
/// let config = Config::new(Instance::Us01, key).observer(Arc::new(Log));
/// # let _ = config;
/// # Ok::<(), braze_core::ApiKeyError>(())
/// ```
pub trait Observer: fmt::Debug + Send + Sync {
    /// Something happened.
    fn observe(&self, event: &Event<'_>);
}

/// Something that happened in a call.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Event<'a> {
    /// The endpoint.
    pub meta: &'a Meta,
    /// The call's number within its session.
    pub call: u64,
    /// The attempt's number, from 1; of a wait, the attempt after it.
    pub attempt: u32,
    /// The most attempts the call may make.
    pub attempts: u32,
    /// The kind of event.
    pub kind: EventKind<'a>,
}

/// An event of a call.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum EventKind<'a> {
    /// A request is handed to the transport.
    Started,
    /// An attempt ended.
    Finished {
        /// The status, if a reply arrived.
        status: Option<StatusCode>,
        /// The problem, if it did not succeed.
        error: Option<&'a Error>,
        /// From handing over to outcome.
        duration: Duration,
        /// Size of the body after decompression.
        bytes: u64,
        /// The rate-limit headers.
        rate_limit: RateLimit,
    },
    /// The call waits before its next attempt.
    Waiting {
        /// For how long.
        wait: Duration,
        /// The reason.
        reason: Reason,
    },
}

/// The reason for a wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// After a reply with this status.
    Status(StatusCode),
    /// After a failure of the transport.
    Failure(IoKind),
    /// The requests left in the rate-limit window are being spread, or kept for others.
    RateLimit,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status) => write!(f, "the server answered {status}"),
            Self::RateLimit => f.write_str("keeping to the rate limit"),
            Self::Failure(kind) => f.write_str(match kind {
                IoKind::Connect => "could not connect",
                IoKind::Timeout => "timed out",
                IoKind::Closed => "the connection was closed",
                _ => "the exchange failed",
            }),
        }
    }
}
