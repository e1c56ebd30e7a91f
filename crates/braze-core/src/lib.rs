//! The sans-IO core of an unofficial SDK for the Braze REST API.
//!
//! Everything that can be decided without a network is decided here: what a request looks like, which
//! values are allowed, how a reply is read, when a call is repeated. Sockets, clocks and threads belong
//! to the transports: `braze-blocking`, `braze-async`, or one of your own, which drives a [`Machine`].
#![cfg_attr(docsrs, feature(doc_cfg))]

mod auth;
mod base_url;
mod call;
mod endpoint;
mod error;
pub mod export;
mod generated;
mod headers;
mod instance;
pub mod machine;
mod message;
#[cfg(feature = "operation")]
pub mod operation;
mod paging;
mod proxy;
pub mod reply;
mod series;
pub mod text;
mod time;
mod time_source;
mod unreserved;
mod validate;
mod variable;
pub mod wire;

pub use auth::{ApiKey, ApiKeyError, Scrub};
pub use base_url::{BaseUrl, BaseUrlError};
pub use bytes::Bytes;
#[cfg(feature = "tracing")]
pub use call::trace;
pub use call::{
    Backoff, Call, Config, Event, EventKind, Limits, Observer, Pacing, Reason, RetryPolicy, Session,
};
pub use chrono::{self, DateTime, Utc};
pub use endpoint::{Effect, Endpoint, Meta, Pool, Replay};
pub use error::{
    ApiError, ConfigError, DecodeError, Error, IoError, IoKind, PagingError, PagingErrorKind, Sent,
};
pub use generated::*;
pub use headers::RateLimit;
pub use http;
pub use instance::ParseInstanceError;
pub use machine::{Machine, Now, Step};
pub use message::Message;
pub use paging::{PageMachine, PagePosition, Paged, Paging};
pub use proxy::{Direct, Proxy, ProxyError, ProxyScheme, ProxySettings, Route};
pub use reply::Reply;
#[doc(hidden)]
pub use serde as __serde;
pub use series::{Dimension, Number, Point, Roles, Series, SeriesValue};
pub use time::{ParseTimestampError, SeriesTime, TimeValue, Timestamp};
pub use time_source::TimeSource;
pub use validate::{Violation, Violations};
pub use variable::VariableError;
pub use wire::{Choice, ParseChoiceError, RequestWriter};
