// Written from spec/paths/sends/id_create.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /sends/id/create`: Create an identifier of a send.

use http::Method;
use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    DecodeError, Endpoint, Message, Meta, PartialErrors, Pool, Replay, RequestWriter, Scrub,
    Secret, Violations, reply,
};

/// Creates an identifier by which sends of an API campaign are counted together. 100 a day can be
/// made.
///
/// `POST /sends/id/create`, permission `sends.id.create`, counted in [`Pool::SENDS_ID_CREATE`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IdCreateRequest {
    /// The campaign.
    pub body: IdCreateBody,
}

impl IdCreateRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: IdCreateBody) -> Self {
        Self { body }
    }
}

impl Endpoint for IdCreateRequest {
    type Output = IdCreate;

    const META: Meta = Meta::new("sends.id_create", Method::POST, "/sends/id/create")
        .permission("sends.id.create")
        .replay(Replay::Unsafe)
        .pool(&Pool::SENDS_ID_CREATE);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/sends/id/create");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<IdCreate, DecodeError> {
        reply::json(body)
    }

    fn message(output: &IdCreate) -> Option<&Message> {
        output.message.as_ref()
    }

    fn partial_errors(output: &IdCreate) -> Option<&PartialErrors> {
        Some(&output.errors)
    }
}

#[cfg(feature = "operation")]
impl Operation for IdCreateRequest {
    const DESCRIPTION: Description = Description::new("Create an identifier of a send")
        .description(
            "Creates an identifier by which sends of an API campaign are counted together. 100 a \
             day can be made.",
        )
        .command(&["sends", "id-create"])
        .with_body()
        .body_fields(&[
            Parameter::body("campaign_id", Kind::Identifier)
                .required()
                .description("API identifier of the campaign."),
            Parameter::body("send_id", Kind::Text)
                .description("Identifier of the send, for its statistics: ASCII."),
        ])
        .exchanges(&[Exchange::new(
            "one",
            "/sends/id/create",
            201,
            r#"{"message": "success", "send_id": "may-batch-1"}"#,
        )
        .body(
            r#"{
  "campaign_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
  "send_id": "may-batch-1"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &IdCreate) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &IdCreate) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct IdCreateBody {
    /// API identifier of the campaign.
    pub campaign_id: String,
    /// Identifier of the send, for its statistics: ASCII. From 1 to 64 characters.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub send_id: Option<String>,
}

impl IdCreateBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(campaign_id: impl Into<String>) -> Self {
        Self { campaign_id: campaign_id.into(), send_id: None }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("campaign_id", &self.campaign_id);
        if let Some(value) = &self.send_id {
            v.text("send_id", value);
            v.length("send_id", value.chars().count(), "characters", None, Some(64));
            v.characters("send_id", value, &[' '..='~'], " -~");
        }
    }

    /// Sets `send_id`. Identifier of the send, for its statistics: ASCII. From 1 to 64 characters.
    #[must_use]
    pub fn send_id(mut self, send_id: impl Into<String>) -> Self {
        self.send_id = Some(send_id.into());
        self
    }
}

/// Reply of [`IdCreateRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct IdCreate {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send_id: Option<String>,
    /// Problems of single objects of the request. Everything else was carried out.
    #[serde(default, skip_serializing_if = "PartialErrors::is_empty")]
    pub errors: PartialErrors,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl IdCreate {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            send_id: None,
            errors: PartialErrors::default(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for IdCreate {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "send_id" => field.scalar(&mut self.send_id, &mut self.extra),
            "errors" => field.value(&mut self.errors),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for IdCreate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for IdCreate {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.send_id.scrub(secret);
        self.errors.scrub(secret);
        self.extra.scrub(secret);
    }
}
