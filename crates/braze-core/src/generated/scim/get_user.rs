// Written from spec/paths/scim/users_by_id.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /scim/v2/Users/{id}`: A user of the dashboard.

use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Credential, DecodeError, Endpoint, Meta, Pool, Replay, RequestWriter, ScimUser, Violations,
    reply,
};

/// One user of the dashboard, with permissions. Only this reply has the time at which the user was
/// made.
///
/// `GET /scim/v2/Users/{id}`, with a [`ScimToken`](crate::ScimToken), counted in [`Pool::SCIM`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 404 or 4XX as
/// [`ScimFailure`](crate::ScimFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, scim};
///
/// let request = scim::GetUserRequest::new("https://sso.example.com", "aaa245b7-24195aec-887bb3ad-602b3340");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetUserRequest {
    /// Origin of the service that sends the request, as the dashboard has it in its settings for
    /// SCIM. At least 1 character.
    pub x_request_origin: String,
    /// Identifier of the user, from the reply that made or found it.
    pub id: String,
}

impl GetUserRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(x_request_origin: impl Into<String>, id: impl Into<String>) -> Self {
        Self { x_request_origin: x_request_origin.into(), id: id.into() }
    }
}

impl Endpoint for GetUserRequest {
    type Output = ScimUser;

    const META: Meta = Meta::get("scim.get_user", "/scim/v2/Users/{id}")
        .credential(Credential::ScimToken)
        .replay(Replay::Safe)
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
    fn decode(_head: &Parts, body: &[u8]) -> Result<ScimUser, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for GetUserRequest {
    const DESCRIPTION: Description = Description::new("A user of the dashboard")
        .description(
            "One user of the dashboard, with permissions. Only this reply has the time at which \
             the user was made.",
        )
        .command(&["scim", "get-user"])
        .parameters(&[
            Parameter::header("X-Request-Origin", Kind::Text).required().description(
                "Origin of the service that sends the request, as the dashboard has it in its \
                     settings for SCIM.",
            ),
            Parameter::path("id", Kind::Identifier)
                .description("Identifier of the user, from the reply that made or found it."),
        ])
        .exchanges(&[Exchange::new(
            "one",
            "/scim/v2/Users/aaa245b7-24195aec-887bb3ad-602b3340",
            200,
            r#"{
  "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
  "id": "aaa245b7-24195aec-887bb3ad-602b3340",
  "userName": "ada@example.com",
  "name": {"givenName": "Ada", "familyName": "L"},
  "department": "engineering",
  "lastSignInAt": "2026 Mar 4, 5:06 PM",
  "createdAt": "2026 Jan 2, 3:04 AM",
  "permissions": {"companyPermissions": [], "appGroup": []}
}"#,
        )
        .headers(&[("X-Request-Origin", "https://sso.example.com")])]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let x_request_origin = r.required("X-Request-Origin");
        let id = r.required("id");
        Some(Self { x_request_origin: x_request_origin?, id: id? })
    }

    fn write(output: &ScimUser) -> Vec<u8> {
        operation::json(output)
    }
}
