// Written from spec/paths/templates/email_update.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /templates/email/update`: Change an email template.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    DecodeError, EmailTemplateAcknowledgement, Endpoint, Message, Meta, Pool, Replay,
    RequestWriter, Violations, reply,
};

/// Changes what is given and leaves the rest.
///
/// `POST /templates/email/update`, permission `templates.email.update`, counted in
/// [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EmailUpdateRequest {
    /// The changes.
    pub body: EmailUpdateBody,
}

impl EmailUpdateRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: EmailUpdateBody) -> Self {
        Self { body }
    }
}

impl Endpoint for EmailUpdateRequest {
    type Output = EmailTemplateAcknowledgement;

    const META: Meta = Meta::new("templates.email_update", Method::POST, "/templates/email/update")
        .permission("templates.email.update")
        .replay(Replay::Idempotent)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/templates/email/update");
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
impl Operation for EmailUpdateRequest {
    const DESCRIPTION: Description = Description::new("Change an email template")
        .description("Changes what is given and leaves the rest.")
        .command(&["templates", "email-update"])
        .with_body()
        .body_fields(&[
            Parameter::body("email_template_id", Kind::Identifier)
                .required()
                .description("API identifier of the template."),
            Parameter::body("template_name", Kind::Text).description("Name of the template."),
            Parameter::body("subject", Kind::Text).description("Subject of the emails."),
            Parameter::body("body", Kind::Text).description(
                "HTML of the emails, with Liquid. At most 400 KB, taken as 409,600 bytes.",
            ),
            Parameter::body("plaintext_body", Kind::Text).description("Plain text of the emails."),
            Parameter::body("preheader", Kind::Text)
                .description("Text that inboxes show behind the subject."),
            Parameter::body("tags", Kind::List(&Kind::Text)).description(
                "Existing tags, in place of the present ones. An empty list removes all.",
            ),
            Parameter::body("should_inline_css", Kind::Boolean)
                .description("`true` to move style sheets into the HTML."),
        ])
        .exchanges(&[Exchange::new(
            "subject",
            "/templates/email/update",
            200,
            r#"{
  "email_template_id": "232b6d29-7e41-4f06-8c1b-55a0e9d3f70a",
  "message": "success"
}"#,
        )
        .body(
            r#"{
  "email_template_id": "232b6d29-7e41-4f06-8c1b-55a0e9d3f70a",
  "subject": "Welcome back"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &EmailTemplateAcknowledgement) -> Vec<u8> {
        operation::json(output)
    }
}

/// Changes of an email template.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EmailUpdateBody {
    /// API identifier of the template.
    pub email_template_id: String,
    /// Name of the template. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub template_name: Option<String>,
    /// Subject of the emails. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub subject: Option<String>,
    /// HTML of the emails, with Liquid. At most 400 KB, taken as 409,600 bytes. At least 1
    /// character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub body: Option<String>,
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
    /// Existing tags, in place of the present ones. An empty list removes all.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub tags: Option<Vec<String>>,
    /// `true` to move style sheets into the HTML.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub should_inline_css: Option<bool>,
}

impl EmailUpdateBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(email_template_id: impl Into<String>) -> Self {
        Self {
            email_template_id: email_template_id.into(),
            template_name: None,
            subject: None,
            body: None,
            plaintext_body: None,
            preheader: None,
            tags: None,
            should_inline_css: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("email_template_id", &self.email_template_id);
        if let Some(value) = &self.template_name {
            v.text("template_name", value);
        }
        if let Some(value) = &self.subject {
            v.text("subject", value);
        }
        if let Some(value) = &self.body {
            v.lines("body", value);
            v.length("body", value.len(), "bytes", None, Some(409600));
        }
        if let Some(value) = &self.plaintext_body {
            v.lines("plaintext_body", value);
        }
        if let Some(value) = &self.preheader {
            v.text("preheader", value);
        }
        if let Some(value) = &self.tags {
            for value in value {
                v.text("tags", value);
            }
        }
        v.at_least_one(&[
            ("template_name", self.template_name.is_some()),
            ("subject", self.subject.is_some()),
            ("body", self.body.is_some()),
            ("plaintext_body", self.plaintext_body.is_some()),
            ("preheader", self.preheader.is_some()),
            ("tags", self.tags.is_some()),
            ("should_inline_css", self.should_inline_css.is_some()),
        ]);
    }

    /// Sets `template_name`. Name of the template. At least 1 character.
    #[must_use]
    pub fn template_name(mut self, template_name: impl Into<String>) -> Self {
        self.template_name = Some(template_name.into());
        self
    }

    /// Sets `subject`. Subject of the emails. At least 1 character.
    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// Sets `body`. HTML of the emails, with Liquid. At most 400 KB, taken as 409,600 bytes. At
    /// least 1 character.
    #[must_use]
    pub fn body(mut self, body: impl Into<String>) -> Self {
        self.body = Some(body.into());
        self
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

    /// Sets `tags`. Existing tags, in place of the present ones. An empty list removes all.
    #[must_use]
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
        self
    }

    /// Sets `should_inline_css`. `true` to move style sheets into the HTML.
    #[must_use]
    pub fn should_inline_css(mut self, should_inline_css: bool) -> Self {
        self.should_inline_css = Some(should_inline_css);
        self
    }
}
