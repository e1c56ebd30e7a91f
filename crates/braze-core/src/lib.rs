//! The sans-IO core of an unofficial SDK for the Braze REST API.
//!
//! Everything that can be decided without a network is decided here: which values are valid, how a request is
//! written and a reply read, when a call is repeated, how long it waits for the rate limit, and what an export
//! lacks. The core opens no socket, reads no clock and starts no thread.
//!
//! # Who needs it
//!
//! Most programs use a client, which re-exports this crate:
//! [`braze-blocking`](https://docs.rs/braze-blocking) or [`braze-async`](https://docs.rs/braze-async). Use the
//! core itself for
//!
//! - a transport of your own: another HTTP library, another runtime;
//! - code that works with either client: the request types, the replies and [`Error`] are the same;
//! - checking requests without sending them, or reading stored replies.
//!
//! # A transport of your own
//!
//! A [`Session`] makes a [`Call`] of a request. The call is a [`Machine`]: it says what to do next, and the
//! transport does it.
//!
//! ```
//! use braze_core::http::{Request, Response, response::Parts};
//! use braze_core::sessions::DataSeriesRequest;
//! use braze_core::{
//!     ApiKey, Bytes, Config, Endpoint, Error, Instance, IoError, Machine, Now, Reply, Session, Step,
//! };
//!
//! /// Sends a request. `carry` exchanges it for the head of a reply, and appends the reply's body.
//! fn send<E: Endpoint>(
//!     session: &Session,
//!     request: &E,
//!     now: impl Fn() -> Now,
//!     carry: impl Fn(Request<Bytes>, &mut Vec<u8>) -> Result<Parts, IoError>,
//! ) -> Result<Reply<E::Output>, Error> {
//!     let mut call = session.call(request);
//!     let mut body = Vec::new();
//!     loop {
//!         match call.poll(now()) {
//!             Step::Send(request) => {
//!                 body.clear();
//!                 let outcome = carry(request, &mut body);
//!                 call.resume(now(), outcome.map(|head| (head, &body[..])));
//!             }
//!             Step::Sleep(wait) => std::thread::sleep(wait),
//!             Step::Yield(item) => return item,
//!             Step::Done => return Err(Error::Finished),
//!         }
//!     }
//! }
//!
//! // The seed makes the waits of every process differ.
//! let seed = 7;
//! let session = Session::new(Config::new(Instance::Us01, ApiKey::new("3f6b0c1e-0000")?), seed);
//! let carry = |request: Request<Bytes>, body: &mut Vec<u8>| {
//!     // In place of a network: a reply to the first request.
//!     assert_eq!(request.uri().path(), "/sessions/data_series");
//!     body.extend(br#"{"message": "success", "data": [{"time": "2024-05-01", "sessions": 42}]}"#);
//!     Ok(Response::new(()).into_parts().0)
//! };
//! let now = || Now::at_unix(1_714_600_000); // the time of the machine
//! let reply = send(&session, &DataSeriesRequest::new(1), now, carry)?;
//! assert_eq!(reply.data[0].sessions, 42);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The example [`own_transport.rs`] is a complete one on plain sockets, with limits and timeouts. An
//! [`export`] of any range is driven likewise, several calls at a time.
//!
//! # Where things are
//!
//! - A module for each group of endpoints, such as [`sessions`] and [`kpi`], with requests and replies.
//! - [`Config`], [`RetryPolicy`], [`Pacing`], [`Limits`], [`ProxySettings`]: the settings of both clients.
//! - [`export`]: ranges, windows, coverage and findings.
//! - [`import`]: records, packing, and what became of each.
//! - [`PageMachine`]: lists that come in pages.
//! - [`Error`]: the reason why a call ended without a reply, with secrets redacted.
//!
//! # Features
//!
//! - `gzip`: asks for compressed replies and decompresses them. The clients turn it on.
//! - `tz`: time zones by their IANA names, for exports.
//! - `operation`: descriptions of all endpoints at run time, without their types.
//! - `tracing`: a span for each request, by the OpenTelemetry conventions for HTTP clients.
//!
//! [`own_transport.rs`]: https://docs.rs/crate/braze-core/latest/source/examples/own_transport.rs
#![cfg_attr(docsrs, feature(doc_cfg))]

mod auth;
mod base64;
mod base_url;
mod call;
mod catalog_item;
mod download;
mod endpoint;
mod error;
pub mod export;
#[cfg(feature = "export")]
mod export_ids;
mod generated;
mod headers;
pub mod import;
mod instance;
pub mod machine;
mod message;
#[cfg(feature = "operation")]
pub mod operation;
mod paging;
mod partial_errors;
mod patch;
#[cfg(any(feature = "users", feature = "messaging"))]
mod profile;
mod proxy;
pub mod reply;
mod series;
pub mod text;
mod time;
mod time_source;
mod unreserved;
mod upload;
mod validate;
mod variable;
pub mod wire;

pub use auth::{
    ApiKey, ApiKeyError, ClientKey, Credential, CredentialError, Credentials, ScimToken, Scrub,
    Secret, SecretText,
};
pub use base_url::{BaseUrl, BaseUrlError};
pub use bytes::Bytes;
#[cfg(feature = "tracing")]
pub use call::trace;
pub use call::{
    Backoff, Call, Config, Event, EventKind, Limits, Observer, Pacing, Reason, RetryPolicy, Session,
};
pub use catalog_item::{CatalogItem, CatalogItemError};
pub use chrono::{self, DateTime, Utc};
pub use download::FileRequest;
pub use endpoint::{Effect, Endpoint, Meta, Pool, Replay};
pub use error::{
    ApiError, ConfigError, DecodeError, Error, IoError, IoKind, PagingError, PagingErrorKind, Sent,
    UnconfirmedError,
};
pub use generated::*;
pub use headers::RateLimit;
pub use http;
pub use instance::ParseInstanceError;
pub use machine::{Machine, Now, Step};
pub use message::Message;
pub use paging::{PageMachine, PagePosition, Paged, Paging};
pub use partial_errors::{PartialError, PartialErrors};
pub use patch::Patch;
#[cfg(feature = "messaging")]
pub use profile::{AttributeFilter, Audience, AudienceValue};
#[cfg(any(feature = "users", feature = "messaging"))]
pub use profile::{
    AttributeValue, ElementChanges, EventProperties, ObjectChanges, ObjectKey, ObjectUpdate,
    PurchaseProperties,
};
pub use proxy::{Direct, Proxy, ProxyError, ProxyScheme, ProxySettings, Route};
pub use reply::Reply;
#[doc(hidden)]
pub use serde as __serde;
pub use series::{
    Content, Dimension, FlatPoint, FlatSeries, Listing, Measure, MeasureCollector, MeasureSource,
    Measures, NestedSeries, Number, NumericValue, Point, Roles, Series, SeriesValue,
};
pub use time::{ParseTimestampError, SeriesTime, TimeValue, Timestamp};
pub use time_source::TimeSource;
pub use upload::UploadFile;
pub use validate::{Violation, Violations};
pub use variable::VariableError;
pub use wire::{Choice, ParseChoiceError, RequestWriter};

/// Compiles the example of the readme.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
