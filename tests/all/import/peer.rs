//! The other side of an import, made up: a server that answers as a test says, and a driver that has several
//! requests in flight on a virtual clock.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::time::Duration;

use braze_core::import::{
    Account, Import, ImportError, ImportJob, ImportStep, Record, RecordKind, RecordOutcome,
};
use braze_core::{Config, Machine, Now, Step};
use serde_json::Value;

use super::model::{Wire, array, is_ordered, items, target, users, wire};
use crate::core::peer::{Outcome, START, reply, resume, session};

/// A request as the server sees it.
#[derive(Debug, Clone)]
pub(super) struct Request {
    /// The number of the batch, from 0 in the order in which they were first sent.
    pub(super) batch: usize,
    /// The method and the path.
    pub(super) target: String,
    pub(super) body: String,
    pub(super) bytes: usize,
    /// The records, in the order in which Braze applies them.
    pub(super) records: Vec<Received>,
}

/// A record of a request.
#[derive(Debug, Clone)]
pub(super) struct Received {
    /// Its position in the input.
    pub(super) number: u64,
    pub(super) kind: RecordKind,
    /// The array that it stands in.
    pub(super) array: String,
    /// The record as it was given.
    pub(super) value: Value,
}

impl Request {
    /// The records' positions in the input.
    pub(super) fn numbers(&self) -> Vec<u64> {
        self.records.iter().map(|record| record.number).collect()
    }

    pub(super) fn users(&self) -> HashSet<String> {
        self.records.iter().flat_map(|record| users(&record.value)).collect()
    }

    /// Tells whether it applies its records in an order.
    pub(super) fn is_ordered(&self) -> bool {
        self.records.iter().all(|record| is_ordered(record.kind))
    }

    /// The arrays, each with its records.
    pub(super) fn arrays(&self) -> BTreeMap<&str, Vec<&Received>> {
        let mut arrays = BTreeMap::<_, Vec<_>>::new();
        for record in &self.records {
            arrays.entry(record.array.as_str()).or_default().push(record);
        }
        arrays
    }
}

/// The input, by the form that its records have in a request.
struct Inputs {
    records: Vec<(RecordKind, Value)>,
    /// The positions of those that were not sent yet.
    numbers: HashMap<(String, Wire), VecDeque<u64>>,
    /// The batches that were sent.
    batches: HashMap<usize, Vec<(String, u64)>>,
}

impl Inputs {
    fn new(records: &[Record]) -> Self {
        let values = records.iter().map(|record| {
            (record.kind(), serde_json::from_slice(record.json()).unwrap_or_default())
        });
        let records: Vec<(RecordKind, Value)> = values.collect();
        let mut numbers = HashMap::<_, VecDeque<_>>::new();
        for (number, (kind, value)) in records.iter().enumerate() {
            if value.is_object() {
                let form = (target(*kind, value), wire(*kind, value));
                numbers.entry(form).or_default().push_back(number as u64);
            }
        }
        Self { records, numbers, batches: HashMap::new() }
    }

    /// Reads a request. An attempt holds what the first one of its batch held.
    fn read(&mut self, batch: usize, target: &str, body: &[u8]) -> Request {
        let content: Value = serde_json::from_slice(body).unwrap();
        let order = ["attributes", "events", "purchases"];
        let mut items = items(&content);
        items.sort_by_key(|(place, _)| order.iter().position(|it| *it == array(place)));
        let numbers = &mut self.numbers;
        let sent = self.batches.entry(batch).or_insert_with(|| {
            let number = |item: Wire| {
                let array = array(&item.0).to_owned();
                let form = (target.to_owned(), item);
                let waiting = numbers.get_mut(&form).expect("an item of the input");
                let number = waiting.pop_front().expect("an item that was not sent");
                if target.contains("/catalogs/") {
                    // It may be sent again in another batch, if it was refused because of another item.
                    waiting.push_back(number);
                }
                (array, number)
            };
            items.iter().cloned().map(number).collect()
        });
        assert_eq!(sent.len(), items.len(), "another body than before");
        let records = sent.iter().map(|(array, number)| {
            let (kind, value) = self.records[*number as usize].clone();
            Received { number: *number, kind, array: array.clone(), value }
        });
        let records = records.collect();
        let text = String::from_utf8_lossy(body).into_owned();
        Request { batch, target: target.to_owned(), body: text, bytes: body.len(), records }
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
    server: impl FnMut(&Request) -> (Duration, Outcome),
) -> Run {
    run_for(usize::MAX, import, configure, server)
}

/// Runs an import for so many steps at most, and then drops it with all that is in flight.
pub(super) fn run_for(
    max_steps: usize,
    import: Import<Vec<Record>>,
    configure: impl FnOnce(Config) -> Config,
    mut server: impl FnMut(&Request) -> (Duration, Outcome),
) -> Run {
    let (mut machine, records) = import.start(&session(configure));
    let mut inputs = Inputs::new(&records);
    let mut records = records.into_iter();
    let (mut now, mut batches) = (START, 0);
    let mut running: Vec<Running> = Vec::new();
    let (mut outcomes, mut requests, mut error) = (Vec::new(), Vec::new(), None);
    let mut max_held = 0;
    for _ in 0..max_steps {
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
                        let target = format!("{} {}", request.method(), request.uri().path());
                        let request = inputs.read(next.batch, &target, request.body());
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
