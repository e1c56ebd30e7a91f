//! Exports that are dropped or called off midway, over sockets.

use std::cell::Cell;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use braze_core::export::{Export, ExportError, Range};
use braze_core::sessions::DataSeriesRequest;
use braze_core::{Backoff, Error, Event, EventKind, Observer, RetryPolicy};
use braze_sandbox::{Fault, Rule, Sandbox, Scenario};
use chrono::TimeDelta;

use super::clients::{config, now, runtime, sandbox};
use super::peer::date;

/// Longer than any test may take.
const LONG: Duration = Duration::from_secs(40);

/// The time within which an export must stop, on a busy machine.
const MOMENT: Duration = Duration::from_secs(5);

fn days(count: i64) -> Export<DataSeriesRequest> {
    let from = date("2010-01-01");
    Export::new(DataSeriesRequest::new(1), Range::days(from, from + TimeDelta::days(count)))
}

/// A sandbox that answers the first requests, and keeps the next ones waiting.
fn stuck_after(requests: u64, stuck: u64) -> Sandbox {
    let scenario =
        Scenario::new("stuck").rule(Rule::latency(LONG).requests(requests + 1..=requests + stuck));
    sandbox().scenario(scenario).start().unwrap()
}

/// Waits until so many requests have come.
fn wait_for(sandbox: &Sandbox, requests: u64) {
    while sandbox.request_count() < requests {
        thread::sleep(Duration::from_millis(1));
    }
}

