// Written from spec/paths/campaigns/trigger_schedule_create.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /campaigns/trigger/schedule/create`: Schedule an API-triggered campaign.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Audience, DecodeError, Dispatch, Effect, Endpoint, Message, Meta, PartialErrors, Pool, Replay,
    RequestWriter, Schedule, TriggerRecipient, Violations, reply, wire,
};

/// Schedules an API-triggered campaign for users, or with `broadcast` for an audience. Every
/// success is a schedule of its own, so a second one sends the messages twice.
///
/// `POST /campaigns/trigger/schedule/create`, permission `campaigns.trigger.schedule.create`,
/// counted in [`Pool::SEND_BROADCASTS`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TriggerScheduleCreateRequest {
    /// The users and the time.
    pub body: TriggerScheduleCreateBody,
}

impl TriggerScheduleCreateRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: TriggerScheduleCreateBody) -> Self {
        Self { body }
    }
}

impl Endpoint for TriggerScheduleCreateRequest {
    type Output = Dispatch;

    const META: Meta = Meta::new(
        "campaigns.trigger_schedule_create",
        Method::POST,
        "/campaigns/trigger/schedule/create",
    )
    .permission("campaigns.trigger.schedule.create")
    .replay(Replay::Unsafe)
    .effect(Effect::Sends)
    .max_body(4_000_000)
    .pool(&Pool::SEND_BROADCASTS);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/campaigns/trigger/schedule/create");
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
impl Operation for TriggerScheduleCreateRequest {
    const DESCRIPTION: Description = Description::new("Schedule an API-triggered campaign")
        .description(
            "Schedules an API-triggered campaign for users, or with `broadcast` for an audience. \
             Every success is a schedule of its own, so a second one sends the messages twice.",
        )
        .command(&["campaigns", "trigger-schedule-create"])
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
            "/campaigns/trigger/schedule/create",
            201,
            r#"{
  "dispatch_id": "3c4d1d2e3f4a5b6c7d8e9f0a1b2c3d4e",
  "schedule_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b02",
  "message": "success"
}"#,
        )
        .body(
            r#"{
  "campaign_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
  "recipients": [
    {"external_user_id": "u-17"}
  ],
  "schedule": {"time": "2026-06-01T09:00:00Z"}
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
pub struct TriggerScheduleCreateBody {
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
    /// The time of messages.
    pub schedule: Schedule,
}

impl TriggerScheduleCreateBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(campaign_id: impl Into<String>, schedule: Schedule) -> Self {
        Self {
            campaign_id: campaign_id.into(),
            send_id: None,
            broadcast: None,
            audience: None,
            recipients: Vec::new(),
            trigger_properties: BTreeMap::new(),
            schedule,
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
        v.within("schedule", |v| self.schedule.validate(v));
        if self.broadcast == Some(true) {
            v.forbidden_by("`broadcast: true`", &[("recipients", !self.recipients.is_empty())]);
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
}
