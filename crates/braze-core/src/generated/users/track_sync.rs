// Written from spec/paths/users/track_sync.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /users/track/sync`: Record one object and wait for the result.

use http::Method;
use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Items, Operation, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    AttributeValue, CustomEvent, DecodeError, Effect, Endpoint, Message, Meta, Pool, Purchase,
    Replay, RequestWriter, Scrub, Secret, SeriesTime, UserAttributes, Violations, reply,
};

/// Sets attributes of one user, or records one event or purchase, and answers when it is done, with
/// what the user has then. The object may trigger messages. Not every account has it.
///
/// `POST /users/track/sync`, permission `users.track.sync`, counted in [`Pool::USERS_TRACK_SYNC`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TrackSyncRequest {
    /// One object.
    pub body: TrackSyncBody,
}

impl TrackSyncRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: TrackSyncBody) -> Self {
        Self { body }
    }
}

impl Endpoint for TrackSyncRequest {
    type Output = TrackSync;

    const META: Meta = Meta::new("users.track_sync", Method::POST, "/users/track/sync")
        .permission("users.track.sync")
        .replay(Replay::Idempotent)
        .effect(Effect::Sends)
        .max_body(4_000_000)
        .pool(&Pool::USERS_TRACK_SYNC);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/users/track/sync");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<TrackSync, DecodeError> {
        reply::json(body)
    }

    fn message(output: &TrackSync) -> Option<&Message> {
        output.message.as_ref()
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
impl Operation for TrackSyncRequest {
    const DESCRIPTION: Description = Description::new("Record one object and wait for the result")
        .description(
            "Sets attributes of one user, or records one event or purchase, and answers when it is \
             done, with what the user has then. The object may trigger messages. Not every account \
             has it.",
        )
        .command(&["users", "track-sync"])
        .with_body()
        .items(Items::new(
            "users",
            &[
                "external_id",
                "braze_id",
                "user_alias",
                "email",
                "phone",
                "custom_attributes",
                "custom_events",
                "purchase_events",
            ],
        ))
        .exchanges(&[Exchange::new(
            "event",
            "/users/track/sync",
            201,
            r#"{
  "users": [
    {
      "email": "kit@example.com",
      "custom_events": [
        {
          "name": "opened_map",
          "first": "2026-04-01T00:00:00.000Z",
          "last": "2026-05-02T08:00:00.000Z",
          "count": 4
        }
      ]
    }
  ],
  "message": "success"
}"#,
        )
        .body(
            r#"{
  "events": [
    {"email": "kit@example.com", "name": "opened_map", "time": "2026-05-02T08:00:00Z"}
  ]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &TrackSync) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &TrackSync) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TrackSyncBody {
    /// Attributes of users. At most 1 item.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<UserAttributes>,
    /// Events of users. At most 1 item.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<CustomEvent>,
    /// Purchases of users. At most 1 item.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purchases: Vec<Purchase>,
}

impl TrackSyncBody {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { attributes: Vec::new(), events: Vec::new(), purchases: Vec::new() }
    }

    /// Greatest number of items of `attributes`.
    pub const MAX_ATTRIBUTES: usize = 1;

    /// Greatest number of items of `events`.
    pub const MAX_EVENTS: usize = 1;

    /// Greatest number of items of `purchases`.
    pub const MAX_PURCHASES: usize = 1;

    pub(crate) fn validate(&self, v: &mut Violations) {
        if !self.attributes.is_empty() {
            v.length("attributes", self.attributes.len(), "items", None, Some(1));
            v.each("attributes", &self.attributes, UserAttributes::validate);
        }
        if !self.events.is_empty() {
            v.length("events", self.events.len(), "items", None, Some(1));
            v.each("events", &self.events, CustomEvent::validate);
        }
        if !self.purchases.is_empty() {
            v.length("purchases", self.purchases.len(), "items", None, Some(1));
            v.each("purchases", &self.purchases, Purchase::validate);
        }
        v.at_least_one(&[
            ("attributes", !self.attributes.is_empty()),
            ("events", !self.events.is_empty()),
            ("purchases", !self.purchases.is_empty()),
        ]);
        v.at_most_one(&[
            ("attributes", !self.attributes.is_empty()),
            ("events", !self.events.is_empty()),
            ("purchases", !self.purchases.is_empty()),
        ]);
    }

    /// Sets `attributes`. Attributes of users. At most 1 item.
    #[must_use]
    pub fn attributes(mut self, attributes: impl IntoIterator<Item = UserAttributes>) -> Self {
        self.attributes = attributes.into_iter().collect();
        self
    }

    /// Sets `events`. Events of users. At most 1 item.
    #[must_use]
    pub fn events(mut self, events: impl IntoIterator<Item = CustomEvent>) -> Self {
        self.events = events.into_iter().collect();
        self
    }

    /// Sets `purchases`. Purchases of users. At most 1 item.
    #[must_use]
    pub fn purchases(mut self, purchases: impl IntoIterator<Item = Purchase>) -> Self {
        self.purchases = purchases.into_iter().collect();
        self
    }
}

/// Reply of [`TrackSyncRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct TrackSync {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The users, with what the request touched. Empty if no user matched.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub users: Vec<TrackedUser>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl TrackSync {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, users: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for TrackSync {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "users" => field.value(&mut self.users),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for TrackSync {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for TrackSync {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.users.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct TrackedUser {
    /// External identifier of the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Identifier that Braze gave to the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub braze_id: Option<String>,
    /// The alias by which the request named the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_alias: Option<Value>,
    /// Email address of the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Telephone number of the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Custom attributes, by name.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub custom_attributes: BTreeMap<String, Value>,
    /// Custom events.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub custom_events: Vec<TrackedEvent>,
    /// Purchases.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub purchase_events: Vec<TrackedPurchase>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl TrackedUser {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            external_id: None,
            braze_id: None,
            user_alias: None,
            email: None,
            phone: None,
            custom_attributes: BTreeMap::new(),
            custom_events: Vec::new(),
            purchase_events: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for TrackedUser {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "external_id" => field.scalar(&mut self.external_id, &mut self.extra),
            "braze_id" => field.scalar(&mut self.braze_id, &mut self.extra),
            "user_alias" => field.value(&mut self.user_alias),
            "email" => field.scalar(&mut self.email, &mut self.extra),
            "phone" => field.scalar(&mut self.phone, &mut self.extra),
            "custom_attributes" => field.value(&mut self.custom_attributes),
            "custom_events" => field.value(&mut self.custom_events),
            "purchase_events" => field.value(&mut self.purchase_events),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for TrackedUser {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for TrackedUser {
    fn scrub(&mut self, secret: &Secret) {
        self.external_id.scrub(secret);
        self.braze_id.scrub(secret);
        self.user_alias.scrub(secret);
        self.email.scrub(secret);
        self.phone.scrub(secret);
        self.custom_attributes.scrub(secret);
        self.custom_events.scrub(secret);
        self.purchase_events.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct TrackedEvent {
    /// Name of the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Time of the first one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<SeriesTime>,
    /// Time of the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<SeriesTime>,
    /// Number of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl TrackedEvent {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { name: None, first: None, last: None, count: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for TrackedEvent {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "first" => field.scalar(&mut self.first, &mut self.extra),
            "last" => field.scalar(&mut self.last, &mut self.extra),
            "count" => field.scalar(&mut self.count, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for TrackedEvent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for TrackedEvent {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.first.scrub(secret);
        self.last.scrub(secret);
        self.count.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct TrackedPurchase {
    /// Identifier of the product.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_id: Option<String>,
    /// Time of the first one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<SeriesTime>,
    /// Time of the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<SeriesTime>,
    /// Number of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl TrackedPurchase {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { product_id: None, first: None, last: None, count: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for TrackedPurchase {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "product_id" => field.scalar(&mut self.product_id, &mut self.extra),
            "first" => field.scalar(&mut self.first, &mut self.extra),
            "last" => field.scalar(&mut self.last, &mut self.extra),
            "count" => field.scalar(&mut self.count, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for TrackedPurchase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for TrackedPurchase {
    fn scrub(&mut self, secret: &Secret) {
        self.product_id.scrub(secret);
        self.first.scrub(secret);
        self.last.scrub(secret);
        self.count.scrub(secret);
        self.extra.scrub(secret);
    }
}
