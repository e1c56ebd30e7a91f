// Written from spec/paths/preference_center/get_url.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /preference_center/v1/{preferenceCenterExternalID}/url/{userID}`: Address of a preference
//! center for a user.

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

/// Address at which one user finds the preference center. It must be made by the API or in the
/// drag-and-drop editor.
///
/// `GET /preference_center/v1/{preferenceCenterExternalID}/url/{userID}`, permission
/// `preference_center.user.get`, counted in [`Pool::PREFERENCE_CENTER_READS`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, preference_center};
///
/// let request = preference_center::GetUrlRequest::new("5b0c2d1e-6a0f-4222-8333-7c44d5e66601", "u-17");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetUrlRequest {
    /// API identifier of the preference center.
    pub preference_center_external_id: String,
    /// External identifier of the user. At least 1 character.
    pub user_id: String,
}

impl GetUrlRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(
        preference_center_external_id: impl Into<String>,
        user_id: impl Into<String>,
    ) -> Self {
        Self {
            preference_center_external_id: preference_center_external_id.into(),
            user_id: user_id.into(),
        }
    }
}

impl Endpoint for GetUrlRequest {
    type Output = GetUrl;

    const META: Meta = Meta::get(
        "preference_center.get_url",
        "/preference_center/v1/{preferenceCenterExternalID}/url/{userID}",
    )
    .permission("preference_center.user.get")
    .replay(Replay::Safe)
    .pool(&Pool::PREFERENCE_CENTER_READS);

    fn validate(&self, v: &mut Violations) {
        v.identifier("preferenceCenterExternalID", &self.preference_center_external_id);
        v.text("userID", &self.user_id);
        v.segment("preferenceCenterExternalID", &self.preference_center_external_id);
        v.segment("userID", &self.user_id);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/preference_center/v1/");
        w.path_value(&self.preference_center_external_id);
        w.path("/url/");
        w.path_value(&self.user_id);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<GetUrl, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for GetUrlRequest {
    const DESCRIPTION: Description = Description::new("Address of a preference center for a user")
        .description(
            "Address at which one user finds the preference center. It must be made by the API or \
             in the drag-and-drop editor.",
        )
        .command(&["preference-center", "get-url"])
        .parameters(&[
            Parameter::path("preferenceCenterExternalID", Kind::Identifier)
                .description("API identifier of the preference center."),
            Parameter::path("userID", Kind::Text).description("External identifier of the user."),
        ])
        .exchanges(&[Exchange::new(
            "one",
            "/preference_center/v1/5b0c2d1e-6a0f-4222-8333-7c44d5e66601/url/u-17",
            200,
            r#"{
  "preference_center_url": "https://prefs.example.com/p/abc"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let preference_center_external_id = r.required("preferenceCenterExternalID");
        let user_id = r.required("userID");
        Some(Self {
            preference_center_external_id: preference_center_external_id?,
            user_id: user_id?,
        })
    }

    fn write(output: &GetUrl) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`GetUrlRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct GetUrl {
    /// Address of the page for this user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preference_center_url: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl GetUrl {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { preference_center_url: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for GetUrl {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "preference_center_url" => {
                field.scalar(&mut self.preference_center_url, &mut self.extra)
            }
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for GetUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for GetUrl {
    fn scrub(&mut self, secret: &Secret) {
        self.preference_center_url.scrub(secret);
        self.extra.scrub(secret);
    }
}
