// Written from spec/paths/content_blocks/list.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /content_blocks/list`: List Content Blocks.

use chrono::NaiveDateTime;
use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, Items, Kind, Operation, Parameter, RequestReader,
};
use crate::reply::{OpenField, OpenObject};
use crate::wire::{Word, word};
use crate::{
    DecodeError, Endpoint, Message, Meta, PagePosition, Paged, Paging, Pool, Replay, RequestWriter,
    Scrub, Secret, SeriesTime, Violations, reply,
};

/// Identifier, name, type and tags of every Content Block, up to 1,000 in a reply.
///
/// `GET /content_blocks/list`, permission `content_blocks.list`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, content_blocks};
///
/// let request = content_blocks::ListRequest::new()
///     .limit(2);
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ListRequest {
    /// Return only those edited at this time or later.
    pub modified_after: Option<NaiveDateTime>,
    /// Return only those edited at this time or earlier.
    pub modified_before: Option<NaiveDateTime>,
    /// Greatest number in a reply. From 1 to 1000. Default `100`.
    pub limit: Option<u32>,
    /// Number to skip. The first reply skips none and has no offset. At least 1.
    pub offset: Option<u64>,
}

impl ListRequest {
    /// A request without any parameters.
    #[must_use]
    pub fn new() -> Self {
        Self { modified_after: None, modified_before: None, limit: None, offset: None }
    }

    /// Sets `modified_after`. Return only those edited at this time or later.
    #[must_use]
    pub fn modified_after(mut self, modified_after: NaiveDateTime) -> Self {
        self.modified_after = Some(modified_after);
        self
    }

    /// Sets `modified_before`. Return only those edited at this time or earlier.
    #[must_use]
    pub fn modified_before(mut self, modified_before: NaiveDateTime) -> Self {
        self.modified_before = Some(modified_before);
        self
    }

    /// Sets `limit`. Greatest number in a reply. From 1 to 1000. Default `100`.
    #[must_use]
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets `offset`. Number to skip. The first reply skips none and has no offset. At least 1.
    #[must_use]
    pub fn offset(mut self, offset: u64) -> Self {
        self.offset = Some(offset);
        self
    }
}

impl Endpoint for ListRequest {
    type Output = List;

    const META: Meta = Meta::get("content_blocks.list", "/content_blocks/list")
        .permission("content_blocks.list")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        if let Some(value) = self.limit {
            v.range("limit", value, Some(1), Some(1000));
        }
        if let Some(value) = self.offset {
            v.range("offset", value, Some(1), None);
        }
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/content_blocks/list");
        w.query_opt("modified_after", self.modified_after.as_ref());
        w.query_opt("modified_before", self.modified_before.as_ref());
        w.query_opt("limit", self.limit.as_ref());
        w.query_opt("offset", self.offset.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<List, DecodeError> {
        reply::json(body)
    }

    fn message(output: &List) -> Option<&Message> {
        output.message.as_ref()
    }
}

impl Paged for ListRequest {
    type Item = ContentBlock;

    const PAGING: Paging = Paging::Offset;

    fn position(&self) -> Option<PagePosition> {
        self.offset.map(PagePosition::Offset)
    }

    fn turn_to(&mut self, position: PagePosition) {
        if let PagePosition::Offset(offset) = position {
            self.offset = (offset > 0).then_some(offset);
        }
    }

    fn page_size(&self) -> Option<u64> {
        self.limit.map(u64::from).or(Some(100))
    }

    fn items(output: &List) -> &[ContentBlock] {
        &output.content_blocks
    }

