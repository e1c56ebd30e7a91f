// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

use crate::reply::{OpenField, OpenObject};
use crate::{Message, PartialErrors, Scrub, Secret, reply};

/// Reply to a request that has no result.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Acknowledgement {
    /// `success` when the call ended without problems.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// Problems of single objects of the request. Everything else was carried out.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(default, skip_serializing_if = "PartialErrors::is_empty")]
    pub errors: PartialErrors,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Acknowledgement {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, errors: PartialErrors::default(), extra: BTreeMap::new() }
    }
}

impl OpenObject for Acknowledgement {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "errors" => field.value(&mut self.errors),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Acknowledgement {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Acknowledgement {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.errors.scrub(secret);
        self.extra.scrub(secret);
    }
}
