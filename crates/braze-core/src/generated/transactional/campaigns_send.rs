// Written from spec/paths/transactional/campaigns_send.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /transactional/v1/campaigns/{campaign_id}/send`: Send a transactional email.

use http::Method;
use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    AttributeValue, DecodeError, Effect, Endpoint, Message, Meta, Pool, Replay, RequestWriter,
    Scrub, Secret, UserAlias, Violations, reply, wire,
};

/// Sends a transactional email to one user at once. With `external_send_id`, a second request with
/// the same one within 24 hours sends nothing, so that the request can be repeated.
///
/// `POST /transactional/v1/campaigns/{campaign_id}/send`, permission `transactional.send`, counted
/// in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CampaignsSendRequest {
    /// API identifier of the transactional campaign.
    pub campaign_id: String,
    /// The user and the values.
    pub body: CampaignsSendBody,
}

impl CampaignsSendRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(campaign_id: impl Into<String>, body: CampaignsSendBody) -> Self {
        Self { campaign_id: campaign_id.into(), body }
    }
}

impl Endpoint for CampaignsSendRequest {
    type Output = CampaignsSend;

    const META: Meta = Meta::new(
        "transactional.campaigns_send",
        Method::POST,
        "/transactional/v1/campaigns/{campaign_id}/send",
    )
    .permission("transactional.send")
    .replay(Replay::Unsafe)
    .effect(Effect::Sends)
    .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        v.identifier("campaign_id", &self.campaign_id);
        v.segment("campaign_id", &self.campaign_id);
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/transactional/v1/campaigns/");
        w.path_value(&self.campaign_id);
        w.path("/send");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<CampaignsSend, DecodeError> {
        reply::json(body)
    }

    fn message(output: &CampaignsSend) -> Option<&Message> {
        output.message.as_ref()
    }

    fn replay(&self) -> Replay {
        if self.body.external_send_id.is_some() {
            return Replay::Idempotent;
        }
        Replay::Unsafe
    }

    fn identifiers(&self) -> Option<Vec<(&'static str, String)>> {
        Some(wire::named(&[
            ("campaign_id", Some(&*self.campaign_id)),
            ("external_send_id", self.body.external_send_id.as_deref()),
        ]))
    }
}

#[cfg(feature = "operation")]
impl Operation for CampaignsSendRequest {
    const DESCRIPTION: Description = Description::new("Send a transactional email")
        .description(
            "Sends a transactional email to one user at once. With `external_send_id`, a second \
             request with the same one within 24 hours sends nothing, so that the request can be \
             repeated.",
        )
        .command(&["transactional", "campaigns-send"])
        .parameters(&[Parameter::path("campaign_id", Kind::Identifier)
            .description("API identifier of the transactional campaign.")])
        .with_body()
        .body_fields(&[Parameter::body("external_send_id", Kind::Text)
            .description("Identifier of your own that makes the send unique for 24 hours.")])
        .exchanges(&[Exchange::new(
            "order",
            "/transactional/v1/campaigns/7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01/send",
            201,
            r#"{
  "dispatch_id": "5d201d2e3f4a5b6c7d8e9f0a1b2c3d4e",
  "status": "sent",
  "metadata": {
    "external_send_id": "order-5512",
    "campaign_api_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
    "received_at": "2026-05-02T08:00:00.000+00:00"
  }
}"#,
        )
        .body(
            r#"{
  "external_send_id": "order-5512",
  "trigger_properties": {"total": 12},
  "recipient": {"external_user_id": "u-17"}
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let campaign_id = r.required("campaign_id");
        let body = r.json();
        Some(Self { campaign_id: campaign_id?, body: body? })
    }

    fn write(output: &CampaignsSend) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &CampaignsSend) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CampaignsSendBody {
    /// Identifier of your own that makes the send unique for 24 hours. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub external_send_id: Option<String>,
    /// Values for the email, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub trigger_properties: BTreeMap<String, Value>,
    /// The user.
    pub recipient: TransactionalRecipient,
}

impl CampaignsSendBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(recipient: TransactionalRecipient) -> Self {
        Self { external_send_id: None, trigger_properties: BTreeMap::new(), recipient }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.external_send_id {
            v.text("external_send_id", value);
            v.characters(
                "external_send_id",
                value,
                &[
                    'a'..='z',
                    'A'..='Z',
                    '0'..='9',
                    '-'..='-',
                    '_'..='_',
                    '+'..='+',
                    '/'..='/',
                    '='..='=',
                ],
                "a-zA-Z0-9\\-_+/=",
            );
        }
        if !self.trigger_properties.is_empty() {
            v.json_size("trigger_properties", &self.trigger_properties, 50000);
        }
        v.within("recipient", |v| self.recipient.validate(v));
    }

