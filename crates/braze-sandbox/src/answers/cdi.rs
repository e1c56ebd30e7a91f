//! Replies about integrations that read from a data warehouse.

use chrono::{DateTime, Days, SecondsFormat, Utc};
use http::StatusCode;
use serde_json::{Value, json};

use super::page::CursorPages;
use super::query::{Query, Refusal, WorldReply};
use crate::ingestion::Integration;

/// Pages of integrations and of jobs.
const PAGES: CursorPages = CursorPages { size: 10, escapes: false };

/// `GET /cdi/integrations`.
pub(super) fn list(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let integrations: Vec<_> = query.changes.ingestion.integrations().iter().enumerate().collect();
    let item = |(position, integration): &(usize, &Integration)| {
        let last = query.changes.ingestion.jobs(*position, query.now).into_iter().next();
        let next = last.and_then(|last| last.start.checked_add_days(Days::new(1)));
        json!({
            "integration_id": integration.id,
            "app_group_id": "65f0c0ffee0c0ffee0c0ffee",
            "integration_name": integration.name,
            "integration_type": integration.kind,
            "integration_status": "active",
            "contact_emails": "data@example.com",
            "last_updated_at": last.map(|last| time(last.start)),
            "warehouse_type": integration.warehouse,
            "last_job_start_time": last.map(|last| time(last.start)),
            "last_job_status": last.map(|last| last.status),
            "next_scheduled_run": next.map(time),
        })
    };
    page(query, &integrations, item)
}

/// `GET /cdi/integrations/{integration_id}/job_sync_status`.
pub(super) fn jobs(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let integration =
        query.changes.ingestion.find(query.text("integration_id").unwrap_or_default());
    let integration = integration.ok_or_else(|| Refusal::bad_request("Invalid integration ID"))?;
    let jobs = query.changes.ingestion.jobs(integration, query.now);
    page(query, &jobs, |job| {
        json!({
            "job_status": job.status,
            "sync_start_time": time(job.start),
            "sync_finish_time": job.finish.map(time),
            "last_timestamp_synced": job.finish.map(|_| time(job.start)),
            "rows_synced": job.rows,
            "rows_failed_with_errors": job.failed,
        })
    })
}

/// `POST /cdi/integrations/{integration_id}/sync`.
pub(super) fn sync(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let id = query.text("integration_id").unwrap_or_default();
    let Some(integration) = query.changes.ingestion.find(id) else {
        let is_identifier = id.len() == 36;
        return Err(match is_identifier {
            true => {
                let body = json!({ "message": "Integration not found" });
                Refusal::Reply(StatusCode::NOT_FOUND, body)
            }
            false => Refusal::bad_request("Invalid integration ID"),
        });
    };
    if query.changes.ingestion.is_running(integration, query.now) {
        return Err(Refusal::Busy("Another job is in progress"));
    }
    query.changes.ingestion.start(integration, query.now);
    Ok(WorldReply::accepted(json!({ "message": "success" })))
}

/// One page of a list.
fn page<T>(
    query: &Query<'_>,
    list: &[T],
    item: impl Fn(&T) -> Value,
) -> Result<WorldReply, Refusal> {
    let page = PAGES.page(query, list).ok_or_else(|| Refusal::bad_request("Invalid cursor"))?;
    let results: Vec<Value> = page.items.iter().map(item).collect();
    let body = json!({ "results": results, "message": "success" });
    Ok(WorldReply { link: page.link, ..WorldReply::ok(body) })
}

/// A time as these replies have it: `2026-03-04T01:00:00Z`.
fn time(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}
