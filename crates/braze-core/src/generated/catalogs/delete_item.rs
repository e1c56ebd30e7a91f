// Written from spec/paths/catalogs/item.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `DELETE /catalogs/{catalog_name}/items/{item_id}`: Delete an item.

use http::Method;
use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, DecodeError, Effect, Endpoint, Message, Meta, PartialErrors, Pool, Replay,
    RequestWriter, Violations, reply,
};

/// Deletes one item. A second request is refused with the error `item-not-found`.
///
/// `DELETE /catalogs/{catalog_name}/items/{item_id}`, permission `catalogs.delete_item`, counted in
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
/// let request = catalogs::DeleteItemRequest::new("teas", "oolong");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteItemRequest {
    /// Name of the catalog. From 1 to 250 characters.
    pub catalog_name: String,
    /// Identifier of the item. From 1 to 250 characters.
    pub item_id: String,
}

impl DeleteItemRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(catalog_name: impl Into<String>, item_id: impl Into<String>) -> Self {
        Self { catalog_name: catalog_name.into(), item_id: item_id.into() }
    }
}

impl Endpoint for DeleteItemRequest {
    type Output = Acknowledgement;

    const META: Meta = Meta::new(
        "catalogs.delete_item",
        Method::DELETE,
        "/catalogs/{catalog_name}/items/{item_id}",
    )
    .permission("catalogs.delete_item")
    .replay(Replay::Idempotent)
    .effect(Effect::Deletes)
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
impl Operation for DeleteItemRequest {
    const DESCRIPTION: Description = Description::new("Delete an item")
        .description(
            "Deletes one item. A second request is refused with the error `item-not-found`.",
        )
        .command(&["catalogs", "delete-item"])
        .parameters(&[
            Parameter::path("catalog_name", Kind::Text).description("Name of the catalog."),
            Parameter::path("item_id", Kind::Text).description("Identifier of the item."),
        ])
        .exchanges(&[Exchange::new(
            "oolong",
            "/catalogs/teas/items/oolong",
            202,
            r#"{"message": "success"}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let catalog_name = r.required("catalog_name");
        let item_id = r.required("item_id");
        Some(Self { catalog_name: catalog_name?, item_id: item_id? })
    }

    fn write(output: &Acknowledgement) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &Acknowledgement) -> u16 {
        202
    }
}
