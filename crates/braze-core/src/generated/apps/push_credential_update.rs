// Written from spec/paths/apps/push_credential_update.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /apps/push_credential/update`: Replace the push credentials of an app.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::wire::{Choice, choice};
use crate::{
    Acknowledgement, DecodeError, Endpoint, Message, Meta, PartialErrors, Pool, Replay,
    RequestWriter, SecretText, Violations, reply,
};

/// Replaces the credentials with which an app's push messages are sent: those of one push service.
///
/// `POST /apps/push_credential/update`, permission `apps.push_credential`, counted in
/// [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PushCredentialUpdateRequest {
    /// The app, and the credentials of one service.
    pub body: PushCredentialUpdateBody,
}

impl PushCredentialUpdateRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: PushCredentialUpdateBody) -> Self {
        Self { body }
    }
}

impl Endpoint for PushCredentialUpdateRequest {
    type Output = Acknowledgement;

    const META: Meta =
        Meta::new("apps.push_credential_update", Method::POST, "/apps/push_credential/update")
            .permission("apps.push_credential")
            .replay(Replay::Idempotent)
            .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/apps/push_credential/update");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Acknowledgement, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Acknowledgement) -> Option<&Message> {
        output.message.as_ref()
    }

    fn partial_errors(output: &Acknowledgement) -> Option<&PartialErrors> {
        Some(&output.errors)
    }
}

#[cfg(feature = "operation")]
impl Operation for PushCredentialUpdateRequest {
    const DESCRIPTION: Description = Description::new("Replace the push credentials of an app")
        .description(
            "Replaces the credentials with which an app's push messages are sent: those of one \
             push service.",
        )
        .command(&["apps", "push-credential-update"])
        .with_body()
        .with_secrets()
        .body_fields(&[Parameter::body("app_id", Kind::Identifier)
            .required()
            .description("Identifier of the app.")])
        .exchanges(&[Exchange::new(
            "huawei",
            "/apps/push_credential/update",
            201,
            r#"{"message": "success"}"#,
        )
        .body(
            r#"{
  "app_id": "26a39c72-0000-4000-8000-0000000000ae",
  "huawei": {"app_id": "100", "app_secret": "s3cret"}
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &Acknowledgement) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &Acknowledgement) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PushCredentialUpdateBody {
    /// Identifier of the app.
    pub app_id: String,
    /// Apple Push Notification service.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub apple: Option<PushCredentialUpdateBodyApple>,
    /// Firebase Cloud Messaging.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub firebase: Option<PushCredentialUpdateBodyFirebase>,
    /// Huawei Push Kit.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub huawei: Option<PushCredentialUpdateBodyHuawei>,
    /// Amazon Device Messaging.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub kindle: Option<PushCredentialUpdateBodyKindle>,
}

impl PushCredentialUpdateBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(app_id: impl Into<String>) -> Self {
        Self { app_id: app_id.into(), apple: None, firebase: None, huawei: None, kindle: None }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("app_id", &self.app_id);
        if let Some(value) = &self.apple {
            v.within("apple", |v| value.validate(v));
        }
        if let Some(value) = &self.firebase {
            v.within("firebase", |v| value.validate(v));
        }
        if let Some(value) = &self.huawei {
            v.within("huawei", |v| value.validate(v));
        }
        if let Some(value) = &self.kindle {
            v.within("kindle", |v| value.validate(v));
        }
        v.at_least_one(&[
            ("apple", self.apple.is_some()),
            ("firebase", self.firebase.is_some()),
            ("huawei", self.huawei.is_some()),
            ("kindle", self.kindle.is_some()),
        ]);
        v.at_most_one(&[
            ("apple", self.apple.is_some()),
            ("firebase", self.firebase.is_some()),
            ("huawei", self.huawei.is_some()),
            ("kindle", self.kindle.is_some()),
        ]);
    }

    /// Sets `apple`. Apple Push Notification service.
    #[must_use]
    pub fn apple(mut self, apple: PushCredentialUpdateBodyApple) -> Self {
        self.apple = Some(apple);
        self
    }

    /// Sets `firebase`. Firebase Cloud Messaging.
    #[must_use]
    pub fn firebase(mut self, firebase: PushCredentialUpdateBodyFirebase) -> Self {
        self.firebase = Some(firebase);
        self
    }

    /// Sets `huawei`. Huawei Push Kit.
    #[must_use]
    pub fn huawei(mut self, huawei: PushCredentialUpdateBodyHuawei) -> Self {
        self.huawei = Some(huawei);
        self
    }

    /// Sets `kindle`. Amazon Device Messaging.
    #[must_use]
    pub fn kindle(mut self, kindle: PushCredentialUpdateBodyKindle) -> Self {
        self.kindle = Some(kindle);
        self
    }
}

/// Apple Push Notification service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PushCredentialUpdateBodyApple {
    /// The key file (`.p8`), in base64.
    pub certificate: SecretText,
    /// Identifier of the key. At least 1 character.
    pub jwt_key_id: String,
    /// Identifier of the team. At least 1 character.
    pub jwt_team_id: String,
    /// Identifier of the bundle. At least 1 character.
    pub jwt_bundle_id: String,
    /// The gateway.
    pub apns_gateway: PushCredentialUpdateBodyAppleApnsGateway,
}

