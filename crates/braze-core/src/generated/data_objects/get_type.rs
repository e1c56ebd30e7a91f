// Written from spec/paths/data_objects/type.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /data_objects/types/{type_name}`: A type of data objects.

use http::response::Parts;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    DataObjectTypeMetadata, DecodeError, Endpoint, Meta, Pool, Replay, RequestWriter, Scrub,
    Secret, Violations, reply,
};

/// A type of data objects, with the attributes that its objects can have.
///
/// `GET /data_objects/types/{type_name}`, permission `data_objects.read`, counted in
/// [`Pool::DATA_OBJECTS_READS`].
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
/// let request = data_objects::GetTypeRequest::new("account");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetTypeRequest {
    /// Name of a type of data objects. At least 1 character.
    pub type_name: String,
}

impl GetTypeRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(type_name: impl Into<String>) -> Self {
        Self { type_name: type_name.into() }
    }
}

impl Endpoint for GetTypeRequest {
    type Output = GetType;

    const META: Meta = Meta::get("data_objects.get_type", "/data_objects/types/{type_name}")
        .permission("data_objects.read")
        .replay(Replay::Safe)
        .pool(&Pool::DATA_OBJECTS_READS);

    fn validate(&self, v: &mut Violations) {
        v.text("type_name", &self.type_name);
        v.segment("type_name", &self.type_name);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/data_objects/types/");
        w.path_value(&self.type_name);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<GetType, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for GetTypeRequest {
    const DESCRIPTION: Description = Description::new("A type of data objects")
        .description("A type of data objects, with the attributes that its objects can have.")
        .command(&["data-objects", "get-type"])
        .parameters(&[
            Parameter::path("type_name", Kind::Text).description("Name of a type of data objects.")
        ])
        .exchanges(&[Exchange::new(
            "account",
            "/data_objects/types/account",
            200,
            r#"{
  "data_object_type": {
    "type_name": "account",
    "metadata": {},
    "schema_def": {
      "type": "object",
      "properties": {"name": {"type": "string", "title": "Name"}},
      "required": ["name"]
    }
  }
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let type_name = r.required("type_name");
        Some(Self { type_name: type_name? })
    }

    fn write(output: &GetType) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`GetTypeRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GetType {
    /// The type.
    pub data_object_type: DataObjectTypeDetails,
}

impl GetType {
    /// A reply with the required fields.
    #[must_use]
    pub fn new(data_object_type: DataObjectTypeDetails) -> Self {
        Self { data_object_type }
    }
}

impl Scrub for GetType {
    fn scrub(&mut self, secret: &Secret) {
        self.data_object_type.scrub(secret);
    }
}

/// The type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DataObjectTypeDetails {
    /// Name of the type.
    pub type_name: String,
    /// Settings of a type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<DataObjectTypeMetadata>,
    /// The attributes, as JSON Schema.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema_def: Option<AttributeSchema>,
}

impl DataObjectTypeDetails {
    /// An object with the required fields.
    #[must_use]
    pub fn new(type_name: String) -> Self {
        Self { type_name, metadata: None, schema_def: None }
    }
}

impl Scrub for DataObjectTypeDetails {
    fn scrub(&mut self, secret: &Secret) {
        self.type_name.scrub(secret);
        self.metadata.scrub(secret);
        self.schema_def.scrub(secret);
    }
}

/// The attributes, as JSON Schema.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[non_exhaustive]
pub struct AttributeSchema {
    /// `object`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// The schema of each attribute, by name.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub properties: BTreeMap<String, Value>,
    /// Names of the attributes that every object has.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub required: Vec<String>,
}

impl AttributeSchema {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { r#type: None, properties: BTreeMap::new(), required: Vec::new() }
    }
}

impl Scrub for AttributeSchema {
    fn scrub(&mut self, secret: &Secret) {
        self.r#type.scrub(secret);
        self.properties.scrub(secret);
        self.required.scrub(secret);
    }
}
