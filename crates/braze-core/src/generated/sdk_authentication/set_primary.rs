// Written from spec/paths/sdk_authentication/primary.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `PUT /app_group/sdk_authentication/primary`: Make a public key the primary one.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, Items, Kind, Operation, Parameter, RequestReader,
};
use crate::{DecodeError, Endpoint, Meta, Pool, Replay, RequestWriter, SdkKeys, Violations, reply};

/// Makes one of the public keys of an app the primary one. The reply has all keys.
///
/// `PUT /app_group/sdk_authentication/primary`, permission `sdk_authentication.primary`, counted in
/// [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetPrimaryRequest {
    /// The app and the key.
    pub body: SetPrimaryBody,
}

impl SetPrimaryRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: SetPrimaryBody) -> Self {
        Self { body }
    }
}

impl Endpoint for SetPrimaryRequest {
    type Output = SdkKeys;

    const META: Meta = Meta::new(
        "sdk_authentication.set_primary",
        Method::PUT,
        "/app_group/sdk_authentication/primary",
    )
    .permission("sdk_authentication.primary")
    .replay(Replay::Idempotent)
    .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/app_group/sdk_authentication/primary");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<SdkKeys, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for SetPrimaryRequest {
    const DESCRIPTION: Description = Description::new("Make a public key the primary one")
        .description(
            "Makes one of the public keys of an app the primary one. The reply has all keys.",
        )
        .command(&["sdk-authentication", "set-primary"])
        .with_body()
        .body_fields(&[
            Parameter::body("app_id", Kind::Identifier)
                .required()
                .description("Identifier of the app."),
            Parameter::body("key_id", Kind::Identifier)
                .required()
                .description("Identifier of the key."),
        ])
        .items(Items::new("keys", &["id", "rsa_public_key", "description", "is_primary"]))
        .exchanges(&[Exchange::new(
            "one",
            "/app_group/sdk_authentication/primary",
            200,
            r#"{"keys": []}"#,
        )
        .body(
            r#"{
  "app_id": "01234567-89ab-cdef-0123-456789abcdef",
  "key_id": "abcdef12-3456-7890-abcd-ef1234567890"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &SdkKeys) -> Vec<u8> {
        operation::json(output)
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SetPrimaryBody {
    /// Identifier of the app.
    pub app_id: String,
    /// Identifier of the key.
    pub key_id: String,
}

impl SetPrimaryBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(app_id: impl Into<String>, key_id: impl Into<String>) -> Self {
        Self { app_id: app_id.into(), key_id: key_id.into() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("app_id", &self.app_id);
        v.identifier("key_id", &self.key_id);
    }
}
