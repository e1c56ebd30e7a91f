// Written from spec/paths/segments/list.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /segments/list`: List segments.

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
use crate::{
    DecodeError, Endpoint, Message, Meta, PagePosition, Paged, Paging, Pool, Replay, RequestWriter,
    Scrub, Secret, SortDirection, Violations, reply,
};

/// Identifier, name and tags of every segment that is not archived, 100 to a page, in the order of
/// creation. A page with fewer is the last one.
///
/// `GET /segments/list`, permission `segments.list`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, SortDirection, segments};
///
/// let request = segments::ListRequest::new()
///     .page(0)
///     .sort_direction(SortDirection::Desc);
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ListRequest {
    /// The page to return. The first is 0. Default `0`.
    pub page: Option<u64>,
    /// Order by time of creation: `asc` is oldest first. Default `asc`.
    pub sort_direction: Option<SortDirection>,
}

impl ListRequest {
    /// A request without any parameters.
    #[must_use]
    pub fn new() -> Self {
        Self { page: None, sort_direction: None }
    }

    /// Sets `page`. The page to return. The first is 0. Default `0`.
    #[must_use]
    pub fn page(mut self, page: u64) -> Self {
        self.page = Some(page);
        self
    }

    /// Sets `sort_direction`. Order by time of creation: `asc` is oldest first. Default `asc`.
    #[must_use]
    pub fn sort_direction(mut self, sort_direction: SortDirection) -> Self {
        self.sort_direction = Some(sort_direction);
        self
    }
}

impl Endpoint for ListRequest {
    type Output = List;

    const META: Meta = Meta::get("segments.list", "/segments/list")
        .permission("segments.list")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, _v: &mut Violations) {}

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/segments/list");
        w.query_opt("page", self.page.as_ref());
        w.query_opt("sort_direction", self.sort_direction.as_ref());
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
    type Item = Segment;

    const PAGING: Paging = Paging::Number { first: 0 };

    fn position(&self) -> Option<PagePosition> {
        self.page.map(PagePosition::Number)
    }

    fn turn_to(&mut self, position: PagePosition) {
        if let PagePosition::Number(number) = position {
            self.page = Some(number);
        }
    }

    fn page_size(&self) -> Option<u64> {
        Some(100)
    }

    fn items(output: &List) -> &[Segment] {
        &output.segments
    }

    fn into_items(output: List) -> Vec<Segment> {
        output.segments
    }
}

#[cfg(feature = "operation")]
impl Operation for ListRequest {
    const DESCRIPTION: Description = Description::new("List segments")
        .description(
            "Identifier, name and tags of every segment that is not archived, 100 to a page, in \
             the order of creation. A page with fewer is the last one.",
        )
        .command(&["segments", "list"])
        .parameters(&[
            Parameter::query("page", Kind::Integer { min: Some(0), max: None })
                .default("0")
                .description("The page to return. The first is 0."),
            Parameter::query("sort_direction", Kind::OneOf(&["asc", "desc"]))
                .default("asc")
                .description("Order by time of creation: `asc` is oldest first."),
        ])
        .items(Items::new("segments", &["id", "name", "analytics_tracking_enabled", "tags"]))
        .exchanges(&[
            Exchange::new(
                "newest_first",
                "/segments/list?page=0&sort_direction=desc",
                200,
                r#"{
  "segments": [
    {
      "id": "2c5d3e0b-5f2f-4f0a-8b1e-7f6f2a0c9d34",
      "name": "Lapsed 30 days",
      "analytics_tracking_enabled": true,
      "tags": []
    },
    {
      "id": "2c5d3e0b-5f2f-4f0a-8b1e-7f6f2a0c9d35",
      "name": "All users",
      "analytics_tracking_enabled": false,
      "tags": ["everyone", null]
    }
  ],
  "message": "success"
}"#,
            ),
            Exchange::new(
                "past_the_end",
                "/segments/list?page=2",
                200,
                r#"{"segments": [], "message": "success"}"#,
            ),
        ]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let page = r.optional("page");
        let sort_direction = r.optional("sort_direction");
        Some(Self { page, sort_direction })
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
    /// The segments of this page.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub segments: Vec<Segment>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl List {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, segments: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for List {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "segments" => field.value(&mut self.segments),
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
        self.segments.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Segment {
    /// API identifier of the segment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Name of the segment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// `true` if the segment has analytics tracking enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub analytics_tracking_enabled: Option<bool>,
    /// Tags of the segment.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub tags: Vec<Option<String>>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Segment {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: None,
            name: None,
            analytics_tracking_enabled: None,
            tags: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Segment {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "id" => field.scalar(&mut self.id, &mut self.extra),
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "analytics_tracking_enabled" => {
                field.scalar(&mut self.analytics_tracking_enabled, &mut self.extra)
            }
            "tags" => field.value(&mut self.tags),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Segment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Segment {
    fn scrub(&mut self, secret: &Secret) {
        self.id.scrub(secret);
        self.name.scrub(secret);
        self.analytics_tracking_enabled.scrub(secret);
        self.tags.scrub(secret);
        self.extra.scrub(secret);
    }
}
