// Written from spec/paths/scim/users.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /scim/v2/Users`: Add a user of the dashboard.

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

/// Adds a user of the dashboard with permissions. Without any, the user gets those of the default
/// workspace that the dashboard names for SCIM. A user name that exists is refused (409).
///
/// `POST /scim/v2/Users`, with a [`ScimToken`](crate::ScimToken), counted in [`Pool::SCIM`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 409 or 4XX as
/// [`ScimFailure`](crate::ScimFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateUserRequest {
    /// Origin of the service that sends the request, as the dashboard has it in its settings for
    /// SCIM. At least 1 character.
    pub x_request_origin: String,
    /// The user.
    pub body: CreateUserBody,
}

impl CreateUserRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(x_request_origin: impl Into<String>, body: CreateUserBody) -> Self {
        Self { x_request_origin: x_request_origin.into(), body }
    }
}

impl Endpoint for CreateUserRequest {
    type Output = ScimUser;

    const META: Meta = Meta::new("scim.create_user", Method::POST, "/scim/v2/Users")
        .credential(Credential::ScimToken)
        .replay(Replay::Unsafe)
        .pool(&Pool::SCIM);

    fn validate(&self, v: &mut Violations) {
        v.text("X-Request-Origin", &self.x_request_origin);
        v.header("X-Request-Origin", &self.x_request_origin);
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/scim/v2/Users");
        w.header("X-Request-Origin", &self.x_request_origin);
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<ScimUser, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for CreateUserRequest {
    const DESCRIPTION: Description = Description::new("Add a user of the dashboard")
        .description(
            "Adds a user of the dashboard with permissions. Without any, the user gets those of \
             the default workspace that the dashboard names for SCIM. A user name that exists is \
             refused (409).",
        )
        .command(&["scim", "create-user"])
        .parameters(&[Parameter::header("X-Request-Origin", Kind::Text).required().description(
            "Origin of the service that sends the request, as the dashboard has it in its \
                     settings for SCIM.",
        )])
        .with_body()
        .body_fields(&[
            Parameter::body("schemas", Kind::List(&Kind::Text))
                .required()
                .description("The SCIM schemas, `urn:ietf:params:scim:schemas:core:2.0:User`."),
            Parameter::body("userName", Kind::Text)
                .required()
                .description("Email address of the user."),
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
            "/scim/v2/Users",
            201,
            r#"{
  "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
  "id": "aaa245b7-24195aec-887bb3ad-602b3340",
  "userName": "ada@example.com",
  "name": {"givenName": "Ada", "familyName": "L"},
  "department": "engineering",
  "lastSignInAt": "N/A",
  "permissions": {
    "companyPermissions": [],
    "appGroup": [
      {
        "appGroupId": "241adcd2",
        "appGroupName": "Shop",
        "appGroupPermissions": ["basic_access"]
      }
    ]
  }
}"#,
        )
        .headers(&[("X-Request-Origin", "https://sso.example.com")])
        .body(
            r#"{
  "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
  "userName": "ada@example.com",
  "name": {"givenName": "Ada", "familyName": "L"},
  "department": "engineering",
  "permissions": {
    "companyPermissions": [],
    "appGroup": [{"appGroupName": "Shop", "appGroupPermissions": ["basic_access"]}]
  }
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let x_request_origin = r.required("X-Request-Origin");
        let body = r.json();
        Some(Self { x_request_origin: x_request_origin?, body: body? })
    }

    fn write(output: &ScimUser) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &ScimUser) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CreateUserBody {
    /// The SCIM schemas, `urn:ietf:params:scim:schemas:core:2.0:User`. At least 1 item.
    pub schemas: Vec<String>,
    /// Email address of the user. At least 1 character.
    #[serde(rename = "userName")]
    pub user_name: String,
    /// Name of the user.
    pub name: CreateUserBodyName,
    /// Department of the user.
    pub department: CreateUserBodyDepartment,
    /// Permissions of a user of the dashboard.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub permissions: Option<ScimPermissions>,
}

impl CreateUserBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        schemas: impl IntoIterator<Item = impl Into<String>>,
        user_name: impl Into<String>,
        name: CreateUserBodyName,
        department: CreateUserBodyDepartment,
    ) -> Self {
        Self {
            schemas: schemas.into_iter().map(Into::into).collect(),
            user_name: user_name.into(),
            name,
            department,
            permissions: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.length("schemas", self.schemas.len(), "items", Some(1), None);
        for value in &self.schemas {
            v.text("schemas", value);
        }
        v.text("userName", &self.user_name);
        v.within("name", |v| self.name.validate(v));
        if let Some(value) = &self.permissions {
            v.within("permissions", |v| value.validate(v));
        }
    }

    /// Sets `permissions`. Permissions of a user of the dashboard.
    #[must_use]
    pub fn permissions(mut self, permissions: ScimPermissions) -> Self {
        self.permissions = Some(permissions);
        self
    }
}

/// Name of the user.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CreateUserBodyName {
    /// Given name.
    #[serde(rename = "givenName")]
    pub given_name: String,
    /// Family name.
    #[serde(rename = "familyName")]
    pub family_name: String,
}

impl CreateUserBodyName {
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
pub enum CreateUserBodyDepartment {
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

impl Choice for CreateUserBodyDepartment {
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

choice!(CreateUserBodyDepartment);