impl PushCredentialUpdateBodyApple {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        certificate: impl Into<SecretText>,
        jwt_key_id: impl Into<String>,
        jwt_team_id: impl Into<String>,
        jwt_bundle_id: impl Into<String>,
        apns_gateway: PushCredentialUpdateBodyAppleApnsGateway,
    ) -> Self {
        Self {
            certificate: certificate.into(),
            jwt_key_id: jwt_key_id.into(),
            jwt_team_id: jwt_team_id.into(),
            jwt_bundle_id: jwt_bundle_id.into(),
            apns_gateway,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.secret("certificate", &self.certificate);
        v.text("jwt_key_id", &self.jwt_key_id);
        v.text("jwt_team_id", &self.jwt_team_id);
        v.text("jwt_bundle_id", &self.jwt_bundle_id);
    }
}

/// The gateway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PushCredentialUpdateBodyAppleApnsGateway {
    /// `prod`
    Prod,
    /// `dev`
    Dev,
}

impl Choice for PushCredentialUpdateBodyAppleApnsGateway {
    const ALL: &[Self] = &[Self::Prod, Self::Dev];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Prod => "prod",
            Self::Dev => "dev",
        }
    }
}

choice!(PushCredentialUpdateBodyAppleApnsGateway);

/// Firebase Cloud Messaging.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PushCredentialUpdateBodyFirebase {
    /// The JSON of the service account, in base64.
    pub credential: SecretText,
}

impl PushCredentialUpdateBodyFirebase {
    /// An object with the required fields.
    #[must_use]
    pub fn new(credential: impl Into<SecretText>) -> Self {
        Self { credential: credential.into() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.secret("credential", &self.credential);
    }
}

/// Huawei Push Kit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PushCredentialUpdateBodyHuawei {
    /// Identifier of the app at Huawei. At least 1 character.
    pub app_id: String,
    /// Secret of the app.
    pub app_secret: SecretText,
}

impl PushCredentialUpdateBodyHuawei {
    /// An object with the required fields.
    #[must_use]
    pub fn new(app_id: impl Into<String>, app_secret: impl Into<SecretText>) -> Self {
        Self { app_id: app_id.into(), app_secret: app_secret.into() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("app_id", &self.app_id);
        v.secret("app_secret", &self.app_secret);
    }
}

/// Amazon Device Messaging.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PushCredentialUpdateBodyKindle {
    /// Identifier of the client. At least 1 character.
    pub client_id: String,
    /// Secret of the client.
    pub client_secret: SecretText,
}

impl PushCredentialUpdateBodyKindle {
    /// An object with the required fields.
    #[must_use]
    pub fn new(client_id: impl Into<String>, client_secret: impl Into<SecretText>) -> Self {
        Self { client_id: client_id.into(), client_secret: client_secret.into() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("client_id", &self.client_id);
        v.secret("client_secret", &self.client_secret);
    }
}
