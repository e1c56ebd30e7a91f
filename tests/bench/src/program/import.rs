//! Imports of made-up attributes, without a network.

use std::hint::black_box;

use braze_core::import::{Import, ImportStep, Record, RecordKind};
use braze_core::{Machine, Session, Step};

use super::core::{KEY, NOW, head, session};
use super::work::{By, Source};
use crate::by_hand::import::{self as by_hand, User};
use crate::failure::Failure;

/// The reply to every request.
const REPLY: &[u8] = br#"{"attributes_processed":75,"message":"success"}"#;

/// Imports this many records. Returns the number of requests.
pub(super) fn import(by: By, source: Source, records: u64) -> Result<u64, Failure> {
    let users = (0..records).map(User::new);
    match (by, source) {
        (By::Us, Source::Lines) => us(users.map(|user| {
            let line = black_box(user.line());
            Ok(Record::parse(RecordKind::Attributes, line)?)
        })),
        (By::Us, Source::Structs) => {
            us(users.map(|user| Ok(Record::new(RecordKind::Attributes, &black_box(user))?)))
        }
        (By::Hand, Source::Lines) => {
            let lines = users.map(|user| Ok(serde_json::from_str(&black_box(user.line()))?));
            by_hand::import::<serde_json::Value>(lines, KEY, REPLY)
        }
        (By::Hand, Source::Structs) => {
            by_hand::import(users.map(|user| Ok(black_box(user))), KEY, REPLY)
        }
    }
}

fn us(mut records: impl Iterator<Item = Result<Record, Failure>>) -> Result<u64, Failure> {
    let session: Session = session()?;
    let (mut import, ()) = Import::new(()).concurrency(1).start(&session);
    loop {
        match import.poll() {
            ImportStep::Take => match records.next() {
                Some(record) => import.push(record?),
                None => import.end_input(),
            },
            ImportStep::Job(mut job) => {
                let Step::Send(sent) = job.poll(NOW) else { return Err("not sent".into()) };
                black_box(sent);
                job.resume(NOW, Ok((head()?, REPLY)));
                let Step::Yield(outcome) = job.poll(NOW) else { return Err("no reply".into()) };
                import.complete(&job, outcome);
            }
            ImportStep::Outcome(outcome) => _ = black_box(outcome),
            ImportStep::Wait => return Err("the import waits".into()),
            ImportStep::Failed(error) => return Err(error.into()),
            ImportStep::Done => break,
        }
    }
    let account = import.account();
    if account.accepted == account.records {
        Ok(account.requests)
    } else {
        Err(account.to_string().into())
    }
}
