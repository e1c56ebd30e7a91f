// Written from spec/paths/catalogs/item.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /catalogs/{catalog_name}/items/{item_id}`: Get an item.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    CatalogItem, DecodeError, Endpoint, Message, Meta, Pool, Replay, RequestWriter, Scrub, Secret,
    Violations, reply,
};

/// One item of a catalog.
///
/// `GET /catalogs/{catalog_name}/items/{item_id}`, permission `catalogs.get_item`, counted in
/// [`Pool::CATALOG_ITEMS_SYNC`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400 or 404 as
/// [`CatalogFailure`](crate::CatalogFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, catalogs};
///
/// let request = catalogs::GetItemRequest::new("teas", "oolong");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetItemRequest {
    /// Name of the catalog. From 1 to 250 characters.
    pub catalog_name: String,
    /// Identifier of the item. From 1 to 250 characters.
    pub item_id: String,
}

impl GetItemRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(catalog_name: impl Into<String>, item_id: impl Into<String>) -> Self {
        Self { catalog_name: catalog_name.into(), item_id: item_id.into() }
    }
}

impl Endpoint for GetItemRequest {
    type Output = GetItem;

    const META: Meta = Meta::get("catalogs.get_item", "/catalogs/{catalog_name}/items/{item_id}")
        .permission("catalogs.get_item")
        .replay(Replay::Safe)
        .pool(&Pool::CATALOG_ITEMS_SYNC);

    fn validate(&self, v: &mut Violations) {
        v.text("catalog_name", &self.catalog_name);
        v.length("catalog_name", self.catalog_name.chars().count(), "characters", None, Some(250));
        v.characters(
            "catalog_name",
            &self.catalog_name,
            &['A'..='Z', 'a'..='z', '0'..='9', '_'..='_', '-'..='-'],
            "A-Za-z0-9_-",
        );
        v.text("item_id", &self.item_id);
        v.length("item_id", self.item_id.chars().count(), "characters", None, Some(250));
        v.characters(
            "item_id",
            &self.item_id,
            &['A'..='Z', 'a'..='z', '0'..='9', '_'..='_', '-'..='-'],
            "A-Za-z0-9_-",
        );
        v.segment("catalog_name", &self.catalog_name);
        v.segment("item_id", &self.item_id);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/catalogs/");
        w.path_value(&self.catalog_name);
        w.path("/items/");
        w.path_value(&self.item_id);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<GetItem, DecodeError> {
        reply::json(body)
    }

    fn message(output: &GetItem) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for GetItemRequest {
    const DESCRIPTION: Description = Description::new("Get an item")
        .description("One item of a catalog.")
        .command(&["catalogs", "get-item"])
        .parameters(&[
            Parameter::path("catalog_name", Kind::Text).description("Name of the catalog."),
            Parameter::path("item_id", Kind::Text).description("Identifier of the item."),
        ])
        .exchanges(&[Exchange::new(
            "oolong",
            "/catalogs/teas/items/oolong",
            200,
            r#"{
  "items": [
    {"id": "oolong", "Price": 7.5}
  ],
  "message": "success"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let catalog_name = r.required("catalog_name");
        let item_id = r.required("item_id");
        Some(Self { catalog_name: catalog_name?, item_id: item_id? })
    }

    fn write(output: &GetItem) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`GetItemRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct GetItem {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The item.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub items: Vec<CatalogItem>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl GetItem {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, items: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for GetItem {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "items" => field.value(&mut self.items),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for GetItem {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for GetItem {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.items.scrub(secret);
        self.extra.scrub(secret);
    }
}
