// Written from spec/paths/data_objects/object.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `PUT /data_objects/objects/{type_name}/{external_id}`: Replace a data object.

use http::Method;
use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    DataObjectBody, DataObjectReply, DecodeError, Endpoint, Meta, Pool, Replay, RequestWriter,
    Violations, reply,
};

/// Sets all attributes of a data object, or makes it. What is left out is cleared: every attribute
/// that is not in the request is removed.
///
/// `PUT /data_objects/objects/{type_name}/{external_id}`, permission `data_objects.update`, counted
/// in [`Pool::DATA_OBJECTS_WRITES`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400, 401 or 403 as
/// [`DataObjectProblem`](crate::DataObjectProblem).
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 404, 422 or 429 as
/// [`DataObjectProblems`](crate::DataObjectProblems).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReplaceRequest {
    /// Name of a type of data objects. At least 1 character.
    pub type_name: String,
    /// Identifier of a data object, unique in its type. At least 1 character.
    pub external_id: String,
    /// All attributes.
    pub body: DataObjectBody,
}

impl ReplaceRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(
        type_name: impl Into<String>,
        external_id: impl Into<String>,
        body: DataObjectBody,
    ) -> Self {
        Self { type_name: type_name.into(), external_id: external_id.into(), body }
    }
}

impl Endpoint for ReplaceRequest {
    type Output = DataObjectReply;

    const META: Meta = Meta::new(
        "data_objects.replace",
        Method::PUT,
        "/data_objects/objects/{type_name}/{external_id}",
    )
    .permission("data_objects.update")
    .replay(Replay::Idempotent)
    .pool(&Pool::DATA_OBJECTS_WRITES);

    fn validate(&self, v: &mut Violations) {
        v.text("type_name", &self.type_name);
        v.text("external_id", &self.external_id);
        v.segment("type_name", &self.type_name);
        v.segment("external_id", &self.external_id);
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/data_objects/objects/");
        w.path_value(&self.type_name);
        w.path("/");
        w.path_value(&self.external_id);
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<DataObjectReply, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for ReplaceRequest {
    const DESCRIPTION: Description = Description::new("Replace a data object")
        .description(
            "Sets all attributes of a data object, or makes it. What is left out is cleared: every \
             attribute that is not in the request is removed.",
        )
        .command(&["data-objects", "replace"])
        .parameters(&[
            Parameter::path("type_name", Kind::Text).description("Name of a type of data objects."),
            Parameter::path("external_id", Kind::Text)
                .description("Identifier of a data object, unique in its type."),
        ])
        .with_body()
        .exchanges(&[Exchange::new(
            "palace",
            "/data_objects/objects/account/tea-house",
            200,
            r#"{
  "data_object": {
    "type_name": "account",
    "external_id": "tea-house",
    "attributes": {"name": "Tea Palace"}
  }
}"#,
        )
        .body(
            r#"{
  "attributes": {"name": "Tea Palace"}
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let type_name = r.required("type_name");
        let external_id = r.required("external_id");
        let body = r.json();
        Some(Self { type_name: type_name?, external_id: external_id?, body: body? })
    }

    fn write(output: &DataObjectReply) -> Vec<u8> {
        operation::json(output)
    }
}
