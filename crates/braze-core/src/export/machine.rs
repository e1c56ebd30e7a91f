//! [`ExportMachine`]: an export under way. Hands out requests, takes in replies, gives rows.

use std::collections::VecDeque;
use std::time::Duration;

use chrono::{DateTime, SubsecRound, Utc};

use super::candidate::RequestTime;
use super::coverage::{Coverage, Problem};
use super::cursor::Cursor;
use super::merge::Merge;
use super::options::Export;
use super::range::Range;
use super::row::Row;
use super::windows::{Window, Windows};
use super::zone::{first_open, first_to_come};

use crate::call::{Call, Config, Outgoing, Session};
use crate::error::{Error, ExportError, IoError};
use crate::machine::{Machine, Now, Step};
use crate::series::{Point, Series};
use crate::text::shortened;
use crate::validate::Violations;

/// An export under way.
///
/// The law for drivers: [`poll`](Self::poll) says what to do. A [`Next::Job`] is to be driven as any
/// [`Machine`], here or elsewhere, alone or beside others; its outcome goes into
/// [`complete`](Self::complete). After [`Next::Wait`], poll again once a job is complete. Dropping a run, or
/// its jobs, is safe at any point.
///
/// A driver that does one thing at a time, and a server that has one reply:
///
/// ```
/// use braze_core::export::{Export, Next, Range, ExportMachine};
/// use braze_core::{ApiKey, Config, Instance, Machine, Now, Session, Step, sessions};
///
/// let key = ApiKey::new("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44")?;
/// let session = Session::new(Config::new(Instance::Us01, key), 7);
/// let range = Range::days("2023-11-01".parse()?, "2023-11-03".parse()?);
/// let body = br#"{"message": "success", "data": [
///     {"time": "2023-11-01", "sessions": 42}, {"time": "2023-11-02", "sessions": 43}]}"#;
///
/// let now = Now::at_unix(1_700_000_000);
/// let mut run = ExportMachine::new(&session, Export::new(sessions::DataSeriesRequest::selection(), range), now)?;
/// let mut rows = Vec::new();
/// loop {
///     match run.poll(now) {
///         Next::Job(mut job) => {
///             let outcome = loop {
///                 match job.poll(now) {
///                     Step::Send(_request) => {
///                         let (head, ()) = http::Response::new(()).into_parts();
///                         job.resume(now, Ok((head, body)));
///                     }
///                     Step::Sleep(_time) => {}
///                     Step::Yield(outcome) => break outcome,
///                     Step::Done => unreachable!("a job has one outcome"),
///                 }
///             };
///             run.complete(job.number(), outcome);
///         }
///         Next::Row(row) => rows.push(format!("{} {}", row.start, row.value)),
///         Next::Wait => unreachable!("every job is complete"),
///         Next::Failed(error) => return Err(error.into()),
///         Next::Done => break,
///     }
/// }
/// assert_eq!(rows, ["2023-11-01 42", "2023-11-02 43"]);
/// assert!(run.coverage().is_clean());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct ExportMachine<E: Series> {
    session: Session,
    export: Export<E>,
    range: Range,
    /// The series whose windows are being handed out, and those left of it.
    planned: usize,
    windows: Windows,
    /// Windows handed out and not merged yet, oldest first.
    out: VecDeque<Slot<E>>,
    /// The number of the oldest one.
    oldest: u64,
    /// The number of them that have not arrived.
    in_flight: usize,
    merge: Merge<E::Point>,
    merging: usize,
    /// Of the series that are through.
    coverage: Coverage,
    progress: Progress,
    /// A job failed: nothing more is asked for.
    stopping: bool,
    ended: bool,
}

/// A window on its way.
struct Slot<E: Series> {
    selection: usize,
    window: Window,
    /// It was sent without an end.
    ends_now: bool,
    arrived: Option<Result<JobReply<E::Point>, Box<Error>>>,
}

/// An instruction to a driver.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "it is taken apart at once")]
pub enum Next<E: Series> {
    /// Drive this job.
    Job(Job<E>),
    /// Here is a row.
    Row(Row<<E::Point as Point>::Value>),
    /// Nothing, before a job is complete.
    Wait,
    /// The export ends here.
    Failed(Box<ExportError>),
    /// All rows were given.
    Done,
}

