//! Analytics series of Braze without their types: selections, plans, and rows in files.
//!
//! Rows come from an export of `braze-blocking` or `braze-async`, or from anywhere else: a
//! [`RowWriter`](format::RowWriter) takes one row at a time. This crate opens no socket and no file.
//!
//! # Write an export as CSV
//!
//! ```
//! use braze_blocking::export::Range;
//! use braze_blocking::{Client, Unit, sessions};
//! use braze_core::NumericValue;
//! use braze_sandbox::Sandbox;
//! use braze_series::format::{Format, Outcome, Sheet};
//! use braze_series::{Plan, Selections, SeriesInfo};
//!
//! let sandbox = Sandbox::builder().start()?;
//! let client = Client::new(sandbox.base_url(), sandbox.api_key())?;
//!
//! let series = SeriesInfo::new::<sessions::DataSeriesRequest>();
//! let selections = Selections::new([series.selection([("app_id", "ios")])]);
//! let request = sessions::DataSeriesRequest::new(1).app_id("ios");
//! let plan = Plan::new(Range::days("2024-01-01".parse()?, "2024-02-01".parse()?));
//!
//! let mut export = client.export(plan.export(vec![request]))?;
//! let format = Format::from_extension("csv").ok_or("unknown format")?;
//! let mut writer = format.writer(Sheet::new(series, Unit::Day, selections)).ok_or("no writer")?;
//! let mut out = Vec::new();
//! writer.begin(&mut out)?;
//! for row in &mut export {
//!     writer.row(&row?.map(NumericValue::number), &mut out)?;
//! }
//! let (range, coverage) = (export.range(), export.coverage());
//! writer.end(&Outcome { range, coverage: &coverage }, &mut out)?;
//!
//! let text = String::from_utf8(out)?;
//! assert!(text.starts_with("time,unit,app_id,segment_id,sessions,complete\n2024-01-01,day,ios,,"));
//! assert_eq!(text.lines().count(), 1 + 31);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! For Parquet, turn on the feature `parquet` and choose [`Format::Parquet`](format::Format::Parquet); the
//! rest is the same. With the async client, replace the loop by
//! `while let Some(row) = export.next().await`.
//!
//! # Features
//!
//! - `parquet`: rows as Parquet. Off by default; it needs Rust 1.88.
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod format;
pub mod limits;
mod plan;
mod selection;
mod series;

pub use plan::{Plan, Position};
pub use selection::{Selection, Selections};
pub use series::SeriesInfo;