    /// Sets `external_send_id`. Identifier of your own that makes the send unique for 24 hours. At
    /// least 1 character.
    #[must_use]
    pub fn external_send_id(mut self, external_send_id: impl Into<String>) -> Self {
        self.external_send_id = Some(external_send_id.into());
        self
    }

    /// Sets `trigger_properties`. Values for the email, by name.
    #[must_use]
    pub fn trigger_properties(mut self, trigger_properties: BTreeMap<String, Value>) -> Self {
        self.trigger_properties = trigger_properties;
        self
    }
}

/// The user.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TransactionalRecipient {
    /// External identifier of the user. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub external_user_id: Option<String>,
    /// An alias: another name of a user, unique together with its label.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub user_alias: Option<UserAlias>,
    /// Attributes to set before the send, by name. With an unknown external identifier they make a
    /// user.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, AttributeValue>,
}

impl TransactionalRecipient {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { external_user_id: None, user_alias: None, attributes: BTreeMap::new() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.external_user_id {
            v.text("external_user_id", value);
        }
        if let Some(value) = &self.user_alias {
            v.within("user_alias", |v| value.validate(v));
        }
        v.each_named("attributes", &self.attributes, |it, at, v| {
            it.check(at, v);
        });
        v.at_least_one(&[
            ("external_user_id", self.external_user_id.is_some()),
            ("user_alias", self.user_alias.is_some()),
        ]);
        v.at_most_one(&[
            ("external_user_id", self.external_user_id.is_some()),
            ("user_alias", self.user_alias.is_some()),
        ]);
    }

    /// Sets `external_user_id`. External identifier of the user. At least 1 character.
    #[must_use]
    pub fn external_user_id(mut self, external_user_id: impl Into<String>) -> Self {
        self.external_user_id = Some(external_user_id.into());
        self
    }

    /// Sets `user_alias`. An alias: another name of a user, unique together with its label.
    #[must_use]
    pub fn user_alias(mut self, user_alias: UserAlias) -> Self {
        self.user_alias = Some(user_alias);
        self
    }

    /// Sets `attributes`. Attributes to set before the send, by name. With an unknown external
    /// identifier they make a user.
    #[must_use]
    pub fn attributes(mut self, attributes: BTreeMap<String, AttributeValue>) -> Self {
        self.attributes = attributes;
        self
    }
}

/// Reply of [`CampaignsSendRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct CampaignsSend {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// Identifier of the send.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dispatch_id: Option<String>,
    /// Status of the email, such as `sent`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Identifiers and times of the send.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub metadata: BTreeMap<String, Value>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl CampaignsSend {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            dispatch_id: None,
            status: None,
            metadata: BTreeMap::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for CampaignsSend {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "dispatch_id" => field.scalar(&mut self.dispatch_id, &mut self.extra),
            "status" => field.scalar(&mut self.status, &mut self.extra),
            "metadata" => field.value(&mut self.metadata),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for CampaignsSend {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for CampaignsSend {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.dispatch_id.scrub(secret);
        self.status.scrub(secret);
        self.metadata.scrub(secret);
        self.extra.scrub(secret);
    }
}
