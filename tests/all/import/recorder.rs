//! The recorder of an import: every record is announced before it is sent, and settled as it comes back.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use braze_core::RetryPolicy;
use braze_core::import::{
    Import, ImportRecorder, RecalledStatus, Record, RecordKind, RecordOutcome, RecordStatus,
    RecorderError,
};
use proptest::prelude::*;

use super::model;
use super::peer::{Request, run, success};
use super::storms::Server;

/// The kinds of one request.
pub(super) const TRACKED: [RecordKind; 3] =
    [RecordKind::Attributes, RecordKind::Event, RecordKind::Purchase];

/// A record with its number: its kind, its user, and the way in which it names that.
pub(super) fn numbered((number, (kind, user, by)): (usize, (RecordKind, u8, u8))) -> Record {
    Record::new(kind, &model::record(kind, (number, user, by), 0)).unwrap()
}

/// The calls of a recorder.
#[derive(Default)]
struct Log {
    recalled: Vec<u64>,
    announced: HashSet<u64>,
    announcements: usize,
    /// The records of the announcement that failed.
    refused: Vec<u64>,
    settled: HashMap<u64, RecordStatus>,
}

/// A recorder that fails at one of its announcements.
struct Recorder {
    log: Arc<Mutex<Log>>,
    fails_at: usize,
}

impl ImportRecorder for Recorder {
    fn recall(&mut self, index: u64, _: &Record) -> Result<Option<RecalledStatus>, RecorderError> {
        self.log.lock().unwrap().recalled.push(index);
        Ok(None)
    }

    fn announce(
        &mut self,
        records: &mut dyn Iterator<Item = (u64, &Record)>,
    ) -> Result<(), RecorderError> {
        let mut log = self.log.lock().unwrap();
        if log.announcements == self.fails_at {
            log.refused.extend(records.map(|(index, _)| index));
            return Err("the disk is full".into());
        }
        log.announcements += 1;
        for (index, _) in records {
            assert!(log.announced.insert(index), "{index} is announced twice");
        }
        Ok(())
    }

