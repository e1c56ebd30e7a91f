// Written from spec/paths/messages/live_activity_start.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /messages/live_activity/start`: Start a Live Activity.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, ApplePush, Audience, DecodeError, Effect, Endpoint, Message, Meta,
    PartialErrors, Pool, Replay, RequestWriter, Timestamp, Violations, reply, wire,
};

/// Starts a Live Activity on devices, with a push message. The reply names nothing: `activity_id`
/// is your own choice.
///
/// `POST /messages/live_activity/start`, permission `messages.live_activity.start`, counted in
/// [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LiveActivityStartRequest {
    /// The activity and the users.
    pub body: LiveActivityStartBody,
}

impl LiveActivityStartRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: LiveActivityStartBody) -> Self {
        Self { body }
    }
}

impl Endpoint for LiveActivityStartRequest {
    type Output = Acknowledgement;

    const META: Meta =
        Meta::new("messages.live_activity_start", Method::POST, "/messages/live_activity/start")
            .permission("messages.live_activity.start")
            .replay(Replay::Unsafe)
            .effect(Effect::Sends)
            .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/messages/live_activity/start");
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

    fn identifiers(&self) -> Option<Vec<(&'static str, String)>> {
        Some(wire::named(&[
            ("app_id", Some(&*self.body.app_id)),
            ("activity_id", Some(&*self.body.activity_id)),
            ("segment_id", self.body.segment_id.as_deref()),
        ]))
    }
}

#[cfg(feature = "operation")]
impl Operation for LiveActivityStartRequest {
    const DESCRIPTION: Description = Description::new("Start a Live Activity")
        .description(
            "Starts a Live Activity on devices, with a push message. The reply names nothing: \
             `activity_id` is your own choice.",
        )
        .command(&["messages", "live-activity-start"])
        .with_body()
        .body_fields(&[
            Parameter::body("app_id", Kind::Identifier)
                .required()
                .description("API identifier of the app."),
            Parameter::body("activity_id", Kind::Text)
                .required()
                .description("Identifier of the activity, for updates."),
            Parameter::body("activity_attributes_type", Kind::Text)
                .required()
                .description("Type of the attributes in the app."),
            Parameter::body("stale_date", Kind::DateTime)
                .description("Time from which the content is out of date."),
            Parameter::body("external_user_ids", Kind::List(&Kind::Text))
                .description("External identifiers of users."),
            Parameter::body("segment_id", Kind::Identifier)
                .description("API identifier of a segment."),
        ])
        .exchanges(&[Exchange::new(
            "one",
            "/messages/live_activity/start",
            201,
            r#"{"message": "success"}"#,
        )
        .body(
            r#"{
  "app_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
  "activity_id": "ferry-1",
  "activity_attributes_type": "FerryTrip",
  "activity_attributes": {"line": "4"},
  "content_state": {"eta": 9},
  "notification": {
    "alert": {"title": "Ferry 4", "body": "Boarding"}
  },
  "external_user_ids": ["u-17"]
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
pub struct LiveActivityStartBody {
    /// API identifier of the app.
    pub app_id: String,
    /// Identifier of the activity, for updates. At least 1 character.
    pub activity_id: String,
    /// Type of the attributes in the app. At least 1 character.
    pub activity_attributes_type: String,
    /// Attributes that stay the same.
    pub activity_attributes: BTreeMap<String, Value>,
    /// Values that updates change.
    pub content_state: BTreeMap<String, Value>,
    /// A push message to Apple devices, which alerts the user.
    pub notification: ApplePush,
    /// Time from which the content is out of date.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub stale_date: Option<Timestamp>,
    /// External identifiers of users. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_user_ids: Vec<String>,
    /// API identifier of a segment.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub segment_id: Option<String>,
    /// A connected audience: a filter, or filters that are joined by `AND` or `OR`. A filter is an
    /// object with one of `custom_attribute`, `push_subscription_status`,
    /// `email_subscription_status` and `last_used_app`.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub custom_audience: Option<Audience>,
}

impl LiveActivityStartBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        app_id: impl Into<String>,
        activity_id: impl Into<String>,
        activity_attributes_type: impl Into<String>,
        activity_attributes: BTreeMap<String, Value>,
        content_state: BTreeMap<String, Value>,
        notification: ApplePush,
    ) -> Self {
        Self {
            app_id: app_id.into(),
            activity_id: activity_id.into(),
            activity_attributes_type: activity_attributes_type.into(),
            activity_attributes,
            content_state,
            notification,
            stale_date: None,
            external_user_ids: Vec::new(),
            segment_id: None,
            custom_audience: None,
        }
    }

    /// Greatest number of items of `external_user_ids`.
    pub const MAX_EXTERNAL_USER_IDS: usize = 50;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("app_id", &self.app_id);
        v.text("activity_id", &self.activity_id);
        v.text("activity_attributes_type", &self.activity_attributes_type);
        v.within("notification", |v| self.notification.validate(v));
        if let Some(value) = self.stale_date {
            v.timestamp("stale_date", value);
        }
        if !self.external_user_ids.is_empty() {
            v.length("external_user_ids", self.external_user_ids.len(), "items", None, Some(50));
            for value in &self.external_user_ids {
                v.text("external_user_ids", value);
            }
        }
        if let Some(value) = &self.segment_id {
            v.identifier("segment_id", value);
        }
        if let Some(value) = &self.custom_audience {
            value.check("custom_audience", v);
        }
        v.at_least_one(&[
            ("external_user_ids", !self.external_user_ids.is_empty()),
            ("segment_id", self.segment_id.is_some()),
            ("custom_audience", self.custom_audience.is_some()),
        ]);
        v.at_most_one(&[
            ("external_user_ids", !self.external_user_ids.is_empty()),
            ("segment_id", self.segment_id.is_some()),
            ("custom_audience", self.custom_audience.is_some()),
        ]);
    }

    /// Sets `stale_date`. Time from which the content is out of date.
    #[must_use]
    pub fn stale_date(mut self, stale_date: impl Into<Timestamp>) -> Self {
        self.stale_date = Some(stale_date.into());
        self
    }

    /// Sets `external_user_ids`. External identifiers of users. At most 50 items.
    #[must_use]
    pub fn external_user_ids(
        mut self,
        external_user_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.external_user_ids = external_user_ids.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `segment_id`. API identifier of a segment.
    #[must_use]
    pub fn segment_id(mut self, segment_id: impl Into<String>) -> Self {
        self.segment_id = Some(segment_id.into());
        self
    }

    /// Sets `custom_audience`. A connected audience: a filter, or filters that are joined by `AND`
    /// or `OR`. A filter is an object with one of `custom_attribute`, `push_subscription_status`,
    /// `email_subscription_status` and `last_used_app`.
    #[must_use]
    pub fn custom_audience(mut self, custom_audience: impl Into<Audience>) -> Self {
        self.custom_audience = Some(custom_audience.into());
        self
    }
}
