// Written from spec/paths/users/delete.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /users/delete`: Delete users.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    DecodeError, Endpoint, Message, Meta, PartialErrors, ProfilePriority, Replay, RequestWriter,
    Scrub, Secret, UserAlias, Violations, reply,
};

/// Deletes up to 50 profiles, for good. The reply counts what was asked for, not what was there.
///
/// `POST /users/delete`, permission `users.delete`, counted in
/// [`Pool::USER_IDENTITY`](crate::Pool::USER_IDENTITY).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteRequest {
    /// The users, by identifiers of one kind.
    pub body: DeleteBody,
}

impl DeleteRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: DeleteBody) -> Self {
        Self { body }
    }
}

impl Endpoint for DeleteRequest {
    type Output = Delete;

    const META: Meta = Meta::USERS_DELETE;

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/users/delete");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Delete, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Delete) -> Option<&Message> {
        output.message.as_ref()
    }

    fn partial_errors(output: &Delete) -> Option<&PartialErrors> {
        Some(&output.errors)
    }

    fn replay(&self) -> Replay {
        if !self.body.email_addresses.is_empty() || !self.body.phone_numbers.is_empty() {
            return Replay::Unsafe;
        }
        Replay::Idempotent
    }
}

#[cfg(feature = "operation")]
impl Operation for DeleteRequest {
    const DESCRIPTION: Description = Description::new("Delete users")
        .description(
            "Deletes up to 50 profiles, for good. The reply counts what was asked for, not what \
             was there.",
        )
        .command(&["users", "delete"])
        .with_body()
        .body_fields(&[
            Parameter::body("external_ids", Kind::List(&Kind::Text))
                .description("External identifiers."),
            Parameter::body("braze_ids", Kind::List(&Kind::Identifier))
                .description("Identifiers that Braze gave."),
        ])
        .exchanges(&[Exchange::new(
            "two",
            "/users/delete",
            201,
            r#"{"deleted": 2, "message": "success"}"#,
        )
        .body(r#"{"external_ids": ["u-17", "u-18"]}"#)]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &Delete) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &Delete) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DeleteBody {
    /// External identifiers. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_ids: Vec<String>,
    /// Aliases. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_aliases: Vec<UserAlias>,
    /// Identifiers that Braze gave. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub braze_ids: Vec<String>,
    /// Email addresses. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub email_addresses: Vec<EmailToDelete>,
    /// Telephone numbers. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phone_numbers: Vec<PhoneToDelete>,
}

impl DeleteBody {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            external_ids: Vec::new(),
            user_aliases: Vec::new(),
            braze_ids: Vec::new(),
            email_addresses: Vec::new(),
            phone_numbers: Vec::new(),
        }
    }

    /// Greatest number of items of `external_ids`.
    pub const MAX_EXTERNAL_IDS: usize = 50;

    /// Greatest number of items of `user_aliases`.
    pub const MAX_USER_ALIASES: usize = 50;

    /// Greatest number of items of `braze_ids`.
    pub const MAX_BRAZE_IDS: usize = 50;

    /// Greatest number of items of `email_addresses`.
    pub const MAX_EMAIL_ADDRESSES: usize = 50;

    /// Greatest number of items of `phone_numbers`.
    pub const MAX_PHONE_NUMBERS: usize = 50;

    pub(crate) fn validate(&self, v: &mut Violations) {
        if !self.external_ids.is_empty() {
            v.length("external_ids", self.external_ids.len(), "items", None, Some(50));
            for value in &self.external_ids {
                v.text("external_ids", value);
            }
        }
        if !self.user_aliases.is_empty() {
            v.length("user_aliases", self.user_aliases.len(), "items", None, Some(50));
            v.each("user_aliases", &self.user_aliases, UserAlias::validate);
        }
        if !self.braze_ids.is_empty() {
            v.length("braze_ids", self.braze_ids.len(), "items", None, Some(50));
            for value in &self.braze_ids {
                v.identifier("braze_ids", value);
            }
        }
        if !self.email_addresses.is_empty() {
            v.length("email_addresses", self.email_addresses.len(), "items", None, Some(50));
            v.each("email_addresses", &self.email_addresses, EmailToDelete::validate);
        }
        if !self.phone_numbers.is_empty() {
            v.length("phone_numbers", self.phone_numbers.len(), "items", None, Some(50));
            v.each("phone_numbers", &self.phone_numbers, PhoneToDelete::validate);
        }
        v.at_least_one(&[
            ("external_ids", !self.external_ids.is_empty()),
            ("user_aliases", !self.user_aliases.is_empty()),
            ("braze_ids", !self.braze_ids.is_empty()),
            ("email_addresses", !self.email_addresses.is_empty()),
            ("phone_numbers", !self.phone_numbers.is_empty()),
        ]);
        v.at_most_one(&[
            ("external_ids", !self.external_ids.is_empty()),
            ("user_aliases", !self.user_aliases.is_empty()),
            ("braze_ids", !self.braze_ids.is_empty()),
            ("email_addresses", !self.email_addresses.is_empty()),
            ("phone_numbers", !self.phone_numbers.is_empty()),
        ]);
    }

    /// Sets `external_ids`. External identifiers. At most 50 items.
    #[must_use]
    pub fn external_ids(
        mut self,
        external_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.external_ids = external_ids.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `user_aliases`. Aliases. At most 50 items.
    #[must_use]
    pub fn user_aliases(mut self, user_aliases: impl IntoIterator<Item = UserAlias>) -> Self {
        self.user_aliases = user_aliases.into_iter().collect();
        self
    }

    /// Sets `braze_ids`. Identifiers that Braze gave. At most 50 items.
    #[must_use]
    pub fn braze_ids(mut self, braze_ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.braze_ids = braze_ids.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `email_addresses`. Email addresses. At most 50 items.
    #[must_use]
    pub fn email_addresses(
        mut self,
        email_addresses: impl IntoIterator<Item = EmailToDelete>,
    ) -> Self {
        self.email_addresses = email_addresses.into_iter().collect();
        self
    }

    /// Sets `phone_numbers`. Telephone numbers. At most 50 items.
    #[must_use]
    pub fn phone_numbers(mut self, phone_numbers: impl IntoIterator<Item = PhoneToDelete>) -> Self {
        self.phone_numbers = phone_numbers.into_iter().collect();
        self
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EmailToDelete {
    /// The address.
    pub email: String,
    /// Order in which several profiles are told apart. Required. At least 1 item.
    pub prioritization: Vec<ProfilePriority>,
}

impl EmailToDelete {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        email: impl Into<String>,
        prioritization: impl IntoIterator<Item = ProfilePriority>,
    ) -> Self {
        Self { email: email.into(), prioritization: prioritization.into_iter().collect() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("email", &self.email);
        v.length("prioritization", self.prioritization.len(), "items", Some(1), None);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PhoneToDelete {
    /// The address.
    pub phone: String,
    /// Order in which several profiles are told apart. Required. At least 1 item.
    pub prioritization: Vec<ProfilePriority>,
}

impl PhoneToDelete {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        phone: impl Into<String>,
        prioritization: impl IntoIterator<Item = ProfilePriority>,
    ) -> Self {
        Self { phone: phone.into(), prioritization: prioritization.into_iter().collect() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("phone", &self.phone);
        v.length("prioritization", self.prioritization.len(), "items", Some(1), None);
    }
}

/// Reply of [`DeleteRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Delete {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// Users that will be deleted.
    ///
    /// Source: real replies in public test fixtures, which differ from the documentation here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<u64>,
    /// Problems of single objects of the request. Everything else was carried out.
    #[serde(default, skip_serializing_if = "PartialErrors::is_empty")]
    pub errors: PartialErrors,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Delete {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            deleted: None,
            errors: PartialErrors::default(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Delete {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "deleted" => field.scalar(&mut self.deleted, &mut self.extra),
            "errors" => field.value(&mut self.errors),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Delete {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Delete {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.deleted.scrub(secret);
        self.errors.scrub(secret);
        self.extra.scrub(secret);
    }
}
