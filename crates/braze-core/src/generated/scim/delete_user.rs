// Written from spec/paths/scim/users_by_id.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `DELETE /scim/v2/Users/{id}`: Remove a user of the dashboard.

use http::Method;
use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Credential, DecodeError, Effect, Endpoint, Meta, Pool, Replay, RequestWriter, Violations,
};

/// Removes a user of the dashboard for good. A second time the user is not found (404).
///
/// `DELETE /scim/v2/Users/{id}`, with a [`ScimToken`](crate::ScimToken), counted in [`Pool::SCIM`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 404 or 4XX as
/// [`ScimFailure`](crate::ScimFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, scim};
///
/// let request = scim::DeleteUserRequest::new("https://sso.example.com", "aaa245b7-24195aec-887bb3ad-602b3340");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteUserRequest {
    /// Origin of the service that sends the request, as the dashboard has it in its settings for
    /// SCIM. At least 1 character.
    pub x_request_origin: String,
    /// Identifier of the user, from the reply that made or found it.
    pub id: String,
}

impl DeleteUserRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(x_request_origin: impl Into<String>, id: impl Into<String>) -> Self {
        Self { x_request_origin: x_request_origin.into(), id: id.into() }
    }
}

impl Endpoint for DeleteUserRequest {
    type Output = ();

    const META: Meta = Meta::new("scim.delete_user", Method::DELETE, "/scim/v2/Users/{id}")
        .credential(Credential::ScimToken)
        .replay(Replay::Idempotent)
        .effect(Effect::Deletes)
        .pool(&Pool::SCIM);

    fn validate(&self, v: &mut Violations) {
        v.text("X-Request-Origin", &self.x_request_origin);
        v.identifier("id", &self.id);
        v.segment("id", &self.id);
        v.header("X-Request-Origin", &self.x_request_origin);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/scim/v2/Users/");
        w.path_value(&self.id);
        w.header("X-Request-Origin", &self.x_request_origin);
    }

    #[inline]
    fn decode(_head: &Parts, _body: &[u8]) -> Result<(), DecodeError> {
        Ok(())
    }
}

#[cfg(feature = "operation")]
impl Operation for DeleteUserRequest {
    const DESCRIPTION: Description = Description::new("Remove a user of the dashboard")
        .description(
            "Removes a user of the dashboard for good. A second time the user is not found (404).",
        )
        .command(&["scim", "delete-user"])
        .parameters(&[
            Parameter::header("X-Request-Origin", Kind::Text).required().description(
                "Origin of the service that sends the request, as the dashboard has it in its \
                     settings for SCIM.",
            ),
            Parameter::path("id", Kind::Identifier)
                .description("Identifier of the user, from the reply that made or found it."),
        ])
        .exchanges(&[Exchange::new(
            "nobody",
            "/scim/v2/Users/aaa245b7-24195aec-887bb3ad-602b3340",
            404,
            r#"{
  "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
  "detail": "User not found",
  "status": 404
}"#,
        )
        .headers(&[("X-Request-Origin", "https://sso.example.com")])]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let x_request_origin = r.required("X-Request-Origin");
        let id = r.required("id");
        Some(Self { x_request_origin: x_request_origin?, id: id? })
    }

    fn write(_output: &()) -> Vec<u8> {
        Vec::new()
    }

    fn status(_output: &()) -> u16 {
        204
    }
}
