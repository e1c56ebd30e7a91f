// Written from spec/paths/cdi/integrations.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /cdi/integrations`: List integrations.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, Items, Kind, Operation, Parameter, RequestReader,
};
use crate::reply::{OpenField, OpenObject};
use crate::{
    DecodeError, Endpoint, Message, Meta, PagePosition, Paged, Paging, Pool, Replay, RequestWriter,
    Scrub, Secret, SeriesTime, Violations, reply,
};

/// Integrations that read users, catalogs or other data from a warehouse, 10 to a page.
///
/// `GET /cdi/integrations`, permission `cdi.integration_list`, counted in [`Pool::CDI_LIST`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, cdi};
///
/// let request = cdi::ListIntegrationsRequest::new();
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ListIntegrationsRequest {
    /// Cursor of the page to return, from the `Link` header of the page before it.
    pub cursor: Option<String>,
}

impl ListIntegrationsRequest {
    /// A request without any parameters.
    #[must_use]
    pub fn new() -> Self {
        Self { cursor: None }
    }

    /// Sets `cursor`. Cursor of the page to return, from the `Link` header of the page before it.
    #[must_use]
    pub fn cursor(mut self, cursor: impl Into<String>) -> Self {
        self.cursor = Some(cursor.into());
        self
    }
}

impl Endpoint for ListIntegrationsRequest {
    type Output = ListIntegrations;

    const META: Meta = Meta::get("cdi.list_integrations", "/cdi/integrations")
        .permission("cdi.integration_list")
        .replay(Replay::Safe)
        .pool(&Pool::CDI_LIST);

    fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.cursor {
            v.text("cursor", value);
        }
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/cdi/integrations");
        w.query_opt("cursor", self.cursor.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<ListIntegrations, DecodeError> {
        reply::json(body)
    }

    fn message(output: &ListIntegrations) -> Option<&Message> {
        output.message.as_ref()
    }
}

impl Paged for ListIntegrationsRequest {
    type Item = Integration;

    const PAGING: Paging = Paging::Cursor { parameter: "cursor" };

    fn position(&self) -> Option<PagePosition> {
        self.cursor.clone().map(PagePosition::Cursor)
    }

    fn turn_to(&mut self, position: PagePosition) {
        if let PagePosition::Cursor(cursor) = position {
            self.cursor = Some(cursor);
        }
    }

    fn items(output: &ListIntegrations) -> &[Integration] {
        &output.results
    }

    fn into_items(output: ListIntegrations) -> Vec<Integration> {
        output.results
    }
}

#[cfg(feature = "operation")]
impl Operation for ListIntegrationsRequest {
    const DESCRIPTION: Description = Description::new("List integrations")
        .description(
            "Integrations that read users, catalogs or other data from a warehouse, 10 to a page.",
        )
        .command(&["cdi", "list-integrations"])
        .parameters(&[Parameter::query("cursor", Kind::Text).description(
            "Cursor of the page to return, from the `Link` header of the page before it.",
        )])
        .items(Items::new(
            "results",
            &[
                "integration_id",
                "app_group_id",
                "integration_name",
                "integration_type",
                "integration_status",
                "contact_emails",
                "last_updated_at",
                "warehouse_type",
                "last_job_start_time",
                "last_job_status",
                "next_scheduled_run",
            ],
        ))
        .exchanges(&[Exchange::new(
            "one",
            "/cdi/integrations",
            200,
            r#"{
  "results": [
    {
      "integration_id": "0b5b8f0e-5d0c-4d53-9a55-1f6f8a3c2d10",
      "app_group_id": "65f0c0ffee0c0ffee0c0ffee",
      "integration_name": "nightly teas",
      "integration_type": "catalogs",
      "integration_status": "active",
      "contact_emails": "data@example.com",
      "last_updated_at": "2026-03-04T00:00:00Z",
      "warehouse_type": "snowflake",
      "last_job_start_time": "2026-03-04T01:00:00Z",
      "last_job_status": "success",
      "next_scheduled_run": null
    }
  ],
  "message": "success"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let cursor = r.optional("cursor");
        Some(Self { cursor })
    }

    fn write(output: &ListIntegrations) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`ListIntegrationsRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ListIntegrations {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The integrations of this page.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub results: Vec<Integration>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ListIntegrations {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, results: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for ListIntegrations {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "results" => field.value(&mut self.results),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ListIntegrations {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ListIntegrations {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.results.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Integration {
    /// Identifier of the integration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub integration_id: Option<String>,
    /// Identifier of the workspace.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app_group_id: Option<String>,
    /// Name of the integration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub integration_name: Option<String>,
    /// Data that it reads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub integration_type: Option<String>,
    /// Status of the integration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub integration_status: Option<String>,
    /// Addresses that are told about problems, in one text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_emails: Option<String>,
    /// Time of the newest row that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_updated_at: Option<SeriesTime>,
    /// Kind of the warehouse.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warehouse_type: Option<String>,
    /// Start of the last job.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_job_start_time: Option<SeriesTime>,
    /// Status of the last job.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_job_status: Option<String>,
    /// Start of the next job, if one is planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_scheduled_run: Option<SeriesTime>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Integration {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            integration_id: None,
            app_group_id: None,
            integration_name: None,
            integration_type: None,
            integration_status: None,
            contact_emails: None,
            last_updated_at: None,
            warehouse_type: None,
            last_job_start_time: None,
            last_job_status: None,
            next_scheduled_run: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Integration {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "integration_id" => field.scalar(&mut self.integration_id, &mut self.extra),
            "app_group_id" => field.scalar(&mut self.app_group_id, &mut self.extra),
            "integration_name" => field.scalar(&mut self.integration_name, &mut self.extra),
            "integration_type" => field.scalar(&mut self.integration_type, &mut self.extra),
            "integration_status" => field.scalar(&mut self.integration_status, &mut self.extra),
            "contact_emails" => field.scalar(&mut self.contact_emails, &mut self.extra),
            "last_updated_at" => field.scalar(&mut self.last_updated_at, &mut self.extra),
            "warehouse_type" => field.scalar(&mut self.warehouse_type, &mut self.extra),
            "last_job_start_time" => field.scalar(&mut self.last_job_start_time, &mut self.extra),
            "last_job_status" => field.scalar(&mut self.last_job_status, &mut self.extra),
            "next_scheduled_run" => field.scalar(&mut self.next_scheduled_run, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Integration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Integration {
    fn scrub(&mut self, secret: &Secret) {
        self.integration_id.scrub(secret);
        self.app_group_id.scrub(secret);
        self.integration_name.scrub(secret);
        self.integration_type.scrub(secret);
        self.integration_status.scrub(secret);
        self.contact_emails.scrub(secret);
        self.last_updated_at.scrub(secret);
        self.warehouse_type.scrub(secret);
        self.last_job_start_time.scrub(secret);
        self.last_job_status.scrub(secret);
        self.next_scheduled_run.scrub(secret);
        self.extra.scrub(secret);
    }
}
