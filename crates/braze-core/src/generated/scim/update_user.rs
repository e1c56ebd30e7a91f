// Written from spec/paths/scim/users_by_id.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `PUT /scim/v2/Users/{id}`: Replace a user of the dashboard.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::wire::{Choice, choice};
use crate::{
    Credential, DecodeError, Endpoint, Meta, Pool, Replay, RequestWriter, ScimPermissions,
    ScimUser, Violations, reply,
};

/// Sets name, department and permissions of a user of the dashboard. The user name cannot be
/// changed.
///
/// `PUT /scim/v2/Users/{id}`, with a [`ScimToken`](crate::ScimToken), counted in [`Pool::SCIM`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 404 or 4XX as
/// [`ScimFailure`](crate::ScimFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateUserRequest {
    /// Origin of the service that sends the request, as the dashboard has it in its settings for
    /// SCIM. At least 1 character.
    pub x_request_origin: String,
    /// Identifier of the user, from the reply that made or found it.
    pub id: String,
    /// The user.
    pub body: UpdateUserBody,
}

impl UpdateUserRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(
        x_request_origin: impl Into<String>,
        id: impl Into<String>,
        body: UpdateUserBody,
    ) -> Self {
        Self { x_request_origin: x_request_origin.into(), id: id.into(), body }
    }
}

impl Endpoint for UpdateUserRequest {
    type Output = ScimUser;

    const META: Meta = Meta::new("scim.update_user", Method::PUT, "/scim/v2/Users/{id}")
        .credential(Credential::ScimToken)
        .replay(Replay::Idempotent)
        .pool(&Pool::SCIM);

    fn validate(&self, v: &mut Violations) {
        v.text("X-Request-Origin", &self.x_request_origin);
        v.identifier("id", &self.id);
        v.segment("id", &self.id);
        v.header("X-Request-Origin", &self.x_request_origin);
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/scim/v2/Users/");
        w.path_value(&self.id);
        w.header("X-Request-Origin", &self.x_request_origin);
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<ScimUser, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for UpdateUserRequest {
    const DESCRIPTION: Description = Description::new("Replace a user of the dashboard")
        .description(
            "Sets name, department and permissions of a user of the dashboard. The user name \
             cannot be changed.",
        )
        .command(&["scim", "update-user"])
        .parameters(&[
            Parameter::header("X-Request-Origin", Kind::Text).required().description(
                "Origin of the service that sends the request, as the dashboard has it in its \
                     settings for SCIM.",
            ),
            Parameter::path("id", Kind::Identifier)
                .description("Identifier of the user, from the reply that made or found it."),
        ])
        .with_body()
        .body_fields(&[
            Parameter::body("schemas", Kind::List(&Kind::Text))
                .required()
                .description("The SCIM schemas, `urn:ietf:params:scim:schemas:core:2.0:User`."),
            Parameter::body(
                "department",
                Kind::OneOf(&[
                    "agency",
                    "bi",
                    "c_suite",
                    "engineering",
                    "finance",
                    "marketing",
                    "pm",
                ]),
            )
            .required()
            .description("Department of the user."),
        ])
        .exchanges(&[Exchange::new(
            "one",
            "/scim/v2/Users/aaa245b7-24195aec-887bb3ad-602b3340",
            200,
            r#"{
  "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
  "id": "aaa245b7-24195aec-887bb3ad-602b3340",
  "userName": "ada@example.com",
  "name": {"givenName": "Ada", "familyName": "King"},
  "department": "pm",
  "lastSignInAt": "N/A",
  "permissions": {"companyPermissions": ["admin"], "appGroup": []}
}"#,
        )
        .headers(&[("X-Request-Origin", "https://sso.example.com")])
        .body(
            r#"{
  "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
  "name": {"givenName": "Ada", "familyName": "King"},
  "department": "pm",
  "permissions": {"companyPermissions": ["admin"], "appGroup": []}
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let x_request_origin = r.required("X-Request-Origin");
        let id = r.required("id");
        let body = r.json();
        Some(Self { x_request_origin: x_request_origin?, id: id?, body: body? })
    }

    fn write(output: &ScimUser) -> Vec<u8> {
        operation::json(output)
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct UpdateUserBody {
    /// The SCIM schemas, `urn:ietf:params:scim:schemas:core:2.0:User`. At least 1 item.
    pub schemas: Vec<String>,
    /// Name of the user.
    pub name: UpdateUserBodyName,
    /// Department of the user.
    pub department: UpdateUserBodyDepartment,
    /// Permissions of a user of the dashboard.
    pub permissions: ScimPermissions,
}

impl UpdateUserBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        schemas: impl IntoIterator<Item = impl Into<String>>,
        name: UpdateUserBodyName,
        department: UpdateUserBodyDepartment,
        permissions: ScimPermissions,
    ) -> Self {
        Self {
            schemas: schemas.into_iter().map(Into::into).collect(),
            name,
            department,
            permissions,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.length("schemas", self.schemas.len(), "items", Some(1), None);
        for value in &self.schemas {
            v.text("schemas", value);
        }
        v.within("name", |v| self.name.validate(v));
        v.within("permissions", |v| self.permissions.validate(v));
    }
}

/// Name of the user.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct UpdateUserBodyName {
    /// Given name.
    #[serde(rename = "givenName")]
    pub given_name: String,
    /// Family name.
    #[serde(rename = "familyName")]
    pub family_name: String,
}

impl UpdateUserBodyName {
    /// An object with the required fields.
    #[must_use]
    pub fn new(given_name: impl Into<String>, family_name: impl Into<String>) -> Self {
        Self { given_name: given_name.into(), family_name: family_name.into() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("givenName", &self.given_name);
        v.text("familyName", &self.family_name);
    }
}

/// Department of the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum UpdateUserBodyDepartment {
    /// `agency`
    Agency,
    /// `bi`
    Bi,
    /// `c_suite`
    CSuite,
    /// `engineering`
    Engineering,
    /// `finance`
    Finance,
    /// `marketing`
    Marketing,
    /// `pm`
    Pm,
}

impl Choice for UpdateUserBodyDepartment {
    const ALL: &[Self] = &[
        Self::Agency,
        Self::Bi,
        Self::CSuite,
        Self::Engineering,
        Self::Finance,
        Self::Marketing,
        Self::Pm,
    ];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::Bi => "bi",
            Self::CSuite => "c_suite",
            Self::Engineering => "engineering",
            Self::Finance => "finance",
            Self::Marketing => "marketing",
            Self::Pm => "pm",
        }
    }
}

choice!(UpdateUserBodyDepartment);
