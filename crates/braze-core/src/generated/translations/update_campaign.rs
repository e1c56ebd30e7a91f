// Written from spec/paths/translations/campaign.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `PUT /campaigns/translations`: Translate a message of a campaign.

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

/// Replaces the texts of one locale. After the launch, only a saved draft can be changed.
///
/// `PUT /campaigns/translations`, permission `campaigns.translations.update`, counted in
/// [`Pool::TRANSLATIONS`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400 or 404 as
/// [`TranslationFailure`](crate::TranslationFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCampaignRequest {
    /// The texts of one locale.
    pub body: UpdateCampaignBody,
}

impl UpdateCampaignRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: UpdateCampaignBody) -> Self {
        Self { body }
    }
}

impl Endpoint for UpdateCampaignRequest {
    type Output = Acknowledgement;

    const META: Meta =
        Meta::new("translations.update_campaign", Method::PUT, "/campaigns/translations")
            .permission("campaigns.translations.update")
            .replay(Replay::Idempotent)
            .pool(&Pool::TRANSLATIONS);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/campaigns/translations");
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
impl Operation for UpdateCampaignRequest {
    const DESCRIPTION: Description = Description::new("Translate a message of a campaign")
        .description(
            "Replaces the texts of one locale. After the launch, only a saved draft can be \
             changed.",
        )
        .command(&["translations", "update-campaign"])
        .with_body()
        .body_fields(&[
            Parameter::body("campaign_id", Kind::Identifier)
                .required()
                .description("API identifier of the campaign."),
            Parameter::body("message_variation_id", Kind::Identifier)
                .required()
                .description("Identifier of the variation."),
            Parameter::body("locale_id", Kind::Identifier)
                .required()
                .description("Identifier of the locale, from the replies that list translations."),
        ])
        .exchanges(&[Exchange::new(
            "one",
            "/campaigns/translations",
            200,
            r#"{"message": "success"}"#,
        )
        .body(
            r#"{
  "campaign_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b03",
  "message_variation_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0a",
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
pub struct UpdateCampaignBody {
    /// API identifier of the campaign.
    pub campaign_id: String,
    /// Identifier of the variation.
    pub message_variation_id: String,
    /// Identifier of the locale, from the replies that list translations.
    pub locale_id: String,
    /// Texts by the identifier of their translation tag.
    pub translation_map: BTreeMap<String, String>,
}

impl UpdateCampaignBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        campaign_id: impl Into<String>,
        message_variation_id: impl Into<String>,
        locale_id: impl Into<String>,
        translation_map: BTreeMap<String, String>,
    ) -> Self {
        Self {
            campaign_id: campaign_id.into(),
            message_variation_id: message_variation_id.into(),
            locale_id: locale_id.into(),
            translation_map,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("campaign_id", &self.campaign_id);
        v.identifier("message_variation_id", &self.message_variation_id);
        v.identifier("locale_id", &self.locale_id);
        for value in self.translation_map.values() {
            v.text("translation_map", value);
        }
    }
}
