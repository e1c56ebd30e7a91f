// Written from spec/paths/translations/content_block.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `PUT /content_blocks/translations`: Translate a Content Block.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, DecodeError, Endpoint, Message, Meta, PartialErrors, Pool, Replay,
    RequestWriter, Violations, reply,
};

/// Replaces the texts of one locale.
///
/// `PUT /content_blocks/translations`, permission `content_blocks.translations.update`, counted in
/// [`Pool::TRANSLATIONS`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400 or 404 as
/// [`TranslationFailure`](crate::TranslationFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateContentBlockRequest {
    /// The texts of one locale.
    pub body: UpdateContentBlockBody,
}

impl UpdateContentBlockRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: UpdateContentBlockBody) -> Self {
        Self { body }
    }
}

impl Endpoint for UpdateContentBlockRequest {
    type Output = Acknowledgement;

    const META: Meta =
        Meta::new("translations.update_content_block", Method::PUT, "/content_blocks/translations")
            .permission("content_blocks.translations.update")
            .replay(Replay::Idempotent)
            .pool(&Pool::TRANSLATIONS);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/content_blocks/translations");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Acknowledgement, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Acknowledgement) -> Option<&Message> {
        output.message.as_ref()
    }

    fn partial_errors(output: &Acknowledgement) -> Option<&PartialErrors> {
        Some(&output.errors)
    }
}

#[cfg(feature = "operation")]
impl Operation for UpdateContentBlockRequest {
    const DESCRIPTION: Description = Description::new("Translate a Content Block")
        .description("Replaces the texts of one locale.")
        .command(&["translations", "update-content-block"])
        .with_body()
        .body_fields(&[
            Parameter::body("content_block_id", Kind::Identifier)
                .required()
                .description("API identifier of the Content Block."),
            Parameter::body("locale_id", Kind::Identifier)
                .required()
                .description("Identifier of the locale, from the replies that list translations."),
        ])
        .exchanges(&[Exchange::new(
            "one",
            "/content_blocks/translations",
            200,
            r#"{"message": "success"}"#,
        )
        .body(
            r#"{
  "content_block_id": "8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e901",
  "locale_id": "c7c1b2a3-5d0e-4f6a-8b9c-1e2f3a4b5c6d",
  "translation_map": {"id_0": "<p>À bientôt.</p>"}
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &Acknowledgement) -> Vec<u8> {
        operation::json(output)
    }
}

/// Texts of one locale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct UpdateContentBlockBody {
    /// API identifier of the Content Block.
    pub content_block_id: String,
    /// Identifier of the locale, from the replies that list translations.
    pub locale_id: String,
    /// Texts by the identifier of their translation tag.
    pub translation_map: BTreeMap<String, String>,
}

impl UpdateContentBlockBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        content_block_id: impl Into<String>,
        locale_id: impl Into<String>,
        translation_map: BTreeMap<String, String>,
    ) -> Self {
        Self {
            content_block_id: content_block_id.into(),
            locale_id: locale_id.into(),
            translation_map,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("content_block_id", &self.content_block_id);
        v.identifier("locale_id", &self.locale_id);
        for value in self.translation_map.values() {
            v.text("translation_map", value);
        }
    }
}
