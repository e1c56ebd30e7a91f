// Written from spec/paths/cdi/job_sync_status.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /cdi/integrations/{integration_id}/job_sync_status`: Get the jobs of an integration.

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
use crate::wire::{Word, word};
use crate::{
    DecodeError, Endpoint, Message, Meta, PagePosition, Paged, Paging, Pool, Replay, RequestWriter,
    Scrub, Secret, SeriesTime, Violations, reply,
};

/// Jobs of an integration with their results, 10 to a page.
///
/// `GET /cdi/integrations/{integration_id}/job_sync_status`, permission
/// `cdi.integration_job_status`, counted in [`Pool::CDI_STATUS`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, cdi};
///
/// let request = cdi::GetJobSyncStatusRequest::new("0b5b8f0e-5d0c-4d53-9a55-1f6f8a3c2d10");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetJobSyncStatusRequest {
    /// Identifier of the integration, as in the address of its page.
    pub integration_id: String,
    /// Cursor of the page to return, from the `Link` header of the page before it.
    pub cursor: Option<String>,
}

impl GetJobSyncStatusRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(integration_id: impl Into<String>) -> Self {
        Self { integration_id: integration_id.into(), cursor: None }
    }

    /// Sets `cursor`. Cursor of the page to return, from the `Link` header of the page before it.
    #[must_use]
    pub fn cursor(mut self, cursor: impl Into<String>) -> Self {
        self.cursor = Some(cursor.into());
        self
    }
}

impl Endpoint for GetJobSyncStatusRequest {
    type Output = GetJobSyncStatus;

    const META: Meta =
        Meta::get("cdi.get_job_sync_status", "/cdi/integrations/{integration_id}/job_sync_status")
            .permission("cdi.integration_job_status")
            .replay(Replay::Safe)
            .pool(&Pool::CDI_STATUS);

    fn validate(&self, v: &mut Violations) {
        v.identifier("integration_id", &self.integration_id);
        if let Some(value) = &self.cursor {
            v.text("cursor", value);
        }
        v.segment("integration_id", &self.integration_id);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/cdi/integrations/");
        w.path_value(&self.integration_id);
        w.path("/job_sync_status");
        w.query_opt("cursor", self.cursor.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<GetJobSyncStatus, DecodeError> {
        reply::json(body)
    }

    fn message(output: &GetJobSyncStatus) -> Option<&Message> {
        output.message.as_ref()
    }
}

impl Paged for GetJobSyncStatusRequest {
    type Item = IntegrationJob;

    const PAGING: Paging = Paging::Cursor { parameter: "cursor" };

    fn position(&self) -> Option<PagePosition> {
        self.cursor.clone().map(PagePosition::Cursor)
    }

    fn turn_to(&mut self, position: PagePosition) {
        if let PagePosition::Cursor(cursor) = position {
            self.cursor = Some(cursor);
        }
    }

    fn items(output: &GetJobSyncStatus) -> &[IntegrationJob] {
        &output.results
    }

    fn into_items(output: GetJobSyncStatus) -> Vec<IntegrationJob> {
        output.results
    }
}

#[cfg(feature = "operation")]
impl Operation for GetJobSyncStatusRequest {
    const DESCRIPTION: Description = Description::new("Get the jobs of an integration")
        .description("Jobs of an integration with their results, 10 to a page.")
        .command(&["cdi", "get-job-sync-status"])
        .parameters(&[
            Parameter::path("integration_id", Kind::Identifier)
                .description("Identifier of the integration, as in the address of its page."),
            Parameter::query("cursor", Kind::Text).description(
                "Cursor of the page to return, from the `Link` header of the page before it.",
            ),
        ])
        .items(Items::new(
            "results",
            &[
                "job_status",
                "sync_start_time",
                "sync_finish_time",
                "last_timestamp_synced",
                "rows_synced",
                "rows_failed_with_errors",
            ],
        ))
        .exchanges(&[Exchange::new(
            "partial",
            "/cdi/integrations/0b5b8f0e-5d0c-4d53-9a55-1f6f8a3c2d10/job_sync_status",
            200,
            r#"{
  "results": [
    {
      "job_status": "partial",
      "sync_start_time": "2026-03-04T01:00:00Z",
      "sync_finish_time": "2026-03-04T01:02:00Z",
      "last_timestamp_synced": "2026-03-04T00:00:00Z",
      "rows_synced": 990,
      "rows_failed_with_errors": 10
    }
  ],
  "message": "success"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let integration_id = r.required("integration_id");
        let cursor = r.optional("cursor");
        Some(Self { integration_id: integration_id?, cursor })
    }

    fn write(output: &GetJobSyncStatus) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`GetJobSyncStatusRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct GetJobSyncStatus {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The jobs of this page.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub results: Vec<IntegrationJob>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl GetJobSyncStatus {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, results: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for GetJobSyncStatus {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "results" => field.value(&mut self.results),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for GetJobSyncStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for GetJobSyncStatus {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.results.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct IntegrationJob {
    /// Status of the job.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_status: Option<IntegrationJobJobStatus>,
    /// Start of the job.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sync_start_time: Option<SeriesTime>,
    /// End of the job, if it has ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sync_finish_time: Option<SeriesTime>,
    /// Time of the newest row that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_timestamp_synced: Option<SeriesTime>,
    /// Rows that were taken in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows_synced: Option<u64>,
    /// Rows that were not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows_failed_with_errors: Option<u64>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl IntegrationJob {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            job_status: None,
            sync_start_time: None,
            sync_finish_time: None,
            last_timestamp_synced: None,
            rows_synced: None,
            rows_failed_with_errors: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for IntegrationJob {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "job_status" => field.scalar(&mut self.job_status, &mut self.extra),
            "sync_start_time" => field.scalar(&mut self.sync_start_time, &mut self.extra),
            "sync_finish_time" => field.scalar(&mut self.sync_finish_time, &mut self.extra),
            "last_timestamp_synced" => {
                field.scalar(&mut self.last_timestamp_synced, &mut self.extra)
            }
            "rows_synced" => field.scalar(&mut self.rows_synced, &mut self.extra),
            "rows_failed_with_errors" => {
                field.scalar(&mut self.rows_failed_with_errors, &mut self.extra)
            }
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for IntegrationJob {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for IntegrationJob {
    fn scrub(&mut self, secret: &Secret) {
        self.job_status.scrub(secret);
        self.sync_start_time.scrub(secret);
        self.sync_finish_time.scrub(secret);
        self.last_timestamp_synced.scrub(secret);
        self.rows_synced.scrub(secret);
        self.rows_failed_with_errors.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Status of the job.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IntegrationJobJobStatus {
    /// `running`
    Running,
    /// `success`
    Success,
    /// `partial`
    Partial,
    /// `error`
    Error,
    /// `config_error`
    ConfigError,
    /// A word that the spec does not know.
    Other(Box<str>),
}

impl Word for IntegrationJobJobStatus {
    fn as_str(&self) -> &str {
        match self {
            Self::Running => "running",
            Self::Success => "success",
            Self::Partial => "partial",
            Self::Error => "error",
            Self::ConfigError => "config_error",
            Self::Other(word) => word,
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "running" => Self::Running,
            "success" => Self::Success,
            "partial" => Self::Partial,
            "error" => Self::Error,
            "config_error" => Self::ConfigError,
            other => Self::Other(other.into()),
        }
    }
}

word!(IntegrationJobJobStatus);
