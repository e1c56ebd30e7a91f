//! Points in time, as the API writes and reads them.
//!
//! [`Timestamp`] goes out: an instant that always leaves as RFC 3339. [`SeriesTime`] comes in: the
//! `time` of a row, in whatever spelling the server chose, kept as it was written.

mod rfc3339;
mod scan;
mod series_time;
mod timestamp;

pub use series_time::{SeriesTime, TimeValue};
pub use timestamp::{ParseTimestampError, Timestamp};
