// Written from spec/paths/templates/email_info.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /templates/email/info`: Content of an email template.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    DecodeError, Endpoint, Message, Meta, Pool, Replay, RequestWriter, Scrub, Secret, SeriesTime,
    Violations, reply,
};

/// One email template with its subject and its bodies. Templates of the drag-and-drop editor are
/// refused.
///
/// `GET /templates/email/info`, permission `templates.email.info`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, templates};
///
/// let request = templates::EmailInfoRequest::new("232b6d29-7e41-4f06-8c1b-55a0e9d3f70a");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EmailInfoRequest {
    /// API identifier of the template.
    pub email_template_id: String,
}

impl EmailInfoRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(email_template_id: impl Into<String>) -> Self {
        Self { email_template_id: email_template_id.into() }
    }
}

impl Endpoint for EmailInfoRequest {
    type Output = EmailInfo;

    const META: Meta = Meta::get("templates.email_info", "/templates/email/info")
        .permission("templates.email.info")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        v.identifier("email_template_id", &self.email_template_id);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/templates/email/info");
        w.query("email_template_id", &self.email_template_id);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<EmailInfo, DecodeError> {
        reply::json(body)
    }

    fn message(output: &EmailInfo) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for EmailInfoRequest {
    const DESCRIPTION: Description = Description::new("Content of an email template")
        .description(
            "One email template with its subject and its bodies. Templates of the drag-and-drop \
             editor are refused.",
        )
        .command(&["templates", "email-info"])
        .parameters(&[Parameter::query("email_template_id", Kind::Identifier)
            .required()
            .description("API identifier of the template.")])
        .exchanges(&[Exchange::new(
            "welcome",
            "/templates/email/info?email_template_id=232b6d29-7e41-4f06-8c1b-55a0e9d3f70a",
            200,
            r#"{
  "email_template_id": "232b6d29-7e41-4f06-8c1b-55a0e9d3f70a",
  "template_name": "Welcome",
  "description": "",
  "subject": "Welcome to the tea shop",
  "preheader": "A cup is waiting",
  "body": "<p>Hi</p>",
  "plaintext_body": "Hi",
  "should_inline_css": true,
  "tags": ["onboarding"],
  "created_at": "2024-01-02T03:04:05.000Z",
  "updated_at": "2024-01-03T03:04:05.000Z",
  "message": "success"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let email_template_id = r.required("email_template_id");
        Some(Self { email_template_id: email_template_id? })
    }

    fn write(output: &EmailInfo) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`EmailInfoRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct EmailInfo {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// API identifier of the template.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_template_id: Option<String>,
    /// Name of the template.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template_name: Option<String>,
    /// Description of the template, which cannot be set here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Subject of the emails.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Text that inboxes show behind the subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preheader: Option<String>,
    /// HTML of the emails, with Liquid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Plain text of the emails.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plaintext_body: Option<String>,
    /// `true` if style sheets are moved into the HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub should_inline_css: Option<bool>,
    /// Tags of the template. The documentation says that it is one text.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub tags: Vec<String>,
    /// Time of creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<SeriesTime>,
    /// Time of the last edit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<SeriesTime>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl EmailInfo {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            email_template_id: None,
            template_name: None,
            description: None,
            subject: None,
            preheader: None,
            body: None,
            plaintext_body: None,
            should_inline_css: None,
            tags: Vec::new(),
            created_at: None,
            updated_at: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for EmailInfo {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "email_template_id" => field.scalar(&mut self.email_template_id, &mut self.extra),
            "template_name" => field.scalar(&mut self.template_name, &mut self.extra),
            "description" => field.scalar(&mut self.description, &mut self.extra),
            "subject" => field.scalar(&mut self.subject, &mut self.extra),
            "preheader" => field.scalar(&mut self.preheader, &mut self.extra),
            "body" => field.scalar(&mut self.body, &mut self.extra),
            "plaintext_body" => field.scalar(&mut self.plaintext_body, &mut self.extra),
            "should_inline_css" => field.scalar(&mut self.should_inline_css, &mut self.extra),
            "tags" => field.texts(&mut self.tags),
            "created_at" => field.scalar(&mut self.created_at, &mut self.extra),
            "updated_at" => field.scalar(&mut self.updated_at, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for EmailInfo {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for EmailInfo {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.email_template_id.scrub(secret);
        self.template_name.scrub(secret);
        self.description.scrub(secret);
        self.subject.scrub(secret);
        self.preheader.scrub(secret);
        self.body.scrub(secret);
        self.plaintext_body.scrub(secret);
        self.should_inline_css.scrub(secret);
        self.tags.scrub(secret);
        self.created_at.scrub(secret);
        self.updated_at.scrub(secret);
        self.extra.scrub(secret);
    }
}
