//! [`ImportMachine`]: an import under way. Takes records, hands out requests, gives the records back.

use std::collections::VecDeque;

use super::account::Account;
use super::answer::{Answer, Next};
use super::batch::{Batch, Held, refusal};
use super::error::{ImportError, Reason};
use super::job::{ImportJob, ImportReply};
use super::options::{Import, Options};
use super::outcome::{RecordOutcome, RecordStatus};
use super::record::Record;
use super::recorder::{ImportRecorder, Recollection, RecorderError};
use super::users::UserSet;
use crate::call::Session;
use crate::endpoint::Replay;
use crate::error::Error;

/// An import under way.
///
/// The law for drivers: [`poll`](Self::poll) says what to do. After [`ImportStep::Take`], give the next record
/// to [`push`](Self::push), or call [`end_input`](Self::end_input). An [`ImportStep::Job`] is to be driven as any
/// [`Machine`](crate::Machine), here or elsewhere, alone or beside others; it goes back with its outcome into
/// [`complete`](Self::complete). After [`ImportStep::Wait`], poll again once a job is complete. Dropping an import,
/// or its jobs, is safe at any point.
///
/// Batches are cut from the input in its order, each for one operation. A batch waits while another one that names one of its users is
/// in flight. At most one batch more than the concurrency is held. A batch that was refused because of single records
/// goes out again without them, before any other.
///
/// A driver that does one thing at a time, and a server that takes everything:
///
/// ```
/// use braze_core::import::{Import, ImportStep, Record, RecordKind, RecordStatus};
/// use braze_core::{ApiKey, Config, Instance, Machine, Now, Session, Step};
///
/// let key = ApiKey::new("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44")?;
/// let session = Session::new(Config::new(Instance::Us01, key), 7);
/// let records = (0..100).map(|number| format!(r#"{{"external_id":"u-{number}","tier":"gold"}}"#));
/// let (mut import, mut records) = Import::new(records).start(&session);
///
/// let now = Now::at_unix(1_700_000_000);
/// loop {
///     match import.poll() {
///         ImportStep::Take => match records.next() {
///             Some(json) => import.push(Record::parse(RecordKind::Attributes, json)?),
///             None => import.end_input(),
///         },
///         ImportStep::Job(mut job) => {
///             let outcome = loop {
///                 match job.poll(now) {
///                     Step::Send(_request) => {
///                         let (head, ()) = http::Response::new(()).into_parts();
///                         job.resume(now, Ok((head, br#"{"message": "success"}"#)));
///                     }
///                     Step::Sleep(_time) => {}
///                     Step::Yield(outcome) => break outcome,
///                     Step::Done => unreachable!("a job has one outcome"),
///                 }
///             };
///             import.complete(&job, outcome);
///         }
///         ImportStep::Outcome(outcome) => assert_eq!(outcome.status, RecordStatus::Accepted),
///         ImportStep::Wait => unreachable!("every job is complete"),
///         ImportStep::Failed(error) => return Err(error.into()),
///         ImportStep::Done => break,
///     }
/// }
/// let account = import.account().to_string();
/// assert_eq!(account, "import: 100 of 100 records: 100 accepted, 0 rejected, 0 unknown");
/// assert_eq!(import.account().requests, 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct ImportMachine {
    session: Session,
    options: Options,
    recorder: Option<Box<dyn ImportRecorder>>,
    input_ended: bool,
    /// The batch that is filled.
    filling: Batch,
    /// The record that did not fit into it, and begins the next one.
    following: Option<Held>,
    /// Batches that go out before it, since a wrong record had them refused.
    refused: VecDeque<Batch>,
    /// Batches in flight, with the numbers of their jobs.
    in_flight: Vec<(u64, Batch)>,
    /// The users of those.
    busy: UserSet,
    /// Records that go back to the caller.
    outcomes: VecDeque<RecordOutcome>,
    account: Account,
    /// The position after the last record that was sent or rejected.
    resume_at: u64,
    losses: Losses,
    stop: Option<Reason>,
    ended: bool,
}

/// An instruction to a driver.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "it is taken apart at once")]
pub enum ImportStep {
    /// Give the next record, or say that there is none.
    Take,
    /// Drive this job.
    Job(ImportJob),
    /// Here is a record with what became of it.
    Outcome(RecordOutcome),
    /// Nothing, before a job is complete.
    Wait,
    /// The import ends here, early.
    Failed(ImportError),
    /// Every record came back.
    Done,
}

