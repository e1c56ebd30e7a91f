// Written from spec/paths/translations/webhook.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `PUT /templates/webhook/translations`: Translate a webhook template.

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
/// `PUT /templates/webhook/translations`, permission `templates.translations.update`, counted in
/// [`Pool::TRANSLATIONS`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWebhookRequest {
    /// The texts of one locale.
    pub body: UpdateWebhookBody,
}

impl UpdateWebhookRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: UpdateWebhookBody) -> Self {
        Self { body }
    }
}

impl Endpoint for UpdateWebhookRequest {
    type Output = Acknowledgement;

    const META: Meta =
        Meta::new("translations.update_webhook", Method::PUT, "/templates/webhook/translations")
            .permission("templates.translations.update")
            .replay(Replay::Idempotent)
            .pool(&Pool::TRANSLATIONS);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/templates/webhook/translations");
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
impl Operation for UpdateWebhookRequest {
    const DESCRIPTION: Description = Description::new("Translate a webhook template")
        .description("Replaces the texts of one locale.")
        .command(&["translations", "update-webhook"])
        .with_body()
        .body_fields(&[
            Parameter::body("template_id", Kind::Identifier)
                .required()
                .description("API identifier of the template."),
            Parameter::body("locale_id", Kind::Identifier)
                .required()
                .description("Identifier of the locale, from the replies that list translations."),
        ])
        .exchanges(&[Exchange::new("one", "/templates/webhook/translations", 200, r#"{}"#).body(
            r#"{
  "template_id": "e24404b3-2c17-4b8e-a5d6-90f1e2d3c4b5",
  "locale_id": "c7c1b2a3-5d0e-4f6a-8b9c-1e2f3a4b5c6d",
  "translation_map": {"id_0": "Salut"}
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
pub struct UpdateWebhookBody {
    /// API identifier of the template.
    pub template_id: String,
    /// Identifier of the locale, from the replies that list translations.
    pub locale_id: String,
    /// Texts by the identifier of their translation tag.
    pub translation_map: BTreeMap<String, String>,
}

impl UpdateWebhookBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        template_id: impl Into<String>,
        locale_id: impl Into<String>,
        translation_map: BTreeMap<String, String>,
    ) -> Self {
        Self { template_id: template_id.into(), locale_id: locale_id.into(), translation_map }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("template_id", &self.template_id);
        v.identifier("locale_id", &self.locale_id);
        for value in self.translation_map.values() {
            v.text("translation_map", value);
        }
    }
}
