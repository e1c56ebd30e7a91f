// Written from spec/paths/content_blocks/create.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /content_blocks/create`: Create a Content Block.

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
    ContentBlockState, DecodeError, Endpoint, Message, Meta, Pool, Replay, RequestWriter, Scrub,
    Secret, SeriesTime, Violations, reply,
};

/// Creates a Content Block. Its name must be new: after a lost reply a second request finds the
/// name taken.
///
/// `POST /content_blocks/create`, permission `content_blocks.create`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateRequest {
    /// The Content Block.
    pub body: CreateBody,
}

impl CreateRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: CreateBody) -> Self {
        Self { body }
    }
}

impl Endpoint for CreateRequest {
    type Output = Create;

    const META: Meta = Meta::new("content_blocks.create", Method::POST, "/content_blocks/create")
        .permission("content_blocks.create")
        .replay(Replay::Unsafe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/content_blocks/create");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Create, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Create) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for CreateRequest {
    const DESCRIPTION: Description = Description::new("Create a Content Block")
        .description(
            "Creates a Content Block. Its name must be new: after a lost reply a second request \
             finds the name taken.",
        )
        .command(&["content-blocks", "create"])
        .with_body()
        .body_fields(&[
            Parameter::body("name", Kind::Text)
                .required()
                .description("Name, which no other Content Block has."),
            Parameter::body("content", Kind::Text).required().description(
                "HTML or text, with valid Liquid. Less than 50 KB, taken as 51,200 bytes.",
            ),
            Parameter::body("description", Kind::Text)
                .description("Description of the Content Block."),
            Parameter::body("state", Kind::OneOf(&["active", "draft"]))
                .description("State of a Content Block. Messages include active ones only."),
            Parameter::body("tags", Kind::List(&Kind::Text)).description("Existing tags."),
        ])
        .exchanges(&[Exchange::new(
            "draft",
            "/content_blocks/create",
            201,
            r#"{
  "content_block_id": "8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e9aa",
  "liquid_tag": "{{content_blocks.${tea_greeting}}}",
  "created_at": "2024-05-15T10:30:00.000Z",
  "message": "success"
}"#,
        )
        .body(
            r#"{
  "name": "tea_greeting",
  "content": "<p>Time for tea</p>",
  "state": "draft",
  "tags": ["footer"]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &Create) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &Create) -> u16 {
        201
    }
}

/// A Content Block to create.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CreateBody {
    /// Name, which no other Content Block has. From 1 to 99 characters.
    pub name: String,
    /// HTML or text, with valid Liquid. Less than 50 KB, taken as 51,200 bytes. At least 1
    /// character.
    pub content: String,
    /// Description of the Content Block. From 1 to 249 characters.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub description: Option<String>,
    /// State of a Content Block. Messages include active ones only.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub state: Option<ContentBlockState>,
    /// Existing tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

impl CreateBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(name: impl Into<String>, content: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            content: content.into(),
            description: None,
            state: None,
            tags: Vec::new(),
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("name", &self.name);
        v.length("name", self.name.chars().count(), "characters", None, Some(99));
        v.characters(
            "name",
            &self.name,
            &['A'..='Z', 'a'..='z', '0'..='9', '_'..='_', '-'..='-'],
            "A-Za-z0-9_-",
        );
        v.lines("content", &self.content);
        v.length("content", self.content.len(), "bytes", None, Some(51199));
        if let Some(value) = &self.description {
            v.text("description", value);
            v.length("description", value.chars().count(), "characters", None, Some(249));
        }
        for value in &self.tags {
            v.text("tags", value);
        }
    }

    /// Sets `description`. Description of the Content Block. From 1 to 249 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets `state`. State of a Content Block. Messages include active ones only.
    #[must_use]
    pub fn state(mut self, state: ContentBlockState) -> Self {
        self.state = Some(state);
        self
    }

    /// Sets `tags`. Existing tags.
    #[must_use]
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = tags.into_iter().map(Into::into).collect();
        self
    }
}

/// Reply of [`CreateRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Create {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// API identifier of the Content Block.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_block_id: Option<String>,
    /// Tag that puts the Content Block into a message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub liquid_tag: Option<String>,
    /// Time of creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<SeriesTime>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Create {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            content_block_id: None,
            liquid_tag: None,
            created_at: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Create {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "content_block_id" => field.scalar(&mut self.content_block_id, &mut self.extra),
            "liquid_tag" => field.scalar(&mut self.liquid_tag, &mut self.extra),
            "created_at" => field.scalar(&mut self.created_at, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Create {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Create {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.content_block_id.scrub(secret);
        self.liquid_tag.scrub(secret);
        self.created_at.scrub(secret);
        self.extra.scrub(secret);
    }
}
