// Written from spec/paths/preference_center/list.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /preference_center/v1/list`: List preference centers.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Items, Operation, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    DecodeError, Endpoint, Meta, Pool, Replay, RequestWriter, Scrub, Secret, SeriesTime,
    Violations, reply,
};

/// Names and identifiers of all preference centers, in one reply.
///
/// `GET /preference_center/v1/list`, permission `preference_center.list`, counted in
/// [`Pool::PREFERENCE_CENTER_READS`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, preference_center};
///
/// let request = preference_center::ListRequest::new();
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ListRequest {}

impl ListRequest {
    /// A request without any parameters.
    #[must_use]
    pub fn new() -> Self {
        Self {}
    }
}

impl Endpoint for ListRequest {
    type Output = List;

    const META: Meta = Meta::get("preference_center.list", "/preference_center/v1/list")
        .permission("preference_center.list")
        .replay(Replay::Safe)
        .pool(&Pool::PREFERENCE_CENTER_READS);

    fn validate(&self, _v: &mut Violations) {}

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/preference_center/v1/list");
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<List, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for ListRequest {
    const DESCRIPTION: Description = Description::new("List preference centers")
        .description("Names and identifiers of all preference centers, in one reply.")
        .command(&["preference-center", "list"])
        .items(Items::new(
            "preference_centers",
            &["name", "preference_center_api_id", "created_at", "updated_at"],
        ))
        .exchanges(&[Exchange::new(
            "one",
            "/preference_center/v1/list",
            200,
            r#"{
  "preference_centers": [
    {
      "name": "TeaLovers",
      "preference_center_api_id": "5b0c2d1e-6a0f-4222-8333-7c44d5e66601",
      "created_at": "2024-01-02T03:04:05Z",
      "updated_at": "2024-01-02T03:04:05Z"
    }
  ]
}"#,
        )]);

    fn read(_r: &mut RequestReader<'_>) -> Option<Self> {
        Some(Self {})
    }

    fn write(output: &List) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`ListRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct List {
    /// The preference centers.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub preference_centers: Vec<PreferenceCenter>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl List {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { preference_centers: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for List {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "preference_centers" => field.value(&mut self.preference_centers),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for List {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for List {
    fn scrub(&mut self, secret: &Secret) {
        self.preference_centers.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// A preference center.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct PreferenceCenter {
    /// Name of the preference center.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// API identifier of the preference center.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preference_center_api_id: Option<String>,
    /// Time of creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<SeriesTime>,
    /// Time of the last edit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<SeriesTime>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl PreferenceCenter {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            preference_center_api_id: None,
            created_at: None,
            updated_at: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for PreferenceCenter {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "preference_center_api_id" => {
                field.scalar(&mut self.preference_center_api_id, &mut self.extra)
            }
            "created_at" => field.scalar(&mut self.created_at, &mut self.extra),
            "updated_at" => field.scalar(&mut self.updated_at, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for PreferenceCenter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for PreferenceCenter {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.preference_center_api_id.scrub(secret);
        self.created_at.scrub(secret);
        self.updated_at.scrub(secret);
        self.extra.scrub(secret);
    }
}
