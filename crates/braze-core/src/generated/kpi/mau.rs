// Written from spec/paths/kpi/mau.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /kpi/mau/data_series`: Export monthly active users by day.

use http::response::Parts;
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    DateTime, DecodeError, Dimension, Endpoint, FlatPoint, FlatSeries, Message, Meta, Point, Pool,
    Replay, RequestWriter, Roles, Scrub, Secret, Series, SeriesTime, Timestamp, Unit, Utc,
    Violations, reply,
};

/// Number of monthly active users, in a rolling window of 30 days, per day.
///
/// `GET /kpi/mau/data_series`, permission `kpi.mau.data_series`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, Timestamp, kpi};
///
/// let request = kpi::MauRequest::new(2)
///     .ending_at("2024-05-03T00:00:00Z".parse::<Timestamp>()?);
/// assert_eq!(request.check(), Ok(()));
/// # Ok::<(), braze_core::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MauRequest {
    /// Greatest number of days to return, counted back from `ending_at`. From 1 to 100.
    pub length: u32,
    /// End of the series. Default: the time of the request.
    pub ending_at: Option<Timestamp>,
    /// API identifier of an app; without it the whole workspace counts.
    pub app_id: Option<String>,
}

impl MauRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(length: u32) -> Self {
        Self { length, ending_at: None, app_id: None }
    }

    /// A selection for an export, which sets the window itself.
    #[must_use]
    pub fn selection() -> Self {
        Self::new(Self::MAX_LENGTH)
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
}

impl Endpoint for MauRequest {
    type Output = Mau;

    const META: Meta = Meta::get("kpi.mau.data_series", "/kpi/mau/data_series")
        .permission("kpi.mau.data_series")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        v.range("length", self.length, Some(1), Some(100));
        if let Some(value) = self.ending_at {
            v.timestamp("ending_at", value);
        }
        if let Some(value) = &self.app_id {
            v.identifier("app_id", value);
        }
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/kpi/mau/data_series");
        w.query("length", &self.length);
        w.query_opt("ending_at", self.ending_at.as_ref());
        w.query_opt("app_id", self.app_id.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Mau, DecodeError> {
        reply::series::<Self>(body)
    }

    fn message(output: &Mau) -> Option<&Message> {
        Some(&output.message)
    }

    fn errors(output: &Mau) -> &[Value] {
        &output.errors
    }
}

impl Series for MauRequest {
    type Point = MauPoint;

    const UNITS: &[Unit] = &[Unit::Day];

    const MAX_LENGTH: u32 = 100;

    const ROLES: Roles =
        Roles::new("length", "ending_at").dimensions(&[Dimension::optional("app_id")]);

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

    fn points(output: Mau) -> Vec<MauPoint> {
        output.data
    }
}

impl FlatSeries for MauRequest {
    fn reply(points: Vec<MauPoint>) -> Mau {
        Mau::new(Message::Success, points)
    }
}

#[cfg(feature = "operation")]
impl Operation for MauRequest {
    const DESCRIPTION: Description = Description::new("Export monthly active users by day")
        .description("Number of monthly active users, in a rolling window of 30 days, per day.")
        .command(&["kpi", "mau"])
        .parameters(&[
            Parameter::query("length", Kind::Integer { min: Some(1), max: Some(100) })
                .required()
                .description("Greatest number of days to return, counted back from `ending_at`."),
            Parameter::query("ending_at", Kind::DateTime)
                .description("End of the series. Default: the time of the request."),
            Parameter::query("app_id", Kind::Identifier)
                .description("API identifier of an app; without it the whole workspace counts."),
        ])
        .exchanges(&[Exchange::new(
            "day",
            "/kpi/mau/data_series?length=2&ending_at=2024-05-03T00%3A00%3A00Z",
            200,
            r#"{
  "message": "success",
  "data": [
    {"time": "2024-05-01", "mau": 48210},
    {"time": "2024-05-02", "mau": 48305}
  ]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let length = r.required("length");
        let ending_at = r.optional("ending_at");
        let app_id = r.optional("app_id");
        Some(Self { length: length?, ending_at, app_id })
    }

    fn write(output: &Mau) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`MauRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Mau {
    /// `success` when the call ended without problems.
    pub message: Message,
    /// The rows.
    pub data: Vec<MauPoint>,
    /// Problems that did not stop the call.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub errors: Vec<Value>,
}

impl Mau {
    /// A reply with the required fields.
    #[must_use]
    pub fn new(message: Message, data: Vec<MauPoint>) -> Self {
        Self { message, data, errors: Vec::new() }
    }
}

impl Scrub for Mau {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.data.scrub(secret);
        self.errors.scrub(secret);
    }
}

/// One row of a [`Mau`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MauPoint {
    /// The day.
    pub time: SeriesTime,
    /// Number of users who were active within 30 days.
    pub mau: u64,
}

impl MauPoint {
    /// A row with the required fields.
    #[must_use]
    pub fn new(time: SeriesTime, mau: u64) -> Self {
        Self { time, mau }
    }
}

impl Scrub for MauPoint {
    fn scrub(&mut self, secret: &Secret) {
        self.time.scrub(secret);
        self.mau.scrub(secret);
    }
}

impl Point for MauPoint {
    type Value = u64;

    const VALUE: &str = "mau";

    fn time(&self) -> &SeriesTime {
        &self.time
    }

    fn value(&self) -> u64 {
        self.mau
    }
}

impl FlatPoint for MauPoint {
    fn new(time: SeriesTime, value: u64) -> Self {
        Self::new(time, value)
    }
}
