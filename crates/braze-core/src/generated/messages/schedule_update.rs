// Written from spec/paths/messages/schedule_update.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /messages/schedule/update`: Change scheduled messages.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, DecodeError, Endpoint, Message, Messages, Meta, PartialErrors, Pool, Replay,
    RequestWriter, Schedule, Violations, reply,
};

/// Replaces the time or the messages of a schedule as a whole. Shortly before the time it may come
/// too late.
///
/// `POST /messages/schedule/update`, permission `messages.schedule.update`, counted in
/// [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ScheduleUpdateRequest {
    /// The schedule.
    pub body: ScheduleUpdateBody,
}

impl ScheduleUpdateRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: ScheduleUpdateBody) -> Self {
        Self { body }
    }
}

impl Endpoint for ScheduleUpdateRequest {
    type Output = Acknowledgement;

    const META: Meta =
        Meta::new("messages.schedule_update", Method::POST, "/messages/schedule/update")
            .permission("messages.schedule.update")
            .replay(Replay::Idempotent)
            .max_body(4_000_000)
            .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/messages/schedule/update");
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
impl Operation for ScheduleUpdateRequest {
    const DESCRIPTION: Description = Description::new("Change scheduled messages")
        .description(
            "Replaces the time or the messages of a schedule as a whole. Shortly before the time \
             it may come too late.",
        )
        .command(&["messages", "schedule-update"])
        .with_body()
        .body_fields(&[Parameter::body("schedule_id", Kind::Identifier)
            .required()
            .description("Identifier of the schedule.")])
        .exchanges(&[Exchange::new(
            "time",
            "/messages/schedule/update",
            201,
            r#"{"message": "success"}"#,
        )
        .body(
            r#"{
  "schedule_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
  "schedule": {"time": "2026-06-01T10:00:00Z"}
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
pub struct ScheduleUpdateBody {
    /// Identifier of the schedule.
    pub schedule_id: String,
    /// The time of messages.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub schedule: Option<Schedule>,
    /// Messages by channel.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub messages: Option<Messages>,
}

impl ScheduleUpdateBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(schedule_id: impl Into<String>) -> Self {
        Self { schedule_id: schedule_id.into(), schedule: None, messages: None }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("schedule_id", &self.schedule_id);
        if let Some(value) = &self.schedule {
            v.within("schedule", |v| value.validate(v));
        }
        if let Some(value) = &self.messages {
            v.within("messages", |v| value.validate(v));
        }
        v.at_least_one(&[
            ("schedule", self.schedule.is_some()),
            ("messages", self.messages.is_some()),
        ]);
    }

    /// Sets `schedule`. The time of messages.
    #[must_use]
    pub fn schedule(mut self, schedule: Schedule) -> Self {
        self.schedule = Some(schedule);
        self
    }

    /// Sets `messages`. Messages by channel.
    #[must_use]
    pub fn messages(mut self, messages: Messages) -> Self {
        self.messages = Some(messages);
        self
    }
}
