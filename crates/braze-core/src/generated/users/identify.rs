// Written from spec/paths/users/identify.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /users/identify`: Give external identifiers to users without one.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::wire::{Choice, choice};
use crate::{
    DecodeError, Endpoint, Message, Meta, PartialErrors, ProfilePriority, Replay, RequestWriter,
    Scrub, Secret, UserAlias, Violations, reply,
};

/// Gives external identifiers to users who have only an alias, an email address or a telephone
/// number. If the identifier has a profile, the two are merged. What cannot be resolved is passed
/// over without a word.
///
/// `POST /users/identify`, permission `users.identify`, counted in
/// [`Pool::USER_IDENTITY`](crate::Pool::USER_IDENTITY).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IdentifyRequest {
    /// The users.
    pub body: IdentifyBody,
}

impl IdentifyRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: IdentifyBody) -> Self {
        Self { body }
    }
}

impl Endpoint for IdentifyRequest {
    type Output = Identify;

    const META: Meta = Meta::USERS_IDENTIFY;

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/users/identify");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Identify, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Identify) -> Option<&Message> {
        output.message.as_ref()
    }

    fn partial_errors(output: &Identify) -> Option<&PartialErrors> {
        Some(&output.errors)
    }

    fn replay(&self) -> Replay {
        if !self.body.emails_to_identify.is_empty()
            || !self.body.phone_numbers_to_identify.is_empty()
        {
            return Replay::Unsafe;
        }
        Replay::Idempotent
    }
}

#[cfg(feature = "operation")]
impl Operation for IdentifyRequest {
    const DESCRIPTION: Description =
        Description::new("Give external identifiers to users without one")
            .description(
                "Gives external identifiers to users who have only an alias, an email address or a \
             telephone number. If the identifier has a profile, the two are merged. What cannot be \
             resolved is passed over without a word.",
            )
            .command(&["users", "identify"])
            .with_body()
            .body_fields(&[Parameter::body("merge_behavior", Kind::OneOf(&["none", "merge"]))
                .description(
                    "Merge of the fields of the profile. Newer documentation does not name it.",
                )])
            .exchanges(&[Exchange::new(
                "alias",
                "/users/identify",
                201,
                r#"{"aliases_processed": 1, "message": "success"}"#,
            )
            .body(
                r#"{
  "aliases_to_identify": [
    {"external_id": "u-17", "user_alias": {"alias_name": "A-99", "alias_label": "crm"}}
  ]
}"#,
            )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &Identify) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &Identify) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct IdentifyBody {
    /// Users by alias. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases_to_identify: Vec<AliasToIdentify>,
    /// Users by email address. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emails_to_identify: Vec<EmailToIdentify>,
    /// Users by telephone number. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phone_numbers_to_identify: Vec<PhoneToIdentify>,
    /// Merge of the fields of the profile. Newer documentation does not name it.
    ///
    /// Source: Braze's own OpenAPI document of the operation.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub merge_behavior: Option<IdentifyBodyMergeBehavior>,
}