    fn settle(&mut self, outcomes: &[RecordOutcome]) -> Result<(), RecorderError> {
        let mut log = self.log.lock().unwrap();
        for outcome in outcomes {
            assert!(log.announced.contains(&outcome.index));
            assert!(log.settled.insert(outcome.index, outcome.status.clone()).is_none());
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_record_is_announced_before_it_is_sent_and_settled_as_it_comes_back(
        records in prop::collection::vec(
            (prop::sample::select(TRACKED.to_vec()), 0..60u8, 0..4u8),
            0..200,
        ),
        faults in prop::collection::vec((0..40u8, 0..200u64, any::<u64>()), 1..60),
        concurrency in 1..7usize,
        fails_at in prop::option::of(0..20usize),
    ) {
        let records: Vec<_> = records.into_iter().enumerate().map(numbered).collect();
        let log = Arc::new(Mutex::new(Log::default()));
        let recorder =
            Recorder { log: Arc::clone(&log), fails_at: fails_at.unwrap_or(usize::MAX) };
        let import =
            Import::new(records).concurrency(concurrency).max_records(8).recorder(recorder);
        let mut server = Server::default();
        let mut next = faults.iter().cycle();
        let policy = RetryPolicy::default().attempts(2);
        let run = run(import, |config| config.retry(policy), |request| {
            for number in request.numbers() {
                assert!(log.lock().unwrap().announced.contains(&number), "{number} came first");
            }
            let (fault, latency, seed) = *next.next().unwrap();
            (Duration::from_millis(latency), server.answer(request, fault, seed))
        });

        let log = log.lock().unwrap();
        prop_assert!(log.recalled.iter().copied().eq(0..run.account.records));
        prop_assert_eq!(log.announced.len(), log.settled.len());
        let statuses: HashMap<_, _> =
            run.outcomes.into_iter().map(|outcome| (outcome.index, outcome.status)).collect();
        prop_assert!(log.settled.iter().all(|(index, status)| statuses[index] == *status));
        for (index, status) in &statuses {
            let is_announced = log.announced.contains(index);
            prop_assert!(is_announced || *status == RecordStatus::NotSent, "{} {:?}", index, status);
        }
        if !log.refused.is_empty() {
            let error = run.error.unwrap();
            prop_assert!(log.refused.iter().all(|index| statuses[index] == RecordStatus::NotSent));
            if let Some(error) = error.recorder() {
                prop_assert_eq!(error.to_string(), "the disk is full");
                prop_assert!(log.refused.iter().all(|index| !server.acted.contains_key(index)));
            }
        }
    }
}

/// A recorder that remembers one status for every record.
struct Constant(RecalledStatus);

impl ImportRecorder for Constant {
    fn recall(&mut self, _: u64, _: &Record) -> Result<Option<RecalledStatus>, RecorderError> {
        Ok(Some(self.0.clone()))
    }

    fn announce(
        &mut self,
        _: &mut dyn Iterator<Item = (u64, &Record)>,
    ) -> Result<(), RecorderError> {
        Ok(())
    }

    fn settle(&mut self, _: &[RecordOutcome]) -> Result<(), RecorderError> {
        Ok(())
    }
}

/// Attributes and an event, each without and with the option to repeat.
#[test]
fn what_is_remembered_decides_what_is_sent() {
    let statuses = |recalled: RecalledStatus, kind, repeat| {
        let record = Record::parse(kind, r#"{"external_id":"u-1","n":0}"#).unwrap();
        let import = Import::new(vec![record]).repeat_unknown(repeat).recorder(Constant(recalled));
        let run = run(import, |config| config, success);
        let status = run.outcomes[0].status.clone();
        assert_eq!(run.requests.len() as u64 + run.account.recalled, 1);
        (run.requests.len(), status)
    };
    let all = |recalled: &RecalledStatus| {
        let sent = |kind, repeat| statuses(recalled.clone(), kind, repeat).0;
        [
            sent(RecordKind::Attributes, false),
            sent(RecordKind::Event, false),
            sent(RecordKind::Attributes, true),
            sent(RecordKind::Event, true),
        ]
    };
    let unknown = || RecalledStatus::new(RecordStatus::Unknown { reason: "lost".to_owned() });
    assert_eq!(all(&unknown()), [1, 0, 1, 1]);
    assert_eq!(all(&unknown().overtaken()), [0, 0, 1, 1]);
    assert_eq!(all(&RecalledStatus::new(RecordStatus::Accepted)), [0; 4]);
    let rejected = RecalledStatus::new(RecordStatus::Rejected { reason: "bad".to_owned() });
    assert_eq!(all(&rejected), [0; 4]);
    assert_eq!(all(&RecalledStatus::new(RecordStatus::NotSent)), [1; 4]);
    let (_, status) = statuses(unknown(), RecordKind::Event, false);
    assert_eq!(status.reason(), Some("lost"));
}

/// A record that an earlier import may have sent is not said to be unsent because this one could not send it.
#[test]
fn a_doubtful_record_that_is_not_sent_stays_unknown() {
    let recalled = RecalledStatus::new(RecordStatus::Unknown { reason: "lost".to_owned() });
    let record = Record::parse(RecordKind::Attributes, r#"{"external_id":"u-1","n":0}"#).unwrap();
    let import = Import::new(vec![record]).recorder(Constant(recalled));
    let refuse = |_: &Request| {
        let body = r#"{"message":"Invalid API key"}"#;
        (Duration::ZERO, crate::core::peer::reply(401, &[], body))
    };
    let run = run(import, |config| config, refuse);
    assert!(run.error.unwrap().call().unwrap().is_unauthorized());
    assert_eq!(run.outcomes[0].status, RecordStatus::Unknown { reason: "lost".to_owned() });
}
