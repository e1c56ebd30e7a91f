// Written from spec/paths/subscription/status_get.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /subscription/status/get`: States of users in a subscription group.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    DecodeError, Endpoint, Message, Meta, Pool, Replay, RequestWriter, Scrub, Secret, Violations,
    reply,
};

/// States of up to 50 users in one subscription group. A global unsubscribe is not part of them.
///
/// `GET /subscription/status/get`, permission `subscription.status.get`, counted in
/// [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, subscription};
///
/// let request = subscription::StatusGetRequest::new("7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01")
///     .external_id(["u-17"]);
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StatusGetRequest {
    /// API identifier of the subscription group.
    pub subscription_group_id: String,
    /// External identifiers of users. At most 50 items.
    pub external_id: Vec<String>,
    /// Email addresses of users. At most 50 items.
    pub email: Vec<String>,
    /// Telephone numbers of users, in E.164 format. At most 50 items.
    pub phone: Vec<String>,
}

impl StatusGetRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(subscription_group_id: impl Into<String>) -> Self {
        Self {
            subscription_group_id: subscription_group_id.into(),
            external_id: Vec::new(),
            email: Vec::new(),
            phone: Vec::new(),
        }
    }

    /// Sets `external_id[]`. External identifiers of users. At most 50 items.
    #[must_use]
    pub fn external_id(mut self, external_id: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.external_id = external_id.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `email[]`. Email addresses of users. At most 50 items.
    #[must_use]
    pub fn email(mut self, email: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.email = email.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `phone[]`. Telephone numbers of users, in E.164 format. At most 50 items.
    #[must_use]
    pub fn phone(mut self, phone: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.phone = phone.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for StatusGetRequest {
    type Output = StatusGet;

    const META: Meta = Meta::get("subscription.status_get", "/subscription/status/get")
        .permission("subscription.status.get")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        v.identifier("subscription_group_id", &self.subscription_group_id);
        if !self.external_id.is_empty() {
            v.length("external_id[]", self.external_id.len(), "items", None, Some(50));
            for value in &self.external_id {
                v.text("external_id[]", value);
            }
        }
        if !self.email.is_empty() {
            v.length("email[]", self.email.len(), "items", None, Some(50));
            for value in &self.email {
                v.text("email[]", value);
            }
        }
        if !self.phone.is_empty() {
            v.length("phone[]", self.phone.len(), "items", None, Some(50));
            for value in &self.phone {
                v.text("phone[]", value);
            }
        }
        v.at_least_one(&[
            ("external_id[]", !self.external_id.is_empty()),
            ("email[]", !self.email.is_empty()),
            ("phone[]", !self.phone.is_empty()),
        ]);
        v.at_most_one(&[("email[]", !self.email.is_empty()), ("phone[]", !self.phone.is_empty())]);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/subscription/status/get");
        w.query("subscription_group_id", &self.subscription_group_id);
        w.query_each("external_id%5B%5D", &self.external_id);
        w.query_each("email%5B%5D", &self.email);
        w.query_each("phone%5B%5D", &self.phone);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<StatusGet, DecodeError> {
        reply::json(body)
    }

    fn message(output: &StatusGet) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for StatusGetRequest {
    const DESCRIPTION: Description = Description::new("States of users in a subscription group")
        .description(
            "States of up to 50 users in one subscription group. A global unsubscribe is not part \
             of them.",
        )
        .command(&["subscription", "status-get"])
        .parameters(&[
            Parameter::query("subscription_group_id", Kind::Identifier)
                .required()
                .description("API identifier of the subscription group."),
            Parameter::query("external_id[]", Kind::List(&Kind::Text))
                .description("External identifiers of users."),
            Parameter::query("email[]", Kind::List(&Kind::Text))
                .description("Email addresses of users."),
            Parameter::query("phone[]", Kind::List(&Kind::Text))
                .description("Telephone numbers of users, in E.164 format."),
        ])
        .exchanges(&[Exchange::new(
            "one",
            "/subscription/status/get?subscription_group_id=7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01\
                 &external_id%5B%5D=u-17",
            200,
            r#"{
  "status": {"u-17": "Subscribed"},
  "message": "success"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let subscription_group_id = r.required("subscription_group_id");
        let external_id = r.each("external_id[]");
        let email = r.each("email[]");
        let phone = r.each("phone[]");
        Some(Self { subscription_group_id: subscription_group_id?, external_id, email, phone })
    }

    fn write(output: &StatusGet) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`StatusGetRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct StatusGet {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// `Subscribed`, `Unsubscribed` or `Unknown` by identifier, in any letter case.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub status: BTreeMap<String, String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl StatusGet {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, status: BTreeMap::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for StatusGet {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "status" => field.value(&mut self.status),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for StatusGet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for StatusGet {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.status.scrub(secret);
        self.extra.scrub(secret);
    }
}
