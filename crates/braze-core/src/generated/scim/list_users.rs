// Written from spec/paths/scim/users.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /scim/v2/Users`: Find a user of the dashboard by name.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    Credential, DecodeError, Endpoint, Meta, Pool, Replay, RequestWriter, ScimUser, Scrub, Secret,
    Violations, reply,
};

/// Finds the user with an email address. The reply is a list of at most one.
///
/// `GET /scim/v2/Users`, with a [`ScimToken`](crate::ScimToken), counted in [`Pool::SCIM`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 4XX as
/// [`ScimFailure`](crate::ScimFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, scim};
///
/// let request = scim::ListUsersRequest::new("https://sso.example.com", "userName eq \"ada@example.com\"");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListUsersRequest {
    /// Origin of the service that sends the request, as the dashboard has it in its settings for
    /// SCIM. At least 1 character.
    pub x_request_origin: String,
    /// The filter. Only one form is documented: `userName eq "ada@example.com"`. At least 1
    /// character.
    pub filter: String,
}

impl ListUsersRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(x_request_origin: impl Into<String>, filter: impl Into<String>) -> Self {
        Self { x_request_origin: x_request_origin.into(), filter: filter.into() }
    }
}

impl Endpoint for ListUsersRequest {
    type Output = ListUsers;

    const META: Meta = Meta::get("scim.list_users", "/scim/v2/Users")
        .credential(Credential::ScimToken)
        .replay(Replay::Safe)
        .pool(&Pool::SCIM);

    fn validate(&self, v: &mut Violations) {
        v.text("X-Request-Origin", &self.x_request_origin);
        v.text("filter", &self.filter);
        v.header("X-Request-Origin", &self.x_request_origin);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/scim/v2/Users");
        w.query("filter", &self.filter);
        w.header("X-Request-Origin", &self.x_request_origin);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<ListUsers, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for ListUsersRequest {
    const DESCRIPTION: Description = Description::new("Find a user of the dashboard by name")
        .description("Finds the user with an email address. The reply is a list of at most one.")
        .command(&["scim", "list-users"])
        .parameters(&[
            Parameter::header("X-Request-Origin", Kind::Text).required().description(
                "Origin of the service that sends the request, as the dashboard has it in its \
                     settings for SCIM.",
            ),
            Parameter::query("filter", Kind::Text).required().description(
                "The filter. Only one form is documented: `userName eq \"ada@example.com\"`.",
            ),
        ])
        .exchanges(&[Exchange::new(
            "none",
            "/scim/v2/Users?filter=userName%20eq%20%22ada%40example.com%22",
            200,
            r#"{
  "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
  "totalResults": 0,
  "Resources": []
}"#,
        )
        .headers(&[("X-Request-Origin", "https://sso.example.com")])]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let x_request_origin = r.required("X-Request-Origin");
        let filter = r.required("filter");
        Some(Self { x_request_origin: x_request_origin?, filter: filter? })
    }

    fn write(output: &ListUsers) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`ListUsersRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ListUsers {
    /// The SCIM schemas.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub schemas: Vec<String>,
    /// The number of users.
    #[serde(rename = "totalResults", skip_serializing_if = "Option::is_none")]
    pub total_results: Option<u64>,
    /// The users, without `schemas`.
    #[serde(
        rename = "Resources",
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub resources: Vec<ScimUser>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ListUsers {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            schemas: Vec::new(),
            total_results: None,
            resources: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ListUsers {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "schemas" => field.value(&mut self.schemas),
            "totalResults" => field.scalar(&mut self.total_results, &mut self.extra),
            "Resources" => field.value(&mut self.resources),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ListUsers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ListUsers {
    fn scrub(&mut self, secret: &Secret) {
        self.schemas.scrub(secret);
        self.total_results.scrub(secret);
        self.resources.scrub(secret);
        self.extra.scrub(secret);
    }
}
