//! A local stand-in for the Braze REST API.
//!
//! Braze has no test server. This is one: it knows every endpoint of the spec, checks keys and
//! parameters, keeps rate limits, and makes up numbers with the rhythm of days and weeks. It can go
//! wrong on purpose, too: see [`Scenario`].
//!
//! It is unofficial, and where the documentation is silent it can be set either way: see
//! [`Workspace`].
#![cfg_attr(docsrs, feature(doc_cfg))]

mod access;
mod body;
mod builder;
mod clock;
mod fault;
mod in_process;
mod journal;
mod quota;
mod reply;
mod route;
mod sandbox;
mod scenario;
mod server;
mod service;
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
pub use workspace::{EndingBucket, HourSpelling, OpenBucket, UnknownZone, Workspace, Zone};
