//! The same work without the SDK, as a careful person writes it in an afternoon: what ours is measured
//! against. Each is the shortest way that the library's documentation shows.

pub(crate) mod asynchronous;
pub(crate) mod blocking;
pub(crate) mod import;

use chrono::{DateTime, Duration, NaiveDate, SecondsFormat, Utc};
use serde::Deserialize;

/// A reply of days.
pub(crate) type Days = Reply<NaiveDate>;
/// A reply of hours.
pub(crate) type Hours = Reply<DateTime<Utc>>;

/// The documented reply.
#[derive(Debug, Deserialize)]
pub(crate) struct Reply<T> {
    /// `success`, or what went wrong.
    pub(crate) message: String,
    /// The rows.
    pub(crate) data: Vec<Point<T>>,
}

/// A row.
#[derive(Debug, Deserialize)]
pub(crate) struct Point<T> {
    /// The day or hour.
    pub(crate) time: T,
    /// Sessions in it.
    pub(crate) sessions: u64,
}

/// All five parameters of the request that everybody sends here.
pub(crate) fn parameters(length: u32, ending_at: DateTime<Utc>) -> [(&'static str, String); 5] {
    [
        ("length", length.to_string()),
        ("unit", "hour".to_owned()),
        ("ending_at", ending_at.to_rfc3339_opts(SecondsFormat::Secs, true)),
        ("app_id", APP.to_owned()),
        ("segment_id", SEGMENT.to_owned()),
    ]
}

/// An app.
pub(crate) const APP: &str = "3f6b0c1e-9d52-4a36-8d0e-2d9c1a7e5b44";
/// A segment.
pub(crate) const SEGMENT: &str = "a91b7c64-52de-4f2b-b8aa-90e17b63f0d5";

/// The windows of a range: how many hours each has, and its end.
pub(crate) fn windows(
    from: DateTime<Utc>,
    hours: u32,
) -> impl Iterator<Item = (u32, DateTime<Utc>)> {
    (0..hours).step_by(100).map(move |begin| {
        let length = (hours - begin).min(100);
        (length, from + Duration::hours((begin + length).into()))
    })
}
