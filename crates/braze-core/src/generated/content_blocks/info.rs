// Written from spec/paths/content_blocks/info.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /content_blocks/info`: Content of a Content Block.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::wire::{Word, word};
use crate::{
    DecodeError, Endpoint, Message, Meta, Pool, Replay, RequestWriter, Scrub, Secret, SeriesTime,
    Violations, reply,
};

/// One Content Block with its content. The state, `active` or `draft`, is not part of the reply.
///
/// `GET /content_blocks/info`, permission `content_blocks.info`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, content_blocks};
///
/// let request = content_blocks::InfoRequest::new("8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e901")
///     .include_inclusion_data(true);
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InfoRequest {
    /// API identifier of the Content Block.
    pub content_block_id: String,
    /// Add the messages that include the Content Block. Default `false`.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    pub include_inclusion_data: Option<bool>,
}

impl InfoRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(content_block_id: impl Into<String>) -> Self {
        Self { content_block_id: content_block_id.into(), include_inclusion_data: None }
    }

    /// Sets `include_inclusion_data`. Add the messages that include the Content Block. Default
    /// `false`.
    #[must_use]
    pub fn include_inclusion_data(mut self, include_inclusion_data: bool) -> Self {
        self.include_inclusion_data = Some(include_inclusion_data);
        self
    }
}

impl Endpoint for InfoRequest {
    type Output = Info;

    const META: Meta = Meta::get("content_blocks.info", "/content_blocks/info")
        .permission("content_blocks.info")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        v.identifier("content_block_id", &self.content_block_id);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/content_blocks/info");
        w.query("content_block_id", &self.content_block_id);
        w.query_opt("include_inclusion_data", self.include_inclusion_data.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Info, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Info) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for InfoRequest {
    const DESCRIPTION: Description = Description::new("Content of a Content Block")
        .description(
            "One Content Block with its content. The state, `active` or `draft`, is not part of \
             the reply.",
        )
        .command(&["content-blocks", "info"])
        .parameters(&[
            Parameter::query("content_block_id", Kind::Identifier)
                .required()
                .description("API identifier of the Content Block."),
            Parameter::query("include_inclusion_data", Kind::Boolean)
                .default("false")
                .description("Add the messages that include the Content Block."),
        ])
        .exchanges(&[Exchange::new(
            "footer",
            "/content_blocks/info?content_block_id=8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e901\
                 &include_inclusion_data=true",
            200,
            r#"{
  "content_block_id": "8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e901",
  "name": "tea_footer",
  "content": "<p>See you at the tea shop.</p>",
  "description": null,
  "content_type": "html",
  "tags": ["footer"],
  "created_at": "2024-01-02T03:04:05.000Z",
  "last_edited": "2024-01-03T03:04:05.000Z",
  "inclusion_count": 1,
  "inclusion_data": [
    {
      "campaign_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b02",
      "message_variation_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0f"
    }
  ],
  "message": "success"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let content_block_id = r.required("content_block_id");
        let include_inclusion_data = r.optional("include_inclusion_data");
        Some(Self { content_block_id: content_block_id?, include_inclusion_data })
    }

    fn write(output: &Info) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`InfoRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Info {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// API identifier of the Content Block.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_block_id: Option<String>,
    /// Name of the Content Block.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The content, with Liquid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// Description of the Content Block.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `html` or `text`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_type: Option<InfoContentType>,
    /// Tags of the Content Block.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub tags: Vec<String>,
    /// Time of creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<SeriesTime>,
    /// Time of the last edit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_edited: Option<SeriesTime>,
    /// Number of messages that include the Content Block.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inclusion_count: Option<u64>,
    /// The messages that include the Content Block, if `include_inclusion_data` asks for them.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub inclusion_data: Vec<Inclusion>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Info {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            content_block_id: None,
            name: None,
            content: None,
            description: None,
            content_type: None,
            tags: Vec::new(),
            created_at: None,
            last_edited: None,
            inclusion_count: None,
            inclusion_data: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Info {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "content_block_id" => field.scalar(&mut self.content_block_id, &mut self.extra),
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "content" => field.scalar(&mut self.content, &mut self.extra),
            "description" => field.scalar(&mut self.description, &mut self.extra),
            "content_type" => field.scalar(&mut self.content_type, &mut self.extra),
            "tags" => field.value(&mut self.tags),
            "created_at" => field.scalar(&mut self.created_at, &mut self.extra),
            "last_edited" => field.scalar(&mut self.last_edited, &mut self.extra),
            "inclusion_count" => field.scalar(&mut self.inclusion_count, &mut self.extra),
            "inclusion_data" => field.value(&mut self.inclusion_data),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Info {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Info {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.content_block_id.scrub(secret);
        self.name.scrub(secret);
        self.content.scrub(secret);
        self.description.scrub(secret);
        self.content_type.scrub(secret);
        self.tags.scrub(secret);
        self.created_at.scrub(secret);
        self.last_edited.scrub(secret);
        self.inclusion_count.scrub(secret);
        self.inclusion_data.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// `html` or `text`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InfoContentType {
    /// `html`
    Html,
    /// `text`
    Text,
    /// A word that the spec does not know.
    Other(Box<str>),
}

impl Word for InfoContentType {
    fn as_str(&self) -> &str {
        match self {
            Self::Html => "html",
            Self::Text => "text",
            Self::Other(word) => word,
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "html" => Self::Html,
            "text" => Self::Text,
            other => Self::Other(other.into()),
        }
    }
}

word!(InfoContentType);

/// A message that includes a Content Block.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Inclusion {
    /// API identifier of the campaign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub campaign_id: Option<String>,
    /// API identifier of the Canvas step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub canvas_step_id: Option<String>,
    /// Identifier of the variation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_variation_id: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Inclusion {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            campaign_id: None,
            canvas_step_id: None,
            message_variation_id: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Inclusion {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "campaign_id" => field.scalar(&mut self.campaign_id, &mut self.extra),
            "canvas_step_id" => field.scalar(&mut self.canvas_step_id, &mut self.extra),
            "message_variation_id" => field.scalar(&mut self.message_variation_id, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Inclusion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Inclusion {
    fn scrub(&mut self, secret: &Secret) {
        self.campaign_id.scrub(secret);
        self.canvas_step_id.scrub(secret);
        self.message_variation_id.scrub(secret);
        self.extra.scrub(secret);
    }
}
