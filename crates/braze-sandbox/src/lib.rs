//! A local stand-in for the Braze REST API.
//!
//! Braze has no test server. This is one: it knows every endpoint of the spec, checks keys and
//! parameters, keeps rate limits, and makes up numbers with the rhythm of days and weeks. It can go
//! wrong on purpose, too: see [`Scenario`].
//!
//! It is unofficial, and where the documentation is silent it can be set either way: see
//! [`Workspace`].
//!
//! # Start it and use a client
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
//! // The code under test is given the sandbox's address and key.
//! let client = Client::new(sandbox.base_url(), sandbox.api_key())?;
//! let series = client.send(&DataSeriesRequest::new(14))?;
//! assert_eq!(series.data.len(), 14);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Set the rows that a test counts on
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
//! # Let it go wrong
//!
//! ```
//! # use braze_blocking::Client;
//! # use braze_core::sessions::DataSeriesRequest;
//! use braze_sandbox::{Fault, Rule, Sandbox, Scenario};
//!
//! // The first request is cut off; the client repeats it.
//! let scenario = Scenario::new("mine").rule(Rule::fault(Fault::Reset).requests(1..=1));
//! let sandbox = Sandbox::builder().scenario(scenario).start()?;
//! let client = Client::new(sandbox.base_url(), sandbox.api_key())?;
//! client.send(&DataSeriesRequest::new(14))?;
//! assert_eq!(sandbox.request_count(), 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Look at what came
//!
//! ```
//! # use braze_blocking::Client;
//! # use braze_core::sessions::DataSeriesRequest;
//! use braze_sandbox::{Expected, Sandbox};
//!
//! let sandbox = Sandbox::start()?;
//! let client = Client::new(sandbox.base_url(), sandbox.api_key())?;
//! client.send(&DataSeriesRequest::new(14))?;
//!
//! sandbox.verify([Expected::of(&DataSeriesRequest::new(14))])?;
//! assert_eq!(sandbox.requests()[0].target, "/sessions/data_series?length=14");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Tests in other languages ask the same of a running sandbox, without a key and from this machine
//! only: `GET /__sandbox/journal` lists the requests as lines of [JSON](Received::to_json),
//! `DELETE` forgets them, and `POST /__sandbox/verify` compares them with the lines of its body, such
//! as `GET /sessions/data_series?length=14`, or `?*` at the end for any query. It answers 200, or 409
//! with the difference. With `?order=any` the order does not matter.
//!
//! Feature `script`: scenarios from YAML files, `Scenario::load` and `Scenario::from_yaml`. It needs
//! Rust 1.89, the rest 1.85.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod access;
mod attempts;
mod body;
mod builder;
mod clock;
mod control;
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
mod visible;
mod workspace;

pub use builder::Builder;
pub use clock::Clock;
pub use fault::{Fault, Page, RetryHint};
pub use in_process::{Exchanged, InProcess};
pub use journal::Received;
pub use sandbox::Sandbox;
#[cfg(feature = "script")]
pub use scenario::ScriptError;
pub use scenario::{Rule, Scenario, UnknownScenario};
pub use verify::{Expected, Mismatch};
pub use workspace::{
    EndingBucket, HourSpelling, OpenBucket, RowsError, UnknownZone, Workspace, Zone,
};
