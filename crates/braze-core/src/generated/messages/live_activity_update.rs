// Written from spec/paths/messages/live_activity_update.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /messages/live_activity/update`: Update or end a Live Activity.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, ApplePush, DecodeError, Effect, Endpoint, Message, Meta, PartialErrors, Pool,
    Replay, RequestWriter, Timestamp, Violations, reply, wire,
};

/// Updates a Live Activity, or ends it. With `notification` it alerts the users, each time that it
/// is sent.
///
/// `POST /messages/live_activity/update`, permission `messages.live_activity.update`, counted in
/// [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LiveActivityUpdateRequest {
    /// The activity.
    pub body: LiveActivityUpdateBody,
}

impl LiveActivityUpdateRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: LiveActivityUpdateBody) -> Self {
        Self { body }
    }
}

impl Endpoint for LiveActivityUpdateRequest {
    type Output = Acknowledgement;

    const META: Meta =
        Meta::new("messages.live_activity_update", Method::POST, "/messages/live_activity/update")
            .permission("messages.live_activity.update")
            .replay(Replay::Idempotent)
            .effect(Effect::Sends)
            .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/messages/live_activity/update");
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

    fn replay(&self) -> Replay {
        if self.body.notification.is_some() {
            return Replay::Unsafe;
        }
        Replay::Idempotent
    }

    fn identifiers(&self) -> Option<Vec<(&'static str, String)>> {
        Some(wire::named(&[
            ("app_id", Some(&*self.body.app_id)),
            ("activity_id", Some(&*self.body.activity_id)),
        ]))
    }
}

#[cfg(feature = "operation")]
impl Operation for LiveActivityUpdateRequest {
    const DESCRIPTION: Description = Description::new("Update or end a Live Activity")
        .description(
            "Updates a Live Activity, or ends it. With `notification` it alerts the users, each \
             time that it is sent.",
        )
        .command(&["messages", "live-activity-update"])
        .with_body()
        .body_fields(&[
            Parameter::body("app_id", Kind::Identifier)
                .required()
                .description("API identifier of the app."),
            Parameter::body("activity_id", Kind::Text)
                .required()
                .description("Identifier of the activity."),
            Parameter::body("end_activity", Kind::Boolean)
                .description("`true` to end the activity."),
            Parameter::body("dismissal_date", Kind::DateTime).description(
                "Time at which an ended activity is removed; at once if it has passed.",
            ),
            Parameter::body("stale_date", Kind::DateTime)
                .description("Time from which the content is out of date."),
        ])
        .exchanges(&[Exchange::new(
            "one",
            "/messages/live_activity/update",
            201,
            r#"{"message": "success"}"#,
        )
        .body(
            r#"{
  "app_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
  "activity_id": "ferry-1",
  "content_state": {"eta": 2},
  "end_activity": false
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
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct LiveActivityUpdateBody {
    /// API identifier of the app.
    pub app_id: String,
    /// Identifier of the activity. At least 1 character.
    pub activity_id: String,
    /// The new values.
    pub content_state: BTreeMap<String, Value>,
    /// `true` to end the activity.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub end_activity: Option<bool>,
    /// Time at which an ended activity is removed; at once if it has passed.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub dismissal_date: Option<Timestamp>,
    /// Time from which the content is out of date.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub stale_date: Option<Timestamp>,
    /// A push message to Apple devices, which alerts the user.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub notification: Option<ApplePush>,
}

impl LiveActivityUpdateBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        app_id: impl Into<String>,
        activity_id: impl Into<String>,
        content_state: BTreeMap<String, Value>,
    ) -> Self {
        Self {
            app_id: app_id.into(),
            activity_id: activity_id.into(),
            content_state,
            end_activity: None,
            dismissal_date: None,
            stale_date: None,
            notification: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("app_id", &self.app_id);
        v.text("activity_id", &self.activity_id);
        if let Some(value) = self.dismissal_date {
            v.timestamp("dismissal_date", value);
        }
        if let Some(value) = self.stale_date {
            v.timestamp("stale_date", value);
        }
        if let Some(value) = &self.notification {
            v.within("notification", |v| value.validate(v));
        }
    }

    /// Sets `end_activity`. `true` to end the activity.
    #[must_use]
    pub fn end_activity(mut self, end_activity: bool) -> Self {
        self.end_activity = Some(end_activity);
        self
    }

    /// Sets `dismissal_date`. Time at which an ended activity is removed; at once if it has passed.
    #[must_use]
    pub fn dismissal_date(mut self, dismissal_date: impl Into<Timestamp>) -> Self {
        self.dismissal_date = Some(dismissal_date.into());
        self
    }

    /// Sets `stale_date`. Time from which the content is out of date.
    #[must_use]
    pub fn stale_date(mut self, stale_date: impl Into<Timestamp>) -> Self {
        self.stale_date = Some(stale_date.into());
        self
    }

    /// Sets `notification`. A push message to Apple devices, which alerts the user.
    #[must_use]
    pub fn notification(mut self, notification: ApplePush) -> Self {
        self.notification = Some(notification);
        self
    }
}
