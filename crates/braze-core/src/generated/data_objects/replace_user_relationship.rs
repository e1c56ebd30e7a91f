// Written from spec/paths/data_objects/users.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `PUT /data_objects/objects/{type_name}/{external_id}/users`: Replace a relationship with a user.

use http::Method;
use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    DecodeError, Endpoint, Meta, Pool, Replay, RequestWriter, UserRelationshipBody,
    UserRelationshipReply, Violations, reply,
};

/// Sets all attributes of a relationship between a data object and a user, or makes it. What is
/// left out is cleared: every attribute that is not in the request is removed.
///
/// `PUT /data_objects/objects/{type_name}/{external_id}/users`, permission
/// `data_objects.user_relationships.update`, counted in [`Pool::DATA_OBJECTS_WRITES`].
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
pub struct ReplaceUserRelationshipRequest {
    /// Name of a type of data objects. At least 1 character.
    pub type_name: String,
    /// Identifier of a data object, unique in its type. At least 1 character.
    pub external_id: String,
    /// The relationship with all of its attributes.
    pub body: UserRelationshipBody,
}

impl ReplaceUserRelationshipRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(
        type_name: impl Into<String>,
        external_id: impl Into<String>,
        body: UserRelationshipBody,
    ) -> Self {
        Self { type_name: type_name.into(), external_id: external_id.into(), body }
    }
}

impl Endpoint for ReplaceUserRelationshipRequest {
    type Output = UserRelationshipReply;

    const META: Meta = Meta::new(
        "data_objects.replace_user_relationship",
        Method::PUT,
        "/data_objects/objects/{type_name}/{external_id}/users",
    )
    .permission("data_objects.user_relationships.update")
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
        w.path("/users");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<UserRelationshipReply, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for ReplaceUserRelationshipRequest {
    const DESCRIPTION: Description = Description::new("Replace a relationship with a user")
        .description(
            "Sets all attributes of a relationship between a data object and a user, or makes it. \
             What is left out is cleared: every attribute that is not in the request is removed.",
        )
        .command(&["data-objects", "replace-user-relationship"])
        .parameters(&[
            Parameter::path("type_name", Kind::Text).description("Name of a type of data objects."),
            Parameter::path("external_id", Kind::Text)
                .description("Identifier of a data object, unique in its type."),
        ])
        .with_body()
        .exchanges(&[Exchange::new(
            "owner",
            "/data_objects/objects/account/tea-house/users",
            200,
            r#"{
  "user_relationship": {
    "type_name": "account",
    "external_id": "tea-house",
    "rel_kind": "account_user",
    "user": {"braze_id": "507f1f77bcf86cd799439000"},
    "attributes": {"role": "owner"}
  }
}"#,
        )
        .body(
            r#"{
  "braze_id": "507f1f77bcf86cd799439000",
  "rel_kind": "account_user",
  "attributes": {"role": "owner"}
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let type_name = r.required("type_name");
        let external_id = r.required("external_id");
        let body = r.json();
        Some(Self { type_name: type_name?, external_id: external_id?, body: body? })
    }

    fn write(output: &UserRelationshipReply) -> Vec<u8> {
        operation::json(output)
    }
}
