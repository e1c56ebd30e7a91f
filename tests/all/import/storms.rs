//! Random records, replies and faults: every record ends once, and nothing counts twice.

use std::collections::HashMap;
use std::time::Duration;

use braze_core::import::{Import, Record, RecordKind, RecordStatus};
use braze_core::{IoKind, RetryPolicy, Sent};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::peer::{Request, Run, run, users};
use crate::core::peer::{Outcome, failure, reply};

/// A server that applies what it is sent, and fails in every way there is.
#[derive(Default)]
struct Server {
    /// The numbers of the records that were applied, in order.
    applied: Vec<u64>,
    /// The attempts of each record that may have been acted on.
    acted: HashMap<u64, usize>,
    /// The order of each user: the batch, the attempt and the record.
    orders: HashMap<String, Vec<(usize, usize, u64)>>,
    attempts: usize,
}

impl Server {
    fn answer(&mut self, request: &Request, fault: u8, seed: u64) -> Outcome {
        self.attempts += 1;
        let lost = |sent| failure(IoKind::Closed, sent);
        match fault {
            0 => return failure(IoKind::Connect, Sent::No),
            1 => return reply(429, &[("retry-after", "1")], r#"{"message":"Rate limited"}"#),
            2 => return reply(400, &[], r#"{"message":"Bad Request"}"#),
            3 => return reply(413, &[], ""),
            4 if seed.is_multiple_of(8) => {
                return reply(401, &[], r#"{"message":"Invalid API key"}"#);
            }
            5 => {
                let errors: Vec<_> = errors(request, |_| true);
                return reply(400, &[], json!({"message": "bad", "errors": errors}).to_string());
            }
            6 => {
                self.act(request);
                return lost(Sent::Maybe);
            }
            7 => {
                self.act(request);
                return reply(503, &[], "");
            }
            _ => self.act(request),
        }
        let is_bad = |number: u64| fault == 8 && (number ^ seed).is_multiple_of(3);
        for (_, record) in &request.records {
            let number = record["n"].as_u64().unwrap();
            let is_lost = matches!(fault, 9 | 10) && seed.is_multiple_of(2);
            if !is_bad(number) && !is_lost {
                self.apply(request.batch, record, number);
            }
        }
        match fault {
            8 => {
                let errors = errors(request, is_bad);
                reply(201, &[], json!({"message": "success", "errors": errors}).to_string())
            }
            9 => lost(Sent::Maybe),
            10 => reply(500, &[], "down"),
            11 => reply(201, &[], r#"{"message":"success","errors":["something"]}"#),
            12 => reply(200, &[], r#"{"message":"failure"}"#),
            13 => reply(200, &[], "<html>"),
            14 => failure(IoKind::Timeout, Sent::Maybe),
            _ => {
                let mut fields = json!({"message": "success"});
                for kind in RecordKind::ALL {
                    fields[format!("{}_processed", kind.array())] = json!(request.count(kind));
                }
                reply(201, &[], fields.to_string())
            }
        }
    }

    fn act(&mut self, request: &Request) {
        for number in request.numbers() {
            *self.acted.entry(number).or_default() += 1;
        }
    }

    fn apply(&mut self, batch: usize, record: &Value, number: u64) {
        self.applied.push(number);
        for user in users(record) {
            self.orders.entry(user).or_default().push((batch, self.attempts, number));
        }
    }
}

/// The errors of a reply about some records.
fn errors(request: &Request, is_bad: impl Fn(u64) -> bool) -> Vec<Value> {
    RecordKind::ALL
        .into_iter()
        .flat_map(|kind| {
            let of_kind = request.records.iter().filter(move |(it, _)| *it == kind);
            of_kind.enumerate().map(move |(index, (_, record))| (kind, index, record))
        })
        .filter(|(_, _, record)| is_bad(record["n"].as_u64().unwrap()))
        .map(|(kind, index, _)| json!({"type": "bad", "input_array": kind.array(), "index": index}))
        .collect()
}

fn record(number: usize, (kind, user, by): (RecordKind, u8, u8)) -> Record {
    let mut value = json!({"n": number});
    if by != 1 {
        value["external_id"] = json!(format!("u-{user}"));
    }
    if by >= 1 {
        value["email"] = json!(format!("{user}@example.com"));
    }
    if by == 3 {
        value["visits"] = json!({"inc": 1});
    }
    Record::new(kind, &value).unwrap()
}

fn check(
    records: &[Record],
    server: &Server,
    run: &Run,
    repeat: bool,
) -> Result<(), TestCaseError> {
    // Every record that was taken came back once.
    let mut statuses = HashMap::new();
    for outcome in &run.outcomes {
        prop_assert_eq!(&outcome.record, &records[outcome.index as usize]);
        prop_assert!(statuses.insert(outcome.index, &outcome.status).is_none());
    }
    let taken = run.account.records;
    prop_assert!((0..taken).all(|index| statuses.contains_key(&index)));
    prop_assert_eq!(statuses.len() as u64, taken);
    let account = &run.account;
    let sum = account.accepted + account.rejected + account.unknown + account.not_sent;
    prop_assert_eq!(sum, taken);
    match &run.error {
        None => {
            prop_assert_eq!(taken, records.len() as u64);
            prop_assert_eq!(account.not_sent, 0);
        }
        Some(error) => {
            let from = error.resume_at();
            prop_assert!(server.acted.keys().all(|number| *number < from), "acted on after it");
        }
    }
    let mut applied: HashMap<u64, usize> = HashMap::new();
    for number in &server.applied {
        *applied.entry(*number).or_default() += 1;
    }
    for (index, status) in statuses {
        let times = applied.get(&index).copied().unwrap_or_default();
        let acted = server.acted.get(&index).copied().unwrap_or_default();
        let is_repeatable = repeat || records[index as usize].is_harmless();
        prop_assert!(is_repeatable || acted <= 1, "{index} was sent {acted} times");
        match status {
            RecordStatus::Accepted => prop_assert!(times == 1 || times > 1 && is_repeatable),
            RecordStatus::Rejected { .. } => prop_assert!(times == 0 || is_repeatable),
            RecordStatus::NotSent => prop_assert_eq!(acted, 0),
            _ => prop_assert!(acted >= 1, "{} is unknown, but was never sent", index),
        }
    }
    for order in server.orders.values() {
        prop_assert!(order.is_sorted(), "{order:?} is out of order");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_record_ends_once_whatever_the_server_does(
        records in prop::collection::vec(
            (prop::sample::select(RecordKind::ALL.to_vec()), 0..60u8, 0..4u8),
            0..250,
        ),
        faults in prop::collection::vec((0..40u8, 0..200u64, any::<u64>()), 1..60),
        concurrency in 1..7usize,
        max_records in 1..12usize,
        repeat in any::<bool>(),
        attempts in 1..5u32,
    ) {
        let records: Vec<_> =
            records.into_iter().enumerate().map(|(number, it)| record(number, it)).collect();
        let mut server = Server::default();
        let mut next = faults.iter().cycle();
        let import = Import::new(records.clone())
            .concurrency(concurrency)
            .max_records(max_records)
            .repeat_unknown(repeat);
        let policy = RetryPolicy::default().attempts(attempts);
        let run = run(import, |config| config.retry(policy), |request| {
            let (fault, latency, seed) = *next.next().unwrap();
            (Duration::from_millis(latency), server.answer(request, fault, seed))
        });
        prop_assert!(run.max_held <= (concurrency + 1) * max_records + 1);
        check(&records, &server, &run, repeat)?;
    }
}
