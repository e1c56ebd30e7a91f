// Written from spec/paths/preference_center/preference_center.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `PUT /preference_center/v1/{preferenceCenterExternalID}`: Change a preference center.

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
    DecodeError, Endpoint, Message, Meta, Pool, PreferenceCenterOptions, PreferenceCenterState,
    Replay, RequestWriter, Scrub, Secret, SeriesTime, Violations, reply,
};

/// Replaces the pages of a preference center. Its name stays.
///
/// `PUT /preference_center/v1/{preferenceCenterExternalID}`, permission `preference_center.update`,
/// counted in [`Pool::PREFERENCE_CENTER_WRITES`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateRequest {
    /// API identifier of the preference center.
    pub preference_center_external_id: String,
    /// The preference center.
    pub body: UpdateBody,
}

impl UpdateRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(preference_center_external_id: impl Into<String>, body: UpdateBody) -> Self {
        Self { preference_center_external_id: preference_center_external_id.into(), body }
    }
}

impl Endpoint for UpdateRequest {
    type Output = Update;

    const META: Meta = Meta::new(
        "preference_center.update",
        Method::PUT,
        "/preference_center/v1/{preferenceCenterExternalID}",
    )
    .permission("preference_center.update")
    .replay(Replay::Idempotent)
    .pool(&Pool::PREFERENCE_CENTER_WRITES);

    fn validate(&self, v: &mut Violations) {
        v.identifier("preferenceCenterExternalID", &self.preference_center_external_id);
        v.segment("preferenceCenterExternalID", &self.preference_center_external_id);
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/preference_center/v1/");
        w.path_value(&self.preference_center_external_id);
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Update, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Update) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for UpdateRequest {
    const DESCRIPTION: Description = Description::new("Change a preference center")
        .description("Replaces the pages of a preference center. Its name stays.")
        .command(&["preference-center", "update"])
        .parameters(&[Parameter::path("preferenceCenterExternalID", Kind::Identifier)
            .description("API identifier of the preference center.")])
        .with_body()
        .body_fields(&[
            Parameter::body("preference_center_title", Kind::Text)
                .description("Title of the pages."),
            Parameter::body("preference_center_page_html", Kind::Text)
                .required()
                .description("HTML of the page with the choices, with Liquid."),
            Parameter::body("confirmation_page_html", Kind::Text)
                .required()
                .description("HTML of the page that confirms a choice, with Liquid."),
            Parameter::body("state", Kind::OneOf(&["active", "draft"]))
                .description("State of a preference center."),
        ])
        .exchanges(&[Exchange::new(
            "pages",
            "/preference_center/v1/5b0c2d1e-6a0f-4222-8333-7c44d5e66601",
            200,
            r#"{
  "preference_center_api_id": "5b0c2d1e-6a0f-4222-8333-7c44d5e66601",
  "created_at": "2024-01-02T03:04:05Z",
  "updated_at": "2024-05-15T10:30:00Z",
  "message": "success"
}"#,
        )
        .body(
            r#"{
  "preference_center_page_html": "<p>New tea</p>",
  "confirmation_page_html": "<p>Enjoy</p>"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let preference_center_external_id = r.required("preferenceCenterExternalID");
        let body = r.json();
        Some(Self { preference_center_external_id: preference_center_external_id?, body: body? })
    }

    fn write(output: &Update) -> Vec<u8> {
        operation::json(output)
    }
}

/// The pages of a preference center.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct UpdateBody {
    /// Title of the pages. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub preference_center_title: Option<String>,
    /// HTML of the page with the choices, with Liquid. At least 1 character.
    pub preference_center_page_html: String,
    /// HTML of the page that confirms a choice, with Liquid. At least 1 character.
    pub confirmation_page_html: String,
    /// State of a preference center.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub state: Option<PreferenceCenterState>,
    /// Settings of the pages of a preference center.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub options: Option<PreferenceCenterOptions>,
}

impl UpdateBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        preference_center_page_html: impl Into<String>,
        confirmation_page_html: impl Into<String>,
    ) -> Self {
        Self {
            preference_center_title: None,
            preference_center_page_html: preference_center_page_html.into(),
            confirmation_page_html: confirmation_page_html.into(),
            state: None,
            options: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.preference_center_title {
            v.text("preference_center_title", value);
        }
        v.text("preference_center_page_html", &self.preference_center_page_html);
        v.text("confirmation_page_html", &self.confirmation_page_html);
        if let Some(value) = &self.options {
            v.within("options", |v| value.validate(v));
        }
    }

    /// Sets `preference_center_title`. Title of the pages. At least 1 character.
    #[must_use]
    pub fn preference_center_title(mut self, preference_center_title: impl Into<String>) -> Self {
        self.preference_center_title = Some(preference_center_title.into());
        self
    }

    /// Sets `state`. State of a preference center.
    #[must_use]
    pub fn state(mut self, state: PreferenceCenterState) -> Self {
        self.state = Some(state);
        self
    }

    /// Sets `options`. Settings of the pages of a preference center.
    #[must_use]
    pub fn options(mut self, options: PreferenceCenterOptions) -> Self {
        self.options = Some(options);
        self
    }
}

/// Reply of [`UpdateRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Update {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// API identifier of the preference center.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preference_center_api_id: Option<String>,
    /// Time of creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<SeriesTime>,
    /// Time of the change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<SeriesTime>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Update {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            preference_center_api_id: None,
            created_at: None,
            updated_at: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Update {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "preference_center_api_id" => {
                field.scalar(&mut self.preference_center_api_id, &mut self.extra)
            }
            "created_at" => field.scalar(&mut self.created_at, &mut self.extra),
            "updated_at" => field.scalar(&mut self.updated_at, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Update {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Update {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.preference_center_api_id.scrub(secret);
        self.created_at.scrub(secret);
        self.updated_at.scrub(secret);
        self.extra.scrub(secret);
    }
}
