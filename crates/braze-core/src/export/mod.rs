//! Any range of a series, with proof that nothing is missing.
//!
//! The service returns at most 100 units for a request. An [`Export`] says what is wanted; the clients'
//! `export` runs it and gives the rows in order, each bucket once, and a [`Coverage`] that says what is
//! missing, doubled, changed or still open. Memory stays flat however long the range is.
//!
//! ```
//! use braze_core::export::{Export, Range, Zone};
//! use braze_core::chrono::NaiveDate;
//! use braze_core::sessions::DataSeriesRequest;
//!
//! let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
//! let year = Range::days(date(2023, 1, 1), date(2024, 1, 1));
//! let export = Export::new(DataSeriesRequest::selection(), year)
//!     .zone("-05:00".parse::<Zone>()?)
//!     .concurrency(4);
//! # let _ = export;
//! # Ok::<(), braze_core::export::ParseZoneError>(())
//! ```
//!
//! To run it on a transport of your own, drive a [`ExportMachine`]: it hands out [`Job`]s, each a
//! [`Machine`](crate::Machine) that can run anywhere, and puts what they bring back in order.

mod bucket;
mod bucket_map;
mod candidate;
mod coverage;
mod cursor;
mod days;
mod machine;
mod merge;
mod options;
mod placement;
mod range;
mod row;
mod windows;
mod zone;

pub use crate::error::ExportError;
pub use bucket::{Bucket, ParseBucketError, Start};
pub use coverage::{Coverage, Finding, Problem};
pub use cursor::{Cursor, CursorError};
pub use days::days_of_hours;
pub use machine::{ExportMachine, Job, JobReply, Next, Progress};
pub use options::{Absent, Export};
pub use range::Range;
pub use row::Row;
pub use windows::{Window, Windows};
pub use zone::{ParseZoneError, Zone, first_open, first_to_come};