/// Requests in a row that had no answer.
#[derive(Debug, Default)]
struct Losses {
    count: u32,
    /// The next request when the last one was counted. Those in flight at the same time count once.
    since: u64,
}

impl Losses {
    /// The most of them before an import stops.
    const MAX: u32 = 3;

    /// Counts a loss. Tells whether it is one too many.
    fn count(&mut self, job: u64, next: u64) -> bool {
        if job >= self.since {
            self.count += 1;
            self.since = next;
        }
        self.count > Self::MAX
    }
}

/// The doubt about a record whose request was sent, lost, sent again and refused because of another one.
const EARLIER_ATTEMPT: &str = "an earlier attempt to send it had no answer";

impl<R> Import<R> {
    /// Begins the import. The records are handed back, for the driver to take them from.
    pub fn start(self, session: &Session) -> (ImportMachine, R) {
        let (options, records, recorder) = self.into_parts();
        (ImportMachine::new(session, options, recorder), records)
    }
}

impl ImportMachine {
    fn new(session: &Session, options: Options, recorder: Option<Box<dyn ImportRecorder>>) -> Self {
        Self {
            session: session.clone(),
            options,
            recorder,
            input_ended: false,
            filling: Batch::default(),
            following: None,
            refused: VecDeque::new(),
            in_flight: Vec::new(),
            busy: UserSet::default(),
            outcomes: VecDeque::new(),
            account: Account::default(),
            resume_at: 0,
            losses: Losses::default(),
            stop: None,
            ended: false,
        }
    }

    /// Returns the next step.
    pub fn poll(&mut self) -> ImportStep {
        if self.ended {
            return ImportStep::Done;
        }
        if self.stop.is_none() {
            if let Some(job) = self.job() {
                return ImportStep::Job(job);
            }
        }
        if self.stop.is_some() {
            self.give_back();
        } else if self.has_room() {
            return ImportStep::Take;
        }
        if let Some(outcome) = self.outcome() {
            return ImportStep::Outcome(outcome);
        }
        if !self.in_flight.is_empty() {
            return ImportStep::Wait;
        }
        self.ended = true;
        match self.stop.take() {
            Some(reason) => ImportStep::Failed(ImportError { reason, resume_at: self.resume_at }),
            None => ImportStep::Done,
        }
    }

    /// Takes the next record of the input.
    pub fn push(&mut self, record: Record) {
        let mut held = Held { index: self.account.records, record, doubt: None };
        self.account.records += 1;
        match self.recall(&held) {
            Ok(Recollection::New) => {}
            Ok(Recollection::Doubtful(reason)) => held.doubt = Some(reason),
            Ok(Recollection::Settled(status)) => {
                self.account.recalled += 1;
                return self.settle(held, status);
            }
            Err(error) => {
                self.stop(Reason::Recorder(error));
                return self.settle(held, RecordStatus::NotSent);
            }
        }
        let bounds = self.options.bounds;
        let credentials = self.session.config().credentials();
        let record = &held.record;
        if let Some(reason) = refusal(record, bounds, credentials) {
            self.settle(held, RecordStatus::Rejected { reason });
        } else if self.following.is_none() && self.filling.fits(record, bounds) {
            self.filling.push(held);
        } else {
            self.following = Some(held);
        }
    }

    /// Notes that the input has ended.
    pub fn end_input(&mut self) {
        self.input_ended = true;
    }

    /// Takes in a job with its outcome.
    pub fn complete(&mut self, job: &ImportJob, outcome: Result<ImportReply, Error>) {
        let number = job.number();
        let Some(at) = self.in_flight.iter().position(|(it, _)| *it == number) else { return };
        let (_, batch) = self.in_flight.swap_remove(at);
        let Answer { statuses, note, next } = Answer::read(&batch, job.arrivals(), &outcome);
        let is_end = match next {
            Next::Continue => {
                self.losses = Losses::default();
                false
            }
            Next::Lost => self.losses.count(number, self.account.requests),
            Next::Stop => true,
        };
        if let Err(error) = outcome {
            if is_end {
                self.stop(Reason::Call(Box::new(error)));
            }
        }
        for user in batch.users().keys() {
            self.busy.remove(user);
        }
        let records = batch.into_records();
        if let Some((text, first)) = note.zip(records.first()) {
            self.account.note(first.index, records.len(), text);
        }
        let before = self.outcomes.len();
        let mut again = Batch::default();
        for (mut held, status) in records.into_iter().zip(statuses) {
            match status {
                Some(status) => self.settle(held, status),
                None => {
                    if job.arrivals() > 0 {
                        held.doubt.get_or_insert_with(|| EARLIER_ATTEMPT.to_owned());
                    }
                    again.push(held);
                }
            }
        }
        if again.len() > 0 {
            // No other batch that names one of its records goes out before it.
            self.busy.extend(again.users().keys());
            self.refused.push_back(again);
        }
        let outcomes = &self.outcomes.make_contiguous()[before..];
        if let Some(Err(error)) = self.recorder.as_mut().map(|it| it.settle(outcomes)) {
            self.stop(Reason::Recorder(error));
        }
    }

