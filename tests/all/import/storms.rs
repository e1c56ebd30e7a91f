//! Random records, replies and faults: every record ends once, and nothing counts twice.

use std::collections::HashMap;
use std::time::Duration;

use braze_core::import::{Import, Record, RecordStatus};
use braze_core::{IoKind, RetryPolicy, Sent};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::model::{self, users};
use super::peer::{Received, Request, Run, run};
use crate::core::peer::{Outcome, failure, reply};

/// A server that applies what it is sent, and fails in every way there is.
#[derive(Default)]
pub(super) struct Server {
    /// The numbers of the records that were applied, in order.
    pub(super) applied: Vec<u64>,
    /// The attempts of each record that may have been acted on.
    pub(super) acted: HashMap<u64, usize>,
    /// The order of each user: the batch, the attempt and the record.
    orders: HashMap<String, Vec<(usize, usize, u64)>>,
    attempts: usize,
}

impl Server {
    pub(super) fn answer(&mut self, request: &Request, fault: u8, seed: u64) -> Outcome {
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
            5 if request.target.contains("/catalogs/") => {
                let bad = request.records.iter().filter(|record| record.number % 2 == 0).take(1);
                let bad: Vec<_> = bad.map(|record| record.value["item"]["id"].clone()).collect();
                let error = json!({
                    "id": "invalid-fields", "message": "bad", "parameters": ["id"], "parameter_values": bad,
                });
                return reply(400, &[], json!({"message": "bad", "errors": [error]}).to_string());
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
        for record in &request.records {
            let is_lost = matches!(fault, 9 | 10) && seed.is_multiple_of(2);
            if !is_bad(record.number) && !is_lost {
                self.apply(request, record);
            }
        }
        match fault {
            8 => {
                let errors = errors(request, is_bad);
                let field = match request.target.as_str() {
                    "POST /users/external_ids/rename" => "rename_errors",
                    "POST /users/external_ids/remove" => "removal_errors",
                    _ => "errors",
                };
                reply(201, &[], json!({"message": "success", field: errors}).to_string())
            }
            9 => lost(Sent::Maybe),
            10 => reply(500, &[], "down"),
            11 => reply(201, &[], r#"{"message":"success","errors":["something"]}"#),
            12 => reply(200, &[], r#"{"message":"failure"}"#),
            13 => reply(200, &[], "<html>"),
            14 => failure(IoKind::Timeout, Sent::Maybe),
            _ => {
                let mut fields = json!({"message": "success"});
                for (array, records) in request.arrays() {
                    let (field, count) = (format!("{array}_processed"), records.len());
                    match request.target.as_str() {
                        "POST /users/track" => fields[field] = json!(count),
                        "POST /users/delete" => fields["deleted"] = json!(count),
                        "POST /users/external_ids/remove" => {
                            fields["removed_ids"] = json!(vec![0; count]);
                        }
                        "POST /users/external_ids/rename" => {
                            fields["external_ids"] = json!(vec![0; count]);
                        }
                        _ => fields["aliases_processed"] = json!(count),
                    }
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

    fn apply(&mut self, request: &Request, record: &Received) {
        self.applied.push(record.number);
        // The order of records says nothing where a request has none.
        let number = if request.is_ordered() { record.number } else { 0 };
        for user in users(&record.value) {
            self.orders.entry(user).or_default().push((request.batch, self.attempts, number));
        }
    }
}

/// The errors of a reply about some records.
fn errors(request: &Request, is_bad: impl Fn(u64) -> bool) -> Vec<Value> {
    let mut errors = Vec::new();
    for (array, records) in request.arrays() {
        let bad = records.iter().enumerate().filter(|(_, record)| is_bad(record.number));
        errors.extend(bad.map(|(index, _)| match request.target.as_str() {
            "POST /users/external_ids/rename" | "POST /users/external_ids/remove" => {
                json!([index, "bad"])
            }
            "POST /users/identify" => {
                json!({"type": "bad", "input_array": "user_identifiers", "index": index})
            }
            _ => json!({"type": "bad", "input_array": array, "index": index}),
        }));
    }
    errors
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
        kinds in model::runs_of_kinds(),
        facts in prop::collection::vec((0..60u8, 0..5u8), 50..100),
        faults in prop::collection::vec((0..40u8, 0..200u64, any::<u64>()), 1..60),
        concurrency in 1..7usize,
        max_records in 1..12usize,
        repeat in any::<bool>(),
        attempts in 1..5u32,
    ) {
        let facts = facts.into_iter().cycle();
        let records: Vec<_> = kinds
            .into_iter()
            .zip(facts)
            .enumerate()
            .map(|(number, (kind, (user, by)))| {
                Record::new(kind, &model::record(kind, (number, user, by), 0)).unwrap()
            })
            .collect();
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
