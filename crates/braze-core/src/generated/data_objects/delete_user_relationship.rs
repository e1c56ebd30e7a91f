// Written from spec/paths/data_objects/users.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `DELETE /data_objects/objects/{type_name}/{external_id}/users`: Delete a relationship with a
//! user.

use http::Method;
use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    DataObjectDeletion, DecodeError, Effect, Endpoint, Meta, Pool, Replay, RequestWriter,
    UserRelationshipKey, Violations, reply,
};

/// Deletes a relationship between a data object and a user. Both stay. If a reply is lost and the
/// request is repeated, the relationship may be gone already, and the answer is 404.
///
/// `DELETE /data_objects/objects/{type_name}/{external_id}/users`, permission
/// `data_objects.user_relationships.delete`, counted in [`Pool::DATA_OBJECTS_WRITES`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400, 401 or 403 as
/// [`DataObjectProblem`](crate::DataObjectProblem).
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 404 or 429 as
/// [`DataObjectProblems`](crate::DataObjectProblems).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteUserRelationshipRequest {
    /// Name of a type of data objects. At least 1 character.
    pub type_name: String,
    /// Identifier of a data object, unique in its type. At least 1 character.
    pub external_id: String,
    /// The relationship.
    pub body: UserRelationshipKey,
}

impl DeleteUserRelationshipRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(
        type_name: impl Into<String>,
        external_id: impl Into<String>,
        body: UserRelationshipKey,
    ) -> Self {
        Self { type_name: type_name.into(), external_id: external_id.into(), body }
    }
}

impl Endpoint for DeleteUserRelationshipRequest {
    type Output = DataObjectDeletion;

    const META: Meta = Meta::new(
        "data_objects.delete_user_relationship",
        Method::DELETE,
        "/data_objects/objects/{type_name}/{external_id}/users",
    )
    .permission("data_objects.user_relationships.delete")
    .replay(Replay::Idempotent)
    .effect(Effect::Deletes)
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
    fn decode(_head: &Parts, body: &[u8]) -> Result<DataObjectDeletion, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for DeleteUserRelationshipRequest {
    const DESCRIPTION: Description = Description::new("Delete a relationship with a user")
        .description(
            "Deletes a relationship between a data object and a user. Both stay. If a reply is \
             lost and the request is repeated, the relationship may be gone already, and the \
             answer is 404.",
        )
        .command(&["data-objects", "delete-user-relationship"])
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
            r#"{"deleted": true}"#,
        )
        .body(
            r#"{
  "braze_id": "507f1f77bcf86cd799439000",
  "rel_kind": "account_user"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let type_name = r.required("type_name");
        let external_id = r.required("external_id");
        let body = r.json();
        Some(Self { type_name: type_name?, external_id: external_id?, body: body? })
    }

    fn write(output: &DataObjectDeletion) -> Vec<u8> {
        operation::json(output)
    }
}
