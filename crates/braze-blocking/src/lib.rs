//! The blocking client of an unofficial SDK for the Braze REST API, on [ureq](https://docs.rs/ureq).
//!
//! ```no_run
//! use braze_blocking::{ApiKey, Client, Instance, Unit, sessions};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(Instance::Us01, ApiKey::new(std::env::var("BRAZE_API_KEY")?)?)?;
//! let series = client.send(&sessions::DataSeriesRequest::new(14).unit(Unit::Hour))?;
//! for point in &series.data {
//!     println!("{} {}", point.time, point.sessions);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! What a call does (checks, retries, waiting for the rate limit, decoding) is decided in
//! [`braze_core`], which this crate re-exports; here it is only carried.
//!
//! # Proxies
//!
//! The environment names them, read as curl does (see [`ProxySettings`]), or [`Config::proxies`]. What cannot
//! be honoured is [`Error::Config`] before anything is sent. Servers on this machine are reached directly.
//!
//! # Logs
//!
//! ureq writes to the [`log`](https://docs.rs/log) facade. At level `trace` its part `ureq_proto` writes
//! every byte that is sent, the API key among them, and no setting but the logger's own keeps it from that:
//! hold the target `ureq_proto` at `debug`.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod builder;
mod cancel;
mod client;
mod clock;
mod connector;
mod driver;
mod exchange;
mod resolver;
mod rows;
mod tls;
mod trailers;
mod watch;

pub use braze_core::*;
pub use builder::Builder;
pub use cancel::Cancel;
pub use client::Client;
pub use rows::ExportRows;
pub use ureq;
