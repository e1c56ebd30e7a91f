//! [`Machine`]: work that needs a network, without one.
//!
//! A machine decides; a driver carries. The driver asks [`poll`](Machine::poll) what to do next, does
//! it, and reports the outcome of a request with [`resume`](Machine::resume).
//!
//! ```text
//!            ┌──────────────────────── resume(outcome) ───────────────────────┐
//!            ▼                                                                │
//!   ──▶  [ ready ] ── poll ──▶ Send(request) ──▶ [ in flight: the driver sends it ]
//!            │ ▲
//!            │ └─ poll again, no earlier than d ── Sleep(d)
//!            ├──▶ Yield(item)    an item is ready; poll again
//!            └──▶ Done           nothing more will come
//! ```
//!
//! The driving law:
//!
//! 1. After `Send`, exactly one `resume`, and no `poll` before it.
//! 2. After `Sleep(d)`, `poll` again, no earlier than `d` later.
//! 3. After `Yield`, `poll` again. After `Done`, every further `poll` says `Done`.
//! 4. Dropping a machine is safe at any point.
//!
//! A whole call, without a socket or a clock:
//!
//! ```
//! use braze_core::{ApiKey, Config, Instance, Machine, Now, Session, Step, sessions};
//!
//! let config = Config::new(Instance::Us01, ApiKey::new("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44")?);
//! let session = Session::new(config, 7);
//! let mut call = session.call(&sessions::DataSeriesRequest::new(1));
//!
//! // The machine is ready: it asks for a request to be sent.
//! let Step::Send(request) = call.poll(Now::at_unix(1_700_000_000)) else { panic!() };
//! assert_eq!(request.uri(), "https://rest.iad-01.braze.com/sessions/data_series?length=1");
//!
//! // The driver reports what came back.
//! let (head, ()) = http::Response::new(()).into_parts();
//! let body = br#"{"message": "success", "data": [{"time": "2023-11-13", "sessions": 42}]}"#;
//! call.resume(Now::at_unix(1_700_000_001), Ok((head, body)));
//!
//! // The item is ready, and then there is nothing more.
//! let Step::Yield(Ok(reply)) = call.poll(Now::at_unix(1_700_000_001)) else { panic!() };
//! assert_eq!(reply.data[0].sessions, 42);
//! assert!(matches!(call.poll(Now::at_unix(1_700_000_001)), Step::Done));
//! # Ok::<(), braze_core::ApiKeyError>(())
//! ```

use std::fmt;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use chrono::{DateTime, Utc};

use crate::error::IoError;

/// Work in steps. See the [module](self) for the law that drivers keep.
pub trait Machine {
    /// The machine's product.
    type Item;

    /// Returns the next step.
    fn poll(&mut self, now: Now) -> Step<Self::Item>;

    /// Reports the outcome of the request that `poll` asked to send.
    ///
    /// The body is taken as it came, gzip included, and is read before `resume` returns, so that a driver can
    /// keep one buffer for all.
    fn resume(&mut self, now: Now, outcome: Result<(http::response::Parts, &[u8]), IoError>);
}

/// An instruction to a driver.
#[expect(
    clippy::large_enum_variant,
    reason = "it is taken apart at once, a box would cost an allocation"
)]
pub enum Step<T> {
    /// Send this request and report its outcome. An empty body is no body.
    Send(http::Request<Bytes>),
    /// Poll again, no earlier than this much later.
    Sleep(Duration),
    /// Here is an item.
    Yield(T),
    /// There is nothing more.
    Done,
}

impl<T: fmt::Debug> fmt::Debug for Step<T> {
    /// Of a request's body the length only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Send(request) => f
                .debug_struct("Send")
                .field("method", request.method())
                .field("uri", request.uri())
                .field("headers", request.headers())
                .field("body", &format_args!("{} bytes", request.body().len()))
                .finish(),
            Self::Sleep(wait) => f.debug_tuple("Sleep").field(wait).finish(),
            Self::Yield(item) => f.debug_tuple("Yield").field(item).finish(),
            Self::Done => f.write_str("Done"),
        }
    }
}

/// The time, on two clocks. Given by the driver; made up freely in tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Now {
    /// A clock that never goes back, from any beginning: waits are measured with it.
    pub mono: Duration,
    /// The wall clock, since the Unix epoch: compared with what the server says.
    pub unix: Duration,
}

impl Now {
    /// From a driver's clocks: the time since a fixed moment of the process, and the wall clock. A wall
    /// clock before the Unix epoch counts as the epoch.
    #[must_use]
    pub fn new(mono: Duration, wall: SystemTime) -> Self {
        Self { mono, unix: wall.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default() }
    }

    /// Both clocks at this many seconds since the Unix epoch.
    #[must_use]
    pub const fn at_unix(seconds: u64) -> Self {
        let since = Duration::from_secs(seconds);
        Self { mono: since, unix: since }
    }

    /// Both clocks moved on, at most to the end of what they can show.
    #[must_use]
    pub fn after(self, time: Duration) -> Self {
        Self { mono: self.mono.saturating_add(time), unix: self.unix.saturating_add(time) }
    }

    /// The wall clock as a date-time.
    #[must_use]
    pub fn date_time(self) -> DateTime<Utc> {
        let seconds = i64::try_from(self.unix.as_secs()).unwrap_or(i64::MAX);
        DateTime::from_timestamp(seconds, self.unix.subsec_nanos())
            .unwrap_or(DateTime::<Utc>::MAX_UTC)
    }
}
