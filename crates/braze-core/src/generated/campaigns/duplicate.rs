// Written from spec/paths/campaigns/duplicate.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /campaigns/duplicate`: Duplicate a campaign.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, DecodeError, Endpoint, Message, Meta, PartialErrors, Pool, Replay,
    RequestWriter, Violations, reply,
};

/// Makes a draft copy some time after the reply, which does not name it. Every success is a copy of
/// its own.
///
/// `POST /campaigns/duplicate`, permission `campaigns.duplicate`, counted in
/// [`Pool::CAMPAIGNS_DUPLICATE`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DuplicateRequest {
    /// The copy.
    pub body: DuplicateBody,
}

impl DuplicateRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: DuplicateBody) -> Self {
        Self { body }
    }
}

impl Endpoint for DuplicateRequest {
    type Output = Acknowledgement;

    const META: Meta = Meta::new("campaigns.duplicate", Method::POST, "/campaigns/duplicate")
        .permission("campaigns.duplicate")
        .replay(Replay::Unsafe)
        .pool(&Pool::CAMPAIGNS_DUPLICATE);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/campaigns/duplicate");
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
impl Operation for DuplicateRequest {
    const DESCRIPTION: Description = Description::new("Duplicate a campaign")
        .description(
            "Makes a draft copy some time after the reply, which does not name it. Every success \
             is a copy of its own.",
        )
        .command(&["campaigns", "duplicate"])
        .with_body()
        .body_fields(&[
            Parameter::body("campaign_id", Kind::Identifier)
                .required()
                .description("API identifier of the campaign."),
            Parameter::body("name", Kind::Text).required().description("Name of the copy."),
            Parameter::body("description", Kind::Text).description("Description of the copy."),
            Parameter::body("tag_names", Kind::Text).description(
                "Existing tags, in place of the present ones. The documentation says that it \
                     is a text.",
            ),
        ])
        .exchanges(&[Exchange::new(
            "one",
            "/campaigns/duplicate",
            202,
            r#"{"message": "success"}"#,
        )
        .body(
            r#"{
  "campaign_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
  "name": "June news copy"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &Acknowledgement) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &Acknowledgement) -> u16 {
        202
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DuplicateBody {
    /// API identifier of the campaign.
    pub campaign_id: String,
    /// Name of the copy.
    pub name: String,
    /// Description of the copy.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub description: Option<String>,
    /// Existing tags, in place of the present ones. The documentation says that it is a text.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub tag_names: Option<String>,
}

impl DuplicateBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(campaign_id: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            campaign_id: campaign_id.into(),
            name: name.into(),
            description: None,
            tag_names: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("campaign_id", &self.campaign_id);
        v.text("name", &self.name);
        if let Some(value) = &self.description {
            v.text("description", value);
        }
        if let Some(value) = &self.tag_names {
            v.text("tag_names", value);
        }
    }

    /// Sets `description`. Description of the copy.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets `tag_names`. Existing tags, in place of the present ones. The documentation says that
    /// it is a text.
    #[must_use]
    pub fn tag_names(mut self, tag_names: impl Into<String>) -> Self {
        self.tag_names = Some(tag_names.into());
        self
    }
}
