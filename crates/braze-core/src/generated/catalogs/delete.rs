// Written from spec/paths/catalogs/catalog.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `DELETE /catalogs/{catalog_name}`: Delete a catalog.

use http::Method;
use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, DecodeError, Effect, Endpoint, Message, Meta, PartialErrors, Pool, Replay,
    RequestWriter, Violations, reply,
};

/// Deletes a catalog with all of its items, for good.
///
/// `DELETE /catalogs/{catalog_name}`, permission `catalogs.delete`, counted in
/// [`Pool::CATALOGS_MANAGEMENT`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400 or 404 as
/// [`CatalogFailure`](crate::CatalogFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, catalogs};
///
/// let request = catalogs::DeleteRequest::new("teas");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteRequest {
    /// Name of the catalog. From 1 to 250 characters.
    pub catalog_name: String,
}

impl DeleteRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(catalog_name: impl Into<String>) -> Self {
        Self { catalog_name: catalog_name.into() }
    }
}

impl Endpoint for DeleteRequest {
    type Output = Acknowledgement;

    const META: Meta = Meta::new("catalogs.delete", Method::DELETE, "/catalogs/{catalog_name}")
        .permission("catalogs.delete")
        .replay(Replay::Idempotent)
        .effect(Effect::Deletes)
        .pool(&Pool::CATALOGS_MANAGEMENT);

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
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/catalogs/");
        w.path_value(&self.catalog_name);
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
impl Operation for DeleteRequest {
    const DESCRIPTION: Description = Description::new("Delete a catalog")
        .description("Deletes a catalog with all of its items, for good.")
        .command(&["catalogs", "delete"])
        .parameters(&[
            Parameter::path("catalog_name", Kind::Text).description("Name of the catalog.")
        ])
        .exchanges(&[Exchange::new("teas", "/catalogs/teas", 200, r#"{"message": "success"}"#)]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let catalog_name = r.required("catalog_name");
        Some(Self { catalog_name: catalog_name? })
    }

    fn write(output: &Acknowledgement) -> Vec<u8> {
        operation::json(output)
    }
}
