//! Imports that end early: what was not sent is named, and nothing else.

use std::time::Duration;

use braze_core::import::{Import, Record, RecordKind, RecordStatus};
use braze_core::{IoKind, Pacing, RetryPolicy, Sent};

use super::peer::{Request, Run, run, success};
use crate::core::peer::{Outcome, failure, reply};

/// Events, ten to a request.
fn events(count: usize) -> Import<Vec<Record>> {
    let record = |number| {
        let json = format!(r#"{{"external_id":"u-{number}","n":{number}}}"#);
        Record::parse(RecordKind::Event, json).unwrap()
    };
    Import::new((0..count).map(record).collect()).max_records(10)
}

fn patient(
    import: Import<Vec<Record>>,
    server: impl FnMut(&Request) -> (Duration, Outcome),
) -> Run {
    run(import, |config| config.retry(RetryPolicy::none()).pacing(Pacing::off()), server)
}

/// The positions of the records that were not sent.
fn not_sent(run: &Run) -> Vec<u64> {
    let outcomes = run.outcomes.iter().filter(|outcome| outcome.status == RecordStatus::NotSent);
    let mut indexes: Vec<_> = outcomes.map(|outcome| outcome.index).collect();
    indexes.sort_unstable();
    indexes
}

#[test]
fn a_refused_key_stops_at_once_and_names_the_rest() {
    let run = patient(events(1_000).concurrency(1), |request| match request.batch {
        0..3 => success(request),
        _ => (Duration::from_millis(1), reply(401, &[], r#"{"message":"Invalid API key"}"#)),
    });
    assert_eq!(run.requests.len(), 4);
    let error = run.error.as_ref().unwrap();
    assert!(error.call().unwrap().is_unauthorized());
    assert_eq!(error.resume_at(), 30);
    assert_eq!(error.to_string(), "the import ended early: no record after the first 30 was sent");
    assert_eq!(not_sent(&run), (30..run.account.records).collect::<Vec<_>>());
    assert!(run.account.records <= 51, "no more was taken than is held");
    assert_eq!(
        run.account.to_string().replace(&run.account.records.to_string(), "N"),
        format!(
            "import: 30 of N records: 30 accepted, 0 rejected, 0 unknown, {} not sent",
            run.account.not_sent
        )
    );
}

/// Requests that are in flight at the end are waited for. A hole before the last of them comes back as not sent.
#[test]
fn a_hole_is_named_record_by_record() {
    let run = patient(events(1_000).concurrency(4), |request| match request.batch {
        1 => (Duration::from_millis(1), reply(403, &[], r#"{"message":"Forbidden"}"#)),
        _ => success(request),
    });
    assert_eq!(run.error.as_ref().unwrap().resume_at(), 40);
    assert_eq!(not_sent(&run)[..10], [10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    assert!(not_sent(&run)[10..].iter().all(|index| *index >= 40));
    assert_eq!(run.account.accepted, 30);
}

#[test]
fn a_server_that_never_answers_is_not_asked_for_long() {
    for concurrency in [1, 4] {
        let run = patient(events(1_000).concurrency(concurrency), |_| {
            (Duration::from_millis(1), failure(IoKind::Closed, Sent::Maybe))
        });
        let error = run.error.as_ref().unwrap();
        assert!(run.requests.len() <= 4 * concurrency + 3, "{}", run.requests.len());
        assert_eq!(run.account.unknown, 10 * run.requests.len() as u64);
        assert_eq!(error.resume_at(), run.account.unknown);
    }
}

/// The requests that one outage hits at the same time do not stop an import.
#[test]
fn a_lost_connection_costs_what_was_in_flight() {
    let run = patient(events(1_000).concurrency(8), |request| match request.batch {
        8..16 => (Duration::from_millis(50), failure(IoKind::Closed, Sent::Maybe)),
        _ => success(request),
    });
    assert!(run.error.is_none());
    assert_eq!(
        run.account.to_string(),
        "import: 1,000 of 1,000 records: 920 accepted, 0 rejected, 80 unknown"
    );
}

#[test]
fn a_record_that_cannot_be_sent_is_rejected_where_it_stands() {
    let good = |user: &str| {
        let json = format!(r#"{{"external_id":"{user}","n":1}}"#);
        Record::parse(RecordKind::Attributes, json).unwrap()
    };
    let bad =
        Record::with_problem(RecordKind::Event, "a,b", "line 2 has 2 fields, but 3 are needed");
    let run = patient(Import::new(vec![good("a"), bad, good("a-test-key"), good("b")]), success);
    let mut outcomes = run.outcomes.clone();
    outcomes.sort_by_key(|outcome| outcome.index);
    let reasons: Vec<_> = outcomes.iter().map(|outcome| outcome.status.reason()).collect();
    let problem = Some("line 2 has 2 fields, but 3 are needed");
    assert_eq!(reasons, [None, problem, Some("the record holds the API key"), None]);
    assert_eq!(outcomes[1].record.json(), b"a,b");
    assert_eq!(run.requests.len(), 1);
}

/// Rejected records come back while the input is read, however many there are.
#[test]
fn an_input_of_nothing_but_problems_is_not_held() {
    let bad = |_| Record::with_problem(RecordKind::Event, "?", "unreadable");
    let run = patient(Import::new((0..10_000).map(bad).collect()), success);
    assert!(run.max_held <= 75, "{}", run.max_held);
    assert_eq!((run.account.rejected, run.requests.len()), (10_000, 0));
}
