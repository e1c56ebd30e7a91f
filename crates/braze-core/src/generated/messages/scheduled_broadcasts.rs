// Written from spec/paths/messages/scheduled_broadcasts.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /messages/scheduled_broadcasts`: Broadcasts that are scheduled.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, Items, Kind, Operation, Parameter, RequestReader,
};
use crate::reply::{OpenField, OpenObject};
use crate::{
    DecodeError, Endpoint, Message, Meta, Pool, Replay, RequestWriter, Scrub, Secret, SeriesTime,
    Timestamp, Violations, reply,
};

/// Campaigns and Canvases of the dashboard that will be sent until a time, each with its next date.
///
/// `GET /messages/scheduled_broadcasts`, permission `messages.schedule_broadcasts`, counted in
/// [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, Timestamp, messages};
///
/// let request = messages::ScheduledBroadcastsRequest::new("2026-06-01T00:00:00Z".parse::<Timestamp>()?);
/// assert_eq!(request.check(), Ok(()));
/// # Ok::<(), braze_core::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ScheduledBroadcastsRequest {
    /// End of the time that is looked at.
    pub end_time: Timestamp,
}

impl ScheduledBroadcastsRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(end_time: impl Into<Timestamp>) -> Self {
        Self { end_time: end_time.into() }
    }
}

impl Endpoint for ScheduledBroadcastsRequest {
    type Output = ScheduledBroadcasts;

    const META: Meta = Meta::get("messages.scheduled_broadcasts", "/messages/scheduled_broadcasts")
        .permission("messages.schedule_broadcasts")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        v.timestamp("end_time", self.end_time);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/messages/scheduled_broadcasts");
        w.query("end_time", &self.end_time);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<ScheduledBroadcasts, DecodeError> {
        reply::json(body)
    }

    fn message(output: &ScheduledBroadcasts) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for ScheduledBroadcastsRequest {
    const DESCRIPTION: Description = Description::new("Broadcasts that are scheduled")
        .description(
            "Campaigns and Canvases of the dashboard that will be sent until a time, each with its \
             next date.",
        )
        .command(&["messages", "scheduled-broadcasts"])
        .parameters(&[Parameter::query("end_time", Kind::DateTime)
            .required()
            .description("End of the time that is looked at.")])
        .items(Items::new(
            "scheduled_broadcasts",
            &["name", "id", "type", "tags", "next_send_time", "schedule_type"],
        ))
        .exchanges(&[Exchange::new(
            "one",
            "/messages/scheduled_broadcasts?end_time=2026-06-01T00%3A00%3A00Z",
            200,
            r#"{
  "scheduled_broadcasts": [
    {
      "name": "June news",
      "id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
      "type": "Campaign",
      "tags": ["news"],
      "next_send_time": "2026-05-28T09:00:00Z",
      "schedule_type": "UTC"
    }
  ]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let end_time = r.required("end_time");
        Some(Self { end_time: end_time? })
    }

    fn write(output: &ScheduledBroadcasts) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`ScheduledBroadcastsRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ScheduledBroadcasts {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The broadcasts.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub scheduled_broadcasts: Vec<ScheduledBroadcast>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ScheduledBroadcasts {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, scheduled_broadcasts: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for ScheduledBroadcasts {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "scheduled_broadcasts" => field.value(&mut self.scheduled_broadcasts),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ScheduledBroadcasts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ScheduledBroadcasts {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.scheduled_broadcasts.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ScheduledBroadcast {
    /// Name of the campaign or Canvas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// API identifier of the campaign or Canvas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// `Campaign` or `Canvas`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// Tags.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub tags: Vec<String>,
    /// Next time, without an offset if it is local to the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_send_time: Option<SeriesTime>,
    /// `local_time_zones`, `intelligent_delivery`, or a time zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule_type: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ScheduledBroadcast {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            id: None,
            r#type: None,
            tags: Vec::new(),
            next_send_time: None,
            schedule_type: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ScheduledBroadcast {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "id" => field.scalar(&mut self.id, &mut self.extra),
            "type" => field.scalar(&mut self.r#type, &mut self.extra),
            "tags" => field.value(&mut self.tags),
            "next_send_time" => field.scalar(&mut self.next_send_time, &mut self.extra),
            "schedule_type" => field.scalar(&mut self.schedule_type, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ScheduledBroadcast {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ScheduledBroadcast {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.id.scrub(secret);
        self.r#type.scrub(secret);
        self.tags.scrub(secret);
        self.next_send_time.scrub(secret);
        self.schedule_type.scrub(secret);
        self.extra.scrub(secret);
    }
}