impl IdentifyBody {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            aliases_to_identify: Vec::new(),
            emails_to_identify: Vec::new(),
            phone_numbers_to_identify: Vec::new(),
            merge_behavior: None,
        }
    }

    /// Greatest number of items of `aliases_to_identify`.
    pub const MAX_ALIASES_TO_IDENTIFY: usize = 50;

    /// Greatest number of items of `emails_to_identify`.
    pub const MAX_EMAILS_TO_IDENTIFY: usize = 50;

    /// Greatest number of items of `phone_numbers_to_identify`.
    pub const MAX_PHONE_NUMBERS_TO_IDENTIFY: usize = 50;

    pub(crate) fn validate(&self, v: &mut Violations) {
        if !self.aliases_to_identify.is_empty() {
            v.length(
                "aliases_to_identify",
                self.aliases_to_identify.len(),
                "items",
                None,
                Some(50),
            );
            v.each("aliases_to_identify", &self.aliases_to_identify, AliasToIdentify::validate);
        }
        if !self.emails_to_identify.is_empty() {
            v.length("emails_to_identify", self.emails_to_identify.len(), "items", None, Some(50));
            v.each("emails_to_identify", &self.emails_to_identify, EmailToIdentify::validate);
        }
        if !self.phone_numbers_to_identify.is_empty() {
            v.length(
                "phone_numbers_to_identify",
                self.phone_numbers_to_identify.len(),
                "items",
                None,
                Some(50),
            );
            v.each(
                "phone_numbers_to_identify",
                &self.phone_numbers_to_identify,
                PhoneToIdentify::validate,
            );
        }
        v.at_least_one(&[
            ("aliases_to_identify", !self.aliases_to_identify.is_empty()),
            ("emails_to_identify", !self.emails_to_identify.is_empty()),
            ("phone_numbers_to_identify", !self.phone_numbers_to_identify.is_empty()),
        ]);
    }

    /// Sets `aliases_to_identify`. Users by alias. At most 50 items.
    #[must_use]
    pub fn aliases_to_identify(
        mut self,
        aliases_to_identify: impl IntoIterator<Item = AliasToIdentify>,
    ) -> Self {
        self.aliases_to_identify = aliases_to_identify.into_iter().collect();
        self
    }

    /// Sets `emails_to_identify`. Users by email address. At most 50 items.
    #[must_use]
    pub fn emails_to_identify(
        mut self,
        emails_to_identify: impl IntoIterator<Item = EmailToIdentify>,
    ) -> Self {
        self.emails_to_identify = emails_to_identify.into_iter().collect();
        self
    }

    /// Sets `phone_numbers_to_identify`. Users by telephone number. At most 50 items.
    #[must_use]
    pub fn phone_numbers_to_identify(
        mut self,
        phone_numbers_to_identify: impl IntoIterator<Item = PhoneToIdentify>,
    ) -> Self {
        self.phone_numbers_to_identify = phone_numbers_to_identify.into_iter().collect();
        self
    }

    /// Sets `merge_behavior`. Merge of the fields of the profile. Newer documentation does not name
    /// it.
    #[must_use]
    pub fn merge_behavior(mut self, merge_behavior: IdentifyBodyMergeBehavior) -> Self {
        self.merge_behavior = Some(merge_behavior);
        self
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AliasToIdentify {
    /// External identifier that the profile gets. At least 1 character.
    pub external_id: String,
    /// An alias: another name of a user, unique together with its label.
    pub user_alias: UserAlias,
}

impl AliasToIdentify {
    /// An object with the required fields.
    #[must_use]
    pub fn new(external_id: impl Into<String>, user_alias: UserAlias) -> Self {
        Self { external_id: external_id.into(), user_alias }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("external_id", &self.external_id);
        v.length("external_id", self.external_id.len(), "bytes", None, Some(987));
        v.within("user_alias", |v| self.user_alias.validate(v));
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EmailToIdentify {
    /// External identifier that the profile gets. At least 1 character.
    pub external_id: String,
    /// Email address of the profile.
    pub email: String,
    /// Order in which several profiles are told apart. Required. At least 1 item.
    pub prioritization: Vec<ProfilePriority>,
}

impl EmailToIdentify {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        external_id: impl Into<String>,
        email: impl Into<String>,
        prioritization: impl IntoIterator<Item = ProfilePriority>,
    ) -> Self {
        Self {
            external_id: external_id.into(),
            email: email.into(),
            prioritization: prioritization.into_iter().collect(),
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("external_id", &self.external_id);
        v.length("external_id", self.external_id.len(), "bytes", None, Some(987));
        v.text("email", &self.email);
        v.length("prioritization", self.prioritization.len(), "items", Some(1), None);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PhoneToIdentify {
    /// External identifier that the profile gets. At least 1 character.
    pub external_id: String,
    /// Telephone number of the profile.
    pub phone: String,
    /// Order in which several profiles are told apart. Required. At least 1 item.
    pub prioritization: Vec<ProfilePriority>,
}

impl PhoneToIdentify {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        external_id: impl Into<String>,
        phone: impl Into<String>,
        prioritization: impl IntoIterator<Item = ProfilePriority>,
    ) -> Self {
        Self {
            external_id: external_id.into(),
            phone: phone.into(),
            prioritization: prioritization.into_iter().collect(),
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("external_id", &self.external_id);
        v.length("external_id", self.external_id.len(), "bytes", None, Some(987));
        v.text("phone", &self.phone);
        v.length("prioritization", self.prioritization.len(), "items", Some(1), None);
    }
}

/// Merge of the fields of the profile. Newer documentation does not name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum IdentifyBodyMergeBehavior {
    /// `none`
    None,
    /// `merge`
    Merge,
}

impl Choice for IdentifyBodyMergeBehavior {
    const ALL: &[Self] = &[Self::None, Self::Merge];

    fn as_str(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Merge => "merge",
        }
    }
}

choice!(IdentifyBodyMergeBehavior);

/// Reply of [`IdentifyRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Identify {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// Users that were read, with or without an effect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aliases_processed: Option<u64>,
    /// Problems of single objects of the request. Everything else was carried out.
    #[serde(default, skip_serializing_if = "PartialErrors::is_empty")]
    pub errors: PartialErrors,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Identify {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            aliases_processed: None,
            errors: PartialErrors::default(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Identify {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "aliases_processed" => field.scalar(&mut self.aliases_processed, &mut self.extra),
            "errors" => field.value(&mut self.errors),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Identify {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Identify {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.aliases_processed.scrub(secret);
        self.errors.scrub(secret);
        self.extra.scrub(secret);
    }
}
