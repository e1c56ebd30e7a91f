// Written from spec/paths/canvas/trigger_send.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /canvas/trigger/send`: Start an API-triggered Canvas now.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Audience, CanvasRecipient, DecodeError, Dispatch, Effect, Endpoint, Message, Meta,
    PartialErrors, Pool, Replay, RequestWriter, Violations, reply, wire,
};

/// Lets users enter an API-triggered Canvas, or with `broadcast` an audience. A success says that
/// the request was accepted; if the Canvas is paused or archived, nothing is sent, and `notice`
/// says so.
///
/// `POST /canvas/trigger/send`, permission `canvas.trigger.send`, counted in
/// [`Pool::SEND_BROADCASTS`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TriggerSendRequest {
    /// The Canvas and the users.
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

    const META: Meta = Meta::new("canvas.trigger_send", Method::POST, "/canvas/trigger/send")
        .permission("canvas.trigger.send")
        .replay(Replay::Unsafe)
        .effect(Effect::Sends)
        .max_body(4_000_000)
        .pool(&Pool::SEND_BROADCASTS);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/canvas/trigger/send");
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
        Some(wire::named(&[("canvas_id", Some(&*self.body.canvas_id))]))
    }
}

#[cfg(feature = "operation")]
impl Operation for TriggerSendRequest {
    const DESCRIPTION: Description = Description::new("Start an API-triggered Canvas now")
        .description(
            "Lets users enter an API-triggered Canvas, or with `broadcast` an audience. A success \
             says that the request was accepted; if the Canvas is paused or archived, nothing is \
             sent, and `notice` says so.",
        )
        .command(&["canvas", "trigger-send"])
        .with_body()
        .body_fields(&[
            Parameter::body("canvas_id", Kind::Identifier)
                .required()
                .description("API identifier of the Canvas."),
            Parameter::body("broadcast", Kind::Boolean).description(
                "`true` to send to everybody who is in the segment or the audience. Never \
                     together with named users.",
            ),
        ])
        .exchanges(&[Exchange::new(
            "one",
            "/canvas/trigger/send",
            201,
            r#"{
  "dispatch_id": "77ac1d2e3f4a5b6c7d8e9f0a1b2c3d4e",
  "message": "success"
}"#,
        )
        .body(
            r#"{
  "canvas_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
  "context": {"gate": "B4"},
  "recipients": [
    {"external_user_id": "u-17"}
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
    /// API identifier of the Canvas.
    pub canvas_id: String,
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
    pub recipients: Vec<CanvasRecipient>,
    /// Values for the Canvas, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub context: BTreeMap<String, Value>,
    /// Former name of `context`. The vendor advises against its use.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub canvas_entry_properties: BTreeMap<String, Value>,
}

impl TriggerSendBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(canvas_id: impl Into<String>) -> Self {
        Self {
            canvas_id: canvas_id.into(),
            broadcast: None,
            audience: None,
            recipients: Vec::new(),
            context: BTreeMap::new(),
            canvas_entry_properties: BTreeMap::new(),
        }
    }

    /// Greatest number of items of `recipients`.
    pub const MAX_RECIPIENTS: usize = 50;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("canvas_id", &self.canvas_id);
        if let Some(value) = &self.audience {
            value.check("audience", v);
        }
        if !self.recipients.is_empty() {
            v.length("recipients", self.recipients.len(), "items", None, Some(50));
            v.each("recipients", &self.recipients, CanvasRecipient::validate);
        }
        if !self.context.is_empty() {
            v.json_size("context", &self.context, 50000);
        }
        if !self.canvas_entry_properties.is_empty() {
            v.json_size("canvas_entry_properties", &self.canvas_entry_properties, 50000);
        }
        if self.broadcast == Some(true) {
            v.forbidden_by("`broadcast: true`", &[("recipients", !self.recipients.is_empty())]);
        }
        if self.broadcast != Some(true) {
            v.at_least_one_by("`broadcast: false`", &[("recipients", !self.recipients.is_empty())]);
        }
        v.at_most_one(&[
            ("context", !self.context.is_empty()),
            ("canvas_entry_properties", !self.canvas_entry_properties.is_empty()),
        ]);
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
    pub fn recipients(mut self, recipients: impl IntoIterator<Item = CanvasRecipient>) -> Self {
        self.recipients = recipients.into_iter().collect();
        self
    }

    /// Sets `context`. Values for the Canvas, by name.
    #[must_use]
    pub fn context(mut self, context: BTreeMap<String, Value>) -> Self {
        self.context = context;
        self
    }

    /// Sets `canvas_entry_properties`. Former name of `context`. The vendor advises against its
    /// use.
    #[must_use]
    pub fn canvas_entry_properties(
        mut self,
        canvas_entry_properties: BTreeMap<String, Value>,
    ) -> Self {
        self.canvas_entry_properties = canvas_entry_properties;
        self
    }
}
