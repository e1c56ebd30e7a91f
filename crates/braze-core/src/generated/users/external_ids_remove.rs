// Written from spec/paths/users/external_ids_remove.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /users/external_ids/remove`: Remove deprecated external identifiers.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    DecodeError, Endpoint, Message, Meta, PartialErrors, RequestWriter, Scrub, Secret, Violations,
    reply,
};

/// Removes up to 50 external identifiers that users no longer have after a rename. Present ones are
/// refused, one by one.
///
/// `POST /users/external_ids/remove`, permission `users.external_ids.remove`, counted in
/// [`Pool::EXTERNAL_IDS_REMOVE`](crate::Pool::EXTERNAL_IDS_REMOVE).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ExternalIdsRemoveRequest {
    /// The identifiers.
    pub body: ExternalIdsRemoveBody,
}

impl ExternalIdsRemoveRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: ExternalIdsRemoveBody) -> Self {
        Self { body }
    }
}

impl Endpoint for ExternalIdsRemoveRequest {
    type Output = ExternalIdsRemove;

    const META: Meta = Meta::USERS_EXTERNAL_IDS_REMOVE;

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/users/external_ids/remove");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<ExternalIdsRemove, DecodeError> {
        reply::json(body)
    }

    fn message(output: &ExternalIdsRemove) -> Option<&Message> {
        output.message.as_ref()
    }

    fn partial_errors(output: &ExternalIdsRemove) -> Option<&PartialErrors> {
        Some(&output.removal_errors)
    }
}

#[cfg(feature = "operation")]
impl Operation for ExternalIdsRemoveRequest {
    const DESCRIPTION: Description = Description::new("Remove deprecated external identifiers")
        .description(
            "Removes up to 50 external identifiers that users no longer have after a rename. \
             Present ones are refused, one by one.",
        )
        .command(&["users", "external-ids-remove"])
        .with_body()
        .body_fields(&[Parameter::body("external_ids", Kind::List(&Kind::Text))
            .required()
            .description("The deprecated identifiers.")])
        .exchanges(&[Exchange::new(
            "one",
            "/users/external_ids/remove",
            201,
            r#"{
  "removed_ids": ["u-17"],
  "removal_errors": [],
  "message": "success"
}"#,
        )
        .body(r#"{"external_ids": ["u-17"]}"#)]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &ExternalIdsRemove) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &ExternalIdsRemove) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ExternalIdsRemoveBody {
    /// The deprecated identifiers. From 1 to 50 items.
    pub external_ids: Vec<String>,
}

impl ExternalIdsRemoveBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(external_ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { external_ids: external_ids.into_iter().map(Into::into).collect() }
    }

    /// Greatest number of items of `external_ids`.
    pub const MAX_EXTERNAL_IDS: usize = 50;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.length("external_ids", self.external_ids.len(), "items", Some(1), Some(50));
        for value in &self.external_ids {
            v.text("external_ids", value);
        }
    }
}

/// Reply of [`ExternalIdsRemoveRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ExternalIdsRemove {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The removed identifiers.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub removed_ids: Vec<String>,
    /// Problems of single objects of the request. Everything else was carried out.
    #[serde(default, skip_serializing_if = "PartialErrors::is_empty")]
    pub removal_errors: PartialErrors,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ExternalIdsRemove {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            removed_ids: Vec::new(),
            removal_errors: PartialErrors::default(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ExternalIdsRemove {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "removed_ids" => field.value(&mut self.removed_ids),
            "removal_errors" => field.value(&mut self.removal_errors),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ExternalIdsRemove {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ExternalIdsRemove {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.removed_ids.scrub(secret);
        self.removal_errors.scrub(secret);
        self.extra.scrub(secret);
    }
}
