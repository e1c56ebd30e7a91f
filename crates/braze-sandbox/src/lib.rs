//! A local stand-in for the Braze REST API. Unofficial.
//!
//! Braze has no test server. The sandbox fills that gap, for the tests of any program that calls Braze, in any
//! language: in process or on a port of this machine. It knows every endpoint of the spec, checks keys and
//! parameters, enforces rate limits, and generates numbers with daily and weekly patterns.
//!
//! - [`Workspace`]: the rows that a test needs, and the behavior where the documentation is silent.
//! - The world: campaigns, Canvases, segments, custom events and attributes, products and users, whose
//!   identifiers and names lists, details, series and exports share. See [The world](#the-world).
//! - [`Scenario`]: faults on purpose, by name or by rules of your own.
//! - `Sandbox::verify`: compares the received requests with the expected ones.
//!
//! # Start a sandbox and use a client
//!
//! ```
//! use braze_blocking::Client;
//! use braze_core::sessions::DataSeriesRequest;
//! use braze_sandbox::{Clock, Sandbox};
//!
//! let sandbox = Sandbox::builder()
//!     .clock(Clock::fixed("2024-05-15T10:30:00Z".parse()?)) // the same rows in every run
//!     .start()?;
//!
//! // The code under test gets the sandbox's address and key.
//! let client = Client::new(sandbox.base_url(), sandbox.api_key())?;
//! let series = client.send(&DataSeriesRequest::new(14))?;
//! assert_eq!(series.data.len(), 14);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Set the rows that a test needs
//!
//! ```
//! # use braze_blocking::Client;
//! use braze_core::sessions::DataSeriesRequest;
//! use braze_sandbox::{Clock, Sandbox, Workspace};
//!
//! let ios = DataSeriesRequest::new(1).app_id("ios");
//! let workspace = Workspace::new().generated(false).rows(&ios, [("2024-05-14", 42)])?;
//! let clock = Clock::fixed("2024-05-15T10:30:00Z".parse()?);
//! let sandbox = Sandbox::builder().clock(clock).workspace(workspace).start()?;
//!
//! let client = Client::new(sandbox.base_url(), sandbox.api_key())?;
//! let days = client.send(&DataSeriesRequest::new(2).app_id("ios"))?;
//! assert_eq!((days.data[0].sessions, days.data[1].sessions), (42, 0)); // today is zero
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Simulate failures
//!
//! ```
//! # use braze_blocking::Client;
//! # use braze_core::sessions::DataSeriesRequest;
//! use braze_sandbox::{Fault, Rule, Sandbox, Scenario};
//!
//! // The first request fails; the client repeats it.
//! let scenario = Scenario::new("mine").rule(Rule::fault(Fault::Reset).requests(1..=1));
//! let sandbox = Sandbox::builder().scenario(scenario).start()?;
//! let client = Client::new(sandbox.base_url(), sandbox.api_key())?;
//! client.send(&DataSeriesRequest::new(14))?;
//! assert_eq!(sandbox.request_count(), 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A fault can come after the request was [carried out](Rule::after_acting), and single records can be
//! [rejected](Rejection) beside success.
//!
//! # Read back what was written
//!
//! Attributes, events and purchases are part of exports of users, each as often as it was sent, under every identifier
//! that a user was given, until the user is deleted. States in subscription
//! groups, unsubscribes, hard bounces and data objects stay as they were set, and so do Content Blocks, email templates,
//! preference centers and translations. Catalogs keep their fields, items and selections; changes are there at once.
//! Sends land in an outbox.
//!
//! ```
//! # use braze_blocking::Client;
//! use braze_core::campaigns::{TriggerSendBody, TriggerSendRequest};
//! use braze_sandbox::Sandbox;
//!
//! let sandbox = Sandbox::start()?;
//! let client = Client::new(sandbox.base_url(), sandbox.api_key())?;
//! client.send(&TriggerSendRequest::new(TriggerSendBody::new("may-news").broadcast(true)))?;
//! assert_eq!(sandbox.outbox()[0].path, "/campaigns/trigger/send");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Inspect the requests
//!
//! ```
//! # use braze_blocking::Client;
//! # use braze_core::sessions::DataSeriesRequest;
//! use braze_sandbox::{ExpectedRequest, Sandbox};
//!
//! let sandbox = Sandbox::start()?;
//! let client = Client::new(sandbox.base_url(), sandbox.api_key())?;
//! client.send(&DataSeriesRequest::new(14))?;
//!
//! sandbox.verify([ExpectedRequest::from_request(&DataSeriesRequest::new(14))])?;
//! assert_eq!(sandbox.requests()[0].target, "/sessions/data_series?length=14");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The world
//!
//! Lists, details and exports of users answer from one world, which follows from the workspace's seed:
//! by default 120 campaigns, 16 Canvases with variants and steps, 12 segments, 60 custom events, 60 custom
//! attributes, 60 products, 101 data objects of one type with those of another, 12 Content Blocks, 8 email templates,
//! 500 users, 12 integrations with a warehouse and the catalog `teas`. Pages have their real length. The first things
//! of each kind are those of the documentation's examples. An identifier that is not in the world answers 400; series
//! take any identifier.
//!
//! ```
//! # use braze_blocking::Client;
//! use braze_core::campaigns::{DetailsRequest, ListRequest};
//! use braze_sandbox::{Sandbox, Workspace};
//!
//! let sandbox = Sandbox::builder().workspace(Workspace::new().campaigns(1_000)).start()?;
//! let client = Client::new(sandbox.base_url(), sandbox.api_key())?;
//! let page = client.send(&ListRequest::new().page(3))?;
//! let id = page.campaigns[0].id.as_deref().unwrap_or_default();
//! assert_eq!(client.send(&DetailsRequest::new(id))?.name, page.campaigns[0].name);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! An export of a segment or of the control group is a job. Its `url` points to the sandbox, outside the
//! API: it takes no key, answers 403 until the export is ready, and then a ZIP archive for four hours.
//! [`Workspace::export_time`] and [`Workspace::export_attempts`] decide when it is ready. A second export
//! of a segment answers 429 while the first runs. With `output_format` `gzip`, which needs cloud storage of
//! the workspace, `url` is `null`. The sandbox calls no `callback_endpoint`.
//!
//! # Other languages
//!
//! Tests in other languages use the control endpoints of a running sandbox. They need no key and only
//! answer this machine:
//!
//! - `GET /__sandbox/journal` lists the requests as lines of [JSON](RecordedRequest::to_json).
//! - `DELETE /__sandbox/journal` clears them.
//! - `GET /__sandbox/outbox` lists the sends as lines of [JSON](Dispatch::to_json); `DELETE` clears them.
//! - `POST /__sandbox/verify` compares them with the lines of its body, such as
//!   `GET /sessions/data_series?length=14`, or `?*` at the end for any query. It answers 200, or 409
//!   with the difference. With `?order=any` the order does not matter.
//!
//! The feature `script` adds scenarios from YAML files: `Scenario::load` and `Scenario::from_yaml`. It
//! needs Rust 1.89; everything else needs 1.85.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod access;
mod addresses;
mod answers;
mod attempts;
mod body;
mod builder;
mod catalogs;
mod changes;
mod clock;
mod contents;
mod control;
mod data_objects;
mod envelope;
mod exports;
mod fault;
mod in_process;
mod ingestion;
mod journal;
mod json_line;
mod limits;
mod on_demand;
mod outbox;
mod quota;
mod redaction;
mod reply;
mod route;
mod sandbox;
mod scenario;
mod scim_users;
mod sdk_keys;
mod server;
mod service;
mod settings;
mod subscriptions;
mod tracked;
mod verify;
mod workspace;
mod world;
mod world_view;

pub use builder::Builder;
pub use clock::Clock;
pub use fault::{Fault, Page, RetryHint};
pub use in_process::{InProcess, InProcessReply};
pub use journal::RecordedRequest;
pub use outbox::Dispatch;
pub use sandbox::Sandbox;
#[cfg(feature = "script")]
pub use scenario::ScriptError;
pub use scenario::{Rejection, Rule, Scenario, UnknownScenario};
pub use verify::{ExpectedRequest, Mismatch};
pub use workspace::{
    EndingBucket, HourSpelling, IncompleteBucket, RowsError, UnknownZone, Workspace, Zone,
};

/// Compiles the example of the readme.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
