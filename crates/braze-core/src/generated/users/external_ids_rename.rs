// Written from spec/paths/users/external_ids_rename.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /users/external_ids/rename`: Rename external identifiers.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Items, Operation, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    DecodeError, Endpoint, Message, Meta, PartialErrors, RequestWriter, Scrub, Secret, Violations,
    reply,
};

/// Gives up to 50 users another external identifier. The old one stays valid as a deprecated one
/// until it is removed.
///
/// `POST /users/external_ids/rename`, permission `users.external_ids.rename`, counted in
/// [`Pool::EXTERNAL_IDS_RENAME`](crate::Pool::EXTERNAL_IDS_RENAME).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ExternalIdsRenameRequest {
    /// The identifiers.
    pub body: ExternalIdsRenameBody,
}

impl ExternalIdsRenameRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: ExternalIdsRenameBody) -> Self {
        Self { body }
    }
}

impl Endpoint for ExternalIdsRenameRequest {
    type Output = ExternalIdsRename;

    const META: Meta = Meta::USERS_EXTERNAL_IDS_RENAME;

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/users/external_ids/rename");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<ExternalIdsRename, DecodeError> {
        reply::json(body)
    }

    fn message(output: &ExternalIdsRename) -> Option<&Message> {
        output.message.as_ref()
    }

    fn partial_errors(output: &ExternalIdsRename) -> Option<&PartialErrors> {
        Some(&output.rename_errors)
    }
}

#[cfg(feature = "operation")]
impl Operation for ExternalIdsRenameRequest {
    const DESCRIPTION: Description = Description::new("Rename external identifiers")
        .description(
            "Gives up to 50 users another external identifier. The old one stays valid as a \
             deprecated one until it is removed.",
        )
        .command(&["users", "external-ids-rename"])
        .with_body()
        .items(Items::new("external_ids", &["current_external_id", "new_external_id"]))
        .exchanges(&[Exchange::new(
            "one",
            "/users/external_ids/rename",
            201,
            r#"{
  "rename_errors": [],
  "external_ids": [
    {"current_external_id": "u-17", "new_external_id": "U17"}
  ],
  "message": "success"
}"#,
        )
        .body(
            r#"{
  "external_id_renames": [
    {"current_external_id": "u-17", "new_external_id": "U17"}
  ]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &ExternalIdsRename) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &ExternalIdsRename) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ExternalIdsRenameBody {
    /// The identifiers with their new ones. From 1 to 50 items.
    pub external_id_renames: Vec<ExternalIdsRenameBodyExternalIdRename>,
}

impl ExternalIdsRenameBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        external_id_renames: impl IntoIterator<Item = ExternalIdsRenameBodyExternalIdRename>,
    ) -> Self {
        Self { external_id_renames: external_id_renames.into_iter().collect() }
    }

    /// Greatest number of items of `external_id_renames`.
    pub const MAX_EXTERNAL_ID_RENAMES: usize = 50;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.length("external_id_renames", self.external_id_renames.len(), "items", Some(1), Some(50));
        v.each(
            "external_id_renames",
            &self.external_id_renames,
            ExternalIdsRenameBodyExternalIdRename::validate,
        );
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ExternalIdsRenameBodyExternalIdRename {
    /// The present identifier. At least 1 character.
    pub current_external_id: String,
    /// The new one, which no user has. At least 1 character.
    pub new_external_id: String,
}

impl ExternalIdsRenameBodyExternalIdRename {
    /// An object with the required fields.
    #[must_use]
    pub fn new(current_external_id: impl Into<String>, new_external_id: impl Into<String>) -> Self {
        Self {
            current_external_id: current_external_id.into(),
            new_external_id: new_external_id.into(),
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("current_external_id", &self.current_external_id);
        v.text("new_external_id", &self.new_external_id);
        v.length("new_external_id", self.new_external_id.len(), "bytes", None, Some(987));
    }
}

/// Reply of [`ExternalIdsRenameRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ExternalIdsRename {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The renamed identifiers.
    ///
    /// Source: real replies in public test fixtures, which differ from the documentation here.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub external_ids: Vec<RenamedExternalId>,
    /// Problems of single objects of the request. Everything else was carried out.
    #[serde(default, skip_serializing_if = "PartialErrors::is_empty")]
    pub rename_errors: PartialErrors,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ExternalIdsRename {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            external_ids: Vec::new(),
            rename_errors: PartialErrors::default(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ExternalIdsRename {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "external_ids" => field.value(&mut self.external_ids),
            "rename_errors" => field.value(&mut self.rename_errors),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ExternalIdsRename {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ExternalIdsRename {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.external_ids.scrub(secret);
        self.rename_errors.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct RenamedExternalId {
    /// The identifier before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_external_id: Option<String>,
    /// The identifier now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_external_id: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl RenamedExternalId {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { current_external_id: None, new_external_id: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for RenamedExternalId {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "current_external_id" => field.scalar(&mut self.current_external_id, &mut self.extra),
            "new_external_id" => field.scalar(&mut self.new_external_id, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for RenamedExternalId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for RenamedExternalId {
    fn scrub(&mut self, secret: &Secret) {
        self.current_external_id.scrub(secret);
        self.new_external_id.scrub(secret);
        self.extra.scrub(secret);
    }
}
