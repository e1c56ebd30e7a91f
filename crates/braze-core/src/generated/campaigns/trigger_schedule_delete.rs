// Written from spec/paths/campaigns/trigger_schedule_delete.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /campaigns/trigger/schedule/delete`: Delete the schedule of an API-triggered campaign.

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
/// `POST /campaigns/trigger/schedule/delete`, permission `campaigns.trigger.schedule.delete`,
/// counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TriggerScheduleDeleteRequest {
    /// The schedule.
    pub body: TriggerScheduleDeleteBody,
}

impl TriggerScheduleDeleteRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: TriggerScheduleDeleteBody) -> Self {
        Self { body }
    }
}

impl Endpoint for TriggerScheduleDeleteRequest {
    type Output = Acknowledgement;

    const META: Meta = Meta::new(
        "campaigns.trigger_schedule_delete",
        Method::POST,
        "/campaigns/trigger/schedule/delete",
    )
    .permission("campaigns.trigger.schedule.delete")
    .replay(Replay::Unsafe)
    .effect(Effect::Deletes)
    .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/campaigns/trigger/schedule/delete");
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
impl Operation for TriggerScheduleDeleteRequest {
    const DESCRIPTION: Description = Description::new(
        "Delete the schedule of an API-triggered campaign",
    )
    .description(
        "Deletes a schedule, so that its messages are not sent. Shortly before the time it may \
             come too late.",
    )
    .command(&["campaigns", "trigger-schedule-delete"])
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
        "one",
        "/campaigns/trigger/schedule/delete",
        201,
        r#"{"message": "success"}"#,
    )
    .body(
        r#"{
  "campaign_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
  "schedule_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b02"
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
pub struct TriggerScheduleDeleteBody {
    /// API identifier of the campaign.
    pub campaign_id: String,
    /// Identifier of the schedule.
    pub schedule_id: String,
}

impl TriggerScheduleDeleteBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(campaign_id: impl Into<String>, schedule_id: impl Into<String>) -> Self {
        Self { campaign_id: campaign_id.into(), schedule_id: schedule_id.into() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("campaign_id", &self.campaign_id);
        v.identifier("schedule_id", &self.schedule_id);
    }
}
