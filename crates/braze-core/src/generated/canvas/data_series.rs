// Written from spec/paths/canvas/data_series.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /canvas/data_series`: Export Canvas statistics by day.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    CanvasStepStatistics, CanvasTotals, CanvasVariantStatistics, DateTime, DecodeError, Dimension,
    Endpoint, Listing, MeasureCollector, MeasureSource, Measures, Message, Meta, Point, Pool,
    Replay, RequestWriter, Roles, Scrub, Secret, Series, SeriesTime, Timestamp, Unit, Utc,
    Violations, reply,
};

/// Entries, conversions and revenue of a Canvas per day; on request by variant, and by step with
/// the counts of each channel.
///
/// `GET /canvas/data_series`, permission `canvas.data_series`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, Timestamp, canvas};
///
/// let request = canvas::DataSeriesRequest::new("7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9101", "2024-05-03T00:00:00Z".parse::<Timestamp>()?)
///     .length(2);
/// assert_eq!(request.check(), Ok(()));
/// # Ok::<(), braze_core::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DataSeriesRequest {
    /// API identifier of the Canvas.
    pub canvas_id: String,
    /// End of the statistics.
    pub ending_at: Timestamp,
    /// Start of the statistics. Either this or `length` must be there.
    pub starting_at: Option<Timestamp>,
    /// Greatest number of days to return, counted back from `ending_at`. Either this or
    /// `starting_at` must be there. From 1 to 14.
    pub length: Option<u32>,
    /// Also return statistics of each variant. Default `false`.
    pub include_variant_breakdown: Option<bool>,
    /// Also return statistics of each step. Default `false`.
    pub include_step_breakdown: Option<bool>,
    /// Also return statistics of steps that were deleted. Default `false`.
    pub include_deleted_step_data: Option<bool>,
}

impl DataSeriesRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(canvas_id: impl Into<String>, ending_at: impl Into<Timestamp>) -> Self {
        Self {
            canvas_id: canvas_id.into(),
            ending_at: ending_at.into(),
            starting_at: None,
            length: None,
            include_variant_breakdown: None,
            include_step_breakdown: None,
            include_deleted_step_data: None,
        }
    }

    /// A selection for an export, which sets the window itself.
    #[must_use]
    pub fn selection(canvas_id: impl Into<String>) -> Self {
        Self::new(canvas_id, DateTime::<Utc>::UNIX_EPOCH)
    }

    /// Sets `starting_at`. Start of the statistics. Either this or `length` must be there.
    #[must_use]
    pub fn starting_at(mut self, starting_at: impl Into<Timestamp>) -> Self {
        self.starting_at = Some(starting_at.into());
        self
    }

    /// Sets `length`. Greatest number of days to return, counted back from `ending_at`. Either this
    /// or `starting_at` must be there. From 1 to 14.
    #[must_use]
    pub fn length(mut self, length: u32) -> Self {
        self.length = Some(length);
        self
    }

    /// Sets `include_variant_breakdown`. Also return statistics of each variant. Default `false`.
    #[must_use]
    pub fn include_variant_breakdown(mut self, include_variant_breakdown: bool) -> Self {
        self.include_variant_breakdown = Some(include_variant_breakdown);
        self
    }

    /// Sets `include_step_breakdown`. Also return statistics of each step. Default `false`.
    #[must_use]
    pub fn include_step_breakdown(mut self, include_step_breakdown: bool) -> Self {
        self.include_step_breakdown = Some(include_step_breakdown);
        self
    }

    /// Sets `include_deleted_step_data`. Also return statistics of steps that were deleted. Default
    /// `false`.
    #[must_use]
    pub fn include_deleted_step_data(mut self, include_deleted_step_data: bool) -> Self {
        self.include_deleted_step_data = Some(include_deleted_step_data);
        self
    }
}

impl Endpoint for DataSeriesRequest {
    type Output = DataSeries;

