// Written from spec/paths/messages/schedule_delete.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /messages/schedule/delete`: Delete scheduled messages.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, DecodeError, Effect, Endpoint, Message, Meta, PartialErrors, Pool, Replay,
    RequestWriter, Violations, reply,
};

/// Deletes a schedule, so that its messages are not sent. Shortly before the time it may come too
/// late.
///
/// `POST /messages/schedule/delete`, permission `messages.schedule.delete`, counted in
/// [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ScheduleDeleteRequest {
    /// The schedule.
    pub body: ScheduleDeleteBody,
}

impl ScheduleDeleteRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: ScheduleDeleteBody) -> Self {
        Self { body }
    }
}

impl Endpoint for ScheduleDeleteRequest {
    type Output = Acknowledgement;

    const META: Meta =
        Meta::new("messages.schedule_delete", Method::POST, "/messages/schedule/delete")
            .permission("messages.schedule.delete")
            .replay(Replay::Unsafe)
            .effect(Effect::Deletes)
            .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/messages/schedule/delete");
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
impl Operation for ScheduleDeleteRequest {
    const DESCRIPTION: Description = Description::new("Delete scheduled messages")
        .description(
            "Deletes a schedule, so that its messages are not sent. Shortly before the time it may \
             come too late.",
        )
        .command(&["messages", "schedule-delete"])
        .with_body()
        .body_fields(&[Parameter::body("schedule_id", Kind::Identifier)
            .required()
            .description("Identifier of the schedule.")])
        .exchanges(&[Exchange::new(
            "one",
            "/messages/schedule/delete",
            201,
            r#"{"message": "success"}"#,
        )
        .body(r#"{"schedule_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01"}"#)]);

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
pub struct ScheduleDeleteBody {
    /// Identifier of the schedule.
    pub schedule_id: String,
}

impl ScheduleDeleteBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(schedule_id: impl Into<String>) -> Self {
        Self { schedule_id: schedule_id.into() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("schedule_id", &self.schedule_id);
    }
}
