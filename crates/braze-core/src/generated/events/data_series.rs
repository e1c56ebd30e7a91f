// Written from spec/paths/events/data_series.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /events/data_series`: Export a custom event by time.

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

/// Occurrences of a custom event, per day or hour.
///
/// `GET /events/data_series`, permission `events.data_series`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, Timestamp, Unit, events};
///
/// let request = events::DataSeriesRequest::new("app_rated", 2)
///     .unit(Unit::Day)
///     .ending_at("2024-05-03T00:00:00Z".parse::<Timestamp>()?);
/// assert_eq!(request.check(), Ok(()));
/// # Ok::<(), braze_core::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DataSeriesRequest {
    /// Name of the custom event, as the dashboard shows it.
    pub event: String,
    /// Greatest number of units (days or hours, by `unit`) to return, counted back from
    /// `ending_at`. From 1 to 100.
    pub length: u32,
    /// Unit of time between two rows. Default `day`.
    pub unit: Option<Unit>,
    /// End of the series. Default: the time of the request.
    pub ending_at: Option<Timestamp>,
    /// API identifier of an app; without it the whole workspace counts.
    pub app_id: Option<String>,
    /// API identifier of a segment with analytics tracking enabled; only this segment counts then.
    pub segment_id: Option<String>,
}

impl DataSeriesRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(event: impl Into<String>, length: u32) -> Self {
        Self {
            event: event.into(),
            length,
            unit: None,
            ending_at: None,
            app_id: None,
            segment_id: None,
        }
    }

    /// A selection for an export, which sets the window itself.
    #[must_use]
    pub fn selection(event: impl Into<String>) -> Self {
        Self::new(event, Self::MAX_LENGTH)
    }

    /// Sets `unit`. Unit of time between two rows. Default `day`.
    #[must_use]
    pub fn unit(mut self, unit: Unit) -> Self {
        self.unit = Some(unit);
        self
    }

    /// Sets `ending_at`. End of the series. Default: the time of the request.
    #[must_use]
    pub fn ending_at(mut self, ending_at: impl Into<Timestamp>) -> Self {
        self.ending_at = Some(ending_at.into());
        self
    }

    /// Sets `app_id`. API identifier of an app; without it the whole workspace counts.
    #[must_use]
    pub fn app_id(mut self, app_id: impl Into<String>) -> Self {
        self.app_id = Some(app_id.into());
        self
    }

    /// Sets `segment_id`. API identifier of a segment with analytics tracking enabled; only this
    /// segment counts then.
    #[must_use]
    pub fn segment_id(mut self, segment_id: impl Into<String>) -> Self {
        self.segment_id = Some(segment_id.into());
        self
    }
}

impl Endpoint for DataSeriesRequest {
    type Output = DataSeries;

    const META: Meta = Meta::get("events.data_series", "/events/data_series")
        .permission("events.data_series")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        v.text("event", &self.event);
        v.range("length", self.length, Some(1), Some(100));
        if let Some(value) = self.ending_at {
            v.timestamp("ending_at", value);
        }
        if let Some(value) = &self.app_id {
            v.identifier("app_id", value);
        }
        if let Some(value) = &self.segment_id {
            v.identifier("segment_id", value);
        }
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/events/data_series");
        w.query("event", &self.event);
        w.query("length", &self.length);
        w.query_opt("unit", self.unit.as_ref());
        w.query_opt("ending_at", self.ending_at.as_ref());
        w.query_opt("app_id", self.app_id.as_ref());
        w.query_opt("segment_id", self.segment_id.as_ref());
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

    const UNITS: &[Unit] = &[Unit::Day, Unit::Hour];

    const MAX_LENGTH: u32 = 100;

    const ROLES: Roles = Roles::new("length", "ending_at").unit("unit").dimensions(&[
        Dimension::required("event").listing(Listing::new("events.list", "events")),
        Dimension::optional("app_id"),
        Dimension::optional("segment_id").listing(
            Listing::new("segments.list", "segments").id("id").name("name", "segment_name"),
        ),
    ]);

    fn length(&self) -> u32 {
        self.length
    }

    fn unit(&self) -> Unit {
        self.unit.unwrap_or(Unit::Day)
    }

    fn ending_at(&self) -> Option<DateTime<Utc>> {
        self.ending_at.map(Timestamp::to_utc)
    }

    fn window(&mut self, unit: Unit, length: u32, ending_at: Option<DateTime<Utc>>) {
        self.unit = Some(unit);
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
    const DESCRIPTION: Description = Description::new("Export a custom event by time")
        .description("Occurrences of a custom event, per day or hour.")
        .command(&["events"])
        .parameters(&[
            Parameter::query("event", Kind::Text)
                .required()
                .description("Name of the custom event, as the dashboard shows it."),
            Parameter::query("length", Kind::Integer { min: Some(1), max: Some(100) })
                .required()
                .description(
                    "Greatest number of units (days or hours, by `unit`) to return, counted back \
                     from `ending_at`.",
                ),
            Parameter::query("unit", Kind::OneOf(&["day", "hour"]))
                .default("day")
                .description("Unit of time between two rows."),
            Parameter::query("ending_at", Kind::DateTime)
                .description("End of the series. Default: the time of the request."),
            Parameter::query("app_id", Kind::Identifier)
                .description("API identifier of an app; without it the whole workspace counts."),
            Parameter::query("segment_id", Kind::Identifier).description(
                "API identifier of a segment with analytics tracking enabled; only this \
                     segment counts then.",
            ),
        ])
        .exchanges(&[Exchange::new(
            "day",
            "/events/data_series?event=app_rated&length=2&unit=day\
                 &ending_at=2024-05-03T00%3A00%3A00Z",
            200,
            r#"{
  "message": "success",
  "data": [
    {"time": "2024-05-01", "count": 318},
    {"time": "2024-05-02", "count": 344}
  ]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let event = r.required("event");
        let length = r.required("length");
        let unit = r.optional("unit");
        let ending_at = r.optional("ending_at");
        let app_id = r.optional("app_id");
        let segment_id = r.optional("segment_id");
        Some(Self { event: event?, length: length?, unit, ending_at, app_id, segment_id })
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
    /// Start of the day or hour: a date where `unit` is `day`, a date and time where it is `hour`.
    pub time: SeriesTime,
    /// Number of occurrences.
    pub count: u64,
}

impl DataSeriesPoint {
    /// A row with the required fields.
    #[must_use]
    pub fn new(time: SeriesTime, count: u64) -> Self {
        Self { time, count }
    }
}

impl Scrub for DataSeriesPoint {
    fn scrub(&mut self, secret: &Secret) {
        self.time.scrub(secret);
        self.count.scrub(secret);
    }
}

impl Point for DataSeriesPoint {
    type Value = u64;

    const VALUE: &str = "count";

    fn time(&self) -> &SeriesTime {
        &self.time
    }

    fn value(&self) -> u64 {
        self.count
    }
}

impl FlatPoint for DataSeriesPoint {
    fn new(time: SeriesTime, value: u64) -> Self {
        Self::new(time, value)
    }
}
