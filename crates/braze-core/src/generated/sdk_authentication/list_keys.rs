// Written from spec/paths/sdk_authentication/keys.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /app_group/sdk_authentication/keys`: Public keys of an app.

use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, Items, Kind, Operation, Parameter, RequestReader,
};
use crate::{DecodeError, Endpoint, Meta, Pool, Replay, RequestWriter, SdkKeys, Violations, reply};

/// The public keys of an app, with which tokens of its SDK authentication are checked.
///
/// `GET /app_group/sdk_authentication/keys`, permission `sdk_authentication.keys`, counted in
/// [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, sdk_authentication};
///
/// let request = sdk_authentication::ListKeysRequest::new("01234567-89ab-cdef-0123-456789abcdef");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListKeysRequest {
    /// Identifier of the app.
    pub app_id: String,
}

impl ListKeysRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(app_id: impl Into<String>) -> Self {
        Self { app_id: app_id.into() }
    }
}

impl Endpoint for ListKeysRequest {
    type Output = SdkKeys;

    const META: Meta =
        Meta::get("sdk_authentication.list_keys", "/app_group/sdk_authentication/keys")
            .permission("sdk_authentication.keys")
            .replay(Replay::Safe)
            .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        v.identifier("app_id", &self.app_id);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/app_group/sdk_authentication/keys");
        w.query("app_id", &self.app_id);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<SdkKeys, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for ListKeysRequest {
    const DESCRIPTION: Description = Description::new("Public keys of an app")
        .description(
            "The public keys of an app, with which tokens of its SDK authentication are checked.",
        )
        .command(&["sdk-authentication", "list-keys"])
        .parameters(&[Parameter::query("app_id", Kind::Identifier)
            .required()
            .description("Identifier of the app.")])
        .items(Items::new("keys", &["id", "rsa_public_key", "description", "is_primary"]))
        .exchanges(&[Exchange::new(
            "one",
            "/app_group/sdk_authentication/keys?app_id=01234567-89ab-cdef-0123-456789abcdef",
            200,
            r#"{
  "keys": [
    {
      "id": "abcdef12-3456-7890-abcd-ef1234567890",
      "rsa_public_key": "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----",
      "description": "iOS 2026",
      "is_primary": true
    }
  ]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let app_id = r.required("app_id");
        Some(Self { app_id: app_id? })
    }

    fn write(output: &SdkKeys) -> Vec<u8> {
        operation::json(output)
    }
}
