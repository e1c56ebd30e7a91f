// Written from spec/paths/translations/email.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /templates/email/translations`: Translations of an email template.

use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, Items, Kind, Operation, Parameter, RequestReader,
};
use crate::{
    DecodeError, Endpoint, Message, Meta, Pool, Replay, RequestWriter, Translations, Violations,
    reply,
};

/// Texts of an email template in all locales.
///
/// `GET /templates/email/translations`, permission `templates.translations.get`, counted in
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
/// let request = translations::ListEmailRequest::new("232b6d29-7e41-4f06-8c1b-55a0e9d3f70a");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListEmailRequest {
    /// API identifier of the template.
    pub template_id: String,
}

impl ListEmailRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(template_id: impl Into<String>) -> Self {
        Self { template_id: template_id.into() }
    }
}

impl Endpoint for ListEmailRequest {
    type Output = Translations;

    const META: Meta = Meta::get("translations.list_email", "/templates/email/translations")
        .permission("templates.translations.get")
        .replay(Replay::Safe)
        .pool(&Pool::TRANSLATIONS);

    fn validate(&self, v: &mut Violations) {
        v.identifier("template_id", &self.template_id);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/templates/email/translations");
        w.query("template_id", &self.template_id);
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
impl Operation for ListEmailRequest {
    const DESCRIPTION: Description = Description::new("Translations of an email template")
        .description("Texts of an email template in all locales.")
        .command(&["translations", "list-email"])
        .parameters(&[Parameter::query("template_id", Kind::Identifier)
            .required()
            .description("API identifier of the template.")])
        .items(Items::new("translations", &["translation_map", "locale"]))
        .exchanges(&[Exchange::new(
            "one",
            "/templates/email/translations?template_id=232b6d29-7e41-4f06-8c1b-55a0e9d3f70a",
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
        Some(Self { template_id: template_id? })
    }

    fn write(output: &Translations) -> Vec<u8> {
        operation::json(output)
    }
}
