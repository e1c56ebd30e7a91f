// Written from spec/paths/campaigns/trigger_schedule_update.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /campaigns/trigger/schedule/update`: Change the schedule of an API-triggered campaign.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, DecodeError, Endpoint, Message, Meta, PartialErrors, Pool, Replay,
    RequestWriter, Schedule, Violations, reply,
};

/// Replaces the time of a schedule as a whole. Shortly before the time it may come too late.
///
/// `POST /campaigns/trigger/schedule/update`, permission `campaigns.trigger.schedule.update`,
/// counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TriggerScheduleUpdateRequest {
    /// The schedule.
    pub body: TriggerScheduleUpdateBody,
}

impl TriggerScheduleUpdateRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: TriggerScheduleUpdateBody) -> Self {
        Self { body }
    }
}

impl Endpoint for TriggerScheduleUpdateRequest {
    type Output = Acknowledgement;

    const META: Meta = Meta::new(
        "campaigns.trigger_schedule_update",
        Method::POST,
        "/campaigns/trigger/schedule/update",
    )
    .permission("campaigns.trigger.schedule.update")
    .replay(Replay::Idempotent)
    .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/campaigns/trigger/schedule/update");
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
impl Operation for TriggerScheduleUpdateRequest {
    const DESCRIPTION: Description = Description::new(
        "Change the schedule of an API-triggered campaign",
    )
    .description(
        "Replaces the time of a schedule as a whole. Shortly before the time it may come too \
             late.",
    )
    .command(&["campaigns", "trigger-schedule-update"])
    .with_body()
    .body_fields(&[
        Parameter::body("campaign_id", Kind::Identifier)
            .required()
            .description("API identifier of the campaign."),
        Parameter::body("schedule_id", Kind::Identifier)
            .required()
            .description("Identifier of the schedule."),
    ])
    .exchanges(&[Exchange::new(
        "local",
        "/campaigns/trigger/schedule/update",
        201,
        r#"{"message": "success"}"#,
    )
    .body(
        r#"{
  "campaign_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
  "schedule_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b02",
  "schedule": {"time": "2026-06-01T10:00:00", "in_local_time": true}
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
pub struct TriggerScheduleUpdateBody {
    /// API identifier of the campaign.
    pub campaign_id: String,
    /// Identifier of the schedule.
    pub schedule_id: String,
    /// The time of messages.
    pub schedule: Schedule,
}

impl TriggerScheduleUpdateBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        campaign_id: impl Into<String>,
        schedule_id: impl Into<String>,
        schedule: Schedule,
    ) -> Self {
        Self { campaign_id: campaign_id.into(), schedule_id: schedule_id.into(), schedule }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("campaign_id", &self.campaign_id);
        v.identifier("schedule_id", &self.schedule_id);
        v.within("schedule", |v| self.schedule.validate(v));
    }
}
