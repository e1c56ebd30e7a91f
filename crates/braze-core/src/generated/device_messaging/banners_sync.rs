// Written from spec/paths/device_messaging/banners_sync.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /v1/device-messaging/banners/sync`: Banners of a user.

use http::Method;
use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::wire::{Word, word};
use crate::{
    Credential, DecodeError, Effect, Endpoint, Meta, Pool, Replay, RequestWriter, Scrub, Secret,
    Violations, reply,
};

/// The banners that a user is shown in placements of an app. A placement without one is `null`.
///
/// `POST /v1/device-messaging/banners/sync`, with a [`ClientKey`](crate::ClientKey), permission
/// `banners.sync`, counted in [`Pool::DEVICE_MESSAGING`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400, 401 or 404 as
/// [`BannersFailure`](crate::BannersFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BannersSyncRequest {
    /// The user, the app and the placements.
    pub body: BannersSyncBody,
}

impl BannersSyncRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: BannersSyncBody) -> Self {
        Self { body }
    }
}

impl Endpoint for BannersSyncRequest {
    type Output = BannersSync;

    const META: Meta = Meta::new(
        "device_messaging.banners_sync",
        Method::POST,
        "/v1/device-messaging/banners/sync",
    )
    .credential(Credential::ClientKey)
    .permission("banners.sync")
    .replay(Replay::Safe)
    .effect(Effect::Reads)
    .pool(&Pool::DEVICE_MESSAGING);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/v1/device-messaging/banners/sync");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<BannersSync, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for BannersSyncRequest {
    const DESCRIPTION: Description = Description::new("Banners of a user")
        .description(
            "The banners that a user is shown in placements of an app. A placement without one is \
             `null`.",
        )
        .command(&["device-messaging", "banners-sync"])
        .with_body()
        .body_fields(&[
            Parameter::body("external_user_id", Kind::Text)
                .required()
                .description("External identifier of the user."),
            Parameter::body("app_id", Kind::Identifier)
                .required()
                .description("Identifier of the app, which belongs to the workspace of the key."),
            Parameter::body("app_version", Kind::Text)
                .required()
                .description("Version of the app."),
            Parameter::body("placements", Kind::List(&Kind::Text))
                .required()
                .description("The placements."),
            Parameter::body("device_id", Kind::Text).description(
                "Identifier of the device. Without a known one, tags about the device stay \
                     unresolved.",
            ),
        ])
        .exchanges(&[Exchange::new(
            "two",
            "/v1/device-messaging/banners/sync",
            200,
            r#"{
  "banners": {
    "home": {
      "id": "bnr_1",
      "placement_id": "home",
      "is_control": false,
      "is_test_send": false,
      "expires_at": -1,
      "properties": {"headline": {"type": "string", "value": "Fresh tea"}}
    },
    "cart": null
  }
}"#,
        )
        .body(
            r#"{
  "external_user_id": "u-17",
  "app_id": "26a39c72-0000-4000-8000-0000000000ae",
  "app_version": "2.1.0",
  "placements": ["home", "cart"]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &BannersSync) -> Vec<u8> {
        operation::json(output)
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BannersSyncBody {
    /// External identifier of the user. At least 1 character.
    pub external_user_id: String,
    /// Identifier of the app, which belongs to the workspace of the key.
    pub app_id: String,
    /// Version of the app. From 1 to 255 characters.
    pub app_version: String,
    /// The placements. At least 1 item.
    pub placements: Vec<String>,
    /// Identifier of the device. Without a known one, tags about the device stay unresolved.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub device_id: Option<String>,
}

impl BannersSyncBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        external_user_id: impl Into<String>,
        app_id: impl Into<String>,
        app_version: impl Into<String>,
        placements: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            external_user_id: external_user_id.into(),
            app_id: app_id.into(),
            app_version: app_version.into(),
            placements: placements.into_iter().map(Into::into).collect(),
            device_id: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("external_user_id", &self.external_user_id);
        v.identifier("app_id", &self.app_id);
        v.text("app_version", &self.app_version);
        v.length("app_version", self.app_version.chars().count(), "characters", None, Some(255));
        v.length("placements", self.placements.len(), "items", Some(1), None);
        for value in &self.placements {
            v.text("placements", value);
        }
        if let Some(value) = &self.device_id {
            v.text("device_id", value);
            v.length("device_id", value.len(), "bytes", None, Some(1011));
        }
    }

    /// Sets `device_id`. Identifier of the device. Without a known one, tags about the device stay
    /// unresolved.
    #[must_use]
    pub fn device_id(mut self, device_id: impl Into<String>) -> Self {
        self.device_id = Some(device_id.into());
        self
    }
}

/// Reply of [`BannersSyncRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct BannersSync {
    /// The banners by placement, `null` where there is none.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub banners: BTreeMap<String, Option<Banner>>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl BannersSync {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { banners: BTreeMap::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for BannersSync {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "banners" => field.value(&mut self.banners),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for BannersSync {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for BannersSync {
    fn scrub(&mut self, secret: &Secret) {
        self.banners.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Banner {
    /// Identifier of the banner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The placement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub placement_id: Option<String>,
    /// `true` for a user of the control group, who is shown nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_control: Option<bool>,
    /// `true` for a test.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_test_send: Option<bool>,
    /// Time of the end in seconds since 1970, -1 for never. At least -1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<i64>,
    /// Properties of the banner by name.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub properties: BTreeMap<String, BannerProperty>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Banner {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: None,
            placement_id: None,
            is_control: None,
            is_test_send: None,
            expires_at: None,
            properties: BTreeMap::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Banner {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "id" => field.scalar(&mut self.id, &mut self.extra),
            "placement_id" => field.scalar(&mut self.placement_id, &mut self.extra),
            "is_control" => field.scalar(&mut self.is_control, &mut self.extra),
            "is_test_send" => field.scalar(&mut self.is_test_send, &mut self.extra),
            "expires_at" => field.scalar(&mut self.expires_at, &mut self.extra),
            "properties" => field.value(&mut self.properties),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Banner {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Banner {
    fn scrub(&mut self, secret: &Secret) {
        self.id.scrub(secret);
        self.placement_id.scrub(secret);
        self.is_control.scrub(secret);
        self.is_test_send.scrub(secret);
        self.expires_at.scrub(secret);
        self.properties.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct BannerProperty {
    /// Type of the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<BannerPropertyType>,
    /// The value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl BannerProperty {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { r#type: None, value: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for BannerProperty {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "type" => field.scalar(&mut self.r#type, &mut self.extra),
            "value" => field.value(&mut self.value),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for BannerProperty {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for BannerProperty {
    fn scrub(&mut self, secret: &Secret) {
        self.r#type.scrub(secret);
        self.value.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Type of the value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BannerPropertyType {
    /// `number`
    Number,
    /// `string`
    String,
    /// `boolean`
    Boolean,
    /// `image`
    Image,
    /// `jsonobject`
    Jsonobject,
    /// `datetime`
    Datetime,
    /// A word that the spec does not know.
    Other(Box<str>),
}

impl Word for BannerPropertyType {
    fn as_str(&self) -> &str {
        match self {
            Self::Number => "number",
            Self::String => "string",
            Self::Boolean => "boolean",
            Self::Image => "image",
            Self::Jsonobject => "jsonobject",
            Self::Datetime => "datetime",
            Self::Other(word) => word,
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "number" => Self::Number,
            "string" => Self::String,
            "boolean" => Self::Boolean,
            "image" => Self::Image,
            "jsonobject" => Self::Jsonobject,
            "datetime" => Self::Datetime,
            other => Self::Other(other.into()),
        }
    }
}

word!(BannerPropertyType);
