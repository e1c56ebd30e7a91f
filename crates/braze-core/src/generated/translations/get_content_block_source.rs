// Written from spec/paths/translations/content_block_source.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /content_blocks/translations/source`: Source texts of a Content Block.

use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    DecodeError, Endpoint, Message, Meta, Pool, Replay, RequestWriter, SourceTranslations,
    Violations, reply,
};

/// Texts of a Content Block before they are translated.
///
/// `GET /content_blocks/translations/source`, permission `content_blocks.translations.get`, counted
/// in [`Pool::TRANSLATIONS`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400 or 404 as
/// [`TranslationFailure`](crate::TranslationFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, translations};
///
/// let request = translations::GetContentBlockSourceRequest::new("8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e901");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetContentBlockSourceRequest {
    /// API identifier of the Content Block.
    pub content_block_id: String,
    /// Identifier of a locale, to get its texts only.
    pub locale_id: Option<String>,
}

impl GetContentBlockSourceRequest {
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

impl Endpoint for GetContentBlockSourceRequest {
    type Output = SourceTranslations;

    const META: Meta =
        Meta::get("translations.get_content_block_source", "/content_blocks/translations/source")
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
        w.path("/content_blocks/translations/source");
        w.query("content_block_id", &self.content_block_id);
        w.query_opt("locale_id", self.locale_id.as_ref());
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
impl Operation for GetContentBlockSourceRequest {
    const DESCRIPTION: Description = Description::new("Source texts of a Content Block")
        .description("Texts of a Content Block before they are translated.")
        .command(&["translations", "get-content-block-source"])
        .parameters(
            &[
                Parameter::query("content_block_id", Kind::Identifier)
                    .required()
                    .description("API identifier of the Content Block."),
                Parameter::query("locale_id", Kind::Identifier)
                    .description("Identifier of a locale, to get its texts only."),
            ],
        )
        .exchanges(
            &[
                Exchange::new(
                    "one",
                    "/content_blocks/translations/source?content_block_id=8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e901",
                    200,
                    r#"{
  "translations": {
    "translation_map": {"id_0": "<p>See you at the tea shop.</p>"}
  },
  "message": "success"
}"#,
                ),
            ],
        );

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let content_block_id = r.required("content_block_id");
        let locale_id = r.optional("locale_id");
        Some(Self { content_block_id: content_block_id?, locale_id })
    }

    fn write(output: &SourceTranslations) -> Vec<u8> {
        operation::json(output)
    }
}
