//! A local stand-in for the Braze REST API. Unofficial.
//!
//! Braze has no test server. The sandbox fills that gap, for the tests of any program that calls Braze, in any
//! language: in process or on a port of this machine. It knows every endpoint of the spec, checks keys and
//! parameters, enforces rate limits, and generates numbers with daily and weekly patterns.
//!
//! - [`Workspace`]: the rows that a test needs, and the behavior where the documentation is silent.
//! - [`Scenario`]: faults on purpose, by name or by rules of your own.
//! - [`Sandbox::verify`]: compares the received requests with the expected ones.
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
//! Tests in other languages use the control endpoints of a running sandbox. They need no key and only
//! answer this machine:
//!
//! - `GET /__sandbox/journal` lists the requests as lines of [JSON](RecordedRequest::to_json).
//! - `DELETE /__sandbox/journal` clears them.
//! - `POST /__sandbox/verify` compares them with the lines of its body, such as
//!   `GET /sessions/data_series?length=14`, or `?*` at the end for any query. It answers 200, or 409
//!   with the difference. With `?order=any` the order does not matter.
//!
//! The feature `script` adds scenarios from YAML files: `Scenario::load` and `Scenario::from_yaml`. It
//! needs Rust 1.89; everything else needs 1.85.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod access;
mod answers;
mod attempts;
mod body;
mod builder;
mod clock;
mod control;
mod exports;
mod fault;
mod in_process;
mod journal;
mod json_line;
mod limits;
mod quota;
mod reply;
mod route;
mod sandbox;
mod scenario;
mod server;
mod service;
mod settings;
mod verify;
mod workspace;
mod world;

pub use builder::Builder;
pub use clock::Clock;
pub use fault::{Fault, Page, RetryHint};
pub use in_process::{InProcess, InProcessReply};
pub use journal::RecordedRequest;
pub use sandbox::Sandbox;
#[cfg(feature = "script")]
pub use scenario::ScriptError;
pub use scenario::{Rule, Scenario, UnknownScenario};
pub use verify::{ExpectedRequest, Mismatch};
pub use workspace::{
    EndingBucket, HourSpelling, IncompleteBucket, RowsError, UnknownZone, Workspace, Zone,
};

/// Compiles the example of the readme.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
