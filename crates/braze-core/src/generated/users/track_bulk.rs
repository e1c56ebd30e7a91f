// Written from spec/paths/users/track_bulk.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /users/track/bulk`: Record attributes, events and purchases of many users.

use http::Method;
use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Operation, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    AttributeValue, CustomEvent, DecodeError, Effect, Endpoint, Message, Meta, PartialErrors, Pool,
    Purchase, Replay, RequestWriter, Scrub, Secret, UserAttributes, Violations, reply,
};

/// Does what `users track` does, with up to 1,000 objects, of which up to 100 belong to one user.
/// It serves imports and is slower at peak times. Events, purchases and attributes may trigger
/// messages. Not every account has it.
///
/// `POST /users/track/bulk`, permission `users.track.bulk`, counted in [`Pool::USERS_TRACK_BULK`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TrackBulkRequest {
    /// The objects, of three kinds.
    pub body: TrackBulkBody,
}

impl TrackBulkRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: TrackBulkBody) -> Self {
        Self { body }
    }
}

impl Endpoint for TrackBulkRequest {
    type Output = TrackBulk;

    const META: Meta = Meta::new("users.track_bulk", Method::POST, "/users/track/bulk")
        .permission("users.track.bulk")
        .replay(Replay::Idempotent)
        .effect(Effect::Sends)
        .max_body(2_000_000)
        .pool(&Pool::USERS_TRACK_BULK);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/users/track/bulk");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<TrackBulk, DecodeError> {
        reply::json(body)
    }

    fn message(output: &TrackBulk) -> Option<&Message> {
        output.message.as_ref()
    }

    fn partial_errors(output: &TrackBulk) -> Option<&PartialErrors> {
        Some(&output.errors)
    }

    fn replay(&self) -> Replay {
        if !self.body.events.is_empty()
            || !self.body.purchases.is_empty()
            || self.body.attributes.iter().any(|it| it.extra.values().any(AttributeValue::adds))
        {
            return Replay::Unsafe;
        }
        Replay::Idempotent
    }
}

#[cfg(feature = "operation")]
impl Operation for TrackBulkRequest {
    const DESCRIPTION: Description = Description::new(
        "Record attributes, events and purchases of many users",
    )
    .description(
        "Does what `users track` does, with up to 1,000 objects, of which up to 100 belong to \
             one user. It serves imports and is slower at peak times. Events, purchases and \
             attributes may trigger messages. Not every account has it.",
    )
    .command(&["users", "track-bulk"])
    .with_body()
    .exchanges(&[Exchange::new(
        "two",
        "/users/track/bulk",
        201,
        r#"{"attributes_processed": 2, "message": "success"}"#,
    )
    .body(
        r#"{
  "attributes": [
    {"external_id": "u-1", "tier": "gold"},
    {"external_id": "u-2", "tier": "tin"}
  ]
}"#,
    )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &TrackBulk) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &TrackBulk) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TrackBulkBody {
    /// Attributes of users.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<UserAttributes>,
    /// Events of users.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<CustomEvent>,
    /// Purchases of users.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purchases: Vec<Purchase>,
}

impl TrackBulkBody {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { attributes: Vec::new(), events: Vec::new(), purchases: Vec::new() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.each("attributes", &self.attributes, UserAttributes::validate);
        v.each("events", &self.events, CustomEvent::validate);
        v.each("purchases", &self.purchases, Purchase::validate);
        v.at_least_one(&[
            ("attributes", !self.attributes.is_empty()),
            ("events", !self.events.is_empty()),
            ("purchases", !self.purchases.is_empty()),
        ]);
        v.items_together(
            1000,
            &[
                ("attributes", self.attributes.len()),
                ("events", self.events.len()),
                ("purchases", self.purchases.len()),
            ],
        );
    }

    /// Sets `attributes`. Attributes of users.
    #[must_use]
    pub fn attributes(mut self, attributes: impl IntoIterator<Item = UserAttributes>) -> Self {
        self.attributes = attributes.into_iter().collect();
        self
    }

    /// Sets `events`. Events of users.
    #[must_use]
    pub fn events(mut self, events: impl IntoIterator<Item = CustomEvent>) -> Self {
        self.events = events.into_iter().collect();
        self
    }

    /// Sets `purchases`. Purchases of users.
    #[must_use]
    pub fn purchases(mut self, purchases: impl IntoIterator<Item = Purchase>) -> Self {
        self.purchases = purchases.into_iter().collect();
        self
    }
}

/// Reply of [`TrackBulkRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct TrackBulk {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// Accepted objects of `attributes`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attributes_processed: Option<u64>,
    /// Accepted objects of `events`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub events_processed: Option<u64>,
    /// Accepted objects of `purchases`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchases_processed: Option<u64>,
    /// Problems of single objects of the request. Everything else was carried out.
    #[serde(default, skip_serializing_if = "PartialErrors::is_empty")]
    pub errors: PartialErrors,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl TrackBulk {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            attributes_processed: None,
            events_processed: None,
            purchases_processed: None,
            errors: PartialErrors::default(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for TrackBulk {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "attributes_processed" => field.scalar(&mut self.attributes_processed, &mut self.extra),
            "events_processed" => field.scalar(&mut self.events_processed, &mut self.extra),
            "purchases_processed" => field.scalar(&mut self.purchases_processed, &mut self.extra),
            "errors" => field.value(&mut self.errors),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for TrackBulk {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for TrackBulk {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.attributes_processed.scrub(secret);
        self.events_processed.scrub(secret);
        self.purchases_processed.scrub(secret);
        self.errors.scrub(secret);
        self.extra.scrub(secret);
    }
}
