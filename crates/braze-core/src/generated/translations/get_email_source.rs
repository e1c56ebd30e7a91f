// Written from spec/paths/translations/email_source.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /templates/email/translations/source`: Source texts of an email template.

use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    DecodeError, Endpoint, Message, Meta, Pool, Replay, RequestWriter, SourceTranslations,
    Violations, reply,
};

/// Texts of an email template before they are translated.
///
/// `GET /templates/email/translations/source`, permission `templates.email.info`, counted in
/// [`Pool::TRANSLATIONS`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400 or 404 as
/// [`TranslationFailure`](crate::TranslationFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, translations};
///
/// let request = translations::GetEmailSourceRequest::new("232b6d29-7e41-4f06-8c1b-55a0e9d3f70a");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetEmailSourceRequest {
    /// API identifier of the template.
    pub template_id: String,
}

impl GetEmailSourceRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(template_id: impl Into<String>) -> Self {
        Self { template_id: template_id.into() }
    }
}

impl Endpoint for GetEmailSourceRequest {
    type Output = SourceTranslations;

    const META: Meta =
        Meta::get("translations.get_email_source", "/templates/email/translations/source")
            .permission("templates.email.info")
            .replay(Replay::Safe)
            .pool(&Pool::TRANSLATIONS);

    fn validate(&self, v: &mut Violations) {
        v.identifier("template_id", &self.template_id);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/templates/email/translations/source");
        w.query("template_id", &self.template_id);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<SourceTranslations, DecodeError> {
        reply::json(body)
    }

    fn message(output: &SourceTranslations) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for GetEmailSourceRequest {
    const DESCRIPTION: Description = Description::new("Source texts of an email template")
        .description("Texts of an email template before they are translated.")
        .command(&["translations", "get-email-source"])
        .parameters(&[Parameter::query("template_id", Kind::Identifier)
            .required()
            .description("API identifier of the template.")])
        .exchanges(&[Exchange::new(
            "one",
            "/templates/email/translations/source?template_id=232b6d29-7e41-4f06-8c1b-55a0e9d3f70a",
            200,
            r#"{
  "translations": {
    "translation_map": {"id_0": "Welcome"}
  },
  "message": "success"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let template_id = r.required("template_id");
        Some(Self { template_id: template_id? })
    }

    fn write(output: &SourceTranslations) -> Vec<u8> {
        operation::json(output)
    }
}
