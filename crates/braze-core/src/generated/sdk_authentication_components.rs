// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

use crate::reply::{OpenField, OpenObject};
use crate::{Scrub, Secret, reply};

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct SdkKey {
    /// Identifier of the key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The key, in PEM.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rsa_public_key: Option<String>,
    /// Description of the key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `true` for the primary key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_primary: Option<bool>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl SdkKey {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: None,
            rsa_public_key: None,
            description: None,
            is_primary: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for SdkKey {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "id" => field.scalar(&mut self.id, &mut self.extra),
            "rsa_public_key" => field.scalar(&mut self.rsa_public_key, &mut self.extra),
            "description" => field.scalar(&mut self.description, &mut self.extra),
            "is_primary" => field.scalar(&mut self.is_primary, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for SdkKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for SdkKey {
    fn scrub(&mut self, secret: &Secret) {
        self.id.scrub(secret);
        self.rsa_public_key.scrub(secret);
        self.description.scrub(secret);
        self.is_primary.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Public keys of an app.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct SdkKeys {
    /// The keys.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub keys: Vec<SdkKey>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl SdkKeys {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { keys: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for SdkKeys {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "keys" => field.value(&mut self.keys),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for SdkKeys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for SdkKeys {
    fn scrub(&mut self, secret: &Secret) {
        self.keys.scrub(secret);
        self.extra.scrub(secret);
    }
}