/// The progress of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Progress {
    /// Requests that the plan takes.
    pub windows: u64,
    /// Requests that are through.
    pub done: u64,
}

impl<E: Series + Clone> ExportMachine<E> {
    /// Begins an export.
    ///
    /// # Errors
    ///
    /// [`ExportError::Invalid`] with everything that is wrong with the requests, or if one of them holds the
    /// API key; [`ExportError::Cursor`] if the cursor is of another export.
    pub fn new(session: &Session, export: Export<E>, now: Now) -> Result<Self, ExportError> {
        let (range, not_yet) = resolve(&export, now.date_time());
        check(session.config(), &export, range)?;
        let selections = export.selections.len();
        let windows = Windows::new(range, E::MAX_LENGTH);
        let mut run = Self {
            session: session.clone(),
            range,
            planned: 0,
            progress: Progress { windows: windows.len() as u64 * selections as u64, done: 0 },
            windows,
            out: VecDeque::new(),
            oldest: 0,
            in_flight: 0,
            merge: Merge::new(&export, 0, range, false),
            merging: 0,
            coverage: Coverage::not_yet(not_yet * selections as u64),
            stopping: false,
            ended: selections == 0,
            export,
        };
        if let Some(cursor) = run.export.cursor.take() {
            run.skip_to(&cursor)?;
        }
        Ok(run)
    }

    /// Leaves out what an earlier export delivered.
    fn skip_to(&mut self, cursor: &Cursor) -> Result<(), ExportError> {
        let count = self.export.selections.len();
        let bucket = cursor.bucket(E::META.name, self.range.unit(), count);
        let rest = self.range.starting_at(bucket.map_err(ExportError::Cursor)?);
        let selection = cursor.selection();
        let after = (count - selection - 1) * self.windows.len();
        self.planned = selection;
        self.merging = selection;
        self.windows = Windows::new(rest, E::MAX_LENGTH);
        self.merge = Merge::new(&self.export, selection, rest, cursor.after_rows());
        self.progress.windows = (self.windows.len() + after) as u64;
        Ok(())
    }

    /// Returns the next step.
    pub fn poll(&mut self, now: Now) -> Next<E> {
        loop {
            if self.ended {
                return Next::Done;
            }
            if let Some(job) = self.job(now) {
                return Next::Job(job);
            }
            if let Some(row) = self.merge.next_row() {
                return Next::Row(row);
            }
            // One window at a time, once the rows before it are taken: no more is held than must be.
            if self.out.front().is_some_and(|slot| slot.arrived.is_none()) {
                return Next::Wait;
            }
            let Some(slot) = self.out.pop_front() else { return self.end() };
            self.oldest += 1;
            if let Err(error) = self.take(slot) {
                self.ended = true;
                return Next::Failed(Box::new(error));
            }
        }
    }

    /// A row that waits to be taken, if there is one. [`poll`](Self::poll) gives the same rows; this takes
    /// no look at a clock.
    pub fn row(&mut self) -> Option<Row<<E::Point as Point>::Value>> {
        self.merge.next_row()
    }

    /// Takes in the outcome of a job.
    pub fn complete(&mut self, job: u64, outcome: Result<JobReply<E::Point>, Error>) {
        let index = job.checked_sub(self.oldest).and_then(|index| usize::try_from(index).ok());
        if let Some(slot) = index.and_then(|index| self.out.get_mut(index)) {
            self.stopping |= outcome.is_err();
            self.in_flight -= usize::from(slot.arrived.is_none());
            slot.arrived = Some(outcome.map_err(Box::new));
        }
    }

