// Written from spec/paths/catalogs/catalogs.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /catalogs`: Create a catalog.

use http::Method;
use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Items, Operation, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    Catalog, CatalogField, DecodeError, Endpoint, Message, Meta, Pool, Replay, RequestWriter,
    Scrub, Secret, Violations, reply,
};

/// Creates one catalog with its fields, without items. Its name cannot be changed later. A second
/// request with the same name is refused with the error `catalog-name-already-exists`.
///
/// `POST /catalogs`, permission `catalogs.create`, counted in [`Pool::CATALOGS_MANAGEMENT`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400 as
/// [`CatalogFailure`](crate::CatalogFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateRequest {
    /// The catalog.
    pub body: CreateBody,
}

impl CreateRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: CreateBody) -> Self {
        Self { body }
    }
}

impl Endpoint for CreateRequest {
    type Output = Create;

    const META: Meta = Meta::new("catalogs.create", Method::POST, "/catalogs")
        .permission("catalogs.create")
        .replay(Replay::Unsafe)
        .pool(&Pool::CATALOGS_MANAGEMENT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/catalogs");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Create, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Create) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for CreateRequest {
    const DESCRIPTION: Description = Description::new("Create a catalog")
        .description(
            "Creates one catalog with its fields, without items. Its name cannot be changed later. \
             A second request with the same name is refused with the error \
             `catalog-name-already-exists`.",
        )
        .command(&["catalogs", "create"])
        .with_body()
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
            "coffees",
            "/catalogs",
            201,
            r#"{
  "catalogs": [
    {
      "description": "Coffees we sell",
      "fields": [
        {"name": "id", "token": "-1", "type": "string"},
        {"name": "Price", "token": "0", "type": "number"},
        {"name": "Origin", "token": "1", "type": "geo"}
      ],
      "name": "coffees",
      "source": "Braze",
      "num_items": 0,
      "storage_size": 0,
      "selections_size": 0,
      "updated_at": "2026-03-04T05:06:07.089+00:00",
      "selections": []
    }
  ],
  "message": "success"
}"#,
        )
        .body(
            r#"{
  "catalogs": [
    {
      "name": "coffees",
      "description": "Coffees we sell",
      "fields": [
        {"name": "id", "type": "string"},
        {"name": "Price", "type": "number"},
        {"name": "Origin", "type": "geo"}
      ]
    }
  ]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &Create) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &Create) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CreateBody {
    /// The catalog: a request takes exactly one. From 1 to 1 item.
    pub catalogs: Vec<NewCatalog>,
}

impl CreateBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(catalogs: impl IntoIterator<Item = NewCatalog>) -> Self {
        Self { catalogs: catalogs.into_iter().collect() }
    }

    /// Greatest number of items of `catalogs`.
    pub const MAX_CATALOGS: usize = 1;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.length("catalogs", self.catalogs.len(), "items", Some(1), Some(1));
        v.each("catalogs", &self.catalogs, NewCatalog::validate);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct NewCatalog {
    /// Name, unique in the workspace. From 1 to 250 characters.
    pub name: String,
    /// Text for people. From 1 to 250 characters.
    pub description: String,
    /// Fields of the items. The first one is `id`, of type `string`. From 1 to 500 items.
    pub fields: Vec<CatalogField>,
}

impl NewCatalog {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        description: impl Into<String>,
        fields: impl IntoIterator<Item = CatalogField>,
    ) -> Self {
        Self {
            name: name.into(),
            description: description.into(),
            fields: fields.into_iter().collect(),
        }
    }

    /// Greatest number of items of `fields`.
    pub const MAX_FIELDS: usize = 500;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("name", &self.name);
        v.length("name", self.name.chars().count(), "characters", None, Some(250));
        v.characters(
            "name",
            &self.name,
            &['A'..='Z', 'a'..='z', '0'..='9', '_'..='_', '-'..='-'],
            "A-Za-z0-9_-",
        );
        v.text("description", &self.description);
        v.length("description", self.description.chars().count(), "characters", None, Some(250));
        v.length("fields", self.fields.len(), "items", Some(1), Some(500));
        v.each("fields", &self.fields, CatalogField::validate);
        v.unique("fields", "name", self.fields.iter().map(|it| Some(it.name.as_str())));
        v.first("fields", self.fields.first(), &[("name", "id"), ("type", "string")]);
    }
}

/// Reply of [`CreateRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Create {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The new catalog.
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

impl Create {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, catalogs: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for Create {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "catalogs" => field.value(&mut self.catalogs),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Create {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Create {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.catalogs.scrub(secret);
        self.extra.scrub(secret);
    }
}
