//! Integrations with a data warehouse, and their jobs.

use braze_core::cdi::{
    GetJobSyncStatusRequest, IntegrationJobJobStatus, IntegrationsSyncRequest,
    ListIntegrationsRequest,
};
use braze_sandbox::Sandbox;

use super::{refused, with_both_clients};
use crate::conformance::Client;

with_both_clients![integrations_and_jobs_come_page_by_page, a_running_job_is_not_a_rate_limit];

const ID: &str = "0b5b8f0e-5d0c-4d53-9a55-1f6f8a3c2d10";

fn integrations_and_jobs_come_page_by_page<C: Client>(client: &C, sandbox: &Sandbox) {
    let mut names = Vec::new();
    client.each_item(ListIntegrationsRequest::new(), |it| {
        names.push(it.unwrap().integration_name.unwrap());
    });
    assert_eq!((names.len(), names[0].as_str()), (12, "nightly teas"));
    let mut jobs = Vec::new();
    let mut pages = Vec::new();
    client.each_page(GetJobSyncStatusRequest::new(ID), |page| {
        let page = page.unwrap();
        pages.push(page.results.len());
        jobs.extend(page.value.results);
    });
    assert_eq!(pages, [10, 10, 5]);
    assert!(jobs.iter().all(|job| job.rows_synced.unwrap() >= 990));
    assert_eq!(sandbox.request_count(), 5);
    let unknown = refused(client, &GetJobSyncStatusRequest::new("somewhere"));
    assert_eq!(unknown.message(), Some("Invalid integration ID"));
    let cursor = refused(client, &ListIntegrationsRequest::new().cursor("c2tpcDo1MA=="));
    assert_eq!(cursor.message(), Some("Invalid cursor"));
}

fn a_running_job_is_not_a_rate_limit<C: Client>(client: &C, sandbox: &Sandbox) {
    let start = IntegrationsSyncRequest::new(ID);
    client.send(&start).unwrap();
    let running = client.send(&GetJobSyncStatusRequest::new(ID)).unwrap();
    assert_eq!(running.results[0].job_status, Some(IntegrationJobJobStatus::Running));
    assert_eq!(running.results[0].sync_finish_time, None);
    let before = sandbox.request_count();
    let busy = refused(client, &start);
    assert_eq!((busy.status().as_u16(), busy.message()), (429, Some("Another job is in progress")));
    // Waiting would not help, so it was asked once.
    assert_eq!(sandbox.request_count() - before, 1);
    let unknown = refused(client, &IntegrationsSyncRequest::new(ID.replace('0', "1")));
    assert_eq!(
        (unknown.status().as_u16(), unknown.message()),
        (404, Some("Integration not found"))
    );
}
