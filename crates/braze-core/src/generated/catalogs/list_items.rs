// Written from spec/paths/catalogs/items.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /catalogs/{catalog_name}/items`: List items.

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
    CatalogItem, DecodeError, Endpoint, Message, Meta, PagePosition, Paged, Paging, Pool, Replay,
    RequestWriter, Scrub, Secret, Violations, reply,
};

/// Items of a catalog, 50 to a page. The header `Link` of a reply names the cursors of the pages
/// around it.
///
/// `GET /catalogs/{catalog_name}/items`, permission `catalogs.get_items`, counted in
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
/// let request = catalogs::ListItemsRequest::new("teas");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListItemsRequest {
    /// Name of the catalog. From 1 to 250 characters.
    pub catalog_name: String,
    /// Cursor of the page to return, from the `Link` header of the page before it.
    pub cursor: Option<String>,
}

impl ListItemsRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(catalog_name: impl Into<String>) -> Self {
        Self { catalog_name: catalog_name.into(), cursor: None }
    }

    /// Sets `cursor`. Cursor of the page to return, from the `Link` header of the page before it.
    #[must_use]
    pub fn cursor(mut self, cursor: impl Into<String>) -> Self {
        self.cursor = Some(cursor.into());
        self
    }
}

impl Endpoint for ListItemsRequest {
    type Output = ListItems;

    const META: Meta = Meta::get("catalogs.list_items", "/catalogs/{catalog_name}/items")
        .permission("catalogs.get_items")
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
        if let Some(value) = &self.cursor {
            v.text("cursor", value);
        }
        v.segment("catalog_name", &self.catalog_name);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/catalogs/");
        w.path_value(&self.catalog_name);
        w.path("/items");
        w.query_opt("cursor", self.cursor.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<ListItems, DecodeError> {
        reply::json(body)
    }

    fn message(output: &ListItems) -> Option<&Message> {
        output.message.as_ref()
    }
}

impl Paged for ListItemsRequest {
    type Item = CatalogItem;

    const PAGING: Paging = Paging::Cursor { parameter: "cursor" };

    fn position(&self) -> Option<PagePosition> {
        self.cursor.clone().map(PagePosition::Cursor)
    }

    fn turn_to(&mut self, position: PagePosition) {
        if let PagePosition::Cursor(cursor) = position {
            self.cursor = Some(cursor);
        }
    }

    fn items(output: &ListItems) -> &[CatalogItem] {
        &output.items
    }

    fn into_items(output: ListItems) -> Vec<CatalogItem> {
        output.items
    }
}

#[cfg(feature = "operation")]
impl Operation for ListItemsRequest {
    const DESCRIPTION: Description = Description::new("List items")
        .description(
            "Items of a catalog, 50 to a page. The header `Link` of a reply names the cursors of \
             the pages around it.",
        )
        .command(&["catalogs", "list-items"])
        .parameters(&[
            Parameter::path("catalog_name", Kind::Text).description("Name of the catalog."),
            Parameter::query("cursor", Kind::Text).description(
                "Cursor of the page to return, from the `Link` header of the page before it.",
            ),
        ])
        .items(Items::new("items", &[]))
        .exchanges(&[
            Exchange::new(
                "first_page",
                "/catalogs/teas/items",
                200,
                r#"{
  "items": [
    {"id": "assam", "Price": 4},
    {"id": "oolong", "Price": 7.5}
  ],
  "message": "success"
}"#,
            ),
            Exchange::new(
                "next_page",
                "/catalogs/teas/items?cursor=c2tpcDo1MA%3D%3D",
                200,
                r#"{
  "items": [
    {"id": "oolong", "Price": 7.5, "Origin": [121.5, 25.03]}
  ],
  "message": "success"
}"#,
            ),
        ]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let catalog_name = r.required("catalog_name");
        let cursor = r.optional("cursor");
        Some(Self { catalog_name: catalog_name?, cursor })
    }

    fn write(output: &ListItems) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`ListItemsRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ListItems {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The items of this page.
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

impl ListItems {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, items: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for ListItems {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "items" => field.value(&mut self.items),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ListItems {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ListItems {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.items.scrub(secret);
        self.extra.scrub(secret);
    }
}
