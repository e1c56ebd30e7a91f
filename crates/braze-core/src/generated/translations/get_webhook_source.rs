// Written from spec/paths/translations/webhook_source.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /templates/webhook/translations/source`: Source texts of a webhook template.

use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    DecodeError, Endpoint, Message, Meta, Pool, Replay, RequestWriter, SourceTranslations,
    Violations, reply,
};

/// Texts of a webhook template before they are translated.
///
/// `GET /templates/webhook/translations/source`, permission `templates.translations.get`, counted
/// in [`Pool::TRANSLATIONS`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, translations};
///
/// let request = translations::GetWebhookSourceRequest::new("e24404b3-2c17-4b8e-a5d6-90f1e2d3c4b5");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWebhookSourceRequest {
    /// API identifier of the template.
    pub template_id: String,
}

impl GetWebhookSourceRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(template_id: impl Into<String>) -> Self {
        Self { template_id: template_id.into() }
    }
}

impl Endpoint for GetWebhookSourceRequest {
    type Output = SourceTranslations;

    const META: Meta =
        Meta::get("translations.get_webhook_source", "/templates/webhook/translations/source")
            .permission("templates.translations.get")
            .replay(Replay::Safe)
            .pool(&Pool::TRANSLATIONS);

    fn validate(&self, v: &mut Violations) {
        v.identifier("template_id", &self.template_id);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/templates/webhook/translations/source");
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
impl Operation for GetWebhookSourceRequest {
    const DESCRIPTION: Description = Description::new(
            "Source texts of a webhook template",
        )
        .description("Texts of a webhook template before they are translated.")
        .command(&["translations", "get-webhook-source"])
        .parameters(
            &[
                Parameter::query("template_id", Kind::Identifier)
                    .required()
                    .description("API identifier of the template."),
            ],
        )
        .exchanges(
            &[
                Exchange::new(
                    "one",
                    "/templates/webhook/translations/source?template_id=e24404b3-2c17-4b8e-a5d6-90f1e2d3c4b5",
                    200,
                    r#"{
  "translations": {
    "translation_map": {"id_0": "Hello"}
  }
}"#,
                ),
            ],
        );

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let template_id = r.required("template_id");
        Some(Self { template_id: template_id? })
    }

    fn write(output: &SourceTranslations) -> Vec<u8> {
        operation::json(output)
    }
}
