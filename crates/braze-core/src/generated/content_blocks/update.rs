// Written from spec/paths/content_blocks/update.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /content_blocks/update`: Change a Content Block.

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

/// Changes what is given and leaves the rest. An active Content Block keeps its name, and does not
/// become a draft again.
///
/// `POST /content_blocks/update`, permission `content_blocks.update`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateRequest {
    /// The changes.
    pub body: UpdateBody,
}

impl UpdateRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: UpdateBody) -> Self {
        Self { body }
    }
}

impl Endpoint for UpdateRequest {
    type Output = Update;

    const META: Meta = Meta::new("content_blocks.update", Method::POST, "/content_blocks/update")
        .permission("content_blocks.update")
        .replay(Replay::Idempotent)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/content_blocks/update");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Update, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Update) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for UpdateRequest {
    const DESCRIPTION: Description = Description::new("Change a Content Block")
        .description(
            "Changes what is given and leaves the rest. An active Content Block keeps its name, \
             and does not become a draft again.",
        )
        .command(&["content-blocks", "update"])
        .with_body()
        .body_fields(&[
            Parameter::body("content_block_id", Kind::Identifier)
                .required()
                .description("API identifier of the Content Block."),
            Parameter::body("name", Kind::Text).description("New name of a draft."),
            Parameter::body("content", Kind::Text).description(
                "HTML or text, with valid Liquid. Less than 50 KB, taken as 51,200 bytes.",
            ),
            Parameter::body("description", Kind::Text)
                .description("Description of the Content Block."),
            Parameter::body("state", Kind::OneOf(&["active", "draft"]))
                .description("State. Best left out, unless a draft is to become active."),
            Parameter::body("tags", Kind::List(&Kind::Text)).description(
                "Existing tags, in place of the present ones. An empty list removes all.",
            ),
        ])
        .exchanges(&[
            Exchange::new(
                "content",
                "/content_blocks/update",
                201,
                r#"{
  "content_block_id": "8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e901",
  "liquid_tag": "{{content_blocks.${tea_footer}}}",
  "created_at": "2024-01-02T03:04:05.000Z",
  "message": "success"
}"#,
            )
            .body(
                r#"{
  "content_block_id": "8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e901",
  "content": "<p>See you</p>"
}"#,
            ),
            Exchange::new(
                "no_tags",
                "/content_blocks/update",
                201,
                r#"{
  "content_block_id": "8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e901",
  "liquid_tag": "{{content_blocks.${tea_footer}}}",
  "updated_at": "2024-05-15T10:30:00.000Z",
  "message": "success"
}"#,
            )
            .body(
                r#"{
  "content_block_id": "8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e901",
  "tags": []
}"#,
            ),
        ]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &Update) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &Update) -> u16 {
        201
    }
}

/// Changes of a Content Block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct UpdateBody {
    /// API identifier of the Content Block.
    pub content_block_id: String,
    /// New name of a draft. From 1 to 99 characters.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub name: Option<String>,
    /// HTML or text, with valid Liquid. Less than 50 KB, taken as 51,200 bytes. At least 1
    /// character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub content: Option<String>,
    /// Description of the Content Block. From 1 to 249 characters.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub description: Option<String>,
    /// State. Best left out, unless a draft is to become active.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub state: Option<ContentBlockState>,
    /// Existing tags, in place of the present ones. An empty list removes all.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub tags: Option<Vec<String>>,
}

impl UpdateBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(content_block_id: impl Into<String>) -> Self {
        Self {
            content_block_id: content_block_id.into(),
            name: None,
            content: None,
            description: None,
            state: None,
            tags: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("content_block_id", &self.content_block_id);
        if let Some(value) = &self.name {
            v.text("name", value);
            v.length("name", value.chars().count(), "characters", None, Some(99));
            v.characters(
                "name",
                value,
                &['A'..='Z', 'a'..='z', '0'..='9', '_'..='_', '-'..='-'],
                "A-Za-z0-9_-",
            );
        }
        if let Some(value) = &self.content {
            v.lines("content", value);
            v.length("content", value.len(), "bytes", None, Some(51199));
        }
        if let Some(value) = &self.description {
            v.text("description", value);
            v.length("description", value.chars().count(), "characters", None, Some(249));
        }
        if let Some(value) = &self.tags {
            for value in value {
                v.text("tags", value);
            }
        }
        v.at_least_one(&[
            ("name", self.name.is_some()),
            ("content", self.content.is_some()),
            ("description", self.description.is_some()),
            ("state", self.state.is_some()),
            ("tags", self.tags.is_some()),
        ]);
    }

    /// Sets `name`. New name of a draft. From 1 to 99 characters.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets `content`. HTML or text, with valid Liquid. Less than 50 KB, taken as 51,200 bytes. At
    /// least 1 character.
    #[must_use]
    pub fn content(mut self, content: impl Into<String>) -> Self {
        self.content = Some(content.into());
        self
    }

    /// Sets `description`. Description of the Content Block. From 1 to 249 characters.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets `state`. State. Best left out, unless a draft is to become active.
    #[must_use]
    pub fn state(mut self, state: ContentBlockState) -> Self {
        self.state = Some(state);
        self
    }

    /// Sets `tags`. Existing tags, in place of the present ones. An empty list removes all.
    #[must_use]
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
        self
    }
}

/// Reply of [`UpdateRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Update {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// API identifier of the Content Block.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_block_id: Option<String>,
    /// Tag that puts the Content Block into a message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub liquid_tag: Option<String>,
    /// Time of creation. Some replies have `updated_at` instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<SeriesTime>,
    /// Time of the change.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<SeriesTime>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Update {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            content_block_id: None,
            liquid_tag: None,
            created_at: None,
            updated_at: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Update {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "content_block_id" => field.scalar(&mut self.content_block_id, &mut self.extra),
            "liquid_tag" => field.scalar(&mut self.liquid_tag, &mut self.extra),
            "created_at" => field.scalar(&mut self.created_at, &mut self.extra),
            "updated_at" => field.scalar(&mut self.updated_at, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Update {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Update {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.content_block_id.scrub(secret);
        self.liquid_tag.scrub(secret);
        self.created_at.scrub(secret);
        self.updated_at.scrub(secret);
        self.extra.scrub(secret);
    }
}
