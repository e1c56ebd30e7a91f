// Written from spec/paths/users/track.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /users/track`: Record attributes, events and purchases of users.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Operation, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    AttributeValue, CustomEvent, DecodeError, Endpoint, Message, Meta, PartialErrors, Purchase,
    Replay, RequestWriter, Scrub, Secret, UserAttributes, Violations, reply,
};

/// Sets attributes of users and records their events and purchases, up to 75 objects in all.
/// Events, purchases and attributes may trigger messages. The server applies attributes first, then
/// events, then purchases. A success says that the objects were accepted; the reply lists those
/// that were not.
///
/// `POST /users/track`, permission `users.track`, counted in
/// [`Pool::USERS_TRACK`](crate::Pool::USERS_TRACK).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TrackRequest {
    /// The body of the request.
    pub body: TrackBody,
}

impl TrackRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: TrackBody) -> Self {
        Self { body }
    }
}

impl Endpoint for TrackRequest {
    type Output = Track;

    const META: Meta = Meta::USERS_TRACK;

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/users/track");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Track, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Track) -> Option<&Message> {
        output.message.as_ref()
    }

    fn partial_errors(output: &Track) -> Option<&PartialErrors> {
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
impl Operation for TrackRequest {
    const DESCRIPTION: Description = Description::new(
        "Record attributes, events and purchases of users",
    )
    .description(
        "Sets attributes of users and records their events and purchases, up to 75 objects in \
             all. Events, purchases and attributes may trigger messages. The server applies \
             attributes first, then events, then purchases. A success says that the objects were \
             accepted; the reply lists those that were not.",
    )
    .command(&["users", "track"])
    .with_body()
    .exchanges(&[
        Exchange::new(
            "attributes",
            "/users/track",
            201,
            r#"{
  "attributes_processed": 1,
  "events_processed": 1,
  "message": "success"
}"#,
        )
        .body(
            r#"{
  "attributes": [
    {"external_id": "u-17", "first_name": "Ida", "visits": {"inc": 1}}
  ],
  "events": [
    {
      "external_id": "u-17",
      "name": "opened_map",
      "time": "2026-05-02T08:00:00Z",
      "properties": {"zoom": 3}
    }
  ]
}"#,
        ),
        Exchange::new(
            "partly",
            "/users/track",
            201,
            r#"{
  "purchases_processed": 1,
  "message": "success",
  "errors": [
    {
      "type": "The value provided for the 'email' field is not a valid email.",
      "input_array": "attributes",
      "index": 0
    }
  ]
}"#,
        )
        .body(
            r#"{
  "attributes": [
    {"external_id": "u-17", "email": "not-an-address", "plan": null}
  ],
  "purchases": [
    {
      "email": "kit@example.com",
      "product_id": "sku-1",
      "currency": "EUR",
      "price": 12.5,
      "quantity": 2,
      "time": "2026-05-02T08:00:00Z"
    }
  ]
}"#,
        ),
    ]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &Track) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &Track) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TrackBody {
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

impl TrackBody {
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
            75,
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

/// Reply of [`TrackRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Track {
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

impl Track {
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

impl OpenObject for Track {
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

impl<'de> Deserialize<'de> for Track {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Track {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.attributes_processed.scrub(secret);
        self.events_processed.scrub(secret);
        self.purchases_processed.scrub(secret);
        self.errors.scrub(secret);
        self.extra.scrub(secret);
    }
}
