//! Blocking client for the Braze REST API, on [ureq](https://docs.rs/ureq). Unofficial.
//!
//! # Send a request
//!
//! ```no_run
//! use braze_blocking::{Client, Unit, sessions};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // BRAZE_API_KEY holds the key, BRAZE_INSTANCE the name of the instance, such as us-01.
//! let client = Client::from_env()?;
//! let series = client.send(&sessions::DataSeriesRequest::new(14).unit(Unit::Hour))?;
//! for point in &series.data {
//!     println!("{} {}", point.time, point.sessions);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! [`Client::new`] takes the server and the key directly, [`Client::with_config`] all settings, and
//! [`Client::builder`] reaches the settings of ureq. Clones of a client share connections and rate limits.
//!
//! # Export a range
//!
//! One request returns at most 100 days or hours. An export takes any range, sends as many requests as it
//! needs, and compares what was received with what was asked for.
//!
//! ```no_run
//! use braze_blocking::export::{Export, Range};
//! use braze_blocking::{Client, chrono::NaiveDate, sessions};
//!
//! # fn f(client: Client, from: NaiveDate, to: NaiveDate) -> Result<(), Box<dyn std::error::Error>> {
//! let request = sessions::DataSeriesRequest::new(1);
//! let mut export = client.export(Export::new(request, Range::days(from, to)))?;
//! for row in &mut export {
//!     let row = row?;
//!     println!("{},{}", row.start, row.value);
//! }
//! assert!(export.coverage().is_clean());
//! # Ok(())
//! # }
//! ```
//!
//! # Import records
//!
//! An import sends any number of records, and accounts for every one of them: attributes, events and purchases,
//! and [other kinds](import::RecordKind) such as deletions and subscription states.
//!
//! ```no_run
//! use braze_blocking::import::{Import, Record, RecordKind};
//! use braze_blocking::Client;
//!
//! # fn f(client: Client) -> Result<(), Box<dyn std::error::Error>> {
//! let lines = std::io::stdin().lines().map_while(Result::ok);
//! let records = lines.map(|line| match Record::parse(RecordKind::Attributes, line.clone()) {
//!     Ok(record) => record,
//!     Err(error) => Record::with_problem(RecordKind::Attributes, line, error.to_string()),
//! });
//! let mut import = client.import(Import::new(records));
//! for outcome in &mut import {
//!     let outcome = outcome?;
//!     if let Some(reason) = outcome.status.reason() {
//!         eprintln!("record {}: {reason}", outcome.index);
//!     }
//! }
//! println!("{}", import.account());
//! # Ok(())
//! # }
//! ```
//!
//! # Handle errors
//!
//! A call is repeated where that is safe, with backoff, and waits as the rate limit demands; see
//! [`RetryPolicy`] and [`Pacing`]. The [`Error`] that remains says what to do about it. None holds the API key.
//!
//! ```no_run
//! use braze_blocking::{Client, Error, sessions};
//!
//! # fn f(client: Client) {
//! match client.send(&sessions::DataSeriesRequest::new(14)) {
//!     Ok(reply) => println!("{} rows", reply.data.len()),
//!     Err(Error::RetryAt { at, .. }) => println!("rate limited until {at}"),
//!     Err(error) if error.is_unauthorized() => println!("wrong API key or instance: {error}"),
//!     Err(error) => println!("{error}"),
//! }
//! # }
//! ```
//!
//! # Test without Braze
//!
//! The crate [`braze-sandbox`](https://docs.rs/braze-sandbox) is a local stand-in for Braze, with rate limits
//! and faults. Pass its base URL and key to [`Client::new`].
//!
//! # Cancelling
//!
//! [`Client::send_cancellable`] takes a [`Cancel`], with which another thread ends the call.
//! [`ExportRows::cancel`] returns the same for an export, [`ImportOutcomes::cancel`] for an import.
//!
//! # Proxies
//!
//! The environment names them, by the rules of curl (see [`ProxySettings`]), or [`Config::proxies`] does. A
//! setting that cannot be honoured is [`Error::Config`] before anything is sent. Servers on this machine are
//! reached directly.
//!
//! # Features
//!
//! - `ring` (default): TLS by rustls with the ring provider, and the platform's certificate verifier.
//! - `aws-lc-rs`: TLS by rustls with the aws-lc provider.
//! - `native-tls`: TLS by the platform's own library.
//! - `tracing`: a span for each request, by the OpenTelemetry conventions for HTTP clients.
//! - `tz`: time zones by their IANA names, for exports.
//!
//! Retries, pacing, checks and decoding are in [`braze_core`], all of which this crate re-exports.
//!
//! # Logs
//!
//! At level `trace`, ureq's dependency `ureq_proto` writes every byte that is sent to the
//! [`log`](https://docs.rs/log) crate, including the API key. Only the logger can prevent that: limit the target
//! `ureq_proto` to `debug`.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod builder;
mod cancel;
mod client;
mod clock;
mod connector;
mod download;
mod driver;
mod exchange;
mod imports;
mod pages;
mod resolver;
mod rows;
mod tls;
mod trailers;
mod watch;
mod workers;

pub use braze_core::*;
pub use builder::Builder;
pub use cancel::Cancel;
pub use client::Client;
pub use download::Download;
pub use imports::ImportOutcomes;
pub use pages::{Items, Pages};
pub use rows::ExportRows;
pub use ureq;

/// Compiles the example of the readme.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
