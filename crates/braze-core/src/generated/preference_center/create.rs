// Written from spec/paths/preference_center/create.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /preference_center/v1`: Create a preference center.

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

/// Creates a preference center, whose name stays. The permission is that of changes.
///
/// `POST /preference_center/v1`, permission `preference_center.update`, counted in
/// [`Pool::PREFERENCE_CENTER_WRITES`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateRequest {
    /// The preference center.
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

    const META: Meta = Meta::new("preference_center.create", Method::POST, "/preference_center/v1")
        .permission("preference_center.update")
        .replay(Replay::Unsafe)
        .pool(&Pool::PREFERENCE_CENTER_WRITES);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/preference_center/v1");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Create, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Create) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for CreateRequest {
    const DESCRIPTION: Description = Description::new("Create a preference center")
        .description(
            "Creates a preference center, whose name stays. The permission is that of changes.",
        )
        .command(&["preference-center", "create"])
        .with_body()
        .body_fields(
            &[
                Parameter::body("name", Kind::Text)
                    .required()
                    .description("Name, which does not change later."),
                Parameter::body("preference_center_title", Kind::Text)
                    .description("Title of the pages."),
                Parameter::body("preference_center_page_html", Kind::Text)
                    .required()
                    .description("HTML of the page with the choices, with Liquid."),
                Parameter::body("confirmation_page_html", Kind::Text)
                    .required()
                    .description(
                        "HTML of the page that confirms a choice, with Liquid.",
                    ),
                Parameter::body("state", Kind::OneOf(&["active", "draft"]))
                    .description("State of a preference center."),
            ],
        )
        .exchanges(
            &[
                Exchange::new(
                        "draft",
                        "/preference_center/v1",
                        201,
                        r#"{
  "preference_center_api_id": "5b0c2d1e-6a0f-4222-8333-7c44d5e666aa",
  "liquid_tag": "{{preference_center.${CoffeeLovers}}}",
  "created_at": "2024-05-15T10:30:00+00:00",
  "message": "success"
}"#,
                    )
                    .body(
                        r#"{
  "name": "CoffeeLovers",
  "preference_center_page_html": "<p>Choose</p>",
  "confirmation_page_html": "<p>Done</p>",
  "state": "draft",
  "options": {
    "meta-viewport-content": "width=device-width",
    "links-tags": [{"rel": "shortcut icon", "type": "image/png", "href": "https://shop.example/cup.png"}]
  }
}"#,
                    ),
            ],
        );

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &Create) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &Create) -> u16 {
        201
    }
}

/// A preference center to create.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CreateBody {
    /// Name, which does not change later. At least 1 character.
    pub name: String,
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

impl CreateBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        preference_center_page_html: impl Into<String>,
        confirmation_page_html: impl Into<String>,
    ) -> Self {
        Self {
            name: name.into(),
            preference_center_title: None,
            preference_center_page_html: preference_center_page_html.into(),
            confirmation_page_html: confirmation_page_html.into(),
            state: None,
            options: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("name", &self.name);
        v.characters(
            "name",
            &self.name,
            &['A'..='Z', 'a'..='z', '0'..='9', '_'..='_', '-'..='-'],
            "A-Za-z0-9_-",
        );
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

/// Reply of [`CreateRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Create {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// API identifier of the preference center.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preference_center_api_id: Option<String>,
    /// Tag that puts the address of the page into a message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub liquid_tag: Option<String>,
    /// Time of creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<SeriesTime>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Create {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            preference_center_api_id: None,
            liquid_tag: None,
            created_at: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Create {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "preference_center_api_id" => {
                field.scalar(&mut self.preference_center_api_id, &mut self.extra)
            }
            "liquid_tag" => field.scalar(&mut self.liquid_tag, &mut self.extra),
            "created_at" => field.scalar(&mut self.created_at, &mut self.extra),
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
        self.message.scrub(secret);
        self.preference_center_api_id.scrub(secret);
        self.liquid_tag.scrub(secret);
        self.created_at.scrub(secret);
        self.extra.scrub(secret);
    }
}
