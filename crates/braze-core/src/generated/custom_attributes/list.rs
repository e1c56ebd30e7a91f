// Written from spec/paths/custom_attributes/list.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /custom_attributes`: List custom attributes.

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

/// Name, type, description, status and tags of the custom attributes in alphabetical order, 50 to a
/// page. The next page has its cursor in the reply's `Link` header.
///
/// `GET /custom_attributes`, permission `custom_attributes.get`, counted in
/// [`Pool::LISTS_AND_PURCHASES`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, custom_attributes};
///
/// let request = custom_attributes::ListRequest::new()
///     .cursor("c2tpcDo1MA==");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ListRequest {
    /// Cursor of the page to return, from the `Link` header of the page before it.
    pub cursor: Option<String>,
}

impl ListRequest {
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

impl Endpoint for ListRequest {
    type Output = List;

    const META: Meta = Meta::get("custom_attributes.list", "/custom_attributes")
        .permission("custom_attributes.get")
        .replay(Replay::Safe)
        .pool(&Pool::LISTS_AND_PURCHASES);

    fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.cursor {
            v.text("cursor", value);
        }
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/custom_attributes");
        w.query_opt("cursor", self.cursor.as_ref());
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
    type Item = CustomAttribute;

    const PAGING: Paging = Paging::Cursor { parameter: "cursor" };

    fn position(&self) -> Option<PagePosition> {
        self.cursor.clone().map(PagePosition::Cursor)
    }

    fn turn_to(&mut self, position: PagePosition) {
        if let PagePosition::Cursor(cursor) = position {
            self.cursor = Some(cursor);
        }
    }

    fn items(output: &List) -> &[CustomAttribute] {
        &output.attributes
    }

    fn into_items(output: List) -> Vec<CustomAttribute> {
        output.attributes
    }
}

#[cfg(feature = "operation")]
impl Operation for ListRequest {
    const DESCRIPTION: Description = Description::new("List custom attributes")
        .description(
            "Name, type, description, status and tags of the custom attributes in alphabetical \
             order, 50 to a page. The next page has its cursor in the reply's `Link` header.",
        )
        .command(&["custom-attributes", "list"])
        .parameters(&[Parameter::query("cursor", Kind::Text).description(
            "Cursor of the page to return, from the `Link` header of the page before it.",
        )])
        .items(Items::new(
            "attributes",
            &["name", "data_type", "description", "status", "array_length", "tag_names"],
        ))
        .exchanges(&[Exchange::new(
            "next_page",
            "/custom_attributes?cursor=c2tpcDo1MA%3D%3D",
            200,
            r#"{"attributes": [], "message": "success"}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let cursor = r.optional("cursor");
        Some(Self { cursor })
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
    /// The custom attributes of this page.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub attributes: Vec<CustomAttribute>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl List {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, attributes: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for List {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "attributes" => field.value(&mut self.attributes),
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
        self.attributes.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct CustomAttribute {
    /// Name of the attribute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Data type, such as `String`, `Number`, `Boolean`, `Date`, `Array`, `Object` or `Object
    /// Array`. ` (Automatically Detected)` may follow.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_type: Option<String>,
    /// Description of the attribute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `Active`, or `Blocklisted` if it is not recorded.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<DefinitionStatus>,
    /// Greatest length of an array, `null` for other types.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub array_length: Option<u64>,
    /// Tags of the attribute.
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

impl CustomAttribute {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            data_type: None,
            description: None,
            status: None,
            array_length: None,
            tag_names: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for CustomAttribute {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "data_type" => field.scalar(&mut self.data_type, &mut self.extra),
            "description" => field.scalar(&mut self.description, &mut self.extra),
            "status" => field.scalar(&mut self.status, &mut self.extra),
            "array_length" => field.scalar(&mut self.array_length, &mut self.extra),
            "tag_names" => field.value(&mut self.tag_names),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for CustomAttribute {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for CustomAttribute {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.data_type.scrub(secret);
        self.description.scrub(secret);
        self.status.scrub(secret);
        self.array_length.scrub(secret);
        self.tag_names.scrub(secret);
        self.extra.scrub(secret);
    }
}