    /// The comparison of what was asked for with what came back so far.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        let mut coverage = self.coverage.clone();
        if !self.export.selections.is_empty() {
            coverage.merge(self.merge.coverage().clone());
            let to_come = self.export.selections.len() - self.merging - 1;
            coverage.expected += to_come as u64 * self.range.len();
        }
        coverage
    }

    /// The range, with its end known.
    #[must_use]
    pub fn range(&self) -> Range {
        self.range
    }

    /// Returns the progress.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// The requests, in the order that [`Row::selection`](super::Row::selection) counts them.
    #[must_use]
    pub fn selections(&self) -> &[E] {
        &self.export.selections
    }

    /// The most jobs that are on their way at the same time: handed out, and not complete.
    #[must_use]
    pub fn concurrency(&self) -> usize {
        let windows = usize::try_from(self.progress.windows).unwrap_or(usize::MAX);
        self.export.concurrency.min(windows).max(1)
    }

    fn job(&mut self, now: Now) -> Option<Job<E>> {
        // Windows handed out, and the one whose rows are being taken. Replies that come before their turn
        // keep no request from being sent, but nor may they pile up behind one that takes long.
        let held = self.out.len() + usize::from(!self.merge.is_drained());
        let most = self.concurrency();
        if self.stopping || self.in_flight >= most || held >= 2 * most - 1 {
            return None;
        }
        let window = self.next_window()?;
        let is_last = window.range().bounds().1 == self.range.bounds().1;
        let ending_at = Some(window.ending_at()).filter(|end| !is_last || *end <= now.date_time());
        let mut request = self.export.selections[self.planned].clone();
        request.window(self.range.unit(), window.length(), ending_at);
        if ending_at.is_none() && request.ending_at().is_some() {
            // A required end is the moment that others take without one. A service may leave
            // out the bucket that it falls into, which is incomplete.
            request.window(self.range.unit(), window.length(), Some(now.date_time()));
        }
        let number = self.oldest + self.out.len() as u64;
        let ends_now = ending_at.is_none();
        self.out.push_back(Slot { selection: self.planned, window, ends_now, arrived: None });
        self.in_flight += 1;
        let call = self.session.call(&request);
        Some(Job { number, call, sent: now, received: now })
    }

    /// The next window of the plan, of this series or of the one after it.
    fn next_window(&mut self) -> Option<Window> {
        if self.windows.len() == 0 && self.planned + 1 < self.export.selections.len() {
            self.planned += 1;
            self.windows = Windows::new(self.range, E::MAX_LENGTH);
        }
        self.windows.next()
    }

    /// Merges what a job brought, after everything before it.
    fn take(&mut self, slot: Slot<E>) -> Result<(), ExportError> {
        let Slot { selection, window, ends_now, arrived } = slot;
        if selection != self.merging {
            let next = Merge::new(&self.export, selection, self.range, false);
            let through = std::mem::replace(&mut self.merge, next);
            self.coverage.merge(through.into_coverage());
            self.merging = selection;
        }
        match arrived {
            Some(Ok(reply)) => {
                self.merge.note_all(reply.problems);
                self.merge.add(&window, ends_now, reply.points, reply.asked);
                self.progress.done += 1;
                Ok(())
            }
            Some(Err(source)) => {
                let cursor = Cursor::new(E::META.name, selection, self.merge.settled());
                Err(ExportError::Call { selection, window, cursor: Box::new(cursor), source })
            }
            None => Ok(()),
        }
    }

    /// All rows were taken.
    fn end(&mut self) -> Next<E> {
        self.ended = true;
        let coverage = self.coverage();
        if self.export.strict && !coverage.is_clean() {
            return Next::Failed(Box::new(ExportError::Findings(Box::new(coverage))));
        }
        Next::Done
    }
}

/// The range with its end, cut where it is not over yet; and how many buckets were cut off.
fn resolve<E>(export: &Export<E>, now: DateTime<Utc>) -> (Range, u64) {
    let wanted = export.range;
    let limit = if export.include_open { first_to_come } else { first_open };
    let limit = limit(wanted.unit(), now, export.zone).index();
    if export.until_now {
        return (wanted.extended_to(limit), 0);
    }
    let range = wanted.ending_before(limit);
    (range, wanted.len() - range.len())
}

