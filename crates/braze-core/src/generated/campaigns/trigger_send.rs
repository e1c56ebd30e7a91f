// Written from spec/paths/campaigns/trigger_send.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /campaigns/trigger/send`: Send an API-triggered campaign now.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Attachment, Audience, DecodeError, Dispatch, Effect, Endpoint, Message, Meta, PartialErrors,
    Pool, Replay, RequestWriter, TriggerRecipient, Violations, reply, wire,
};

/// Sends an API-triggered campaign to users, or with `broadcast` to an audience. A success says
/// that the request was accepted, not that a message arrived. If one address is named twice, the
/// last entry counts.
///
/// `POST /campaigns/trigger/send`, permission `campaigns.trigger.send`, counted in
/// [`Pool::SEND_BROADCASTS`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TriggerSendRequest {
    /// The campaign and the users.
    pub body: TriggerSendBody,
}

impl TriggerSendRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: TriggerSendBody) -> Self {
        Self { body }
    }
}

impl Endpoint for TriggerSendRequest {
    type Output = Dispatch;

    const META: Meta = Meta::new("campaigns.trigger_send", Method::POST, "/campaigns/trigger/send")
        .permission("campaigns.trigger.send")
        .replay(Replay::Unsafe)
        .effect(Effect::Sends)
        .max_body(4_000_000)
        .pool(&Pool::SEND_BROADCASTS);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/campaigns/trigger/send");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Dispatch, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Dispatch) -> Option<&Message> {
        output.message.as_ref()
    }

    fn partial_errors(output: &Dispatch) -> Option<&PartialErrors> {
        Some(&output.errors)
    }

    fn pool(&self) -> &'static Pool {
        if self.body.broadcast == Some(true) { &Pool::SEND_BROADCASTS } else { &Pool::DEFAULT }
    }

    fn identifiers(&self) -> Option<Vec<(&'static str, String)>> {
        Some(wire::named(&[
            ("campaign_id", Some(&*self.body.campaign_id)),
            ("send_id", self.body.send_id.as_deref()),
        ]))
    }
}

#[cfg(feature = "operation")]
impl Operation for TriggerSendRequest {
    const DESCRIPTION: Description = Description::new("Send an API-triggered campaign now")
        .description(
            "Sends an API-triggered campaign to users, or with `broadcast` to an audience. A \
             success says that the request was accepted, not that a message arrived. If one \
             address is named twice, the last entry counts.",
        )
        .command(&["campaigns", "trigger-send"])
        .with_body()
        .body_fields(&[
            Parameter::body("campaign_id", Kind::Identifier)
                .required()
                .description("API identifier of the campaign."),
            Parameter::body("send_id", Kind::Text)
                .description("Identifier of the send, for its statistics: ASCII."),
            Parameter::body("broadcast", Kind::Boolean).description(
                "`true` to send to everybody who is in the segment or the audience. Never \
                     together with named users.",
            ),
        ])
        .exchanges(&[Exchange::new(
            "one",
            "/campaigns/trigger/send",
            201,
            r#"{
  "dispatch_id": "9b1e1d2e3f4a5b6c7d8e9f0a1b2c3d4e",
  "message": "success"
}"#,
        )
        .body(
            r#"{
  "campaign_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
  "recipients": [
    {"external_user_id": "u-17", "trigger_properties": {"gate": "B4"}}
  ]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &Dispatch) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &Dispatch) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TriggerSendBody {
    /// API identifier of the campaign.
    pub campaign_id: String,
    /// Identifier of the send, for its statistics: ASCII. From 1 to 64 characters.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub send_id: Option<String>,
    /// `true` to send to everybody who is in the segment or the audience. Never together with named
    /// users.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub broadcast: Option<bool>,
    /// A connected audience: a filter, or filters that are joined by `AND` or `OR`. A filter is an
    /// object with one of `custom_attribute`, `push_subscription_status`,
    /// `email_subscription_status` and `last_used_app`.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub audience: Option<Audience>,
    /// The users. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<TriggerRecipient>,
    /// Values for the messages, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub trigger_properties: BTreeMap<String, Value>,
    /// Files for emails.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

impl TriggerSendBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(campaign_id: impl Into<String>) -> Self {
        Self {
            campaign_id: campaign_id.into(),
            send_id: None,
            broadcast: None,
            audience: None,
            recipients: Vec::new(),
            trigger_properties: BTreeMap::new(),
            attachments: Vec::new(),
        }
    }

    /// Greatest number of items of `recipients`.
    pub const MAX_RECIPIENTS: usize = 50;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("campaign_id", &self.campaign_id);
        if let Some(value) = &self.send_id {
            v.text("send_id", value);
            v.length("send_id", value.chars().count(), "characters", None, Some(64));
            v.characters("send_id", value, &[' '..='~'], " -~");
        }
        if let Some(value) = &self.audience {
            value.check("audience", v);
        }
        if !self.recipients.is_empty() {
            v.length("recipients", self.recipients.len(), "items", None, Some(50));
            v.each("recipients", &self.recipients, TriggerRecipient::validate);
        }
        if !self.trigger_properties.is_empty() {
            v.json_size("trigger_properties", &self.trigger_properties, 50000);
        }
        v.each("attachments", &self.attachments, Attachment::validate);
        if self.broadcast == Some(true) {
            v.forbidden_by(
                "`broadcast: true`",
                &[
                    ("recipients", !self.recipients.is_empty()),
                    ("attachments", !self.attachments.is_empty()),
                ],
            );
        }
        if self.broadcast != Some(true) {
            v.at_least_one_by("`broadcast: false`", &[("recipients", !self.recipients.is_empty())]);
        }
    }

    /// Sets `send_id`. Identifier of the send, for its statistics: ASCII. From 1 to 64 characters.
    #[must_use]
    pub fn send_id(mut self, send_id: impl Into<String>) -> Self {
        self.send_id = Some(send_id.into());
        self
    }

    /// Sets `broadcast`. `true` to send to everybody who is in the segment or the audience. Never
    /// together with named users.
    #[must_use]
    pub fn broadcast(mut self, broadcast: bool) -> Self {
        self.broadcast = Some(broadcast);
        self
    }

    /// Sets `audience`. A connected audience: a filter, or filters that are joined by `AND` or
    /// `OR`. A filter is an object with one of `custom_attribute`, `push_subscription_status`,
    /// `email_subscription_status` and `last_used_app`.
    #[must_use]
    pub fn audience(mut self, audience: impl Into<Audience>) -> Self {
        self.audience = Some(audience.into());
        self
    }

    /// Sets `recipients`. The users. At most 50 items.
    #[must_use]
    pub fn recipients(mut self, recipients: impl IntoIterator<Item = TriggerRecipient>) -> Self {
        self.recipients = recipients.into_iter().collect();
        self
    }

    /// Sets `trigger_properties`. Values for the messages, by name.
    #[must_use]
    pub fn trigger_properties(mut self, trigger_properties: BTreeMap<String, Value>) -> Self {
        self.trigger_properties = trigger_properties;
        self
    }

    /// Sets `attachments`. Files for emails.
    #[must_use]
    pub fn attachments(mut self, attachments: impl IntoIterator<Item = Attachment>) -> Self {
        self.attachments = attachments.into_iter().collect();
        self
    }
}
