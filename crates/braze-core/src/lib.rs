//! The sans-IO core of an unofficial SDK for the Braze REST API.
//!
//! Everything that can be decided without a network is decided here: what a request looks like, which
//! values are allowed, how a reply is read, when a call is repeated. Sockets, clocks and threads belong
//! to the transports: `braze-blocking`, `braze-async`, or one of your own, which drives a [`Machine`].
#![cfg_attr(docsrs, feature(doc_cfg))]

mod advice;
mod auth;
mod base_url;
mod call;
mod config;
mod encoding;
mod endpoint;
mod environment;
mod error;
mod escape;
pub mod export;
mod flat;
mod generated;
mod governor;
mod integers;
mod limit;
pub mod machine;
mod message;
mod observe;
#[cfg(feature = "operation")]
pub mod operation;
mod outgoing;
mod paging;
mod proxy;
mod receive;
pub mod reply;
pub mod retry;
mod scrub;
mod search;
mod series;
mod time;
mod time_source;
#[cfg(feature = "tracing")]
pub mod trace;
mod validate;
mod variable;
pub mod wire;
mod words;

pub use auth::{ApiKey, ApiKeyError};
pub use base_url::{BaseUrl, BaseUrlError, ParseInstanceError};
pub use bytes::Bytes;
pub use call::Call;
pub use chrono::{self, DateTime, Utc};
pub use config::{Config, Limits, Session};
pub use endpoint::{Endpoint, Meta, Pool, Replay};
pub use error::{ApiError, ConfigError, DecodeError, Error, IoError, IoFailure, IoKind, Sent};
pub use generated::*;
pub use governor::Pacing;
pub use http;
pub use limit::RateLimit;
pub use machine::{Machine, Now, Step};
pub use message::Message;
pub use observe::{Event, EventKind, Observer, Reason};
pub use paging::Paged;
pub use proxy::{Direct, Proxy, ProxyError, ProxyScheme, ProxySettings, Route};
pub use reply::Reply;
pub use retry::{Backoff, RetryPolicy};
pub use scrub::Scrub;
pub use series::{Dimension, Number, Point, Roles, Series, SeriesValue};
pub use time::{ParseTimestampError, SeriesTime, TimeValue, Timestamp};
pub use time_source::TimeSource;
pub use validate::{Violation, Violations};
pub use variable::VariableError;
pub use wire::{Choice, ParseChoiceError, RequestWriter};
