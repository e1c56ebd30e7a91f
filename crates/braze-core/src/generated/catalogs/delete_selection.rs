// Written from spec/paths/catalogs/selection.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `DELETE /catalogs/{catalog_name}/selections/{selection_name}`: Delete a catalog selection.

use http::Method;
use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, DecodeError, Effect, Endpoint, Message, Meta, PartialErrors, Pool, Replay,
    RequestWriter, Violations, reply,
};

/// Deletes a catalog selection, by its name.
///
/// `DELETE /catalogs/{catalog_name}/selections/{selection_name}`, permission
/// `catalogs.delete_selection`, counted in [`Pool::CATALOG_FIELDS_SELECTIONS`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400 or 404 as
/// [`CatalogFailure`](crate::CatalogFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, catalogs};
///
/// let request = catalogs::DeleteSelectionRequest::new("teas", "cheap");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteSelectionRequest {
    /// Name of the catalog. From 1 to 250 characters.
    pub catalog_name: String,
    /// Name of the catalog selection. At least 1 character.
    pub selection_name: String,
}

impl DeleteSelectionRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(catalog_name: impl Into<String>, selection_name: impl Into<String>) -> Self {
        Self { catalog_name: catalog_name.into(), selection_name: selection_name.into() }
    }
}

impl Endpoint for DeleteSelectionRequest {
    type Output = Acknowledgement;

    const META: Meta = Meta::new(
        "catalogs.delete_selection",
        Method::DELETE,
        "/catalogs/{catalog_name}/selections/{selection_name}",
    )
    .permission("catalogs.delete_selection")
    .replay(Replay::Idempotent)
    .effect(Effect::Deletes)
    .pool(&Pool::CATALOG_FIELDS_SELECTIONS);

    fn validate(&self, v: &mut Violations) {
        v.text("catalog_name", &self.catalog_name);
        v.length("catalog_name", self.catalog_name.chars().count(), "characters", None, Some(250));
        v.characters(
            "catalog_name",
            &self.catalog_name,
            &['A'..='Z', 'a'..='z', '0'..='9', '_'..='_', '-'..='-'],
            "A-Za-z0-9_-",
        );
        v.text("selection_name", &self.selection_name);
        v.segment("catalog_name", &self.catalog_name);
        v.segment("selection_name", &self.selection_name);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/catalogs/");
        w.path_value(&self.catalog_name);
        w.path("/selections/");
        w.path_value(&self.selection_name);
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
impl Operation for DeleteSelectionRequest {
    const DESCRIPTION: Description = Description::new("Delete a catalog selection")
        .description("Deletes a catalog selection, by its name.")
        .command(&["catalogs", "delete-selection"])
        .parameters(&[
            Parameter::path("catalog_name", Kind::Text).description("Name of the catalog."),
            Parameter::path("selection_name", Kind::Text)
                .description("Name of the catalog selection."),
        ])
        .exchanges(&[Exchange::new(
            "cheap",
            "/catalogs/teas/selections/cheap",
            202,
            r#"{"message": "success"}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let catalog_name = r.required("catalog_name");
        let selection_name = r.required("selection_name");
        Some(Self { catalog_name: catalog_name?, selection_name: selection_name? })
    }

    fn write(output: &Acknowledgement) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &Acknowledgement) -> u16 {
        202
    }
}
