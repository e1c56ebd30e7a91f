// Written from spec/paths/users/alias_new.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /users/alias/new`: Add aliases to users.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Operation, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    DecodeError, Endpoint, Message, Meta, PartialErrors, RequestWriter, Scrub, Secret, Violations,
    reply,
};

/// Adds up to 50 aliases. Without an external identifier, a user with nothing but the alias is
/// made. With one that no user has, nothing is added, and the reply counts it all the same.
///
/// `POST /users/alias/new`, permission `users.alias.new`, counted in
/// [`Pool::USER_IDENTITY`](crate::Pool::USER_IDENTITY).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AliasNewRequest {
    /// The aliases.
    pub body: AliasNewBody,
}

impl AliasNewRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: AliasNewBody) -> Self {
        Self { body }
    }
}

impl Endpoint for AliasNewRequest {
    type Output = AliasNew;

    const META: Meta = Meta::USERS_ALIAS_NEW;

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/users/alias/new");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<AliasNew, DecodeError> {
        reply::json(body)
    }

    fn message(output: &AliasNew) -> Option<&Message> {
        output.message.as_ref()
    }

    fn partial_errors(output: &AliasNew) -> Option<&PartialErrors> {
        Some(&output.errors)
    }
}

#[cfg(feature = "operation")]
impl Operation for AliasNewRequest {
    const DESCRIPTION: Description = Description::new("Add aliases to users")
        .description(
            "Adds up to 50 aliases. Without an external identifier, a user with nothing but the \
             alias is made. With one that no user has, nothing is added, and the reply counts it \
             all the same.",
        )
        .command(&["users", "alias-new"])
        .with_body()
        .exchanges(&[Exchange::new(
            "one",
            "/users/alias/new",
            201,
            r#"{"aliases_processed": 1, "message": "success"}"#,
        )
        .body(
            r#"{
  "user_aliases": [
    {"external_id": "u-17", "alias_name": "A-99", "alias_label": "crm"}
  ]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &AliasNew) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &AliasNew) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AliasNewBody {
    /// The aliases. From 1 to 50 items.
    pub user_aliases: Vec<NewAlias>,
}

impl AliasNewBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(user_aliases: impl IntoIterator<Item = NewAlias>) -> Self {
        Self { user_aliases: user_aliases.into_iter().collect() }
    }

    /// Greatest number of items of `user_aliases`.
    pub const MAX_USER_ALIASES: usize = 50;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.length("user_aliases", self.user_aliases.len(), "items", Some(1), Some(50));
        v.each("user_aliases", &self.user_aliases, NewAlias::validate);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct NewAlias {
    /// External identifier of the user who gets the alias. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub external_id: Option<String>,
    /// The alias. At least 1 character.
    pub alias_name: String,
    /// Label of the alias: the kind of name that it is. At least 1 character.
    pub alias_label: String,
}

impl NewAlias {
    /// An object with the required fields.
    #[must_use]
    pub fn new(alias_name: impl Into<String>, alias_label: impl Into<String>) -> Self {
        Self { external_id: None, alias_name: alias_name.into(), alias_label: alias_label.into() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.external_id {
            v.text("external_id", value);
            v.length("external_id", value.len(), "bytes", None, Some(987));
        }
        v.text("alias_name", &self.alias_name);
        v.length("alias_name", self.alias_name.len(), "bytes", None, Some(236));
        v.text("alias_label", &self.alias_label);
        v.length("alias_label", self.alias_label.len(), "bytes", None, Some(236));
    }

    /// Sets `external_id`. External identifier of the user who gets the alias. At least 1
    /// character.
    #[must_use]
    pub fn external_id(mut self, external_id: impl Into<String>) -> Self {
        self.external_id = Some(external_id.into());
        self
    }
}

/// Reply of [`AliasNewRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct AliasNew {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// Aliases that were read, with or without an effect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aliases_processed: Option<u64>,
    /// Problems of single objects of the request. Everything else was carried out.
    #[serde(default, skip_serializing_if = "PartialErrors::is_empty")]
    pub errors: PartialErrors,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl AliasNew {
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

impl OpenObject for AliasNew {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "aliases_processed" => field.scalar(&mut self.aliases_processed, &mut self.extra),
            "errors" => field.value(&mut self.errors),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for AliasNew {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for AliasNew {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.aliases_processed.scrub(secret);
        self.errors.scrub(secret);
        self.extra.scrub(secret);
    }
}
