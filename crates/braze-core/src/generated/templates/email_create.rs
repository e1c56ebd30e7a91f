// Written from spec/paths/templates/email_create.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /templates/email/create`: Create an email template.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    DecodeError, EmailTemplateAcknowledgement, Endpoint, Message, Meta, Pool, Replay,
    RequestWriter, Violations, reply,
};

/// Creates an email template. Every success is a template of its own.
///
/// `POST /templates/email/create`, permission `templates.email.create`, counted in
/// [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EmailCreateRequest {
    /// The template.
    pub body: EmailCreateBody,
}

impl EmailCreateRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: EmailCreateBody) -> Self {
        Self { body }
    }
}

impl Endpoint for EmailCreateRequest {
    type Output = EmailTemplateAcknowledgement;

    const META: Meta = Meta::new("templates.email_create", Method::POST, "/templates/email/create")
        .permission("templates.email.create")
        .replay(Replay::Unsafe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/templates/email/create");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<EmailTemplateAcknowledgement, DecodeError> {
        reply::json(body)
    }

    fn message(output: &EmailTemplateAcknowledgement) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for EmailCreateRequest {
    const DESCRIPTION: Description = Description::new("Create an email template")
        .description("Creates an email template. Every success is a template of its own.")
        .command(&["templates", "email-create"])
        .with_body()
        .body_fields(&[
            Parameter::body("template_name", Kind::Text)
                .required()
                .description("Name of the template."),
            Parameter::body("subject", Kind::Text).required().description("Subject of the emails."),
            Parameter::body("body", Kind::Text).required().description(
                "HTML of the emails, with Liquid. At most 400 KB, taken as 409,600 bytes.",
            ),
            Parameter::body("plaintext_body", Kind::Text).description("Plain text of the emails."),
            Parameter::body("preheader", Kind::Text)
                .description("Text that inboxes show behind the subject."),
            Parameter::body("tags", Kind::List(&Kind::Text)).description("Existing tags."),
            Parameter::body("should_inline_css", Kind::Boolean).description(
                "`true` to move style sheets into the HTML. Default: the setting of the \
                     workspace.",
            ),
        ])
        .exchanges(&[Exchange::new(
            "welcome",
            "/templates/email/create",
            201,
            r#"{
  "email_template_id": "232b6d29-7e41-4f06-8c1b-55a0e9d3f7aa",
  "message": "success"
}"#,
        )
        .body(
            r#"{
  "template_name": "Second cup",
  "subject": "Another cup?",
  "body": "<p>Hi again</p>",
  "tags": ["onboarding"]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &EmailTemplateAcknowledgement) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &EmailTemplateAcknowledgement) -> u16 {
        201
    }
}

/// An email template to create.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EmailCreateBody {
    /// Name of the template. At least 1 character.
    pub template_name: String,
    /// Subject of the emails. At least 1 character.
    pub subject: String,
    /// HTML of the emails, with Liquid. At most 400 KB, taken as 409,600 bytes. At least 1
    /// character.
    pub body: String,
    /// Plain text of the emails.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub plaintext_body: Option<String>,
    /// Text that inboxes show behind the subject.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub preheader: Option<String>,
    /// Existing tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// `true` to move style sheets into the HTML. Default: the setting of the workspace.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub should_inline_css: Option<bool>,
}

impl EmailCreateBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        template_name: impl Into<String>,
        subject: impl Into<String>,
        body: impl Into<String>,
    ) -> Self {
        Self {
            template_name: template_name.into(),
            subject: subject.into(),
            body: body.into(),
            plaintext_body: None,
            preheader: None,
            tags: Vec::new(),
            should_inline_css: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("template_name", &self.template_name);
        v.text("subject", &self.subject);
        v.lines("body", &self.body);
        v.length("body", self.body.len(), "bytes", None, Some(409600));
        if let Some(value) = &self.plaintext_body {
            v.lines("plaintext_body", value);
        }
        if let Some(value) = &self.preheader {
            v.text("preheader", value);
        }
        for value in &self.tags {
            v.text("tags", value);
        }
    }

    /// Sets `plaintext_body`. Plain text of the emails.
    #[must_use]
    pub fn plaintext_body(mut self, plaintext_body: impl Into<String>) -> Self {
        self.plaintext_body = Some(plaintext_body.into());
        self
    }

    /// Sets `preheader`. Text that inboxes show behind the subject.
    #[must_use]
    pub fn preheader(mut self, preheader: impl Into<String>) -> Self {
        self.preheader = Some(preheader.into());
        self
    }

    /// Sets `tags`. Existing tags.
    #[must_use]
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = tags.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `should_inline_css`. `true` to move style sheets into the HTML. Default: the setting of
    /// the workspace.
    #[must_use]
    pub fn should_inline_css(mut self, should_inline_css: bool) -> Self {
        self.should_inline_css = Some(should_inline_css);
        self
    }
}
