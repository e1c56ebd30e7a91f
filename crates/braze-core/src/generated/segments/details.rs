// Written from spec/paths/segments/details.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /segments/details`: Get a segment's details.

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

/// Name, description, tags and teams of one segment.
///
/// `GET /segments/details`, permission `segments.details`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, segments};
///
/// let request = segments::DetailsRequest::new("2c5d3e0b-5f2f-4f0a-8b1e-7f6f2a0c9d34");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DetailsRequest {
    /// API identifier of the segment.
    pub segment_id: String,
}

impl DetailsRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(segment_id: impl Into<String>) -> Self {
        Self { segment_id: segment_id.into() }
    }
}

impl Endpoint for DetailsRequest {
    type Output = Details;

    const META: Meta = Meta::get("segments.details", "/segments/details")
        .permission("segments.details")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        v.identifier("segment_id", &self.segment_id);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/segments/details");
        w.query("segment_id", &self.segment_id);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Details, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Details) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for DetailsRequest {
    const DESCRIPTION: Description = Description::new("Get a segment's details")
        .description("Name, description, tags and teams of one segment.")
        .command(&["segments", "details"])
        .parameters(&[Parameter::query("segment_id", Kind::Identifier)
            .required()
            .description("API identifier of the segment.")])
        .exchanges(&[Exchange::new(
            "lapsed",
            "/segments/details?segment_id=2c5d3e0b-5f2f-4f0a-8b1e-7f6f2a0c9d34",
            200,
            r#"{
  "message": "success",
  "created_at": "2024-01-01T00:00:00+00:00",
  "updated_at": "2024-01-05T00:00:00+00:00",
  "name": "Lapsed 30 days",
  "description": "Last used these apps more than 30 days ago",
  "text_description": null,
  "tags": [],
  "teams": []
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let segment_id = r.required("segment_id");
        Some(Self { segment_id: segment_id? })
    }

    fn write(output: &Details) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`DetailsRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Details {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// Time of creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<String>,
    /// Time of the last change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<String>,
    /// Name of the segment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The segment's filters in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Description that a person has written, or `null`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text_description: Option<String>,
    /// Tags of the segment.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub tags: Vec<Option<String>>,
    /// Teams of the segment.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub teams: Vec<Option<String>>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Details {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            created_at: None,
            updated_at: None,
            name: None,
            description: None,
            text_description: None,
            tags: Vec::new(),
            teams: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Details {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "created_at" => field.scalar(&mut self.created_at, &mut self.extra),
            "updated_at" => field.scalar(&mut self.updated_at, &mut self.extra),
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "description" => field.scalar(&mut self.description, &mut self.extra),
            "text_description" => field.scalar(&mut self.text_description, &mut self.extra),
            "tags" => field.value(&mut self.tags),
            "teams" => field.value(&mut self.teams),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Details {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Details {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.created_at.scrub(secret);
        self.updated_at.scrub(secret);
        self.name.scrub(secret);
        self.description.scrub(secret);
        self.text_description.scrub(secret);
        self.tags.scrub(secret);
        self.teams.scrub(secret);
        self.extra.scrub(secret);
    }
}
