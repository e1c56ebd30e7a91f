// Written from spec/paths/catalogs/field.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `DELETE /catalogs/{catalog_name}/fields/{field_name}`: Delete a field.

use http::Method;
use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, DecodeError, Effect, Endpoint, Message, Meta, PartialErrors, Pool, Replay,
    RequestWriter, Violations, reply,
};

/// Removes a field from a catalog and from all of its items. A field that a selection uses is kept.
///
/// `DELETE /catalogs/{catalog_name}/fields/{field_name}`, permission `catalogs.delete_fields`,
/// counted in [`Pool::CATALOG_FIELDS_SELECTIONS`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400 or 404 as
/// [`CatalogFailure`](crate::CatalogFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, catalogs};
///
/// let request = catalogs::DeleteFieldRequest::new("teas", "Harvest");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteFieldRequest {
    /// Name of the catalog. From 1 to 250 characters.
    pub catalog_name: String,
    /// Name of the field. From 1 to 250 characters.
    pub field_name: String,
}

impl DeleteFieldRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(catalog_name: impl Into<String>, field_name: impl Into<String>) -> Self {
        Self { catalog_name: catalog_name.into(), field_name: field_name.into() }
    }
}

impl Endpoint for DeleteFieldRequest {
    type Output = Acknowledgement;

    const META: Meta = Meta::new(
        "catalogs.delete_field",
        Method::DELETE,
        "/catalogs/{catalog_name}/fields/{field_name}",
    )
    .permission("catalogs.delete_fields")
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
        v.text("field_name", &self.field_name);
        v.length("field_name", self.field_name.chars().count(), "characters", None, Some(250));
        v.characters(
            "field_name",
            &self.field_name,
            &['A'..='Z', 'a'..='z', '0'..='9', '_'..='_', '-'..='-'],
            "A-Za-z0-9_-",
        );
        v.segment("catalog_name", &self.catalog_name);
        v.segment("field_name", &self.field_name);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/catalogs/");
        w.path_value(&self.catalog_name);
        w.path("/fields/");
        w.path_value(&self.field_name);
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
impl Operation for DeleteFieldRequest {
    const DESCRIPTION: Description = Description::new("Delete a field")
        .description(
            "Removes a field from a catalog and from all of its items. A field that a selection \
             uses is kept.",
        )
        .command(&["catalogs", "delete-field"])
        .parameters(&[
            Parameter::path("catalog_name", Kind::Text).description("Name of the catalog."),
            Parameter::path("field_name", Kind::Text).description("Name of the field."),
        ])
        .exchanges(&[Exchange::new(
            "harvest",
            "/catalogs/teas/fields/Harvest",
            202,
            r#"{"message": "success"}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let catalog_name = r.required("catalog_name");
        let field_name = r.required("field_name");
        Some(Self { catalog_name: catalog_name?, field_name: field_name? })
    }

    fn write(output: &Acknowledgement) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &Acknowledgement) -> u16 {
        202
    }
}
