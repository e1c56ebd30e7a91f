//! Charts of Braze analytics over time, for a terminal or as SVG.
//!
//! A [`Figure`] takes rows from any source: an export of `braze-blocking` or `braze-async`, or a file of
//! `braze-store`. This crate opens no socket and no file.
//!
//! # Draw an export
//!
//! ```
//! use braze_blocking::{Client, export::{Export, Range}, sessions};
//! use braze_chart::{Figure, svg, terminal};
//! use braze_sandbox::{Clock, Sandbox};
//!
//! let sandbox = Sandbox::builder().clock(Clock::fixed("2024-05-15T10:30:00Z".parse()?)).start()?;
//! let client = Client::new(sandbox.base_url(), sandbox.api_key())?;
//!
//! let april = Range::days("2024-04-01".parse()?, "2024-05-01".parse()?);
//! let mut export = client.export(Export::new(sessions::DataSeriesRequest::selection(), april))?;
//! let rows = export.by_ref().collect::<Result<Vec<_>, _>>()?;
//!
//! let mut figure = Figure::new("sessions", april);
//! let line = figure.add_line("all apps");
//! line.extend(rows);
//! line.set_missing(export.coverage().missing_of(0));
//!
//! println!("{}", terminal::draw(&figure, terminal::Screen::new(80)));
//! let picture = svg::draw(&figure)?;
//! assert!(picture.starts_with("<svg"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! With the async client, rows come from a stream: call [`Line::extend`] with each row in
//! `while let Some(row) = export.next().await`, or collect the rows first.
//!
//! # What a chart shows
//!
//! A day or hour without a number is a gap. An incomplete one is drawn in a different style and does not
//! count in the mean. If there are more buckets than room, each point is the mean of several, and a note
//! says how many.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod axis;
mod figure;
mod marks;
mod number;
mod plot;
#[cfg(test)]
mod samples;
mod summary;
pub mod svg;
pub mod terminal;
mod timeline;

pub use figure::{Figure, Line};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
