// Written from spec/paths/events/events.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /events`: List custom events with their settings.

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
    DecodeError, DefinitionStatus, Endpoint, Message, Meta, PagePosition, Paged, Paging, Pool,
    Replay, RequestWriter, Scrub, Secret, Violations, reply,
};

/// Name, description, status and tags of the custom events in alphabetical order, 50 to a page. The
/// next page has its cursor in the reply's `Link` header.
///
/// `GET /events`, permission `events.get`, counted in [`Pool::LISTS_AND_PURCHASES`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, events};
///
/// let request = events::DefinitionsRequest::new()
///     .cursor("c2tpcDo1MA==");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct DefinitionsRequest {
    /// Cursor of the page to return, from the `Link` header of the page before it.
    pub cursor: Option<String>,
}

impl DefinitionsRequest {
    /// A request without any parameters.
    #[must_use]
    pub fn new() -> Self {
        Self { cursor: None }
    }

    /// Sets `cursor`. Cursor of the page to return, from the `Link` header of the page before it.
    #[must_use]
    pub fn cursor(mut self, cursor: impl Into<String>) -> Self {
        self.cursor = Some(cursor.into());
        self
    }
}

impl Endpoint for DefinitionsRequest {
    type Output = Definitions;

    const META: Meta = Meta::get("events.get", "/events")
        .permission("events.get")
        .replay(Replay::Safe)
        .pool(&Pool::LISTS_AND_PURCHASES);

    fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.cursor {
            v.text("cursor", value);
        }
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/events");
        w.query_opt("cursor", self.cursor.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Definitions, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Definitions) -> Option<&Message> {
        output.message.as_ref()
    }
}

impl Paged for DefinitionsRequest {
    type Item = Definition;

    const PAGING: Paging = Paging::Cursor { parameter: "cursor" };

    fn position(&self) -> Option<PagePosition> {
        self.cursor.clone().map(PagePosition::Cursor)
    }

    fn turn_to(&mut self, position: PagePosition) {
        if let PagePosition::Cursor(cursor) = position {
            self.cursor = Some(cursor);
        }
    }

    fn items(output: &Definitions) -> &[Definition] {
        &output.events
    }

    fn into_items(output: Definitions) -> Vec<Definition> {
        output.events
    }
}

#[cfg(feature = "operation")]
impl Operation for DefinitionsRequest {
    const DESCRIPTION: Description = Description::new("List custom events with their settings")
        .description(
            "Name, description, status and tags of the custom events in alphabetical order, 50 to \
             a page. The next page has its cursor in the reply's `Link` header.",
        )
        .command(&["events", "definitions"])
        .parameters(&[Parameter::query("cursor", Kind::Text).description(
            "Cursor of the page to return, from the `Link` header of the page before it.",
        )])
        .items(Items::new(
            "events",
            &["name", "description", "included_in_analytics_report", "status", "tag_names"],
        ))
        .exchanges(&[Exchange::new(
            "next_page",
            "/events?cursor=c2tpcDo1MA%3D%3D",
            200,
            r#"{"message": "success", "events": []}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let cursor = r.optional("cursor");
        Some(Self { cursor })
    }

    fn write(output: &Definitions) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`DefinitionsRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Definitions {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The custom events of this page.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub events: Vec<Definition>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Definitions {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, events: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for Definitions {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "events" => field.value(&mut self.events),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Definitions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Definitions {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.events.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Definition {
    /// Name of the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Description of the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `true` if analytics reports include the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub included_in_analytics_report: Option<bool>,
    /// `Active`, or `Blocklisted` if it is not recorded.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<DefinitionStatus>,
    /// Tags of the event.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub tag_names: Vec<Option<String>>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Definition {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            description: None,
            included_in_analytics_report: None,
            status: None,
            tag_names: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Definition {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "description" => field.scalar(&mut self.description, &mut self.extra),
            "included_in_analytics_report" => {
                field.scalar(&mut self.included_in_analytics_report, &mut self.extra)
            }
            "status" => field.scalar(&mut self.status, &mut self.extra),
            "tag_names" => field.value(&mut self.tag_names),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Definition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Definition {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.description.scrub(secret);
        self.included_in_analytics_report.scrub(secret);
        self.status.scrub(secret);
        self.tag_names.scrub(secret);
        self.extra.scrub(secret);
    }
}
