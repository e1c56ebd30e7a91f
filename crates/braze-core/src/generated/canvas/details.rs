// Written from spec/paths/canvas/details.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /canvas/details`: Get a Canvas's details.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    CanvasStep, Channel, DecodeError, Endpoint, Message, Meta, Pool, Replay, RequestWriter,
    ScheduleType, Scrub, Secret, Violations, reply,
};

/// Settings, variants, steps and messages of one Canvas.
///
/// `GET /canvas/details`, permission `canvas.details`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, canvas};
///
/// let request = canvas::DetailsRequest::new("7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9101");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DetailsRequest {
    /// API identifier of the Canvas.
    pub canvas_id: String,
    /// Return the draft with the changes that are not published yet. Default `false`.
    pub post_launch_draft_version: Option<bool>,
    /// Add `has_translatable_content` to each message. Default `false`.
    pub include_has_translatable_content: Option<bool>,
}

impl DetailsRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(canvas_id: impl Into<String>) -> Self {
        Self {
            canvas_id: canvas_id.into(),
            post_launch_draft_version: None,
            include_has_translatable_content: None,
        }
    }

    /// Sets `post_launch_draft_version`. Return the draft with the changes that are not published
    /// yet. Default `false`.
    #[must_use]
    pub fn post_launch_draft_version(mut self, post_launch_draft_version: bool) -> Self {
        self.post_launch_draft_version = Some(post_launch_draft_version);
        self
    }

    /// Sets `include_has_translatable_content`. Add `has_translatable_content` to each message.
    /// Default `false`.
    #[must_use]
    pub fn include_has_translatable_content(
        mut self,
        include_has_translatable_content: bool,
    ) -> Self {
        self.include_has_translatable_content = Some(include_has_translatable_content);
        self
    }
}

impl Endpoint for DetailsRequest {
    type Output = Details;

