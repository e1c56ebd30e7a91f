// Written from spec/paths/campaigns/url_info.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /campaigns/url_info/details`: List the links of a campaign's message.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, Items, Kind, Operation, Parameter, RequestReader,
};
use crate::reply::{OpenField, OpenObject};
use crate::{
    Channel, DecodeError, Endpoint, Message, MessageLink, Meta, Pool, Replay, RequestWriter, Scrub,
    Secret, Violations, reply,
};

/// Links of an email with their aliases. Only for workspaces with link aliasing.
///
/// `GET /campaigns/url_info/details`, permission `campaigns.url_info.details`, counted in
/// [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, campaigns};
///
/// let request = campaigns::UrlInfoRequest::new("7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b03", "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0a")
///     .includes_link_id("abc123def456");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UrlInfoRequest {
    /// API identifier of the campaign.
    pub campaign_id: String,
    /// API identifier of the message variation.
    pub message_variation_id: String,
    /// Return only the link with this identifier.
    pub includes_link_id: Option<String>,
}

impl UrlInfoRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(campaign_id: impl Into<String>, message_variation_id: impl Into<String>) -> Self {
        Self {
            campaign_id: campaign_id.into(),
            message_variation_id: message_variation_id.into(),
            includes_link_id: None,
        }
    }

    /// Sets `includes_link_id`. Return only the link with this identifier.
    #[must_use]
    pub fn includes_link_id(mut self, includes_link_id: impl Into<String>) -> Self {
        self.includes_link_id = Some(includes_link_id.into());
        self
    }
}

impl Endpoint for UrlInfoRequest {
    type Output = UrlInfo;

    const META: Meta = Meta::get("campaigns.url_info", "/campaigns/url_info/details")
        .permission("campaigns.url_info.details")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        v.identifier("campaign_id", &self.campaign_id);
        v.identifier("message_variation_id", &self.message_variation_id);
        if let Some(value) = &self.includes_link_id {
            v.text("includes_link_id", value);
        }
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/campaigns/url_info/details");
        w.query("campaign_id", &self.campaign_id);
        w.query("message_variation_id", &self.message_variation_id);
        w.query_opt("includes_link_id", self.includes_link_id.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<UrlInfo, DecodeError> {
        reply::json(body)
    }

    fn message(output: &UrlInfo) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for UrlInfoRequest {
    const DESCRIPTION: Description = Description::new("List the links of a campaign's message")
        .description(
            "Links of an email with their aliases. Only for workspaces with link aliasing.",
        )
        .command(&["campaigns", "url-info"])
        .parameters(&[
            Parameter::query("campaign_id", Kind::Identifier)
                .required()
                .description("API identifier of the campaign."),
            Parameter::query("message_variation_id", Kind::Identifier)
                .required()
                .description("API identifier of the message variation."),
            Parameter::query("includes_link_id", Kind::Text)
                .description("Return only the link with this identifier."),
        ])
        .items(Items::new(
            "link_data",
            &["link_URL", "link_id", "link_alias", "content_block_path_info"],
        ))
        .exchanges(&[Exchange::new(
            "links",
            "/campaigns/url_info/details?campaign_id=7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b03\
                 &message_variation_id=7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0a\
                 &includes_link_id=abc123def456",
            200,
            r#"{
  "channel": "email",
  "name": "Variant 1",
  "link_data": [
    {
      "link_URL": "https://shop.example.com?lid=abc123def456",
      "link_id": "abc123def456",
      "content_block_path_info": [],
      "link_alias": "footer_link"
    }
  ],
  "message": "success"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let campaign_id = r.required("campaign_id");
        let message_variation_id = r.required("message_variation_id");
        let includes_link_id = r.optional("includes_link_id");
        Some(Self {
            campaign_id: campaign_id?,
            message_variation_id: message_variation_id?,
            includes_link_id,
        })
    }

    fn write(output: &UrlInfo) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`UrlInfoRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct UrlInfo {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// A channel of messages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Name of the message variation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The links of the message.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub link_data: Vec<MessageLink>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl UrlInfo {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            channel: None,
            name: None,
            link_data: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for UrlInfo {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "channel" => field.scalar(&mut self.channel, &mut self.extra),
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "link_data" => field.value(&mut self.link_data),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for UrlInfo {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for UrlInfo {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.channel.scrub(secret);
        self.name.scrub(secret);
        self.link_data.scrub(secret);
        self.extra.scrub(secret);
    }
}
