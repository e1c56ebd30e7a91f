// Written from spec/paths/catalogs/fields.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /catalogs/{catalog_name}/fields`: Create fields.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, CatalogField, DecodeError, Endpoint, Message, Meta, PartialErrors, Pool,
    Replay, RequestWriter, Violations, reply,
};

/// Adds up to 50 fields to a catalog, which can have 500 in all. The reply says that the request
/// was accepted; the fields are there later.
///
/// `POST /catalogs/{catalog_name}/fields`, permission `catalogs.create_fields`, counted in
/// [`Pool::CATALOG_FIELDS_SELECTIONS`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400 or 404 as
/// [`CatalogFailure`](crate::CatalogFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateFieldsRequest {
    /// Name of the catalog. From 1 to 250 characters.
    pub catalog_name: String,
    /// The fields.
    pub body: CreateFieldsBody,
}

impl CreateFieldsRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(catalog_name: impl Into<String>, body: CreateFieldsBody) -> Self {
        Self { catalog_name: catalog_name.into(), body }
    }
}

impl Endpoint for CreateFieldsRequest {
    type Output = Acknowledgement;

    const META: Meta =
        Meta::new("catalogs.create_fields", Method::POST, "/catalogs/{catalog_name}/fields")
            .permission("catalogs.create_fields")
            .replay(Replay::Unsafe)
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
        v.segment("catalog_name", &self.catalog_name);
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/catalogs/");
        w.path_value(&self.catalog_name);
        w.path("/fields");
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
impl Operation for CreateFieldsRequest {
    const DESCRIPTION: Description = Description::new("Create fields")
        .description(
            "Adds up to 50 fields to a catalog, which can have 500 in all. The reply says that the \
             request was accepted; the fields are there later.",
        )
        .command(&["catalogs", "create-fields"])
        .parameters(&[
            Parameter::path("catalog_name", Kind::Text).description("Name of the catalog.")
        ])
        .with_body()
        .exchanges(&[Exchange::new(
            "caffeine",
            "/catalogs/teas/fields",
            202,
            r#"{"message": "success"}"#,
        )
        .body(r#"{"fields": [{"name": "Caffeine", "type": "number"}]}"#)]);

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
pub struct CreateFieldsBody {
    /// The fields. From 1 to 50 items.
    pub fields: Vec<CatalogField>,
}

impl CreateFieldsBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(fields: impl IntoIterator<Item = CatalogField>) -> Self {
        Self { fields: fields.into_iter().collect() }
    }

    /// Greatest number of items of `fields`.
    pub const MAX_FIELDS: usize = 50;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.length("fields", self.fields.len(), "items", Some(1), Some(50));
        v.each("fields", &self.fields, CatalogField::validate);
        v.unique("fields", "name", self.fields.iter().map(|it| Some(it.name.as_str())));
    }
}
