// Written from spec/paths/canvas/data_summary.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /canvas/data_summary`: Get a summary of Canvas statistics.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    CanvasStepStatistics, CanvasTotals, CanvasVariantStatistics, DecodeError, Endpoint, Message,
    Meta, Pool, Replay, RequestWriter, Scrub, Secret, Timestamp, Violations, reply,
};

/// Entries, conversions and revenue of a Canvas over a period as sums; on request by variant, and
/// by step with the counts of each channel. Days are those of the time zone of the dashboard, and
/// both ends are moved to midnight there.
///
/// `GET /canvas/data_summary`, permission `canvas.data_summary`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, Timestamp, canvas};
///
/// let request = canvas::DataSummaryRequest::new("7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9101", "2024-05-11T00:00:00Z".parse::<Timestamp>()?)
///     .starting_at("2024-05-01T00:00:00Z".parse::<Timestamp>()?)
///     .include_variant_breakdown(true)
///     .include_step_breakdown(true)
///     .include_deleted_step_data(true);
/// assert_eq!(request.check(), Ok(()));
/// # Ok::<(), braze_core::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DataSummaryRequest {
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

impl DataSummaryRequest {
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

impl Endpoint for DataSummaryRequest {
    type Output = DataSummary;

    const META: Meta = Meta::get("canvas.data_summary", "/canvas/data_summary")
        .permission("canvas.data_summary")
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
        w.path("/canvas/data_summary");
        w.query("canvas_id", &self.canvas_id);
        w.query("ending_at", &self.ending_at);
        w.query_opt("starting_at", self.starting_at.as_ref());
        w.query_opt("length", self.length.as_ref());
        w.query_opt("include_variant_breakdown", self.include_variant_breakdown.as_ref());
        w.query_opt("include_step_breakdown", self.include_step_breakdown.as_ref());
        w.query_opt("include_deleted_step_data", self.include_deleted_step_data.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<DataSummary, DecodeError> {
        reply::json(body)
    }

    fn message(output: &DataSummary) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for DataSummaryRequest {
    const DESCRIPTION: Description = Description::new(
            "Get a summary of Canvas statistics",
        )
        .description(
            "Entries, conversions and revenue of a Canvas over a period as sums; on request by \
             variant, and by step with the counts of each channel. Days are those of the time zone \
             of the dashboard, and both ends are moved to midnight there.",
        )
        .command(&["canvas", "data-summary"])
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
                    "breakdown",
                    "/canvas/data_summary?canvas_id=7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9101\
                 &ending_at=2024-05-11T00%3A00%3A00Z&starting_at=2024-05-01T00%3A00%3A00Z\
                 &include_variant_breakdown=true&include_step_breakdown=true\
                 &include_deleted_step_data=true",
                    200,
                    r#"{
  "data": {
    "name": "Onboarding",
    "total_stats": {
      "revenue": 80.25,
      "entries": 310,
      "conversions": 21,
      "conversions_by_entry_time": 18,
      "conversions1": 4,
      "conversions1_by_entry_time": 4,
      "conversions4": 1,
      "conversions4_by_entry_time": 1
    },
    "variant_stats": {
      "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9201": {"name": "Variant 1", "revenue": 80.25, "conversions": 21, "entries": 310}
    },
    "step_stats": {
      "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9301": {
        "name": "Hello",
        "revenue": 10.0,
        "conversions": 6,
        "conversions_by_entry_time": 5,
        "messages": {"android_push": [{"sent": 200, "opens": 31, "influenced_opens": 44, "bounces": 3}]}
      }
    }
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

    fn write(output: &DataSummary) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`DataSummaryRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct DataSummary {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The name of the Canvas and its sums.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<DataSummaryData>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl DataSummary {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, data: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for DataSummary {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "data" => field.value(&mut self.data),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for DataSummary {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for DataSummary {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.data.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// The name of the Canvas and its sums.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct DataSummaryData {
    /// Name of the Canvas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
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

impl DataSummaryData {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            total_stats: None,
            variant_stats: BTreeMap::new(),
            step_stats: BTreeMap::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for DataSummaryData {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "total_stats" => field.value(&mut self.total_stats),
            "variant_stats" => field.value(&mut self.variant_stats),
            "step_stats" => field.value(&mut self.step_stats),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for DataSummaryData {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for DataSummaryData {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.total_stats.scrub(secret);
        self.variant_stats.scrub(secret);
        self.step_stats.scrub(secret);
        self.extra.scrub(secret);
    }
}
