//! A local stand-in for the Braze REST API.
//!
//! Braze has no test server. This is one: it knows every endpoint of the spec, checks keys and
//! parameters, keeps rate limits, and makes up numbers with the rhythm of days and weeks. It can go
//! wrong on purpose, too: see [`Scenario`].
//!
//! It is unofficial, and where the documentation is silent it can be set either way: see
//! [`Workspace`].
//!
//! ```
//! use braze_blocking::Client;
//! use braze_core::sessions::DataSeriesRequest;
//! use braze_sandbox::{Clock, Expected, Sandbox};
//!
//! let sandbox = Sandbox::builder()
//!     .clock(Clock::fixed("2024-05-15T10:30:00Z".parse()?)) // the same rows in every run
//!     .start()?;
//!
//! // The code under test is given the sandbox's address and key.
//! let client = Client::new(sandbox.base_url(), sandbox.api_key())?;
//! let series = client.send(&DataSeriesRequest::new(14))?;
//! assert_eq!(series.data.len(), 14);
//!
//! sandbox.verify([Expected::of(&DataSeriesRequest::new(14))])?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
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