/// Checks what every window's request will have in common.
fn check<E: Series + Clone>(
    config: &Config,
    export: &Export<E>,
    range: Range,
) -> Result<(), ExportError> {
    let mut violations = Violations::default();
    if !E::UNITS.contains(&range.unit()) {
        let units = E::UNITS.iter().map(ToString::to_string).collect::<Vec<_>>().join("`, `");
        violations
            .note("unit", format!("is `{}`, but this series has only `{units}`", range.unit()));
    }
    let first_end = Windows::new(range, E::MAX_LENGTH).next().map(|window| window.ending_at());
    let mut requests = export.selections.clone();
    for request in &mut requests {
        request.window(range.unit(), 1, first_end);
        request.validate(&mut violations);
    }
    violations.into_result().map_err(|violations| ExportError::Invalid(violations.into()))?;
    // Its length is another one each time; nothing else of what is written is.
    let mut written = requests.iter().map(|request| Outgoing::new(config, request));
    written.try_for_each(|outgoing| outgoing.map(drop)).map_err(ExportError::Invalid)
}

/// One request of an export, to be driven as a [`Machine`].
#[derive(Debug)]
pub struct Job<E: Series> {
    number: u64,
    call: Call<E>,
    /// When the attempt that counts was sent, and when its reply came.
    sent: Now,
    received: Now,
}

/// The reply to a job.
#[derive(Debug, Clone)]
pub struct JobReply<P> {
    points: Vec<P>,
    asked: RequestTime,
    /// The parts of the reply beside its rows.
    problems: Vec<Problem>,
}

impl<E: Series> Job<E> {
    /// The number to give to [`ExportMachine::complete`].
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }

    /// When the reply was asked for, and the finding if that is not certain.
    fn asked(&self, date: Option<DateTime<Utc>>, age: Duration) -> (RequestTime, Option<Problem>) {
        let Now { mono, unix: local } = self.sent;
        let took = self.received.mono.saturating_sub(mono);
        let server = date.map(|date| Duration::from_secs(date.timestamp().unsigned_abs()));
        // The difference of clocks that agree, and the time that the reply took.
        let agrees = |server: Duration| {
            let (from, to) = (local, local.saturating_add(took));
            let skew = from.saturating_sub(server).max(server.saturating_sub(to));
            skew <= Problem::MAX_SKEW
        };
        let sent = server.map(|at| at.saturating_sub(took));
        let at = |unix| Now { mono, unix }.date_time();
        if age.is_zero() && server.is_none_or(agrees) {
            let at = at(sent.unwrap_or(local));
            return (RequestTime { earliest: at, latest: at, mono }, None);
        }
        let sent = sent.unwrap_or(local);
        let earliest = at(sent.min(local.saturating_sub(age)));
        let asked = RequestTime { earliest, latest: at(sent.max(local)), mono };
        (
            asked,
            Some(Problem::Clocks {
                server: server.map(at),
                local: at(local).trunc_subsecs(0),
                age,
            }),
        )
    }
}

/// The problems that a reply tells of beside its rows.
fn reported<E: Series>(output: &E::Output) -> impl Iterator<Item = Problem> + use<E> {
    let problems = E::problems(output).into_iter();
    problems.map(|text| Problem::Reported { text: shortened(&text) })
}

impl<E: Series> Machine for Job<E> {
    type Item = Result<JobReply<E::Point>, Error>;

    fn poll(&mut self, now: Now) -> Step<Self::Item> {
        match self.call.poll(now) {
            Step::Send(request) => {
                self.sent = now;
                Step::Send(request)
            }
            Step::Sleep(wait) => Step::Sleep(wait),
            Step::Done => Step::Done,
            Step::Yield(Err(error)) => Step::Yield(Err(error)),
            Step::Yield(Ok(reply)) => {
                let (asked, clocks) = self.asked(reply.date, reply.age);
                let problems = clocks.into_iter().chain(reported::<E>(&reply.value)).collect();
                let points = E::points(reply.into_value());
                Step::Yield(Ok(JobReply { points, asked, problems }))
            }
        }
    }

    fn resume(&mut self, now: Now, outcome: Result<(http::response::Parts, &[u8]), IoError>) {
        self.received = now;
        self.call.resume(now, outcome);
    }
}

impl<E: Series> std::fmt::Debug for ExportMachine<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ExportMachine")
            .field("range", &self.range)
            .field("progress", &self.progress)
            .finish_non_exhaustive()
    }
}
