// Written from spec/paths/sdk_authentication/create.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /app_group/sdk_authentication/create`: Add a public key to an app.

use http::Method;
use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    DecodeError, Endpoint, Meta, Pool, Replay, RequestWriter, Scrub, Secret, Violations, reply,
};

/// Adds a public key, with which tokens of the SDK authentication of an app are checked. An app has
/// at most 3 keys.
///
/// `POST /app_group/sdk_authentication/create`, permission `sdk_authentication.create`, counted in
/// [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateRequest {
    /// The app and the key.
    pub body: CreateBody,
}

impl CreateRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: CreateBody) -> Self {
        Self { body }
    }
}

impl Endpoint for CreateRequest {
    type Output = Create;

    const META: Meta = Meta::new(
        "sdk_authentication.create",
        Method::POST,
        "/app_group/sdk_authentication/create",
    )
    .permission("sdk_authentication.create")
    .replay(Replay::Unsafe)
    .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/app_group/sdk_authentication/create");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Create, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for CreateRequest {
    const DESCRIPTION: Description = Description::new("Add a public key to an app")
        .description(
            "Adds a public key, with which tokens of the SDK authentication of an app are checked. \
             An app has at most 3 keys.",
        )
        .command(&["sdk-authentication", "create"])
        .with_body()
        .body_fields(&[
            Parameter::body("app_id", Kind::Identifier)
                .required()
                .description("Identifier of the app."),
            Parameter::body("rsa_public_key_str", Kind::Text)
                .required()
                .description("The key, in PEM."),
            Parameter::body("description", Kind::Text)
                .required()
                .description("Description of the key."),
            Parameter::body("make_primary", Kind::Boolean)
                .description("`true` to make it the primary key."),
        ])
        .exchanges(&[Exchange::new(
            "one",
            "/app_group/sdk_authentication/create",
            200,
            r#"{"id": "abcdef12-3456-7890-abcd-ef1234567890"}"#,
        )
        .body(
            r#"{
  "app_id": "01234567-89ab-cdef-0123-456789abcdef",
  "rsa_public_key_str": "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----",
  "description": "iOS 2026",
  "make_primary": false
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &Create) -> Vec<u8> {
        operation::json(output)
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CreateBody {
    /// Identifier of the app.
    pub app_id: String,
    /// The key, in PEM.
    pub rsa_public_key_str: String,
    /// Description of the key. At least 1 character.
    pub description: String,
    /// `true` to make it the primary key.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub make_primary: Option<bool>,
}

impl CreateBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        app_id: impl Into<String>,
        rsa_public_key_str: impl Into<String>,
        description: impl Into<String>,
    ) -> Self {
        Self {
            app_id: app_id.into(),
            rsa_public_key_str: rsa_public_key_str.into(),
            description: description.into(),
            make_primary: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("app_id", &self.app_id);
        v.lines("rsa_public_key_str", &self.rsa_public_key_str);
        v.text("description", &self.description);
    }

    /// Sets `make_primary`. `true` to make it the primary key.
    #[must_use]
    pub fn make_primary(mut self, make_primary: bool) -> Self {
        self.make_primary = Some(make_primary);
        self
    }
}

/// Reply of [`CreateRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Create {
    /// Identifier of the key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Create {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { id: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for Create {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "id" => field.scalar(&mut self.id, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Create {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Create {
    fn scrub(&mut self, secret: &Secret) {
        self.id.scrub(secret);
        self.extra.scrub(secret);
    }
}
