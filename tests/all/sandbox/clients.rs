//! The sandbox under the two clients, as a user's test suite has it.

use std::time::Duration;

use braze_core::sessions::DataSeriesRequest;
use braze_core::{Backoff, Config, Pool, RetryPolicy, Timestamp, Unit};
use braze_sandbox::{ExpectedRequest, Sandbox, Scenario};

use super::wire::at_fixed_time;

/// A policy whose waits a test can bear.
fn quick() -> RetryPolicy {
    RetryPolicy::default().backoff(Backoff::new(Duration::from_millis(1), Duration::from_millis(5)))
}

fn blocking(sandbox: &Sandbox) -> braze_blocking::Client {
    let config = Config::new(sandbox.base_url(), sandbox.api_key()).retry(quick());
    braze_blocking::Client::with_config(config).unwrap()
}

#[test]
fn a_blocking_client_reads_the_truth() {
    let sandbox = at_fixed_time().start().unwrap();
    let end = "2024-05-03T00:00:00Z".parse::<Timestamp>().unwrap();
    let request = DataSeriesRequest::new(48).unit(Unit::Hour).ending_at(end);
    let reply = blocking(&sandbox).send(&request).unwrap();
    let (from, to) = ("2024-05-01".parse().unwrap(), "2024-05-03".parse().unwrap());
    assert_eq!(reply.data, sandbox.truth(&request, from, to));
    sandbox.verify([ExpectedRequest::from_request(&request)]).unwrap();
}

#[test]
fn an_async_client_reads_it_too_beside_the_sandboxs_own_runtime() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        // Started and dropped within a runtime of the caller's.
        let sandbox = at_fixed_time().start().unwrap();
        let config = Config::new(sandbox.base_url(), sandbox.api_key());
        let client = braze_async::Client::with_config(config).unwrap();
        let request = DataSeriesRequest::new(2);
        assert_eq!(client.send(&request).await.unwrap().data.len(), 2);
        sandbox.verify([ExpectedRequest::from_request(&request)]).unwrap();
    });
}

#[test]
fn a_client_survives_flaky_and_the_journal_shows_how() {
    let scenario: Scenario = "flaky".parse().unwrap();
    let sandbox = at_fixed_time().scenario(scenario).start().unwrap();
    let request = DataSeriesRequest::new(3);
    let reply = blocking(&sandbox).send(&request).unwrap();
    assert_eq!((reply.data.len(), reply.attempts), (3, 4));
    let faults: Vec<_> = sandbox.requests().into_iter().map(|request| request.fault).collect();
    let faults: Vec<_> = faults.iter().map(Option::as_deref).collect();
    let limited = Some("rate limited, X-RateLimit-Retry-After 1 s");
    assert_eq!(faults, [limited, Some("status 502"), Some("connection reset"), None]);
}

#[test]
fn a_pool_that_is_used_up_ends_in_a_time_to_come_back() {
    let sandbox = at_fixed_time().pool(Pool::new("default", 0, 3_600)).start().unwrap();
    let error = blocking(&sandbox).send(&DataSeriesRequest::new(1)).unwrap_err();
    assert!(error.is_rate_limited(), "{error}");
    assert!(error.retry_at().is_some());
}
