// Written from spec/paths/users/export_segment.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /users/export/segment`: Start an export of a segment's users.

use http::Method;
use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    DecodeError, Effect, Endpoint, Message, Meta, OutputFormat, Pool, Replay, RequestWriter, Scrub,
    Secret, Violations, reply,
};

/// Start a job that writes the profiles of a segment's users into files, one JSON object per line.
/// A segment can have one running export; another request is answered with status 429 until it
/// ends.
///
/// `POST /users/export/segment`, permission `users.export.segment`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ExportSegmentRequest {
    /// The body of the request.
    pub body: ExportSegmentBody,
}

impl ExportSegmentRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: ExportSegmentBody) -> Self {
        Self { body }
    }
}

impl Endpoint for ExportSegmentRequest {
    type Output = ExportSegment;

    const META: Meta = Meta::new("users.export_segment", Method::POST, "/users/export/segment")
        .permission("users.export.segment")
        .replay(Replay::Unsafe)
        .effect(Effect::Starts)
        .busy()
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/users/export/segment");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<ExportSegment, DecodeError> {
        reply::json(body)
    }

    fn message(output: &ExportSegment) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for ExportSegmentRequest {
    const DESCRIPTION: Description = Description::new("Start an export of a segment's users")
        .description(
            "Start a job that writes the profiles of a segment's users into files, one JSON object \
             per line. A segment can have one running export; another request is answered with \
             status 429 until it ends.",
        )
        .command(&["users", "export-segment"])
        .with_body()
        .body_fields(&[
            Parameter::body("segment_id", Kind::Identifier)
                .required()
                .description("API identifier of the segment."),
            Parameter::body("fields_to_export", Kind::List(&Kind::Text)).required().description(
                "Fields of the profiles, such as `external_id`, `email` or \
                     `custom_attributes`, which stands for all custom attributes.",
            ),
            Parameter::body("callback_endpoint", Kind::Text)
                .description("Address that Braze sends a request to when the export is ready."),
            Parameter::body("custom_attributes_to_export", Kind::List(&Kind::Text)).description(
                "Custom attributes to export. Ignored if `fields_to_export` names \
                     `custom_attributes`.",
            ),
            Parameter::body("output_format", Kind::OneOf(&["zip", "gzip"])).description(
                "Format of the archive. `gzip` is possible only with an S3 bucket of the \
                     workspace's own.",
            ),
        ])
        .exchanges(&[
            Exchange::new(
                "archive",
                "/users/export/segment",
                201,
                r#"{
  "object_prefix": "7f1c2d3e-0b5e-4f0a-8b1e-7f6f2a0cabcd-1714694400",
  "url": "https://example-data-export.s3.amazonaws.com/export.zip",
  "message": "success"
}"#,
            )
            .body(
                r#"{
  "segment_id": "2c5d3e0b-5f2f-4f0a-8b1e-7f6f2a0c9d34",
  "fields_to_export": ["external_id", "email"],
  "custom_attributes_to_export": ["tier"],
  "output_format": "zip"
}"#,
            ),
            Exchange::new(
                "own_storage",
                "/users/export/segment",
                201,
                r#"{
  "object_prefix": "7f1c2d3e-0b5e-4f0a-8b1e-7f6f2a0cabce-1714694460",
  "url": null,
  "message": "success"
}"#,
            )
            .body(
                r#"{
  "segment_id": "2c5d3e0b-5f2f-4f0a-8b1e-7f6f2a0c9d34",
  "fields_to_export": ["external_id", "custom_attributes"],
  "callback_endpoint": "https://hooks.example.com/export",
  "output_format": "gzip"
}"#,
            ),
        ]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &ExportSegment) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &ExportSegment) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ExportSegmentBody {
    /// API identifier of the segment.
    pub segment_id: String,
    /// Fields of the profiles, such as `external_id`, `email` or `custom_attributes`, which stands
    /// for all custom attributes.
    pub fields_to_export: Vec<String>,
    /// Address that Braze sends a request to when the export is ready.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub callback_endpoint: Option<String>,
    /// Custom attributes to export. Ignored if `fields_to_export` names `custom_attributes`. At
    /// most 500 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom_attributes_to_export: Vec<String>,
    /// Format of the archive. `gzip` is possible only with an S3 bucket of the workspace's own.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub output_format: Option<OutputFormat>,
}

impl ExportSegmentBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        segment_id: impl Into<String>,
        fields_to_export: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            segment_id: segment_id.into(),
            fields_to_export: fields_to_export.into_iter().map(Into::into).collect(),
            callback_endpoint: None,
            custom_attributes_to_export: Vec::new(),
            output_format: None,
        }
    }

    /// Greatest number of items of `custom_attributes_to_export`.
    pub const MAX_CUSTOM_ATTRIBUTES_TO_EXPORT: usize = 500;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("segment_id", &self.segment_id);
        for value in &self.fields_to_export {
            v.text("fields_to_export", value);
        }
        if let Some(value) = &self.callback_endpoint {
            v.text("callback_endpoint", value);
        }
        if !self.custom_attributes_to_export.is_empty() {
            v.length(
                "custom_attributes_to_export",
                self.custom_attributes_to_export.len(),
                "items",
                None,
                Some(500),
            );
            for value in &self.custom_attributes_to_export {
                v.text("custom_attributes_to_export", value);
            }
        }
    }

    /// Sets `callback_endpoint`. Address that Braze sends a request to when the export is ready.
    #[must_use]
    pub fn callback_endpoint(mut self, callback_endpoint: impl Into<String>) -> Self {
        self.callback_endpoint = Some(callback_endpoint.into());
        self
    }

    /// Sets `custom_attributes_to_export`. Custom attributes to export. Ignored if
    /// `fields_to_export` names `custom_attributes`. At most 500 items.
    #[must_use]
    pub fn custom_attributes_to_export(
        mut self,
        custom_attributes_to_export: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.custom_attributes_to_export =
            custom_attributes_to_export.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `output_format`. Format of the archive. `gzip` is possible only with an S3 bucket of
    /// the workspace's own.
    #[must_use]
    pub fn output_format(mut self, output_format: OutputFormat) -> Self {
        self.output_format = Some(output_format);
        self
    }
}

/// Reply of [`ExportSegmentRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ExportSegment {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// Beginning of the names of the exported files: a UUID and the Unix time of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object_prefix: Option<String>,
    /// Address of the archive, if the workspace has no cloud storage of its own. It answers 403
    /// until the export is ready and is valid for about four hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ExportSegment {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, object_prefix: None, url: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for ExportSegment {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "object_prefix" => field.scalar(&mut self.object_prefix, &mut self.extra),
            "url" => field.scalar(&mut self.url, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ExportSegment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ExportSegment {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.object_prefix.scrub(secret);
        self.url.scrub(secret);
        self.extra.scrub(secret);
    }
}
