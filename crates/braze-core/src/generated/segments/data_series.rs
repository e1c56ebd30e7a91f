// Written from spec/paths/segments/data_series.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /segments/data_series`: Export the size of a segment by day.

use http::response::Parts;
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    DateTime, DecodeError, Dimension, Endpoint, FlatPoint, FlatSeries, Listing, Message, Meta,
    Point, Pool, Replay, RequestWriter, Roles, Scrub, Secret, Series, SeriesTime, Timestamp, Unit,
    Utc, Violations, reply,
};

/// Estimated number of users in a segment, per day.
///
/// `GET /segments/data_series`, permission `segments.data_series`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, Timestamp, segments};
///
/// let request = segments::DataSeriesRequest::new("2c5d3e0b-5f2f-4f0a-8b1e-7f6f2a0c9d34", 2)
///     .ending_at("2024-05-03T00:00:00Z".parse::<Timestamp>()?);
/// assert_eq!(request.check(), Ok(()));
/// # Ok::<(), braze_core::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DataSeriesRequest {
    /// API identifier of the segment, which must have analytics tracking enabled.
    pub segment_id: String,
    /// Greatest number of days to return, counted back from `ending_at`. From 1 to 100.
    pub length: u32,
    /// End of the series. Default: the time of the request.
    pub ending_at: Option<Timestamp>,
}

impl DataSeriesRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(segment_id: impl Into<String>, length: u32) -> Self {
        Self { segment_id: segment_id.into(), length, ending_at: None }
    }

    /// A selection for an export, which sets the window itself.
    #[must_use]
    pub fn selection(segment_id: impl Into<String>) -> Self {
        Self::new(segment_id, Self::MAX_LENGTH)
    }

    /// Sets `ending_at`. End of the series. Default: the time of the request.
    #[must_use]
    pub fn ending_at(mut self, ending_at: impl Into<Timestamp>) -> Self {
        self.ending_at = Some(ending_at.into());
        self
    }
}

impl Endpoint for DataSeriesRequest {
    type Output = DataSeries;

    const META: Meta = Meta::get("segments.data_series", "/segments/data_series")
        .permission("segments.data_series")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        v.identifier("segment_id", &self.segment_id);
        v.range("length", self.length, Some(1), Some(100));
        if let Some(value) = self.ending_at {
            v.timestamp("ending_at", value);
        }
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/segments/data_series");
        w.query("segment_id", &self.segment_id);
        w.query("length", &self.length);
        w.query_opt("ending_at", self.ending_at.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<DataSeries, DecodeError> {
        reply::series::<Self>(body)
    }

    fn message(output: &DataSeries) -> Option<&Message> {
        Some(&output.message)
    }

    fn errors(output: &DataSeries) -> &[Value] {
        &output.errors
    }
}

impl Series for DataSeriesRequest {
    type Point = DataSeriesPoint;

    const UNITS: &[Unit] = &[Unit::Day];

    const MAX_LENGTH: u32 = 100;

    const ROLES: Roles = Roles::new("length", "ending_at")
        .dimensions(&[Dimension::required("segment_id").listing(
            Listing::new("segments.list", "segments").id("id").name("name", "segment_name"),
        )]);

    fn length(&self) -> u32 {
        self.length
    }

    fn unit(&self) -> Unit {
        Unit::Day
    }

    fn ending_at(&self) -> Option<DateTime<Utc>> {
        self.ending_at.map(Timestamp::to_utc)
    }

    fn window(&mut self, _unit: Unit, length: u32, ending_at: Option<DateTime<Utc>>) {
        self.length = length;
        self.ending_at = ending_at.map(Timestamp::from);
    }

    fn points(output: DataSeries) -> Vec<DataSeriesPoint> {
        output.data
    }
}

impl FlatSeries for DataSeriesRequest {
    fn reply(points: Vec<DataSeriesPoint>) -> DataSeries {
        DataSeries::new(Message::Success, points)
    }
}

#[cfg(feature = "operation")]
impl Operation for DataSeriesRequest {
    const DESCRIPTION: Description = Description::new("Export the size of a segment by day")
        .description("Estimated number of users in a segment, per day.")
        .command(&["segments"])
        .parameters(&[
            Parameter::query("segment_id", Kind::Identifier).required().description(
                "API identifier of the segment, which must have analytics tracking enabled.",
            ),
            Parameter::query("length", Kind::Integer { min: Some(1), max: Some(100) })
                .required()
                .description("Greatest number of days to return, counted back from `ending_at`."),
            Parameter::query("ending_at", Kind::DateTime)
                .description("End of the series. Default: the time of the request."),
        ])
        .exchanges(&[Exchange::new(
            "day",
            "/segments/data_series?segment_id=2c5d3e0b-5f2f-4f0a-8b1e-7f6f2a0c9d34&length=2\
                 &ending_at=2024-05-03T00%3A00%3A00Z",
            200,
            r#"{
  "message": "success",
  "data": [
    {"time": "2024-05-01", "size": 20411},
    {"time": "2024-05-02", "size": 20630}
  ]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let segment_id = r.required("segment_id");
        let length = r.required("length");
        let ending_at = r.optional("ending_at");
        Some(Self { segment_id: segment_id?, length: length?, ending_at })
    }

    fn write(output: &DataSeries) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`DataSeriesRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DataSeries {
    /// `success` when the call ended without problems.
    pub message: Message,
    /// The rows.
    pub data: Vec<DataSeriesPoint>,
    /// Problems that did not stop the call.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub errors: Vec<Value>,
}

impl DataSeries {
    /// A reply with the required fields.
    #[must_use]
    pub fn new(message: Message, data: Vec<DataSeriesPoint>) -> Self {
        Self { message, data, errors: Vec::new() }
    }
}

impl Scrub for DataSeries {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.data.scrub(secret);
        self.errors.scrub(secret);
    }
}

/// One row of a [`DataSeries`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DataSeriesPoint {
    /// The day.
    pub time: SeriesTime,
    /// Estimated number of users.
    pub size: u64,
}

impl DataSeriesPoint {
    /// A row with the required fields.
    #[must_use]
    pub fn new(time: SeriesTime, size: u64) -> Self {
        Self { time, size }
    }
}

impl Scrub for DataSeriesPoint {
    fn scrub(&mut self, secret: &Secret) {
        self.time.scrub(secret);
        self.size.scrub(secret);
    }
}

impl Point for DataSeriesPoint {
    type Value = u64;

    const VALUE: &str = "size";

    fn time(&self) -> &SeriesTime {
        &self.time
    }

    fn value(&self) -> u64 {
        self.size
    }
}

impl FlatPoint for DataSeriesPoint {
    fn new(time: SeriesTime, value: u64) -> Self {
        Self::new(time, value)
    }
}
