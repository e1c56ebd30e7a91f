// Written from spec/paths/users/export_global_control_group.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /users/export/global_control_group`: Start an export of the Global Control Group's users.

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

/// Start a job that writes the profiles of the users who are now in the Global Control Group into
/// files, one JSON object per line. Single custom attributes cannot be selected.
///
/// `POST /users/export/global_control_group`, permission `users.export.global_control_group`,
/// counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ExportGlobalControlGroupRequest {
    /// The body of the request.
    pub body: ExportGlobalControlGroupBody,
}

impl ExportGlobalControlGroupRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: ExportGlobalControlGroupBody) -> Self {
        Self { body }
    }
}

impl Endpoint for ExportGlobalControlGroupRequest {
    type Output = ExportGlobalControlGroup;

    const META: Meta = Meta::new(
        "users.export_global_control_group",
        Method::POST,
        "/users/export/global_control_group",
    )
    .permission("users.export.global_control_group")
    .replay(Replay::Unsafe)
    .effect(Effect::Starts)
    .busy()
    .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/users/export/global_control_group");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<ExportGlobalControlGroup, DecodeError> {
        reply::json(body)
    }

    fn message(output: &ExportGlobalControlGroup) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for ExportGlobalControlGroupRequest {
    const DESCRIPTION: Description = Description::new(
        "Start an export of the Global Control Group's users",
    )
    .description(
        "Start a job that writes the profiles of the users who are now in the Global Control \
             Group into files, one JSON object per line. Single custom attributes cannot be \
             selected.",
    )
    .command(&["users", "export-global-control-group"])
    .with_body()
    .body_fields(&[
        Parameter::body("fields_to_export", Kind::List(&Kind::Text)).required().description(
            "Fields of the profiles, such as `external_id`, `email` or \
                     `custom_attributes`, which stands for all custom attributes.",
        ),
        Parameter::body("callback_endpoint", Kind::Text)
            .description("Address that Braze sends a request to when the export is ready."),
        Parameter::body("output_format", Kind::OneOf(&["zip", "gzip"])).description(
            "Format of the archive. `gzip` is possible only with an S3 bucket of the \
                     workspace's own.",
        ),
    ])
    .exchanges(&[Exchange::new(
        "archive",
        "/users/export/global_control_group",
        201,
        r#"{
  "object_prefix": "7f1c2d3e-0b5e-4f0a-8b1e-7f6f2a0cabcf-1714694520",
  "url": "https://example-data-export.s3.amazonaws.com/control-group.zip",
  "message": "success"
}"#,
    )
    .body(r#"{"fields_to_export": ["external_id", "country"]}"#)]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &ExportGlobalControlGroup) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &ExportGlobalControlGroup) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ExportGlobalControlGroupBody {
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
    /// Format of the archive. `gzip` is possible only with an S3 bucket of the workspace's own.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub output_format: Option<OutputFormat>,
}

impl ExportGlobalControlGroupBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(fields_to_export: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            fields_to_export: fields_to_export.into_iter().map(Into::into).collect(),
            callback_endpoint: None,
            output_format: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        for value in &self.fields_to_export {
            v.text("fields_to_export", value);
        }
        if let Some(value) = &self.callback_endpoint {
            v.text("callback_endpoint", value);
        }
    }

    /// Sets `callback_endpoint`. Address that Braze sends a request to when the export is ready.
    #[must_use]
    pub fn callback_endpoint(mut self, callback_endpoint: impl Into<String>) -> Self {
        self.callback_endpoint = Some(callback_endpoint.into());
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

/// Reply of [`ExportGlobalControlGroupRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ExportGlobalControlGroup {
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

impl ExportGlobalControlGroup {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, object_prefix: None, url: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for ExportGlobalControlGroup {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "object_prefix" => field.scalar(&mut self.object_prefix, &mut self.extra),
            "url" => field.scalar(&mut self.url, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ExportGlobalControlGroup {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ExportGlobalControlGroup {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.object_prefix.scrub(secret);
        self.url.scrub(secret);
        self.extra.scrub(secret);
    }
}
