// Written from spec/paths/preference_center/preference_center.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /preference_center/v1/{preferenceCenterExternalID}`: Pages of a preference center.

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
    DecodeError, Endpoint, Meta, Pool, Replay, RequestWriter, Scrub, Secret, SeriesTime,
    Violations, reply,
};

/// One preference center with the HTML of its pages.
///
/// `GET /preference_center/v1/{preferenceCenterExternalID}`, permission `preference_center.get`,
/// counted in [`Pool::PREFERENCE_CENTER_READS`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, preference_center};
///
/// let request = preference_center::GetRequest::new("5b0c2d1e-6a0f-4222-8333-7c44d5e66601");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetRequest {
    /// API identifier of the preference center.
    pub preference_center_external_id: String,
}

impl GetRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(preference_center_external_id: impl Into<String>) -> Self {
        Self { preference_center_external_id: preference_center_external_id.into() }
    }
}

impl Endpoint for GetRequest {
    type Output = Get;

    const META: Meta =
        Meta::get("preference_center.get", "/preference_center/v1/{preferenceCenterExternalID}")
            .permission("preference_center.get")
            .replay(Replay::Safe)
            .pool(&Pool::PREFERENCE_CENTER_READS);

    fn validate(&self, v: &mut Violations) {
        v.identifier("preferenceCenterExternalID", &self.preference_center_external_id);
        v.segment("preferenceCenterExternalID", &self.preference_center_external_id);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/preference_center/v1/");
        w.path_value(&self.preference_center_external_id);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Get, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for GetRequest {
    const DESCRIPTION: Description = Description::new("Pages of a preference center")
        .description("One preference center with the HTML of its pages.")
        .command(&["preference-center", "get"])
        .parameters(&[Parameter::path("preferenceCenterExternalID", Kind::Identifier)
            .description("API identifier of the preference center.")])
        .exchanges(&[Exchange::new(
            "one",
            "/preference_center/v1/5b0c2d1e-6a0f-4222-8333-7c44d5e66601",
            200,
            r#"{
  "name": "TeaLovers",
  "preference_center_api_id": "5b0c2d1e-6a0f-4222-8333-7c44d5e66601",
  "created_at": "2024-01-02T03:04:05Z",
  "updated_at": "2024-01-02T03:04:05Z",
  "preference_center_title": "Your tea",
  "preference_center_page_html": "<p>Choose your tea</p>",
  "confirmation_page_html": "<p>Enjoy</p>",
  "redirect_page_html": null,
  "preference_center_options": {"meta-viewport-content": "width=device-width"},
  "state": "active"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let preference_center_external_id = r.required("preferenceCenterExternalID");
        Some(Self { preference_center_external_id: preference_center_external_id? })
    }

    fn write(output: &Get) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`GetRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Get {
    /// Name of the preference center.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// API identifier of the preference center.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preference_center_api_id: Option<String>,
    /// Time of creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<SeriesTime>,
    /// Time of the last edit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<SeriesTime>,
    /// Title of the pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preference_center_title: Option<String>,
    /// HTML of the page with the choices.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preference_center_page_html: Option<String>,
    /// HTML of the page that confirms a choice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmation_page_html: Option<String>,
    /// HTML of the page that leads on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redirect_page_html: Option<String>,
    /// Settings of the pages, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preference_center_options: Option<Value>,
    /// `active` or `draft`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<GetState>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Get {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            preference_center_api_id: None,
            created_at: None,
            updated_at: None,
            preference_center_title: None,
            preference_center_page_html: None,
            confirmation_page_html: None,
            redirect_page_html: None,
            preference_center_options: None,
            state: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Get {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "preference_center_api_id" => {
                field.scalar(&mut self.preference_center_api_id, &mut self.extra)
            }
            "created_at" => field.scalar(&mut self.created_at, &mut self.extra),
            "updated_at" => field.scalar(&mut self.updated_at, &mut self.extra),
            "preference_center_title" => {
                field.scalar(&mut self.preference_center_title, &mut self.extra)
            }
            "preference_center_page_html" => {
                field.scalar(&mut self.preference_center_page_html, &mut self.extra)
            }
            "confirmation_page_html" => {
                field.scalar(&mut self.confirmation_page_html, &mut self.extra)
            }
            "redirect_page_html" => field.scalar(&mut self.redirect_page_html, &mut self.extra),
            "preference_center_options" => field.value(&mut self.preference_center_options),
            "state" => field.scalar(&mut self.state, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Get {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Get {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.preference_center_api_id.scrub(secret);
        self.created_at.scrub(secret);
        self.updated_at.scrub(secret);
        self.preference_center_title.scrub(secret);
        self.preference_center_page_html.scrub(secret);
        self.confirmation_page_html.scrub(secret);
        self.redirect_page_html.scrub(secret);
        self.preference_center_options.scrub(secret);
        self.state.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// `active` or `draft`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GetState {
    /// `active`
    Active,
    /// `draft`
    Draft,
    /// A word that the spec does not know.
    Other(Box<str>),
}

impl Word for GetState {
    fn as_str(&self) -> &str {
        match self {
            Self::Active => "active",
            Self::Draft => "draft",
            Self::Other(word) => word,
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "active" => Self::Active,
            "draft" => Self::Draft,
            other => Self::Other(other.into()),
        }
    }
}

word!(GetState);
