// Written from spec/paths/data_objects/objects.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /data_objects/objects/{type_name}`: Create a data object.

use http::Method;
use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    DataObjectReply, DecodeError, Endpoint, Meta, NewDataObject, Pool, Replay, RequestWriter,
    Violations, reply,
};

/// Makes a data object. One with the same identifier must not exist.
///
/// `POST /data_objects/objects/{type_name}`, permission `data_objects.create`, counted in
/// [`Pool::DATA_OBJECTS_WRITES`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400, 401 or 403 as
/// [`DataObjectProblem`](crate::DataObjectProblem).
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 404, 409, 422 or 429 as
/// [`DataObjectProblems`](crate::DataObjectProblems).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateRequest {
    /// Name of a type of data objects. At least 1 character.
    pub type_name: String,
    /// The object.
    pub body: NewDataObject,
}

impl CreateRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(type_name: impl Into<String>, body: NewDataObject) -> Self {
        Self { type_name: type_name.into(), body }
    }
}

impl Endpoint for CreateRequest {
    type Output = DataObjectReply;

    const META: Meta =
        Meta::new("data_objects.create", Method::POST, "/data_objects/objects/{type_name}")
            .permission("data_objects.create")
            .replay(Replay::Unsafe)
            .pool(&Pool::DATA_OBJECTS_WRITES);

    fn validate(&self, v: &mut Violations) {
        v.text("type_name", &self.type_name);
        v.segment("type_name", &self.type_name);
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/data_objects/objects/");
        w.path_value(&self.type_name);
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<DataObjectReply, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for CreateRequest {
    const DESCRIPTION: Description = Description::new("Create a data object")
        .description("Makes a data object. One with the same identifier must not exist.")
        .command(&["data-objects", "create"])
        .parameters(&[
            Parameter::path("type_name", Kind::Text).description("Name of a type of data objects.")
        ])
        .with_body()
        .exchanges(&[Exchange::new(
            "tea_garden",
            "/data_objects/objects/account",
            201,
            r#"{
  "data_object": {
    "type_name": "account",
    "external_id": "tea-garden",
    "attributes": {"name": "Tea Garden"}
  }
}"#,
        )
        .body(
            r#"{
  "external_id": "tea-garden",
  "attributes": {"name": "Tea Garden"},
  "display_name": "Tea Garden"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let type_name = r.required("type_name");
        let body = r.json();
        Some(Self { type_name: type_name?, body: body? })
    }

    fn write(output: &DataObjectReply) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &DataObjectReply) -> u16 {
        201
    }
}
