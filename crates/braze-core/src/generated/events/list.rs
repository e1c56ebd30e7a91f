// Written from spec/paths/events/list.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /events/list`: List the names of custom events.

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
    Scrub, Secret, Violations, reply,
};

/// Names of the custom events in alphabetical order, 250 to a page. A page with fewer is the last
/// one.
///
/// `GET /events/list`, permission `events.list`, counted in [`Pool::LISTS_AND_PURCHASES`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, events};
///
/// let request = events::ListRequest::new()
///     .page(1);
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ListRequest {
    /// The page to return. The first is 0. Default `0`.
    pub page: Option<u64>,
}

impl ListRequest {
    /// A request without any parameters.
    #[must_use]
    pub fn new() -> Self {
        Self { page: None }
    }

    /// Sets `page`. The page to return. The first is 0. Default `0`.
    #[must_use]
    pub fn page(mut self, page: u64) -> Self {
        self.page = Some(page);
        self
    }
}

impl Endpoint for ListRequest {
    type Output = List;

    const META: Meta = Meta::get("events.list", "/events/list")
        .permission("events.list")
        .replay(Replay::Safe)
        .pool(&Pool::LISTS_AND_PURCHASES);

    fn validate(&self, _v: &mut Violations) {}

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/events/list");
        w.query_opt("page", self.page.as_ref());
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
    type Item = String;

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
        Some(250)
    }

    fn items(output: &List) -> &[String] {
        &output.events
    }

    fn into_items(output: List) -> Vec<String> {
        output.events
    }
}

#[cfg(feature = "operation")]
impl Operation for ListRequest {
    const DESCRIPTION: Description = Description::new("List the names of custom events")
        .description(
            "Names of the custom events in alphabetical order, 250 to a page. A page with fewer is \
             the last one.",
        )
        .command(&["events", "list"])
        .parameters(&[Parameter::query("page", Kind::Integer { min: Some(0), max: None })
            .default("0")
            .description("The page to return. The first is 0.")])
        .items(Items::new("events", &[]))
        .exchanges(&[Exchange::new(
            "past_the_end",
            "/events/list?page=1",
            200,
            r#"{"events": [], "message": "success"}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let page = r.optional("page");
        Some(Self { page })
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
    /// The names of this page.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub events: Vec<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl List {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, events: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for List {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "events" => field.value(&mut self.events),
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
        self.events.scrub(secret);
        self.extra.scrub(secret);
    }
}