    const META: Meta = Meta::get("canvas.data_series", "/canvas/data_series")
        .permission("canvas.data_series")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        v.identifier("canvas_id", &self.canvas_id);
        v.timestamp("ending_at", self.ending_at);
        if let Some(value) = self.starting_at {
            v.timestamp("starting_at", value);
        }
        if let Some(value) = self.length {
            v.range("length", value, Some(1), Some(14));
        }
        v.at_least_one(&[
            ("starting_at", self.starting_at.is_some()),
            ("length", self.length.is_some()),
        ]);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/canvas/data_series");
        w.query("canvas_id", &self.canvas_id);
        w.query("ending_at", &self.ending_at);
        w.query_opt("starting_at", self.starting_at.as_ref());
        w.query_opt("length", self.length.as_ref());
        w.query_opt("include_variant_breakdown", self.include_variant_breakdown.as_ref());
        w.query_opt("include_step_breakdown", self.include_step_breakdown.as_ref());
        w.query_opt("include_deleted_step_data", self.include_deleted_step_data.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<DataSeries, DecodeError> {
        reply::json(body)
    }

    fn message(output: &DataSeries) -> Option<&Message> {
        output.message.as_ref()
    }
}

impl Series for DataSeriesRequest {
    type Point = DataSeriesDataPoint;

    const POINTS: &str = "data.stats";

    const UNITS: &[Unit] = &[Unit::Day];

    const MAX_LENGTH: u32 = 14;

    const ROLES: Roles =
        Roles::new("length", "ending_at").start("starting_at").dimensions(&[Dimension::required(
            "canvas_id",
        )
        .listing(
            Listing::new("canvas.list", "canvases")
                .id("id")
                .name("name", "canvas_name")
                .edited_since("last_edit.time[gt]"),
        )]);

    const LABELS: &[&str] = &["variant", "step", "channel", "variation"];

    fn length(&self) -> u32 {
        self.length.unwrap_or(Self::MAX_LENGTH)
    }

    fn unit(&self) -> Unit {
        Unit::Day
    }

    fn ending_at(&self) -> Option<DateTime<Utc>> {
        Some(self.ending_at.to_utc())
    }

    fn window(&mut self, _unit: Unit, length: u32, ending_at: Option<DateTime<Utc>>) {
        self.length = Some(length);
        self.ending_at = ending_at.map_or(self.ending_at, Timestamp::from);
        self.starting_at = None;
    }