    fn into_items(output: List) -> Vec<ContentBlock> {
        output.content_blocks
    }
}

#[cfg(feature = "operation")]
impl Operation for ListRequest {
    const DESCRIPTION: Description = Description::new("List Content Blocks")
        .description(
            "Identifier, name, type and tags of every Content Block, up to 1,000 in a reply.",
        )
        .command(&["content-blocks", "list"])
        .parameters(&[
            Parameter::query("modified_after", Kind::LocalDateTime)
                .description("Return only those edited at this time or later."),
            Parameter::query("modified_before", Kind::LocalDateTime)
                .description("Return only those edited at this time or earlier."),
            Parameter::query("limit", Kind::Integer { min: Some(1), max: Some(1000) })
                .default("100")
                .description("Greatest number in a reply."),
            Parameter::query("offset", Kind::Integer { min: Some(1), max: None })
                .description("Number to skip. The first reply skips none and has no offset."),
        ])
        .items(Items::new(
            "content_blocks",
            &[
                "content_block_id",
                "name",
                "content_type",
                "liquid_tag",
                "inclusion_count",
                "created_at",
                "last_edited",
                "tags",
            ],
        ))
        .exchanges(&[
            Exchange::new(
                "first_page",
                "/content_blocks/list?limit=2",
                200,
                r#"{
  "count": 2,
  "content_blocks": [
    {
      "content_block_id": "8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e901",
      "name": "tea_footer",
      "content_type": "html",
      "liquid_tag": "{{content_blocks.${tea_footer}}}",
      "inclusion_count": 1,
      "created_at": "2024-01-02T03:04:05.000Z",
      "last_edited": "2024-01-03T03:04:05.000Z",
      "tags": ["footer"]
    },
    {
      "content_block_id": "8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e902",
      "name": "shop_hours",
      "content_type": "text",
      "liquid_tag": "{{content_blocks.${shop_hours}}}",
      "inclusion_count": 0,
      "created_at": "2024-02-02T09:30:00.000Z",
      "last_edited": "2024-02-02T09:30:00.000Z",
      "tags": []
    }
  ],
  "message": "success"
}"#,
            ),
            Exchange::new(
                "edited",
                "/content_blocks/list?modified_after=2024-01-01T00%3A00%3A00.000000\
                 &modified_before=2024-01-31T23%3A59%3A59.999999",
                200,
                r#"{
  "count": 1,
  "content_blocks": [
    {
      "content_block_id": "8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e901",
      "name": "tea_footer",
      "content_type": "html",
      "liquid_tag": "{{content_blocks.${tea_footer}}}",
      "inclusion_count": 1,
      "created_at": "2024-01-02T03:04:05.000Z",
      "last_edited": "2024-01-03T03:04:05.000Z",
      "tags": ["footer"]
    }
  ]
}"#,
            ),
        ]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let modified_after = r.optional("modified_after");
        let modified_before = r.optional("modified_before");
        let limit = r.optional("limit");
        let offset = r.optional("offset");
        Some(Self { modified_after, modified_before, limit, offset })
    }

    fn write(output: &List) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`ListRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct List {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// Number of Content Blocks in this reply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// The Content Blocks.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub content_blocks: Vec<ContentBlock>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl List {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, count: None, content_blocks: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for List {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "count" => field.scalar(&mut self.count, &mut self.extra),
            "content_blocks" => field.value(&mut self.content_blocks),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for List {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for List {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.count.scrub(secret);
        self.content_blocks.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// A Content Block.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ContentBlock {
    /// API identifier of the Content Block.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_block_id: Option<String>,
    /// Name of the Content Block.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// `html` or `text`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_type: Option<ContentBlockContentType>,
    /// Tag that puts the Content Block into a message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub liquid_tag: Option<String>,
    /// Number of messages that include the Content Block.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inclusion_count: Option<u64>,
    /// Time of creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<SeriesTime>,
    /// Time of the last edit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_edited: Option<SeriesTime>,
    /// Tags of the Content Block.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub tags: Vec<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ContentBlock {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            content_block_id: None,
            name: None,
            content_type: None,
            liquid_tag: None,
            inclusion_count: None,
            created_at: None,
            last_edited: None,
            tags: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ContentBlock {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "content_block_id" => field.scalar(&mut self.content_block_id, &mut self.extra),
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "content_type" => field.scalar(&mut self.content_type, &mut self.extra),
            "liquid_tag" => field.scalar(&mut self.liquid_tag, &mut self.extra),
            "inclusion_count" => field.scalar(&mut self.inclusion_count, &mut self.extra),
            "created_at" => field.scalar(&mut self.created_at, &mut self.extra),
            "last_edited" => field.scalar(&mut self.last_edited, &mut self.extra),
            "tags" => field.value(&mut self.tags),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ContentBlock {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ContentBlock {
    fn scrub(&mut self, secret: &Secret) {
        self.content_block_id.scrub(secret);
        self.name.scrub(secret);
        self.content_type.scrub(secret);
        self.liquid_tag.scrub(secret);
        self.inclusion_count.scrub(secret);
        self.created_at.scrub(secret);
        self.last_edited.scrub(secret);
        self.tags.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// `html` or `text`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContentBlockContentType {
    /// `html`
    Html,
    /// `text`
    Text,
    /// A word that the spec does not know.
    Other(Box<str>),
}

impl Word for ContentBlockContentType {
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

word!(ContentBlockContentType);
