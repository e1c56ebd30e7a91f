//! Imports that are killed at any step and run again with their state in SQLite.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use braze_core::RetryPolicy;
use braze_core::import::{Import, Record, RecordOutcome, RecordStatus};
use braze_store::{ImportDestination, ImportState};
use proptest::prelude::*;

use super::model::users;
use super::peer::{Request, run_for};
use super::recorder::{TRACKED, numbered};
use super::storms::Server;

/// One run: its faults, and the steps after which it is killed.
type Kill = (Vec<(u8, u64, u64)>, usize);

fn kills() -> impl Strategy<Value = Vec<Kill>> {
    let faults = prop::collection::vec((0..40u8, 0..200u64, any::<u64>()), 1..40);
    prop::collection::vec((faults, 0..400usize), 0..6)
}

/// The users of a record and the numbers that were applied to each, in order.
#[derive(Default)]
struct Orders(HashMap<String, Vec<u64>>);

impl Orders {
    fn add(&mut self, before: usize, server: &Server, records: &[Record]) {
        for number in &server.applied[before..] {
            let json = serde_json::from_slice(records[*number as usize].json()).unwrap();
            for user in users(&json) {
                self.0.entry(user).or_default().push(*number);
            }
        }
    }

    /// The records of each user in the order in which they were last applied.
    fn last(&self) -> impl Iterator<Item = Vec<u64>> {
        self.0.values().map(|numbers| {
            let mut seen = HashSet::new();
            let mut last: Vec<_> =
                numbers.iter().rev().copied().filter(|number| seen.insert(*number)).collect();
            last.reverse();
            last
        })
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_killed_import_is_resumed_without_loss_or_double(
        records in prop::collection::vec(
            (prop::sample::select(TRACKED.to_vec()), 0..30u8, 0..4u8),
            1..120,
        ),
        kills in kills(),
        concurrency in 1..5usize,
        max_records in 2..12usize,
        repeat in prop::bool::weighted(0.2),
    ) {
        let records: Vec<_> = records.into_iter().enumerate().map(numbered).collect();
        let folder = tempfile::tempdir().unwrap();
        let target = ImportDestination {
            workspace: "default".to_owned(),
            server: "sandbox".to_owned(),
            operation: "users.track".to_owned(),
        };
        let mut server = Server::default();
        let mut orders = Orders::default();
        let mut answered: HashMap<u64, RecordStatus> = HashMap::new();
        let calm = (vec![(39, 10, 0)], usize::MAX);
        let mut last: Vec<RecordOutcome> = Vec::new();
        for (run, (faults, steps)) in kills.iter().chain([&calm]).enumerate() {
            // The input grows from run to run.
            let length = records.len() * (run + 1) / (kills.len() + 1);
            let input = records[..length].to_vec();
            let state = ImportState::open(folder.path().join("state"), &target).unwrap();
            let mut check = state.check();
            input.iter().for_each(|record| drop(check.push(record).unwrap()));
            let summary = check.finish().unwrap();
            prop_assert_eq!((summary.records, summary.changed), (length as u64, 0));
            let import = Import::new(input)
                .concurrency(concurrency)
                .max_records(max_records)
                .repeat_unknown(repeat)
                .recorder(state);
            let policy = RetryPolicy::default().attempts(2);
            let mut next = faults.iter().cycle();
            let before = server.applied.len();
            let done = run_for(*steps, import, |config| config.retry(policy), |request: &Request| {
                for number in request.numbers() {
                    assert!(!answered.contains_key(&number), "{number} was answered, and sent again");
                }
                let (fault, latency, seed) = *next.next().unwrap();
                (Duration::from_millis(latency), server.answer(request, fault, seed))
            });
            orders.add(before, &server, &records);
            for outcome in &done.outcomes {
                let status = &outcome.status;
                let known = answered.get(&outcome.index);
                let is_same = |known: &RecordStatus| {
                    std::mem::discriminant(known) == std::mem::discriminant(status)
                };
                prop_assert!(known.is_none_or(is_same), "{known:?} is {status:?} now");
                if matches!(status, RecordStatus::Accepted | RecordStatus::Rejected { .. }) {
                    answered.insert(outcome.index, status.clone());
                }
            }
            if *steps == usize::MAX {
                prop_assert!(done.error.is_none());
                let account = &done.account;
                let sum = account.accepted + account.rejected + account.unknown;
                prop_assert_eq!((sum, account.records), (length as u64, length as u64));
                last = done.outcomes;
            }
        }

        let mut applied: HashMap<u64, usize> = HashMap::new();
        for number in &server.applied {
            *applied.entry(*number).or_default() += 1;
        }
        prop_assert_eq!(last.len(), records.len());
        let is_unknown = |outcome: &&RecordOutcome| {
            matches!(outcome.status, RecordStatus::Unknown { .. })
        };
        let unknown: HashSet<_> = last.iter().filter(is_unknown).map(|it| it.index).collect();
        for RecordOutcome { index, record, status, .. } in last {
            let times = applied.get(&index).copied().unwrap_or_default();
            let may_repeat = repeat || record.is_harmless();
            prop_assert!(may_repeat || times <= 1, "{index} counts {times} times");
            match status {
                RecordStatus::Accepted => prop_assert!(times >= 1, "{index} was lost"),
                RecordStatus::Rejected { .. } => prop_assert!(may_repeat || times == 0),
                // A harmless one is repeated, unless that would undo a later one.
                _ => prop_assert!(!repeat, "{index} is {status:?}"),
            }
        }
        if !repeat {
            for mut order in orders.last() {
                // Of these nothing is promised but that they may have been applied.
                order.retain(|index| !unknown.contains(index));
                prop_assert!(order.is_sorted(), "{order:?} is out of order");
            }
        }
    }
}
