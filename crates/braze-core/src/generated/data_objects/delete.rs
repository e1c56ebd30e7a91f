// Written from spec/paths/data_objects/object.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `DELETE /data_objects/objects/{type_name}/{external_id}`: Delete a data object.

use http::Method;
use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    DataObjectDeletion, DecodeError, Effect, Endpoint, Meta, Pool, Replay, RequestWriter,
    Violations, reply,
};

/// Deletes a data object. Related objects stay. If a reply is lost and the request is repeated, the
/// object may be gone already, and the answer is 404.
///
/// `DELETE /data_objects/objects/{type_name}/{external_id}`, permission `data_objects.delete`,
/// counted in [`Pool::DATA_OBJECTS_WRITES`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400, 401 or 403 as
/// [`DataObjectProblem`](crate::DataObjectProblem).
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 404 or 429 as
/// [`DataObjectProblems`](crate::DataObjectProblems).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, data_objects};
///
/// let request = data_objects::DeleteRequest::new("account", "tea-tent");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteRequest {
    /// Name of a type of data objects. At least 1 character.
    pub type_name: String,
    /// Identifier of a data object, unique in its type. At least 1 character.
    pub external_id: String,
}

impl DeleteRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(type_name: impl Into<String>, external_id: impl Into<String>) -> Self {
        Self { type_name: type_name.into(), external_id: external_id.into() }
    }
}

impl Endpoint for DeleteRequest {
    type Output = DataObjectDeletion;

    const META: Meta = Meta::new(
        "data_objects.delete",
        Method::DELETE,
        "/data_objects/objects/{type_name}/{external_id}",
    )
    .permission("data_objects.delete")
    .replay(Replay::Idempotent)
    .effect(Effect::Deletes)
    .pool(&Pool::DATA_OBJECTS_WRITES);

    fn validate(&self, v: &mut Violations) {
        v.text("type_name", &self.type_name);
        v.text("external_id", &self.external_id);
        v.segment("type_name", &self.type_name);
        v.segment("external_id", &self.external_id);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/data_objects/objects/");
        w.path_value(&self.type_name);
        w.path("/");
        w.path_value(&self.external_id);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<DataObjectDeletion, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for DeleteRequest {
    const DESCRIPTION: Description = Description::new("Delete a data object")
        .description(
            "Deletes a data object. Related objects stay. If a reply is lost and the request is \
             repeated, the object may be gone already, and the answer is 404.",
        )
        .command(&["data-objects", "delete"])
        .parameters(&[
            Parameter::path("type_name", Kind::Text).description("Name of a type of data objects."),
            Parameter::path("external_id", Kind::Text)
                .description("Identifier of a data object, unique in its type."),
        ])
        .exchanges(&[Exchange::new(
            "tea_tent",
            "/data_objects/objects/account/tea-tent",
            200,
            r#"{"deleted": true}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let type_name = r.required("type_name");
        let external_id = r.required("external_id");
        Some(Self { type_name: type_name?, external_id: external_id? })
    }

    fn write(output: &DataObjectDeletion) -> Vec<u8> {
        operation::json(output)
    }
}
