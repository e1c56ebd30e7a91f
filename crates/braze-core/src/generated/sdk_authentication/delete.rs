// Written from spec/paths/sdk_authentication/delete.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `DELETE /app_group/sdk_authentication/delete`: Remove a public key.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, Items, Kind, Operation, Parameter, RequestReader,
};
use crate::{
    DecodeError, Effect, Endpoint, Meta, Pool, Replay, RequestWriter, SdkKeys, Violations, reply,
};

/// Removes a public key of an app. The primary one cannot be removed. The reply has the keys that
/// are left.
///
/// `DELETE /app_group/sdk_authentication/delete`, permission `sdk_authentication.delete`, counted
/// in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteRequest {
    /// The app and the key.
    pub body: DeleteBody,
}

impl DeleteRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: DeleteBody) -> Self {
        Self { body }
    }
}

impl Endpoint for DeleteRequest {
    type Output = SdkKeys;

    const META: Meta = Meta::new(
        "sdk_authentication.delete",
        Method::DELETE,
        "/app_group/sdk_authentication/delete",
    )
    .permission("sdk_authentication.delete")
    .replay(Replay::Idempotent)
    .effect(Effect::Deletes)
    .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/app_group/sdk_authentication/delete");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<SdkKeys, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for DeleteRequest {
    const DESCRIPTION: Description = Description::new("Remove a public key")
        .description(
            "Removes a public key of an app. The primary one cannot be removed. The reply has the \
             keys that are left.",
        )
        .command(&["sdk-authentication", "delete"])
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
            "/app_group/sdk_authentication/delete",
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
pub struct DeleteBody {
    /// Identifier of the app.
    pub app_id: String,
    /// Identifier of the key.
    pub key_id: String,
}

impl DeleteBody {
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