    fn points(output: DataSeries) -> Vec<DataSeriesDataPoint> {
        output.data.map(|it| it.stats).unwrap_or_default()
    }
}

#[cfg(feature = "operation")]
impl Operation for DataSeriesRequest {
    const DESCRIPTION: Description = Description::new("Export Canvas statistics by day")
        .description(
            "Entries, conversions and revenue of a Canvas per day; on request by variant, and by \
             step with the counts of each channel.",
        )
        .command(&["canvas"])
        .parameters(
            &[
                Parameter::query("canvas_id", Kind::Identifier)
                    .required()
                    .description("API identifier of the Canvas."),
                Parameter::query("ending_at", Kind::DateTime)
                    .required()
                    .description("End of the statistics."),
                Parameter::query("starting_at", Kind::DateTime)
                    .description(
                        "Start of the statistics. Either this or `length` must be there.",
                    ),
                Parameter::query(
                        "length",
                        Kind::Integer {
                            min: Some(1),
                            max: Some(14),
                        },
                    )
                    .description(
                        "Greatest number of days to return, counted back from `ending_at`. Either this \
                     or `starting_at` must be there.",
                    ),
                Parameter::query("include_variant_breakdown", Kind::Boolean)
                    .default("false")
                    .description("Also return statistics of each variant."),
                Parameter::query("include_step_breakdown", Kind::Boolean)
                    .default("false")
                    .description("Also return statistics of each step."),
                Parameter::query("include_deleted_step_data", Kind::Boolean)
                    .default("false")
                    .description("Also return statistics of steps that were deleted."),
            ],
        )
        .exchanges(
            &[
                Exchange::new(
                    "totals",
                    "/canvas/data_series?canvas_id=7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9101\
                 &ending_at=2024-05-03T00%3A00%3A00Z&length=2",
                    200,
                    r#"{
  "data": {
    "name": "Onboarding",
    "stats": [
      {
        "time": "2024-05-01",
        "total_stats": {"revenue": 0.0, "entries": 31, "conversions": 2, "conversions_by_entry_time": 2}
      },
      {
        "time": "2024-05-02",
        "total_stats": {"revenue": 12.5, "entries": 40, "conversions": 3, "conversions_by_entry_time": 2}
      }
    ]
  },
  "message": "success"
}"#,
                ),
                Exchange::new(
                    "breakdown",
                    "/canvas/data_series?canvas_id=7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9101\
                 &ending_at=2024-05-03T00%3A00%3A00Z&length=1&include_variant_breakdown=true\
                 &include_step_breakdown=true",
                    200,
                    r#"{
  "data": {
    "name": "Onboarding",
    "stats": [
      {
        "time": "2024-05-02",
        "total_stats": {
          "revenue": 12.5,
          "entries": 40,
          "conversions": 3,
          "conversions_by_entry_time": 2,
          "conversions1": 1,
          "conversions1_by_entry_time": 1
        },
        "variant_stats": {
          "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9201": {
            "name": "Variant 1",
            "revenue": 12.5,
            "entries": 40,
            "conversions": 3,
            "conversions_by_entry_time": 2
          }
        },
        "step_stats": {
          "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9301": {
            "name": "Hello",
            "revenue": 0.0,
            "conversions": 1,
            "conversions_by_entry_time": 1,
            "messages": {"email": [{"sent": 38, "opens": 20, "unique_opens": 15, "clicks": 2}]}
          }
        }
      }
    ]
  },
  "message": "success"
}"#,
                ),
            ],
        );

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let canvas_id = r.required("canvas_id");
        let ending_at = r.required("ending_at");
        let starting_at = r.optional("starting_at");
        let length = r.optional("length");
        let include_variant_breakdown = r.optional("include_variant_breakdown");
        let include_step_breakdown = r.optional("include_step_breakdown");
        let include_deleted_step_data = r.optional("include_deleted_step_data");
        Some(Self {
            canvas_id: canvas_id?,
            ending_at: ending_at?,
            starting_at,
            length,
            include_variant_breakdown,
            include_step_breakdown,
            include_deleted_step_data,
        })
    }

    fn write(output: &DataSeries) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`DataSeriesRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct DataSeries {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The name of the Canvas and its rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<DataSeriesData>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl DataSeries {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, data: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for DataSeries {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "data" => field.value(&mut self.data),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for DataSeries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for DataSeries {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.data.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// The name of the Canvas and its rows.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct DataSeriesData {
    /// Name of the Canvas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The rows.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub stats: Vec<DataSeriesDataPoint>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl DataSeriesData {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { name: None, stats: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for DataSeriesData {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "stats" => field.value(&mut self.stats),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for DataSeriesData {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for DataSeriesData {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.stats.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// One row of a [`DataSeries`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct DataSeriesDataPoint {
    /// The day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<SeriesTime>,
    /// Statistics of a whole Canvas. Conversion events after the fourth are in the other keys.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_stats: Option<CanvasTotals>,
    /// Statistics of each variant, by its API identifier.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub variant_stats: BTreeMap<String, CanvasVariantStatistics>,
    /// Statistics of each step, by its API identifier.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub step_stats: BTreeMap<String, CanvasStepStatistics>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl DataSeriesDataPoint {
    /// A row with the required fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            time: None,
            total_stats: None,
            variant_stats: BTreeMap::new(),
            step_stats: BTreeMap::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for DataSeriesDataPoint {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "time" => field.scalar(&mut self.time, &mut self.extra),
            "total_stats" => field.value(&mut self.total_stats),
            "variant_stats" => field.value(&mut self.variant_stats),
            "step_stats" => field.value(&mut self.step_stats),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for DataSeriesDataPoint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for DataSeriesDataPoint {
    fn scrub(&mut self, secret: &Secret) {
        self.time.scrub(secret);
        self.total_stats.scrub(secret);
        self.variant_stats.scrub(secret);
        self.step_stats.scrub(secret);
        self.extra.scrub(secret);
    }
}

impl Point for DataSeriesDataPoint {
    type Value = Measures;

    fn time(&self) -> &SeriesTime {
        self.time.as_ref().unwrap_or(SeriesTime::missing())
    }

    fn value(&self) -> Measures {
        let mut collector = MeasureCollector::new(&["variant", "step", "channel", "variation"]);
        self.measures(&mut collector);
        collector.finish()
    }
}

impl MeasureSource for DataSeriesDataPoint {
    fn measures(&self, collector: &mut MeasureCollector) {
        if let Some(part) = &self.total_stats {
            part.measures(collector);
        }
        for (key, value) in &self.variant_stats {
            collector.label("variant", key, |collector| {
                value.measures(collector);
            });
        }
        for (key, value) in &self.step_stats {
            collector.label("step", key, |collector| {
                value.measures(collector);
            });
        }
        collector.extra(&self.extra);
    }
}
