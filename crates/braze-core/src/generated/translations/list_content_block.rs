// Written from spec/paths/translations/content_block.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /content_blocks/translations`: Translations of a Content Block.

use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, Items, Kind, Operation, Parameter, RequestReader,
};
use crate::{
    DecodeError, Endpoint, Message, Meta, Pool, Replay, RequestWriter, Translations, Violations,
    reply,
};

/// Texts of a Content Block in all locales, or in one.
///
/// `GET /content_blocks/translations`, permission `content_blocks.translations.get`, counted in
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
/// let request = translations::ListContentBlockRequest::new("8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e901");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListContentBlockRequest {
    /// API identifier of the Content Block.
    pub content_block_id: String,
    /// Identifier of a locale, to get its texts only.
    pub locale_id: Option<String>,
}

impl ListContentBlockRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(content_block_id: impl Into<String>) -> Self {
        Self { content_block_id: content_block_id.into(), locale_id: None }
    }

    /// Sets `locale_id`. Identifier of a locale, to get its texts only.
    #[must_use]
    pub fn locale_id(mut self, locale_id: impl Into<String>) -> Self {
        self.locale_id = Some(locale_id.into());
        self
    }
}

impl Endpoint for ListContentBlockRequest {
    type Output = Translations;

    const META: Meta = Meta::get("translations.list_content_block", "/content_blocks/translations")
        .permission("content_blocks.translations.get")
        .replay(Replay::Safe)
        .pool(&Pool::TRANSLATIONS);

    fn validate(&self, v: &mut Violations) {
        v.identifier("content_block_id", &self.content_block_id);
        if let Some(value) = &self.locale_id {
            v.identifier("locale_id", value);
        }
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/content_blocks/translations");
        w.query("content_block_id", &self.content_block_id);
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
impl Operation for ListContentBlockRequest {
    const DESCRIPTION: Description = Description::new("Translations of a Content Block")
        .description("Texts of a Content Block in all locales, or in one.")
        .command(&["translations", "list-content-block"])
        .parameters(&[
            Parameter::query("content_block_id", Kind::Identifier)
                .required()
                .description("API identifier of the Content Block."),
            Parameter::query("locale_id", Kind::Identifier)
                .description("Identifier of a locale, to get its texts only."),
        ])
        .items(Items::new("translations", &["translation_map", "locale"]))
        .exchanges(&[Exchange::new(
            "one",
            "/content_blocks/translations?content_block_id=8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e901",
            200,
            r#"{
  "translations": [
    {
      "translation_map": {"id_0": "<p>À bientôt au salon de thé.</p>"},
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
        let content_block_id = r.required("content_block_id");
        let locale_id = r.optional("locale_id");
        Some(Self { content_block_id: content_block_id?, locale_id })
    }

    fn write(output: &Translations) -> Vec<u8> {
        operation::json(output)
    }
}
