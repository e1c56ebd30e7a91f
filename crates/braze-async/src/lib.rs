//! The async client of an unofficial SDK for the Braze REST API, on [reqwest](https://docs.rs/reqwest).
//!
//! ```no_run
//! use braze_async::{ApiKey, Client, Instance, Unit, sessions};
//!
//! # async fn f() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(Instance::Us01, ApiKey::new(std::env::var("BRAZE_API_KEY")?)?)?;
//! let series = client.send(&sessions::DataSeriesRequest::new(14).unit(Unit::Hour)).await?;
//! for point in &series.data {
//!     println!("{} {}", point.time, point.sessions);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! What a call does (checks, retries, waiting for the rate limit, decoding) is decided in
//! [`braze_core`], which this crate re-exports; here it is only carried. A tokio runtime must be running.
//!
//! # Proxies
//!
//! The environment names them, read as curl does (see [`ProxySettings`]), or [`Config::proxies`]. What cannot
//! be honoured is [`Error::Config`] before anything is sent. Servers on this machine are reached directly.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod builder;
mod client;
mod clock;
mod driver;
mod exchange;
mod rows;
mod tls;

pub use braze_core::*;
pub use builder::Builder;
pub use client::Client;
pub use futures_core::Stream;
pub use reqwest;
pub use rows::ExportRows;
