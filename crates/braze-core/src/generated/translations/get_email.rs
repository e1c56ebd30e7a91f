// Written from spec/paths/translations/email_locale.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /templates/translations/email`: Translation of an email template.

use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, Items, Kind, Operation, Parameter, RequestReader,
};
use crate::{
    DecodeError, Endpoint, Message, Meta, Pool, Replay, RequestWriter, Translations, Violations,
    reply,
};

/// Texts of an email template in one locale. The documentation has the words of the path in another
/// order than those of the other operations.
///
/// `GET /templates/translations/email`, permission `templates.translations.get`, counted in
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
/// let request = translations::GetEmailRequest::new("232b6d29-7e41-4f06-8c1b-55a0e9d3f70a")
///     .locale_id("c7c1b2a3-5d0e-4f6a-8b9c-1e2f3a4b5c6d");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetEmailRequest {
    /// API identifier of the template.
    pub template_id: String,
    /// Identifier of a locale, to get its texts only.
    pub locale_id: Option<String>,
}

impl GetEmailRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(template_id: impl Into<String>) -> Self {
        Self { template_id: template_id.into(), locale_id: None }
    }

    /// Sets `locale_id`. Identifier of a locale, to get its texts only.
    #[must_use]
    pub fn locale_id(mut self, locale_id: impl Into<String>) -> Self {
        self.locale_id = Some(locale_id.into());
        self
    }
}

impl Endpoint for GetEmailRequest {
    type Output = Translations;

    const META: Meta = Meta::get("translations.get_email", "/templates/translations/email")
        .permission("templates.translations.get")
        .replay(Replay::Safe)
        .pool(&Pool::TRANSLATIONS);

    fn validate(&self, v: &mut Violations) {
        v.identifier("template_id", &self.template_id);
        if let Some(value) = &self.locale_id {
            v.identifier("locale_id", value);
        }
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/templates/translations/email");
        w.query("template_id", &self.template_id);
        w.query_opt("locale_id", self.locale_id.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Translations, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Translations) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for GetEmailRequest {
    const DESCRIPTION: Description = Description::new("Translation of an email template")
        .description(
            "Texts of an email template in one locale. The documentation has the words of the path \
             in another order than those of the other operations.",
        )
        .command(&["translations", "get-email"])
        .parameters(&[
            Parameter::query("template_id", Kind::Identifier)
                .required()
                .description("API identifier of the template."),
            Parameter::query("locale_id", Kind::Identifier)
                .description("Identifier of a locale, to get its texts only."),
        ])
        .items(Items::new("translations", &["translation_map", "locale"]))
        .exchanges(&[Exchange::new(
            "one",
            "/templates/translations/email?template_id=232b6d29-7e41-4f06-8c1b-55a0e9d3f70a\
                 &locale_id=c7c1b2a3-5d0e-4f6a-8b9c-1e2f3a4b5c6d",
            200,
            r#"{
  "translations": [
    {
      "translation_map": {"id_0": "Bienvenue"},
      "locale": {
        "uuid": "c7c1b2a3-5d0e-4f6a-8b9c-1e2f3a4b5c6d",
        "name": "fr-FR",
        "country": "FR",
        "language": "fr",
        "locale_key": "fr-fr"
      }
    }
  ]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let template_id = r.required("template_id");
        let locale_id = r.optional("locale_id");
        Some(Self { template_id: template_id?, locale_id })
    }

    fn write(output: &Translations) -> Vec<u8> {
        operation::json(output)
    }
}
