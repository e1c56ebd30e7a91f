// Written from spec/paths/device_messaging/banners_track.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /v1/device-messaging/banners/track`: Report what users did with banners.

use http::Method;
use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::wire::{Choice, choice};
use crate::{
    Credential, DecodeError, Endpoint, Message, Meta, PartialErrors, Pool, Replay, RequestWriter,
    Scrub, Secret, Timestamp, Violations, reply,
};

/// Counts impressions, clicks and dismissals of banners. Sent twice, they count twice. Events that
/// are not valid are left out and listed in the reply; without a valid one the request is refused.
///
/// `POST /v1/device-messaging/banners/track`, with a [`ClientKey`](crate::ClientKey), permission
/// `banners.track`, counted in [`Pool::DEVICE_MESSAGING`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400, 401 or 404 as
/// [`BannersFailure`](crate::BannersFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BannersTrackRequest {
    /// The user, the app and the events.
    pub body: BannersTrackBody,
}

impl BannersTrackRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: BannersTrackBody) -> Self {
        Self { body }
    }
}

impl Endpoint for BannersTrackRequest {
    type Output = BannersTrack;

    const META: Meta = Meta::new(
        "device_messaging.banners_track",
        Method::POST,
        "/v1/device-messaging/banners/track",
    )
    .credential(Credential::ClientKey)
    .permission("banners.track")
    .replay(Replay::Unsafe)
    .pool(&Pool::DEVICE_MESSAGING);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/v1/device-messaging/banners/track");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<BannersTrack, DecodeError> {
        reply::json(body)
    }

    fn message(output: &BannersTrack) -> Option<&Message> {
        output.message.as_ref()
    }

    fn partial_errors(output: &BannersTrack) -> Option<&PartialErrors> {
        Some(&output.errors)
    }
}

#[cfg(feature = "operation")]
impl Operation for BannersTrackRequest {
    const DESCRIPTION: Description = Description::new("Report what users did with banners")
        .description(
            "Counts impressions, clicks and dismissals of banners. Sent twice, they count twice. \
             Events that are not valid are left out and listed in the reply; without a valid one \
             the request is refused.",
        )
        .command(&["device-messaging", "banners-track"])
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
        ])
        .exchanges(&[Exchange::new(
            "one",
            "/v1/device-messaging/banners/track",
            202,
            r#"{"events_processed": 1, "message": "success"}"#,
        )
        .body(
            r#"{
  "external_user_id": "u-17",
  "app_id": "26a39c72-0000-4000-8000-0000000000ae",
  "app_version": "2.1.0",
  "events": [
    {"id": "bnr_1", "event_type": "click", "timestamp": "2026-04-09T12:00:05Z"}
  ]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &BannersTrack) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &BannersTrack) -> u16 {
        202
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BannersTrackBody {
    /// External identifier of the user. At least 1 character.
    pub external_user_id: String,
    /// Identifier of the app, which belongs to the workspace of the key.
    pub app_id: String,
    /// Version of the app. From 1 to 255 characters.
    pub app_version: String,
    /// The events. At least 1 item.
    pub events: Vec<BannerEvent>,
}

impl BannersTrackBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        external_user_id: impl Into<String>,
        app_id: impl Into<String>,
        app_version: impl Into<String>,
        events: impl IntoIterator<Item = BannerEvent>,
    ) -> Self {
        Self {
            external_user_id: external_user_id.into(),
            app_id: app_id.into(),
            app_version: app_version.into(),
            events: events.into_iter().collect(),
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("external_user_id", &self.external_user_id);
        v.length("external_user_id", self.external_user_id.len(), "bytes", None, Some(986));
        v.identifier("app_id", &self.app_id);
        v.text("app_version", &self.app_version);
        v.length("app_version", self.app_version.chars().count(), "characters", None, Some(255));
        v.length("events", self.events.len(), "items", Some(1), None);
        v.each("events", &self.events, BannerEvent::validate);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BannerEvent {
    /// Identifier of the banner, not of its placement.
    pub id: String,
    /// The user's action.
    pub event_type: BannerEventEventType,
    /// The time.
    pub timestamp: Timestamp,
}

impl BannerEvent {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        event_type: BannerEventEventType,
        timestamp: impl Into<Timestamp>,
    ) -> Self {
        Self { id: id.into(), event_type, timestamp: timestamp.into() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("id", &self.id);
        v.timestamp("timestamp", self.timestamp);
    }
}

/// The user's action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum BannerEventEventType {
    /// `impression`
    Impression,
    /// `click`
    Click,
    /// `dismiss`
    Dismiss,
}

impl Choice for BannerEventEventType {
    const ALL: &[Self] = &[Self::Impression, Self::Click, Self::Dismiss];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Impression => "impression",
            Self::Click => "click",
            Self::Dismiss => "dismiss",
        }
    }
}

choice!(BannerEventEventType);

/// Reply of [`BannersTrackRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct BannersTrack {
    /// The number of events that count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub events_processed: Option<u64>,
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// Problems of single objects of the request. Everything else was carried out.
    #[serde(default, skip_serializing_if = "PartialErrors::is_empty")]
    pub errors: PartialErrors,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl BannersTrack {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            events_processed: None,
            message: None,
            errors: PartialErrors::default(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for BannersTrack {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "events_processed" => field.scalar(&mut self.events_processed, &mut self.extra),
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "errors" => field.value(&mut self.errors),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for BannersTrack {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for BannersTrack {
    fn scrub(&mut self, secret: &Secret) {
        self.events_processed.scrub(secret);
        self.message.scrub(secret);
        self.errors.scrub(secret);
        self.extra.scrub(secret);
    }
}
