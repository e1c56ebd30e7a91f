// Written from spec/paths/catalogs/items.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `PUT /catalogs/{catalog_name}/items`: Replace items.

use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, CatalogItem, DecodeError, Endpoint, Message, Meta, PartialErrors,
    RequestWriter, Violations, reply,
};

/// Replaces up to 50 items, or creates those that are not there. Fields that are left out are gone.
/// The reply says that the request was accepted; the items change later. One wrong item refuses all
/// of them.
///
/// `PUT /catalogs/{catalog_name}/items`, permission `catalogs.replace_items`, counted in
/// [`Pool::CATALOG_ITEMS_ASYNC`](crate::Pool::CATALOG_ITEMS_ASYNC).
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400 or 404 as
/// [`CatalogFailure`](crate::CatalogFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReplaceItemsRequest {
    /// Name of the catalog. From 1 to 250 characters.
    pub catalog_name: String,
    /// The items.
    pub body: ReplaceItemsBody,
}

impl ReplaceItemsRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(catalog_name: impl Into<String>, body: ReplaceItemsBody) -> Self {
        Self { catalog_name: catalog_name.into(), body }
    }
}

impl Endpoint for ReplaceItemsRequest {
    type Output = Acknowledgement;

    const META: Meta = Meta::CATALOGS_REPLACE_ITEMS;

    fn validate(&self, v: &mut Violations) {
        v.text("catalog_name", &self.catalog_name);
        v.length("catalog_name", self.catalog_name.chars().count(), "characters", None, Some(250));
        v.characters(
            "catalog_name",
            &self.catalog_name,
            &['A'..='Z', 'a'..='z', '0'..='9', '_'..='_', '-'..='-'],
            "A-Za-z0-9_-",
        );
        v.segment("catalog_name", &self.catalog_name);
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/catalogs/");
        w.path_value(&self.catalog_name);
        w.path("/items");
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
}

#[cfg(feature = "operation")]
impl Operation for ReplaceItemsRequest {
    const DESCRIPTION: Description = Description::new("Replace items")
        .description(
            "Replaces up to 50 items, or creates those that are not there. Fields that are left \
             out are gone. The reply says that the request was accepted; the items change later. \
             One wrong item refuses all of them.",
        )
        .command(&["catalogs", "replace-items"])
        .parameters(&[
            Parameter::path("catalog_name", Kind::Text).description("Name of the catalog.")
        ])
        .with_body()
        .exchanges(&[Exchange::new(
            "two",
            "/catalogs/teas/items",
            202,
            r#"{"message": "success"}"#,
        )
        .body(
            r#"{
  "items": [
    {"id": "oolong", "Price": 8},
    {"id": "assam", "Price": 4}
  ]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let catalog_name = r.required("catalog_name");
        let body = r.json();
        Some(Self { catalog_name: catalog_name?, body: body? })
    }

    fn write(output: &Acknowledgement) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &Acknowledgement) -> u16 {
        202
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ReplaceItemsBody {
    /// The items. From 1 to 50 items.
    pub items: Vec<CatalogItem>,
}

impl ReplaceItemsBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(items: impl IntoIterator<Item = CatalogItem>) -> Self {
        Self { items: items.into_iter().collect() }
    }

    /// Greatest number of items of `items`.
    pub const MAX_ITEMS: usize = 50;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.length("items", self.items.len(), "items", Some(1), Some(50));
        v.each_at("items", &self.items, CatalogItem::check);
        v.unique("items", "id", self.items.iter().map(CatalogItem::id));
    }
}