    /// A record that goes back to the caller, if there is one. [`poll`](Self::poll) gives the same records.
    pub fn outcome(&mut self) -> Option<RecordOutcome> {
        self.outcomes.pop_front()
    }

    /// The records that were taken from the input, counted by what became of them so far.
    #[must_use]
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// The most jobs that are on their way at the same time: handed out, and not complete.
    #[must_use]
    pub fn concurrency(&self) -> usize {
        self.options.concurrency
    }

    /// The next batch, once it is full and nothing stands in its way.
    fn job(&mut self) -> Option<ImportJob> {
        if let Some(batch) = self.refused.pop_front() {
            return self.launch(batch);
        }
        let is_whole = self.following.is_some()
            || self.filling.is_full(self.options.bounds)
            || self.input_ended;
        // Records that wait to be taken back count as in flight: they are held, too.
        let waiting = self.outcomes.len().div_ceil(self.options.bounds.records);
        let may_send = self.in_flight.len() + waiting < self.options.concurrency;
        if self.filling.len() == 0 || !is_whole || !may_send {
            return None;
        }
        if self.filling.users().keys().any(|user| self.busy.contains(user)) {
            return None;
        }
        if let Some(recorder) = &mut self.recorder {
            let announced = recorder.announce(&mut self.filling.records());
            if let Err(error) = announced {
                self.stop(Reason::Recorder(error));
                return None;
            }
        }
        let batch = std::mem::take(&mut self.filling);
        if let Some(held) = self.following.take() {
            self.filling.push(held);
        }
        self.busy.extend(batch.users().keys());
        self.launch(batch)
    }

    /// Sends a batch whose users are busy already.
    fn launch(&mut self, batch: Batch) -> Option<ImportJob> {
        let target = batch.target()?;
        let may_repeat = self.options.repeat_unknown || batch.is_harmless();
        let replay = if may_repeat { Replay::Idempotent } else { Replay::Unsafe };
        let number = self.account.requests;
        self.account.requests += 1;
        let job = ImportJob::new(&self.session, number, target, &batch, replay);
        self.in_flight.push((number, batch));
        Some(job)
    }

    /// Tells whether one more record can be taken.
    fn has_room(&self) -> bool {
        !self.input_ended
            && self.following.is_none()
            && !self.filling.is_full(self.options.bounds)
            && self.outcomes.len() < self.options.bounds.records
    }

    /// The meaning of an earlier import for a record.
    fn recall(&mut self, held: &Held) -> Result<Recollection, RecorderError> {
        let Some(recorder) = &mut self.recorder else { return Ok(Recollection::New) };
        let Held { index, record, .. } = held;
        let recalled = recorder.recall(*index, record)?;
        Ok(recalled.map_or(Recollection::New, |recalled| {
            recalled.into_recollection(record, self.options.repeat_unknown)
        }))
    }

    /// Ends the import. The first reason counts.
    fn stop(&mut self, reason: Reason) {
        self.stop.get_or_insert(reason);
    }

    /// Gives back what was not sent.
    fn give_back(&mut self) {
        let filling = std::mem::take(&mut self.filling).into_records();
        let refused = std::mem::take(&mut self.refused).into_iter().flat_map(Batch::into_records);
        for held in refused.chain(filling).chain(self.following.take()) {
            self.settle(held, RecordStatus::NotSent);
        }
    }

    fn settle(&mut self, held: Held, status: RecordStatus) {
        let Held { index, record, doubt } = held;
        let status = match (status, doubt) {
            (RecordStatus::NotSent, Some(reason)) => RecordStatus::Unknown { reason },
            (status, _) => status,
        };
        if status != RecordStatus::NotSent {
            self.resume_at = self.resume_at.max(index + 1);
        }
        self.account.count(&status);
        self.outcomes.push_back(RecordOutcome { index, record, status });
    }
}

impl std::fmt::Debug for ImportMachine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ImportMachine").field("account", &self.account).finish_non_exhaustive()
    }
}
