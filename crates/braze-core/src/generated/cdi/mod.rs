// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Cloud Data Ingestion: integrations that read from a data warehouse, and their jobs.

mod get_job_sync_status;
mod integrations_sync;
mod list_integrations;

pub use get_job_sync_status::{
    GetJobSyncStatus, GetJobSyncStatusRequest, IntegrationJob, IntegrationJobJobStatus,
};
pub use integrations_sync::IntegrationsSyncRequest;
pub use list_integrations::{Integration, ListIntegrations, ListIntegrationsRequest};
