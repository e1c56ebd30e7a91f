// Written from spec/paths/purchases/quantity_series.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /purchases/quantity_series`: Export the number of purchases by time.

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

/// Number of purchases in the app, per day or hour.
///
/// `GET /purchases/quantity_series`, permission `purchases.quantity_series`, counted in
/// [`Pool::LISTS_AND_PURCHASES`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, Timestamp, Unit, purchases};
///
/// let request = purchases::QuantitySeriesRequest::new(2)
///     .unit(Unit::Day)
///     .ending_at("2024-05-03T00:00:00Z".parse::<Timestamp>()?);
/// assert_eq!(request.check(), Ok(()));
/// # Ok::<(), braze_core::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct QuantitySeriesRequest {
    /// Greatest number of units (days or hours, by `unit`) to return, counted back from
    /// `ending_at`. From 1 to 100.
    pub length: u32,
    /// Unit of time between two rows. Default `day`.
    pub unit: Option<Unit>,
    /// End of the series. Default: the time of the request.
    pub ending_at: Option<Timestamp>,
    /// A product; without it all purchases count.
    pub product: Option<String>,
    /// API identifier of an app; without it the whole workspace counts.
    pub app_id: Option<String>,
}

impl QuantitySeriesRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(length: u32) -> Self {
        Self { length, unit: None, ending_at: None, product: None, app_id: None }
    }

    /// A selection for an export, which sets the window itself.
    #[must_use]
    pub fn selection() -> Self {
        Self::new(Self::MAX_LENGTH)
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

    /// Sets `product`. A product; without it all purchases count.
    #[must_use]
    pub fn product(mut self, product: impl Into<String>) -> Self {
        self.product = Some(product.into());
        self
    }

    /// Sets `app_id`. API identifier of an app; without it the whole workspace counts.
    #[must_use]
    pub fn app_id(mut self, app_id: impl Into<String>) -> Self {
        self.app_id = Some(app_id.into());
        self
    }
}

impl Endpoint for QuantitySeriesRequest {
    type Output = QuantitySeries;

    const META: Meta = Meta::get("purchases.quantity_series", "/purchases/quantity_series")
        .permission("purchases.quantity_series")
        .replay(Replay::Safe)
        .pool(&Pool::LISTS_AND_PURCHASES);

    fn validate(&self, v: &mut Violations) {
        v.range("length", self.length, Some(1), Some(100));
        if let Some(value) = self.ending_at {
            v.timestamp("ending_at", value);
        }
        if let Some(value) = &self.product {
            v.text("product", value);
        }
        if let Some(value) = &self.app_id {
            v.identifier("app_id", value);
        }
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/purchases/quantity_series");
        w.query("length", &self.length);
        w.query_opt("unit", self.unit.as_ref());
        w.query_opt("ending_at", self.ending_at.as_ref());
        w.query_opt("product", self.product.as_ref());
        w.query_opt("app_id", self.app_id.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<QuantitySeries, DecodeError> {
        reply::series::<Self>(body)
    }

    fn message(output: &QuantitySeries) -> Option<&Message> {
        Some(&output.message)
    }

    fn errors(output: &QuantitySeries) -> &[Value] {
        &output.errors
    }
}

impl Series for QuantitySeriesRequest {
    type Point = QuantitySeriesPoint;

    const UNITS: &[Unit] = &[Unit::Day, Unit::Hour];

    const MAX_LENGTH: u32 = 100;

    const ROLES: Roles = Roles::new("length", "ending_at").unit("unit").dimensions(&[
        Dimension::optional("product").listing(Listing::new("purchases.product_list", "products")),
        Dimension::optional("app_id"),
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

    fn points(output: QuantitySeries) -> Vec<QuantitySeriesPoint> {
        output.data
    }
}

impl FlatSeries for QuantitySeriesRequest {
    fn reply(points: Vec<QuantitySeriesPoint>) -> QuantitySeries {
        QuantitySeries::new(Message::Success, points)
    }
}

#[cfg(feature = "operation")]
impl Operation for QuantitySeriesRequest {
    const DESCRIPTION: Description = Description::new("Export the number of purchases by time")
        .description("Number of purchases in the app, per day or hour.")
        .command(&["purchases", "quantity"])
        .parameters(&[
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
            Parameter::query("product", Kind::Text)
                .description("A product; without it all purchases count."),
            Parameter::query("app_id", Kind::Identifier)
                .description("API identifier of an app; without it the whole workspace counts."),
        ])
        .exchanges(&[Exchange::new(
            "day",
            "/purchases/quantity_series?length=2&unit=day&ending_at=2024-05-03T00%3A00%3A00Z",
            200,
            r#"{
  "message": "success",
  "data": [
    {"time": "2024-05-01", "purchase_quantity": 96},
    {"time": "2024-05-02", "purchase_quantity": 112}
  ]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let length = r.required("length");
        let unit = r.optional("unit");
        let ending_at = r.optional("ending_at");
        let product = r.optional("product");
        let app_id = r.optional("app_id");
        Some(Self { length: length?, unit, ending_at, product, app_id })
    }

    fn write(output: &QuantitySeries) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`QuantitySeriesRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct QuantitySeries {
    /// `success` when the call ended without problems.
    pub message: Message,
    /// The rows.
    pub data: Vec<QuantitySeriesPoint>,
    /// Problems that did not stop the call.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub errors: Vec<Value>,
}

impl QuantitySeries {
    /// A reply with the required fields.
    #[must_use]
    pub fn new(message: Message, data: Vec<QuantitySeriesPoint>) -> Self {
        Self { message, data, errors: Vec::new() }
    }
}

impl Scrub for QuantitySeries {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.data.scrub(secret);
        self.errors.scrub(secret);
    }
}

/// One row of a [`QuantitySeries`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct QuantitySeriesPoint {
    /// Start of the day or hour: a date where `unit` is `day`, a date and time where it is `hour`.
    pub time: SeriesTime,
    /// Number of purchases.
    pub purchase_quantity: u64,
}

impl QuantitySeriesPoint {
    /// A row with the required fields.
    #[must_use]
    pub fn new(time: SeriesTime, purchase_quantity: u64) -> Self {
        Self { time, purchase_quantity }
    }
}

impl Scrub for QuantitySeriesPoint {
    fn scrub(&mut self, secret: &Secret) {
        self.time.scrub(secret);
        self.purchase_quantity.scrub(secret);
    }
}

impl Point for QuantitySeriesPoint {
    type Value = u64;

    const VALUE: &str = "purchase_quantity";

    fn time(&self) -> &SeriesTime {
        &self.time
    }

    fn value(&self) -> u64 {
        self.purchase_quantity
    }
}

impl FlatPoint for QuantitySeriesPoint {
    fn new(time: SeriesTime, value: u64) -> Self {
        Self::new(time, value)
    }
}