/// Leaves a mark with every thread that carries requests of an export, which goes when the thread does.
///
/// The four requests that an export begins with wait for each other, so that each is in a thread of its
/// own, and the last two of them until the first two are answered.
#[derive(Debug, Default)]
struct Watch {
    mark: Arc<()>,
    seen: Mutex<Seen>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Seen {
    /// The number of the first call, which the export comes after.
    first: Option<u64>,
    started: usize,
    answered: usize,
}

thread_local! {
    static MARK: Cell<Option<Arc<()>>> = const { Cell::new(None) };
}

impl Observer for Watch {
    fn observe(&self, event: &Event<'_>) {
        let mut seen = self.seen.lock().unwrap();
        let first = *seen.first.get_or_insert(event.call);
        if event.call == first {
            return;
        }
        match event.kind {
            EventKind::Started => {
                MARK.set(Some(Arc::clone(&self.mark)));
                seen.started += 1;
            }
            EventKind::Finished { .. } => seen.answered += 1,
            _ => return,
        }
        self.changed.notify_all();
        let wanted = if event.call - first > 2 { 2 } else { 0 };
        let early = |seen: &mut Seen| seen.started < 4 || seen.answered < wanted;
        drop(self.changed.wait_timeout_while(seen, MOMENT, early).unwrap());
    }
}

#[test]
fn dropping_it_cuts_what_is_in_flight_and_joins_its_threads() {
    let sandbox = stuck_after(3, 2);
    let watch = Arc::new(Watch::default());
    let mark = Arc::clone(&watch.mark);
    let client = braze_blocking::Client::with_config(config(&sandbox).observer(watch)).unwrap();
    // From then on it is known how many requests are left, and none has to find out for the others.
    client.send(&DataSeriesRequest::new(1)).unwrap();
    let mut export = client.export(days(98 * 20).concurrency(4)).unwrap();
    let taken = export.by_ref().take(20).filter(Result::is_ok).count();
    assert_eq!(taken, 20);
    wait_for(&sandbox, 5);
    assert_eq!(Arc::strong_count(&mark), 2 + 4);
    let started = Instant::now();
    drop(export);
    assert!(started.elapsed() < MOMENT, "{:?}", started.elapsed());
    assert_eq!(Arc::strong_count(&mark), 2, "all four threads are gone");
    // The client is as good as before.
    client.send(&DataSeriesRequest::new(1)).unwrap();
    assert_eq!(client.export(days(50)).unwrap().into_rows().unwrap().0.len(), 50);
}

#[test]
fn an_export_that_was_not_begun_is_dropped_without_a_request() {
    let sandbox = sandbox().start().unwrap();
    let client = braze_blocking::Client::builder(config(&sandbox)).clock(now).build().unwrap();
    drop(client.export(days(500)).unwrap());
    let client = braze_async::Client::builder(config(&sandbox)).clock(now).build().unwrap();
    drop(client.export(days(500)).unwrap());
    assert_eq!(sandbox.request_count(), 0);
}

#[test]
fn calling_it_off_gives_the_cursor_to_go_on_from() {
    for concurrency in [1, 4] {
        let sandbox = stuck_after(3, 1);
        let client = braze_blocking::Client::builder(config(&sandbox)).clock(now).build().unwrap();
        let export = days(98 * 10).concurrency(concurrency);
        let mut running = client.export(export.clone()).unwrap();
        let cancel = running.cancel();
        let started = Instant::now();
        let mut rows = Vec::new();
        let error = thread::scope(|scope| {
            scope.spawn(|| {
                wait_for(&sandbox, 4);
                cancel.cancel();
            });
            loop {
                match running.next() {
                    Some(Ok(row)) => rows.push(row),
                    Some(Err(error)) => break error,
                    None => panic!("it ended by itself"),
                }
            }
        });
        assert!(started.elapsed() < MOMENT, "{:?}", started.elapsed());
        assert!(running.next().is_none());
        let ExportError::Call { source, cursor, .. } = error else { panic!("{error}") };
        assert!(matches!(*source, Error::Cancelled), "{source:?}");
        drop(running);
        let (rest, coverage) =
            client.export(export.clone().resume(*cursor)).unwrap().into_rows().unwrap();
        assert!(coverage.is_clean(), "{coverage}");
        rows.extend(rest);
        let (whole, _) = client.export(export).unwrap().into_rows().unwrap();
        assert_eq!(rows, whole);
    }
}

#[test]
fn calling_it_off_ends_a_wait_too() {
    let down = Scenario::new("down").rule(Rule::fault(Fault::Reset));
    let sandbox = sandbox().scenario(down).start().unwrap();
    let patient = Backoff::new(LONG, LONG);
    let config = config(&sandbox).retry(RetryPolicy::default().backoff(patient));
    let client = braze_blocking::Client::with_config(config).unwrap();
    let mut export = client.export(days(98 * 10)).unwrap();
    let cancel = export.cancel();
    let started = Instant::now();
    thread::scope(|scope| {
        scope.spawn(|| {
            wait_for(&sandbox, 1);
            cancel.cancel();
        });
        assert!(matches!(export.next(), Some(Err(ExportError::Call { .. }))));
    });
    drop(export);
    assert!(started.elapsed() < MOMENT, "{:?}", started.elapsed());
}

#[test]
fn an_agent_of_the_callers_own_survives() {
    let sandbox = sandbox().start().unwrap();
    let agent = braze_blocking::ureq::Agent::new_with_defaults();
    let client = braze_blocking::Client::builder(config(&sandbox))
        .with_agent(agent.clone())
        .build()
        .unwrap();
    let mut export = client.export(days(98 * 20).concurrency(4)).unwrap();
    assert!(export.next().unwrap().is_ok());
    export.cancel().cancel();
    drop(export);
    assert!(client.send(&DataSeriesRequest::new(1)).is_ok());
}

#[test]
fn dropping_the_stream_calls_its_requests_off() {
    let sandbox = stuck_after(2, 2);
    runtime().block_on(async {
        let client = braze_async::Client::builder(config(&sandbox)).clock(now).build().unwrap();
        let mut export = client.export(days(98 * 20).concurrency(4)).unwrap();
        while sandbox.request_count() < 4 {
            export.next().await.unwrap().unwrap();
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        let started = Instant::now();
        drop(export);
        client.send(&DataSeriesRequest::new(1)).await.unwrap();
        let (rows, _) = client.export(days(50)).unwrap().into_rows().await.unwrap();
        assert_eq!(rows.len(), 50);
        assert!(started.elapsed() < MOMENT, "{:?}", started.elapsed());
    });
}

#[test]
fn a_stream_that_nobody_polls_holds_its_requests_back() {
    let sandbox = sandbox().start().unwrap();
    runtime().block_on(async {
        let client = braze_async::Client::builder(config(&sandbox)).clock(now).build().unwrap();
        let mut export = client.export(days(98 * 20).concurrency(4)).unwrap();
        export.next().await.unwrap().unwrap();
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert!(sandbox.request_count() <= 4, "{}", sandbox.request_count());
        assert!(export.progress().done >= 1);
        assert_eq!(export.progress().windows, 20);
        let (rows, coverage) = export.into_rows().await.unwrap();
        assert_eq!(rows.len(), 98 * 20 - 1);
        assert!(coverage.is_clean(), "{coverage}");
    });
}
