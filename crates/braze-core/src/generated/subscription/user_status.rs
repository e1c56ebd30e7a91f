// Written from spec/paths/subscription/user_status.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /subscription/user/status`: Subscription groups of users.

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
    DecodeError, Endpoint, Message, Meta, PagePosition, Paged, Paging, Pool, Replay, RequestWriter,
    Scrub, Secret, Violations, reply,
};

/// Subscription groups of users, with the state in each. Groups in which the state never changed
/// are left out.
///
/// `GET /subscription/user/status`, permission `subscription.groups.get`, counted in
/// [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, subscription};
///
/// let request = subscription::UserStatusRequest::new()
///     .external_id(["u-17"])
///     .limit(100)
///     .offset(0);
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct UserStatusRequest {
    /// External identifiers of users. At most 50 items.
    pub external_id: Vec<String>,
    /// Email addresses of users. At most 50 items.
    pub email: Vec<String>,
    /// Telephone numbers of users, in E.164 format. At most 50 items.
    pub phone: Vec<String>,
    /// Number of users in a reply. From 1 to 100. Default `100`.
    pub limit: Option<u32>,
    /// Number of users to skip.
    pub offset: Option<u64>,
}

impl UserStatusRequest {
    /// A request without any parameters.
    #[must_use]
    pub fn new() -> Self {
        Self {
            external_id: Vec::new(),
            email: Vec::new(),
            phone: Vec::new(),
            limit: None,
            offset: None,
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

    /// Sets `limit`. Number of users in a reply. From 1 to 100. Default `100`.
    #[must_use]
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets `offset`. Number of users to skip.
    #[must_use]
    pub fn offset(mut self, offset: u64) -> Self {
        self.offset = Some(offset);
        self
    }
}

impl Endpoint for UserStatusRequest {
    type Output = UserStatus;

    const META: Meta = Meta::get("subscription.user_status", "/subscription/user/status")
        .permission("subscription.groups.get")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
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
        if let Some(value) = self.limit {
            v.range("limit", value, Some(1), Some(100));
        }
        v.at_least_one(&[
            ("external_id[]", !self.external_id.is_empty()),
            ("email[]", !self.email.is_empty()),
            ("phone[]", !self.phone.is_empty()),
        ]);
        v.at_most_one(&[("email[]", !self.email.is_empty()), ("phone[]", !self.phone.is_empty())]);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/subscription/user/status");
        w.query_each("external_id%5B%5D", &self.external_id);
        w.query_each("email%5B%5D", &self.email);
        w.query_each("phone%5B%5D", &self.phone);
        w.query_opt("limit", self.limit.as_ref());
        w.query_opt("offset", self.offset.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<UserStatus, DecodeError> {
        reply::json(body)
    }

    fn message(output: &UserStatus) -> Option<&Message> {
        output.message.as_ref()
    }
}

impl Paged for UserStatusRequest {
    type Item = SubscribedUser;

    const PAGING: Paging = Paging::Offset;

    fn position(&self) -> Option<PagePosition> {
        self.offset.map(PagePosition::Offset)
    }

    fn turn_to(&mut self, position: PagePosition) {
        if let PagePosition::Offset(offset) = position {
            self.offset = (offset > 0).then_some(offset);
        }
    }

    fn page_size(&self) -> Option<u64> {
        self.limit.map(u64::from).or(Some(100))
    }

    fn items(output: &UserStatus) -> &[SubscribedUser] {
        &output.users
    }

    fn into_items(output: UserStatus) -> Vec<SubscribedUser> {
        output.users
    }
}

#[cfg(feature = "operation")]
impl Operation for UserStatusRequest {
    const DESCRIPTION: Description = Description::new("Subscription groups of users")
        .description(
            "Subscription groups of users, with the state in each. Groups in which the state never \
             changed are left out.",
        )
        .command(&["subscription", "user-status"])
        .parameters(&[
            Parameter::query("external_id[]", Kind::List(&Kind::Text))
                .description("External identifiers of users."),
            Parameter::query("email[]", Kind::List(&Kind::Text))
                .description("Email addresses of users."),
            Parameter::query("phone[]", Kind::List(&Kind::Text))
                .description("Telephone numbers of users, in E.164 format."),
            Parameter::query("limit", Kind::Integer { min: Some(1), max: Some(100) })
                .default("100")
                .description("Number of users in a reply."),
            Parameter::query("offset", Kind::Integer { min: Some(0), max: None })
                .description("Number of users to skip."),
        ])
        .items(Items::new("users", &["external_id", "email", "phone", "subscription_groups"]))
        .exchanges(&[Exchange::new(
            "one",
            "/subscription/user/status?external_id%5B%5D=u-17&limit=100&offset=0",
            200,
            r#"{
  "users": [
    {
      "email": "kit@example.com",
      "phone": null,
      "external_id": "u-17",
      "subscription_groups": [
        {
          "id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
          "name": "News",
          "channel": "email",
          "status": "Subscribed"
        }
      ]
    }
  ],
  "total_count": 1,
  "message": "success"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let external_id = r.each("external_id[]");
        let email = r.each("email[]");
        let phone = r.each("phone[]");
        let limit = r.optional("limit");
        let offset = r.optional("offset");
        Some(Self { external_id, email, phone, limit, offset })
    }

    fn write(output: &UserStatus) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`UserStatusRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct UserStatus {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The users.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub users: Vec<SubscribedUser>,
    /// Number of users that match.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_count: Option<u64>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl UserStatus {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, users: Vec::new(), total_count: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for UserStatus {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "users" => field.value(&mut self.users),
            "total_count" => field.scalar(&mut self.total_count, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for UserStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for UserStatus {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.users.scrub(secret);
        self.total_count.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct SubscribedUser {
    /// External identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Email address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The groups.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub subscription_groups: Vec<SubscriptionGroup>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl SubscribedUser {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            external_id: None,
            email: None,
            phone: None,
            subscription_groups: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for SubscribedUser {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "external_id" => field.scalar(&mut self.external_id, &mut self.extra),
            "email" => field.scalar(&mut self.email, &mut self.extra),
            "phone" => field.scalar(&mut self.phone, &mut self.extra),
            "subscription_groups" => field.value(&mut self.subscription_groups),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for SubscribedUser {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for SubscribedUser {
    fn scrub(&mut self, secret: &Secret) {
        self.external_id.scrub(secret);
        self.email.scrub(secret);
        self.phone.scrub(secret);
        self.subscription_groups.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct SubscriptionGroup {
    /// API identifier of the group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Name of the group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Channel of the group, such as `email` or `sms`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// `Subscribed` or `Unsubscribed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl SubscriptionGroup {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { id: None, name: None, channel: None, status: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for SubscriptionGroup {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "id" => field.scalar(&mut self.id, &mut self.extra),
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "channel" => field.scalar(&mut self.channel, &mut self.extra),
            "status" => field.scalar(&mut self.status, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for SubscriptionGroup {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for SubscriptionGroup {
    fn scrub(&mut self, secret: &Secret) {
        self.id.scrub(secret);
        self.name.scrub(secret);
        self.channel.scrub(secret);
        self.status.scrub(secret);
        self.extra.scrub(secret);
    }
}
