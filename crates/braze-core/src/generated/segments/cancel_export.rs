// Written from spec/paths/segments/export_cancel.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /export/segment/cancel`: Cancel the exports of a segment.

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
    DecodeError, Endpoint, Message, Meta, Pool, Replay, RequestWriter, Scrub, Secret, Violations,
    reply,
};

/// Cancel all running exports of a segment's users, whoever started them.
///
/// `POST /export/segment/cancel`, permission `segments.list`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CancelExportRequest {
    /// The body of the request.
    pub body: CancelExportBody,
}

impl CancelExportRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: CancelExportBody) -> Self {
        Self { body }
    }
}

impl Endpoint for CancelExportRequest {
    type Output = CancelExport;

    const META: Meta = Meta::new("segments.cancel_export", Method::POST, "/export/segment/cancel")
        .permission("segments.list")
        .replay(Replay::Unsafe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/export/segment/cancel");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<CancelExport, DecodeError> {
        reply::json(body)
    }

    fn message(output: &CancelExport) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for CancelExportRequest {
    const DESCRIPTION: Description = Description::new("Cancel the exports of a segment")
        .description("Cancel all running exports of a segment's users, whoever started them.")
        .command(&["segments", "cancel-export"])
        .with_body()
        .body_fields(&[Parameter::body("segment_id", Kind::Identifier)
            .required()
            .description("API identifier of the segment.")])
        .exchanges(&[Exchange::new(
            "cancelled",
            "/export/segment/cancel",
            200,
            r#"{"message": "success"}"#,
        )
        .body(r#"{"segment_id": "2c5d3e0b-5f2f-4f0a-8b1e-7f6f2a0c9d34"}"#)]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &CancelExport) -> Vec<u8> {
        operation::json(output)
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CancelExportBody {
    /// API identifier of the segment.
    pub segment_id: String,
}

impl CancelExportBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(segment_id: impl Into<String>) -> Self {
        Self { segment_id: segment_id.into() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("segment_id", &self.segment_id);
    }
}

/// Reply of [`CancelExportRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct CancelExport {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl CancelExport {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for CancelExport {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for CancelExport {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for CancelExport {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.extra.scrub(secret);
    }
}
