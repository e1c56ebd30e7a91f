// Written from spec/paths/catalogs/item.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `PATCH /catalogs/{catalog_name}/items/{item_id}`: Update an item.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, CatalogItem, DecodeError, Endpoint, Message, Meta, PartialErrors, Pool,
    Replay, RequestWriter, Violations, reply,
};

/// Changes fields of one item. Lists may get and lose elements by `$add` and `$remove`.
///
/// `PATCH /catalogs/{catalog_name}/items/{item_id}`, permission `catalogs.update_item`, counted in
/// [`Pool::CATALOG_ITEMS_SYNC`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400 or 404 as
/// [`CatalogFailure`](crate::CatalogFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateItemRequest {
    /// Name of the catalog. From 1 to 250 characters.
    pub catalog_name: String,
    /// Identifier of the item. From 1 to 250 characters.
    pub item_id: String,
    /// The changes.
    pub body: UpdateItemBody,
}

impl UpdateItemRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(
        catalog_name: impl Into<String>,
        item_id: impl Into<String>,
        body: UpdateItemBody,
    ) -> Self {
        Self { catalog_name: catalog_name.into(), item_id: item_id.into(), body }
    }
}

impl Endpoint for UpdateItemRequest {
    type Output = Acknowledgement;

    const META: Meta = Meta::new(
        "catalogs.update_item",
        Method::PATCH,
        "/catalogs/{catalog_name}/items/{item_id}",
    )
    .permission("catalogs.update_item")
    .replay(Replay::Idempotent)
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
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/catalogs/");
        w.path_value(&self.catalog_name);
        w.path("/items/");
        w.path_value(&self.item_id);
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Acknowledgement, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Acknowledgement) -> Option<&Message> {
        output.message.as_ref()
    }

    fn partial_errors(output: &Acknowledgement) -> Option<&PartialErrors> {
        Some(&output.errors)
    }

    fn replay(&self) -> Replay {
        if self.body.items.iter().any(CatalogItem::adds) {
            return Replay::Unsafe;
        }
        Replay::Idempotent
    }
}

#[cfg(feature = "operation")]
impl Operation for UpdateItemRequest {
    const DESCRIPTION: Description = Description::new("Update an item")
        .description(
            "Changes fields of one item. Lists may get and lose elements by `$add` and `$remove`.",
        )
        .command(&["catalogs", "update-item"])
        .parameters(&[
            Parameter::path("catalog_name", Kind::Text).description("Name of the catalog."),
            Parameter::path("item_id", Kind::Text).description("Identifier of the item."),
        ])
        .with_body()
        .exchanges(&[Exchange::new(
            "notes",
            "/catalogs/teas/items/oolong",
            200,
            r#"{"message": "success"}"#,
        )
        .body(
            r#"{
  "items": [
    {"Price": 8, "Notes": {"$add": ["floral"], "$remove": ["smoky"]}}
  ]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let catalog_name = r.required("catalog_name");
        let item_id = r.required("item_id");
        let body = r.json();
        Some(Self { catalog_name: catalog_name?, item_id: item_id?, body: body? })
    }

    fn write(output: &Acknowledgement) -> Vec<u8> {
        operation::json(output)
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct UpdateItemBody {
    /// The fields to change: a request takes exactly one item. From 1 to 1 item.
    pub items: Vec<CatalogItem>,
}

impl UpdateItemBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(items: impl IntoIterator<Item = CatalogItem>) -> Self {
        Self { items: items.into_iter().collect() }
    }

    /// Greatest number of items of `items`.
    pub const MAX_ITEMS: usize = 1;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.length("items", self.items.len(), "items", Some(1), Some(1));
        v.each_at("items", &self.items, CatalogItem::check_field_changes);
    }
}
