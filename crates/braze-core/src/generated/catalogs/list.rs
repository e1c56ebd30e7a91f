// Written from spec/paths/catalogs/catalogs.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /catalogs`: List catalogs.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Items, Operation, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    Catalog, DecodeError, Endpoint, Message, Meta, Pool, Replay, RequestWriter, Scrub, Secret,
    Violations, reply,
};

/// All catalogs of the workspace, with their fields, in one reply.
///
/// `GET /catalogs`, permission `catalogs.get`, counted in [`Pool::CATALOGS_MANAGEMENT`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400 as
/// [`CatalogFailure`](crate::CatalogFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, catalogs};
///
/// let request = catalogs::ListRequest::new();
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

    const META: Meta = Meta::get("catalogs.list", "/catalogs")
        .permission("catalogs.get")
        .replay(Replay::Safe)
        .pool(&Pool::CATALOGS_MANAGEMENT);

    fn validate(&self, _v: &mut Violations) {}

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/catalogs");
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<List, DecodeError> {
        reply::json(body)
    }

    fn message(output: &List) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for ListRequest {
    const DESCRIPTION: Description = Description::new("List catalogs")
        .description("All catalogs of the workspace, with their fields, in one reply.")
        .command(&["catalogs", "list"])
        .items(Items::new(
            "catalogs",
            &[
                "name",
                "description",
                "fields",
                "num_items",
                "updated_at",
                "source",
                "storage_size",
                "selections_size",
                "selections",
            ],
        ))
        .exchanges(&[Exchange::new(
            "one",
            "/catalogs",
            200,
            r#"{
  "catalogs": [
    {
      "description": "Teas we sell",
      "fields": [
        {"name": "id", "token": "-1", "type": "string"},
        {"name": "Price", "token": "0", "type": "number"}
      ],
      "name": "teas",
      "source": "Braze",
      "num_items": 12,
      "storage_size": 4096,
      "selections_size": 0,
      "updated_at": "2026-03-04T05:06:07.089+00:00",
      "selections": []
    }
  ],
  "message": "success"
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
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The catalogs.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub catalogs: Vec<Catalog>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl List {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, catalogs: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for List {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "catalogs" => field.value(&mut self.catalogs),
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
        self.message.scrub(secret);
        self.catalogs.scrub(secret);
        self.extra.scrub(secret);
    }
}
