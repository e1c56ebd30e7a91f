//! The other side of an import, made up: a server that answers as a test says, and a driver that has several
//! requests in flight on a virtual clock.

use std::collections::HashSet;
use std::time::Duration;

use braze_core::import::{
    Account, Import, ImportError, ImportJob, ImportStep, Record, RecordKind, RecordOutcome,
};
use braze_core::{Config, Machine, Now, Step};
use serde_json::Value;

use crate::core::peer::{Outcome, START, reply, resume, session};

/// The identifiers that name a user, as `field value`.
pub(super) fn users(record: &Value) -> Vec<String> {
    let fields = ["external_id", "user_alias", "braze_id", "email", "phone"];
    let field = |name: &&str| record.get(*name).map(|value| format!("{name} {value}"));
    fields.iter().filter_map(field).collect()
}

/// A request as the server sees it.
#[derive(Debug, Clone)]
pub(super) struct Request {
    /// The number of the batch, from 0 in the order in which they were first sent.
    pub(super) batch: usize,
    pub(super) bytes: usize,
    /// The records, in the order in which Braze applies them.
    pub(super) records: Vec<(RecordKind, Value)>,
}

impl Request {
    fn read(batch: usize, body: &[u8]) -> Self {
        let fields: Value = serde_json::from_slice(body).unwrap();
        let fields = fields.as_object().unwrap();
        assert!(fields.keys().all(|name| RecordKind::ALL.iter().any(|kind| kind.array() == name)));
        let records = RecordKind::ALL.into_iter().flat_map(|kind| {
            let items = fields.get(kind.array()).map(|items| items.as_array().unwrap().clone());
            items.unwrap_or_default().into_iter().map(move |item| (kind, item))
        });
        Self { batch, bytes: body.len(), records: records.collect() }
    }

    /// The records' own numbers, which every record of these tests has.
    pub(super) fn numbers(&self) -> Vec<u64> {
        self.records.iter().map(|(_, record)| record["n"].as_u64().unwrap()).collect()
    }

    pub(super) fn users(&self) -> HashSet<String> {
        self.records.iter().flat_map(|(_, record)| users(record)).collect()
    }

    pub(super) fn count(&self, kind: RecordKind) -> usize {
        self.records.iter().filter(|(it, _)| *it == kind).count()
    }
}

/// The end of an import.
pub(super) struct Run {
    pub(super) outcomes: Vec<RecordOutcome>,
    pub(super) error: Option<ImportError>,
    pub(super) account: Account,
    /// Every attempt.
    pub(super) requests: Vec<Request>,
    /// The most records that were taken and had not come back.
    pub(super) max_held: usize,
}

/// A job on its way: the time of its next event, and the reply that comes then.
struct Running {
    job: ImportJob,
    batch: usize,
    at: Now,
    /// `None` while it waits to be sent again.
    sent: Option<(HashSet<String>, Outcome)>,
}

/// Everything is taken in.
pub(super) fn success(_: &Request) -> (Duration, Outcome) {
    (Duration::from_millis(50), reply(201, &[], r#"{"message":"success"}"#))
}

/// Runs an import to its end. The server says how long an answer takes, and which one it is.
pub(super) fn run(
    import: Import<Vec<Record>>,
    configure: impl FnOnce(Config) -> Config,
    mut server: impl FnMut(&Request) -> (Duration, Outcome),
) -> Run {
    let (mut machine, records) = import.start(&session(configure));
    let mut records = records.into_iter();
    let (mut now, mut batches) = (START, 0);
    let mut running: Vec<Running> = Vec::new();
    let (mut outcomes, mut requests, mut error) = (Vec::new(), Vec::new(), None);
    let mut max_held = 0;
    loop {
        match machine.poll() {
            ImportStep::Take => match records.next() {
                Some(record) => machine.push(record),
                None => machine.end_input(),
            },
            ImportStep::Job(job) => {
                running.push(Running { job, batch: batches, at: now, sent: None });
                batches += 1;
                assert!(running.len() <= machine.concurrency(), "too many requests in flight");
            }
            ImportStep::Outcome(outcome) => outcomes.push(outcome),
            ImportStep::Wait => {
                let next = running.iter().enumerate().min_by_key(|(_, running)| running.at);
                let index = next.expect("something is in flight").0;
                let mut next = running.swap_remove(index);
                now = now.max(next.at);
                if let Some((_, outcome)) = next.sent.take() {
                    resume(&mut next.job, now, outcome);
                }
                match next.job.poll(now) {
                    Step::Send(request) => {
                        assert_eq!(
                            (request.method().as_str(), request.uri().path()),
                            ("POST", "/users/track")
                        );
                        let request = Request::read(next.batch, request.body());
                        let users = request.users();
                        for (others, _) in running.iter().filter_map(|other| other.sent.as_ref()) {
                            assert!(users.is_disjoint(others), "two requests name one user");
                        }
                        let (latency, outcome) = server(&request);
                        requests.push(request);
                        running.push(Running {
                            at: now.after(latency),
                            sent: Some((users, outcome)),
                            ..next
                        });
                    }
                    Step::Sleep(wait) => running.push(Running { at: now.after(wait), ..next }),
                    Step::Yield(outcome) => machine.complete(&next.job, outcome),
                    Step::Done => panic!("a job has one outcome"),
                }
            }
            ImportStep::Failed(failure) => error = Some(failure),
            ImportStep::Done => break,
        }
        max_held = max_held.max(machine.account().records as usize - outcomes.len());
    }
    let account = machine.account().clone();
    Run { outcomes, error, account, requests, max_held }
}
