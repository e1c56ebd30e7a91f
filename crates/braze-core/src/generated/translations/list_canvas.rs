// Written from spec/paths/translations/canvas.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /canvas/translations`: Translations of a message of a Canvas.

use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, Items, Kind, Operation, Parameter, RequestReader,
};
use crate::{
    DecodeError, Endpoint, Message, Meta, Pool, Replay, RequestWriter, Translations, Violations,
    reply,
};

/// Texts of a message of a Canvas in all locales, or in one.
///
/// `GET /canvas/translations`, permission `canvas.translations.get`, counted in
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
/// let request = translations::ListCanvasRequest::new("7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9101", "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9301", "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9401");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCanvasRequest {
    /// API identifier of the Canvas.
    pub workflow_id: String,
    /// API identifier of the step.
    pub step_id: String,
    /// Identifier of the variation.
    pub message_variation_id: String,
    /// Identifier of a locale, to get its texts only.
    pub locale_id: Option<String>,
    /// Return the draft with the changes that are not published yet. Default `false`.
    pub post_launch_draft_version: Option<bool>,
}

impl ListCanvasRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(
        workflow_id: impl Into<String>,
        step_id: impl Into<String>,
        message_variation_id: impl Into<String>,
    ) -> Self {
        Self {
            workflow_id: workflow_id.into(),
            step_id: step_id.into(),
            message_variation_id: message_variation_id.into(),
            locale_id: None,
            post_launch_draft_version: None,
        }
    }

    /// Sets `locale_id`. Identifier of a locale, to get its texts only.
    #[must_use]
    pub fn locale_id(mut self, locale_id: impl Into<String>) -> Self {
        self.locale_id = Some(locale_id.into());
        self
    }

    /// Sets `post_launch_draft_version`. Return the draft with the changes that are not published
    /// yet. Default `false`.
    #[must_use]
    pub fn post_launch_draft_version(mut self, post_launch_draft_version: bool) -> Self {
        self.post_launch_draft_version = Some(post_launch_draft_version);
        self
    }
}

impl Endpoint for ListCanvasRequest {
    type Output = Translations;

    const META: Meta = Meta::get("translations.list_canvas", "/canvas/translations")
        .permission("canvas.translations.get")
        .replay(Replay::Safe)
        .pool(&Pool::TRANSLATIONS);

    fn validate(&self, v: &mut Violations) {
        v.identifier("workflow_id", &self.workflow_id);
        v.identifier("step_id", &self.step_id);
        v.identifier("message_variation_id", &self.message_variation_id);
        if let Some(value) = &self.locale_id {
            v.identifier("locale_id", value);
        }
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/canvas/translations");
        w.query("workflow_id", &self.workflow_id);
        w.query("step_id", &self.step_id);
        w.query("message_variation_id", &self.message_variation_id);
        w.query_opt("locale_id", self.locale_id.as_ref());
        w.query_opt("post_launch_draft_version", self.post_launch_draft_version.as_ref());
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
impl Operation for ListCanvasRequest {
    const DESCRIPTION: Description = Description::new("Translations of a message of a Canvas")
        .description("Texts of a message of a Canvas in all locales, or in one.")
        .command(&["translations", "list-canvas"])
        .parameters(&[
            Parameter::query("workflow_id", Kind::Identifier)
                .required()
                .description("API identifier of the Canvas."),
            Parameter::query("step_id", Kind::Identifier)
                .required()
                .description("API identifier of the step."),
            Parameter::query("message_variation_id", Kind::Identifier)
                .required()
                .description("Identifier of the variation."),
            Parameter::query("locale_id", Kind::Identifier)
                .description("Identifier of a locale, to get its texts only."),
            Parameter::query("post_launch_draft_version", Kind::Boolean)
                .default("false")
                .description("Return the draft with the changes that are not published yet."),
        ])
        .items(Items::new("translations", &["translation_map", "locale"]))
        .exchanges(&[Exchange::new(
            "one",
            "/canvas/translations?workflow_id=7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9101\
                 &step_id=7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9301\
                 &message_variation_id=7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9401",
            200,
            r#"{
  "translations": [
    {
      "translation_map": {"id_0": "Bonjour"},
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
        let workflow_id = r.required("workflow_id");
        let step_id = r.required("step_id");
        let message_variation_id = r.required("message_variation_id");
        let locale_id = r.optional("locale_id");
        let post_launch_draft_version = r.optional("post_launch_draft_version");
        Some(Self {
            workflow_id: workflow_id?,
            step_id: step_id?,
            message_variation_id: message_variation_id?,
            locale_id,
            post_launch_draft_version,
        })
    }

    fn write(output: &Translations) -> Vec<u8> {
        operation::json(output)
    }
}
