// Written from spec/paths/canvas/list.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /canvas/list`: List Canvases.

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
    Scrub, Secret, SortDirection, Timestamp, Violations, reply,
};

/// Identifier, name and tags of every Canvas, 100 to a page, in the order of creation. Stopped
/// Canvases are included. A page with fewer is the last one.
///
/// `GET /canvas/list`, permission `canvas.list`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, SortDirection, canvas};
///
/// let request = canvas::ListRequest::new()
///     .page(0)
///     .sort_direction(SortDirection::Asc);
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ListRequest {
    /// The page to return. The first is 0. Default `0`.
    pub page: Option<u64>,
    /// Include archived ones. Default `false`.
    pub include_archived: Option<bool>,
    /// Order by time of creation: `asc` is oldest first. Default `asc`.
    pub sort_direction: Option<SortDirection>,
    /// Return only those edited after this time.
    pub last_edit_time_gt: Option<Timestamp>,
}

impl ListRequest {
    /// A request without any parameters.
    #[must_use]
    pub fn new() -> Self {
        Self { page: None, include_archived: None, sort_direction: None, last_edit_time_gt: None }
    }

    /// Sets `page`. The page to return. The first is 0. Default `0`.
    #[must_use]
    pub fn page(mut self, page: u64) -> Self {
        self.page = Some(page);
        self
    }

    /// Sets `include_archived`. Include archived ones. Default `false`.
    #[must_use]
    pub fn include_archived(mut self, include_archived: bool) -> Self {
        self.include_archived = Some(include_archived);
        self
    }

    /// Sets `sort_direction`. Order by time of creation: `asc` is oldest first. Default `asc`.
    #[must_use]
    pub fn sort_direction(mut self, sort_direction: SortDirection) -> Self {
        self.sort_direction = Some(sort_direction);
        self
    }

    /// Sets `last_edit.time[gt]`. Return only those edited after this time.
    #[must_use]
    pub fn last_edit_time_gt(mut self, last_edit_time_gt: impl Into<Timestamp>) -> Self {
        self.last_edit_time_gt = Some(last_edit_time_gt.into());
        self
    }
}

impl Endpoint for ListRequest {
    type Output = List;

    const META: Meta = Meta::get("canvas.list", "/canvas/list")
        .permission("canvas.list")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        if let Some(value) = self.last_edit_time_gt {
            v.timestamp("last_edit.time[gt]", value);
        }
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/canvas/list");
        w.query_opt("page", self.page.as_ref());
        w.query_opt("include_archived", self.include_archived.as_ref());
        w.query_opt("sort_direction", self.sort_direction.as_ref());
        w.query_opt("last_edit.time%5Bgt%5D", self.last_edit_time_gt.as_ref());
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
    type Item = Canvas;

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

    fn items(output: &List) -> &[Canvas] {
        &output.canvases
    }

    fn into_items(output: List) -> Vec<Canvas> {
        output.canvases
    }
}

#[cfg(feature = "operation")]
impl Operation for ListRequest {
    const DESCRIPTION: Description = Description::new("List Canvases")
        .description(
            "Identifier, name and tags of every Canvas, 100 to a page, in the order of creation. \
             Stopped Canvases are included. A page with fewer is the last one.",
        )
        .command(&["canvas", "list"])
        .parameters(&[
            Parameter::query("page", Kind::Integer { min: Some(0), max: None })
                .default("0")
                .description("The page to return. The first is 0."),
            Parameter::query("include_archived", Kind::Boolean)
                .default("false")
                .description("Include archived ones."),
            Parameter::query("sort_direction", Kind::OneOf(&["asc", "desc"]))
                .default("asc")
                .description("Order by time of creation: `asc` is oldest first."),
            Parameter::query("last_edit.time[gt]", Kind::DateTime)
                .description("Return only those edited after this time."),
        ])
        .items(Items::new("canvases", &["id", "name", "tags", "last_edited"]))
        .exchanges(&[
            Exchange::new(
                "first_page",
                "/canvas/list?page=0&sort_direction=asc",
                200,
                r#"{
  "canvases": [
    {
      "id": "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9101",
      "name": "Onboarding",
      "tags": [],
      "last_edited": "2024-02-11T16:40:12+00:00"
    },
    {
      "id": "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9102",
      "name": "Lapsed customers",
      "tags": ["retention", null],
      "last_edited": "2024-04-30T07:05:33+00:00"
    }
  ],
  "message": "success"
}"#,
            ),
            Exchange::new(
                "past_the_end",
                "/canvas/list?page=3&include_archived=true",
                200,
                r#"{"canvases": [], "message": "success"}"#,
            ),
        ]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let page = r.optional("page");
        let include_archived = r.optional("include_archived");
        let sort_direction = r.optional("sort_direction");
        let last_edit_time_gt = r.optional("last_edit.time[gt]");
        Some(Self { page, include_archived, sort_direction, last_edit_time_gt })
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
    /// The Canvases of this page.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub canvases: Vec<Canvas>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl List {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, canvases: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for List {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "canvases" => field.value(&mut self.canvases),
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
        self.canvases.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Canvas {
    /// API identifier of the Canvas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Name of the Canvas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Tags of the Canvas.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub tags: Vec<Option<String>>,
    /// Time of the last edit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_edited: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Canvas {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { id: None, name: None, tags: Vec::new(), last_edited: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for Canvas {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "id" => field.scalar(&mut self.id, &mut self.extra),
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "tags" => field.value(&mut self.tags),
            "last_edited" => field.scalar(&mut self.last_edited, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Canvas {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Canvas {
    fn scrub(&mut self, secret: &Secret) {
        self.id.scrub(secret);
        self.name.scrub(secret);
        self.tags.scrub(secret);
        self.last_edited.scrub(secret);
        self.extra.scrub(secret);
    }
}