    const META: Meta = Meta::get("canvas.details", "/canvas/details")
        .permission("canvas.details")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        v.identifier("canvas_id", &self.canvas_id);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/canvas/details");
        w.query("canvas_id", &self.canvas_id);
        w.query_opt("post_launch_draft_version", self.post_launch_draft_version.as_ref());
        w.query_opt(
            "include_has_translatable_content",
            self.include_has_translatable_content.as_ref(),
        );
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
    const DESCRIPTION: Description = Description::new("Get a Canvas's details")
        .description("Settings, variants, steps and messages of one Canvas.")
        .command(&["canvas", "details"])
        .parameters(&[
            Parameter::query("canvas_id", Kind::Identifier)
                .required()
                .description("API identifier of the Canvas."),
            Parameter::query("post_launch_draft_version", Kind::Boolean)
                .default("false")
                .description("Return the draft with the changes that are not published yet."),
            Parameter::query("include_has_translatable_content", Kind::Boolean)
                .default("false")
                .description("Add `has_translatable_content` to each message."),
        ])
        .exchanges(&[Exchange::new(
            "onboarding",
            "/canvas/details?canvas_id=7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9101",
            200,
            r#"{
  "created_at": "2024-01-02T10:00:00+00:00",
  "updated_at": "2024-02-02T10:00:00+00:00",
  "name": "Onboarding",
  "description": "The first week",
  "archived": false,
  "draft": false,
  "enabled": true,
  "has_post_launch_draft": false,
  "schedule_type": "time_based",
  "first_entry": "2024-01-03T00:00:00+00:00",
  "last_entry": null,
  "channels": ["email", "ios_push"],
  "variants": [
    {
      "name": "Variant 1",
      "id": "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9201",
      "first_step_ids": ["7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9301"],
      "first_step_id": "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9301"
    }
  ],
  "tags": [],
  "teams": [],
  "steps": [
    {
      "name": "Hello",
      "type": "message",
      "id": "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9301",
      "next_step_ids": [],
      "next_paths": [{"name": null, "next_step_id": "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9302"}],
      "channels": ["email"],
      "messages": {
        "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9401": {
          "channel": "email",
          "subject": "Hello",
          "body": "<p>Hello</p>",
          "has_translatable_content": null
        }
      }
    },
    {
      "name": "Split",
      "type": "decision_split",
      "id": "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9302",
      "next_step_ids": [],
      "next_paths": [{"name": "Yes", "next_step_id": "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9303"}],
      "channels": [],
      "messages": {}
    }
  ],
  "message": "success"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let canvas_id = r.required("canvas_id");
        let post_launch_draft_version = r.optional("post_launch_draft_version");
        let include_has_translatable_content = r.optional("include_has_translatable_content");
        Some(Self {
            canvas_id: canvas_id?,
            post_launch_draft_version,
            include_has_translatable_content,
        })
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
    /// Name of the Canvas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Description of the Canvas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `true` if the Canvas is archived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<bool>,
    /// `true` if the Canvas is a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draft: Option<bool>,
    /// `true` if the Canvas is active.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// `true` if the Canvas runs and has changes that are not published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_post_launch_draft: Option<bool>,
    /// Trigger of the messages.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule_type: Option<ScheduleType>,
    /// Time when the first user entered, or `null` before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_entry: Option<String>,
    /// Time when the latest user entered, or `null` before the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_entry: Option<String>,
    /// Channels of the Canvas.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub channels: Vec<Channel>,
    /// Variants of the Canvas.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub variants: Vec<Variant>,
    /// Tags of the Canvas.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub tags: Vec<Option<String>>,
    /// Teams of the Canvas.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub teams: Vec<Option<String>>,
    /// Steps of the Canvas.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub steps: Vec<CanvasStep>,
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
            archived: None,
            draft: None,
            enabled: None,
            has_post_launch_draft: None,
            schedule_type: None,
            first_entry: None,
            last_entry: None,
            channels: Vec::new(),
            variants: Vec::new(),
            tags: Vec::new(),
            teams: Vec::new(),
            steps: Vec::new(),
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
            "archived" => field.scalar(&mut self.archived, &mut self.extra),
            "draft" => field.scalar(&mut self.draft, &mut self.extra),
            "enabled" => field.scalar(&mut self.enabled, &mut self.extra),
            "has_post_launch_draft" => {
                field.scalar(&mut self.has_post_launch_draft, &mut self.extra)
            }
            "schedule_type" => field.scalar(&mut self.schedule_type, &mut self.extra),
            "first_entry" => field.scalar(&mut self.first_entry, &mut self.extra),
            "last_entry" => field.scalar(&mut self.last_entry, &mut self.extra),
            "channels" => field.value(&mut self.channels),
            "variants" => field.value(&mut self.variants),
            "tags" => field.value(&mut self.tags),
            "teams" => field.value(&mut self.teams),
            "steps" => field.value(&mut self.steps),
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
        self.archived.scrub(secret);
        self.draft.scrub(secret);
        self.enabled.scrub(secret);
        self.has_post_launch_draft.scrub(secret);
        self.schedule_type.scrub(secret);
        self.first_entry.scrub(secret);
        self.last_entry.scrub(secret);
        self.channels.scrub(secret);
        self.variants.scrub(secret);
        self.tags.scrub(secret);
        self.teams.scrub(secret);
        self.steps.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Variant {
    /// Name of the variant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// API identifier of the variant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// API identifiers of the first steps.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub first_step_ids: Vec<String>,
    /// API identifier of the first step, if there is exactly one. The vendor advises against its
    /// use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_step_id: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Variant {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            id: None,
            first_step_ids: Vec::new(),
            first_step_id: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Variant {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "id" => field.scalar(&mut self.id, &mut self.extra),
            "first_step_ids" => field.value(&mut self.first_step_ids),
            "first_step_id" => field.scalar(&mut self.first_step_id, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Variant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Variant {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.id.scrub(secret);
        self.first_step_ids.scrub(secret);
        self.first_step_id.scrub(secret);
        self.extra.scrub(secret);
    }
}
