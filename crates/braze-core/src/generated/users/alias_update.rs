// Written from spec/paths/users/alias_update.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /users/alias/update`: Rename aliases of users.

use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Operation, RequestReader};
use crate::{
    Acknowledgement, DecodeError, Endpoint, Message, Meta, PartialErrors, RequestWriter,
    Violations, reply,
};

/// Gives up to 50 aliases another name, in any order. A pair of name and label that no user has is
/// passed over.
///
/// `POST /users/alias/update`, permission `users.alias.update`, counted in
/// [`Pool::USER_IDENTITY`](crate::Pool::USER_IDENTITY).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AliasUpdateRequest {
    /// The aliases.
    pub body: AliasUpdateBody,
}

impl AliasUpdateRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: AliasUpdateBody) -> Self {
        Self { body }
    }
}

impl Endpoint for AliasUpdateRequest {
    type Output = Acknowledgement;

    const META: Meta = Meta::USERS_ALIAS_UPDATE;

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/users/alias/update");
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
impl Operation for AliasUpdateRequest {
    const DESCRIPTION: Description = Description::new("Rename aliases of users")
        .description(
            "Gives up to 50 aliases another name, in any order. A pair of name and label that no \
             user has is passed over.",
        )
        .command(&["users", "alias-update"])
        .with_body()
        .exchanges(&[Exchange::new(
            "one",
            "/users/alias/update",
            201,
            r#"{"message": "success"}"#,
        )
        .body(
            r#"{
  "alias_updates": [
    {"alias_label": "crm", "old_alias_name": "A-99", "new_alias_name": "B-1"}
  ]
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
pub struct AliasUpdateBody {
    /// The aliases with their new names. From 1 to 50 items.
    pub alias_updates: Vec<AliasUpdateBodyAliasUpdate>,
}

impl AliasUpdateBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(alias_updates: impl IntoIterator<Item = AliasUpdateBodyAliasUpdate>) -> Self {
        Self { alias_updates: alias_updates.into_iter().collect() }
    }

    /// Greatest number of items of `alias_updates`.
    pub const MAX_ALIAS_UPDATES: usize = 50;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.length("alias_updates", self.alias_updates.len(), "items", Some(1), Some(50));
        v.each("alias_updates", &self.alias_updates, AliasUpdateBodyAliasUpdate::validate);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AliasUpdateBodyAliasUpdate {
    /// Label of the alias. At least 1 character.
    pub alias_label: String,
    /// The present alias. At least 1 character.
    pub old_alias_name: String,
    /// The new alias. At least 1 character.
    pub new_alias_name: String,
}

impl AliasUpdateBodyAliasUpdate {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        alias_label: impl Into<String>,
        old_alias_name: impl Into<String>,
        new_alias_name: impl Into<String>,
    ) -> Self {
        Self {
            alias_label: alias_label.into(),
            old_alias_name: old_alias_name.into(),
            new_alias_name: new_alias_name.into(),
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("alias_label", &self.alias_label);
        v.length("alias_label", self.alias_label.len(), "bytes", None, Some(236));
        v.text("old_alias_name", &self.old_alias_name);
        v.length("old_alias_name", self.old_alias_name.len(), "bytes", None, Some(236));
        v.text("new_alias_name", &self.new_alias_name);
        v.length("new_alias_name", self.new_alias_name.len(), "bytes", None, Some(236));
    }
}
