//! [`Run`]: an export under way. Hands out requests, takes in replies, gives rows.

use std::collections::VecDeque;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::coverage::Coverage;
use super::cursor::Cursor;
use super::error::ExportError;
use super::merge::Merge;
use super::range::{Bucket, Range, Start};
use super::windows::{Window, Windows};
use super::zone::{begun_days, closed_days, hour};
use super::{Backfill, Row};
use crate::advice::server_time;
use crate::call::Call;
use crate::config::Session;
use crate::error::{Error, IoFailure};
use crate::generated::Unit;
use crate::machine::{Machine, Now, Step};
use crate::series::{Point, Series};
use crate::validate::Violations;

/// An export under way.
///
/// The law for drivers: [`poll`](Self::poll) says what to do. A [`Next::Job`] is to be driven as any
/// [`Machine`], here or elsewhere, alone or beside others; its outcome goes into
/// [`complete`](Self::complete). After [`Next::Wait`], poll again once a job is complete. Dropping a run, or
/// its jobs, is safe at any point.
pub struct Run<E: Series> {
    session: Session,
    backfill: Backfill<E>,
    range: Range,
    /// The series whose windows are being handed out, and those left of it.
    planned: usize,
    windows: Windows,
    /// Windows handed out and not merged yet, oldest first.
    out: VecDeque<Slot<E>>,
    /// The number of the oldest one.
    oldest: u64,
    merge: Merge<E::Point>,
    merging: usize,
    /// Of the series that are through.
    coverage: Coverage,
    /// The first bucket of the current series that was not handed out as a row or a finding.
    settled: Bucket,
    progress: Progress,
    failed: Option<(Slot<E>, Box<Error>)>,
    ended: bool,
}

/// A window on its way.
struct Slot<E: Series> {
    series: usize,
    window: Window,
    arrived: Option<Result<JobReply<E::Point>, Box<Error>>>,
}

/// What a driver is to do.
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

/// How far an export is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Progress {
    /// Requests that the plan takes.
    pub windows: u64,
    /// Requests that are through.
    pub done: u64,
}

impl<E: Series + Clone> Run<E> {
    /// Begins an export.
    ///
    /// # Errors
    ///
    /// [`ExportError::Invalid`] with everything that is wrong with the requests, [`ExportError::Cursor`] if
    /// the cursor is of another export.
    pub fn new(session: &Session, backfill: Backfill<E>, now: Now) -> Result<Self, ExportError> {
        let (range, not_yet) = resolve(&backfill, now.date_time());
        check(&backfill, range)?;
        let mut run = Self {
            session: session.clone(),
            range,
            planned: 0,
            windows: Windows::new(range, E::LONGEST),
            out: VecDeque::new(),
            oldest: 0,
            merge: merge(&backfill, 0, range),
            merging: 0,
            coverage: Coverage::default(),
            settled: range.bounds().0,
            progress: Progress::default(),
            failed: None,
            ended: false,
            backfill,
        };
        let series = run.backfill.requests.len() as u64;
        run.coverage.not_yet = not_yet * series;
        run.progress.windows = run.windows.len() as u64 * series;
        if let Some(cursor) = run.backfill.cursor.take() {
            run.skip_to(&cursor)?;
        }
        Ok(run)
    }

    /// Leaves out what an earlier export delivered.
    fn skip_to(&mut self, cursor: &Cursor) -> Result<(), ExportError> {
        let (from, to) = self.range.bounds();
        let series = self.backfill.requests.len();
        let bucket = cursor.bucket(E::META.name, self.range.unit(), series);
        let bucket = bucket.map_err(ExportError::Cursor)?.clamp(from, to);
        let rest = Range::of(self.range.unit(), bucket, to);
        let whole = self.windows.len() as u64;
        self.planned = cursor.series();
        self.merging = cursor.series();
        self.windows = Windows::new(rest, E::LONGEST);
        self.merge = merge(&self.backfill, cursor.series(), rest);
        self.settled = bucket;
        let after = (series - cursor.series() - 1) as u64;
        self.progress.windows = self.windows.len() as u64 + whole * after;
        Ok(())
    }

    /// What to do next.
    pub fn poll(&mut self, now: Now) -> Next<E> {
        if let Some(job) = self.job(now) {
            return Next::Job(job);
        }
        if let Some(row) = self.merge.next_row() {
            return Next::Row(row);
        }
        if self.ended {
            return Next::Done;
        }
        if let Some((slot, source)) = self.failed.take() {
            self.ended = true;
            let next = Start::of(self.range.unit(), self.settled, 0);
            let cursor = Box::new(Cursor::new(E::META.name, slot.series, next));
            let (series, window) = (slot.series, slot.window);
            return Next::Failed(Box::new(ExportError::Call { series, window, cursor, source }));
        }
        if self.advance() {
            return self.poll(now);
        }
        if !self.out.is_empty() {
            return Next::Wait;
        }
        self.ended = true;
        let coverage = self.coverage();
        if self.backfill.strict && !coverage.is_clean() {
            return Next::Failed(Box::new(ExportError::Findings(Box::new(coverage))));
        }
        Next::Done
    }

    /// Takes in the outcome of a job.
    pub fn complete(&mut self, job: u64, outcome: Result<JobReply<E::Point>, Error>) {
        let index = job.checked_sub(self.oldest).and_then(|index| usize::try_from(index).ok());
        if let Some(slot) = index.and_then(|index| self.out.get_mut(index)) {
            slot.arrived = Some(outcome.map_err(Box::new));
        }
        self.advance();
    }

    /// The comparison of what was asked for with what came back so far.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        let mut coverage = self.coverage.clone();
        coverage.merge(self.merge.coverage().clone());
        coverage
    }

    /// The range, with its end known.
    #[must_use]
    pub fn range(&self) -> Range {
        self.range
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// The requests, in the order that [`Row::series`] counts them.
    #[must_use]
    pub fn requests(&self) -> &[E] {
        &self.backfill.requests
    }

    /// The most jobs that are handed out at the same time.
    #[must_use]
    pub fn concurrency(&self) -> usize {
        self.backfill.concurrency
    }

    fn job(&mut self, now: Now) -> Option<Job<E>> {
        if self.failed.is_some() || self.ended || self.out.len() >= self.backfill.concurrency {
            return None;
        }
        while self.windows.len() == 0 {
            if self.planned + 1 >= self.backfill.requests.len() {
                return None;
            }
            self.planned += 1;
            self.windows = Windows::new(self.range, E::LONGEST);
            if self.windows.len() == 0 {
                return None;
            }
        }
        let window = self.windows.next()?;
        let is_last = window.range().bounds().1 == self.range.bounds().1;
        let ending_at = Some(window.ending_at()).filter(|end| !is_last || *end <= now.date_time());
        let mut request = self.backfill.requests[self.planned].clone();
        request.window(self.range.unit(), window.length(), ending_at);
        let number = self.oldest + self.out.len() as u64;
        self.out.push_back(Slot { series: self.planned, window, arrived: None });
        let call = self.session.call(&request);
        Some(Job { number, call, sent: Duration::ZERO, received: Duration::ZERO })
    }

    /// Merges what has arrived, in order. Whether anything changed.
    fn advance(&mut self) -> bool {
        let mut changed = false;
        // A series is left only when its rows are taken, so that no more than one is held.
        while self.failed.is_none() && self.out.front().is_some_and(|slot| slot.arrived.is_some()) {
            let starts_series = self.out.front().is_some_and(|slot| slot.series != self.merging);
            if starts_series && !self.merge.is_drained() {
                break;
            }
            let Some(mut slot) = self.out.pop_front() else { break };
            self.oldest += 1;
            changed = true;
            if starts_series {
                self.coverage.merge(self.merge.take_coverage());
                self.merging = slot.series;
                self.merge = merge(&self.backfill, slot.series, self.range);
                self.settled = self.range.bounds().0;
            }
            match slot.arrived.take() {
                Some(Ok(reply)) => {
                    self.settled = self.merge.add(&slot.window, reply.points, reply.read_at);
                    self.progress.done += 1;
                }
                Some(Err(error)) => self.failed = Some((slot, error)),
                None => {}
            }
        }
        changed
    }
}

fn merge<E: Series>(backfill: &Backfill<E>, series: usize, range: Range) -> Merge<E::Point> {
    Merge::new(series, range, backfill.zone, backfill.absent, backfill.include_open)
}

/// The range with its end, cut where it is not over yet; and how many buckets were cut off.
fn resolve<E>(backfill: &Backfill<E>, now: DateTime<Utc>) -> (Range, u64) {
    let limit = match (backfill.unit, backfill.include_open) {
        (Unit::Day, false) => closed_days(now, backfill.zone),
        (Unit::Day, true) => begun_days(now, backfill.zone),
        (Unit::Hour, false) => hour(now),
        (Unit::Hour, true) => hour(now) + 1,
    };
    let wanted = backfill.to.unwrap_or(limit).max(backfill.from);
    let range = Range::of(backfill.unit, backfill.from, wanted.min(limit));
    let (_, to) = range.bounds();
    (range, wanted.abs_diff(to))
}

/// Checks what every window's request will have in common.
fn check<E: Series + Clone>(backfill: &Backfill<E>, range: Range) -> Result<(), ExportError> {
    let mut violations = Violations::default();
    if !E::UNITS.contains(&range.unit()) {
        let units = E::UNITS.iter().map(ToString::to_string).collect::<Vec<_>>().join("`, `");
        violations
            .note("unit", format!("is `{}`, but this series has only `{units}`", range.unit()));
    }
    for request in &backfill.requests {
        let mut request = request.clone();
        request.window(range.unit(), 1, None);
        request.validate(&mut violations);
    }
    violations.into_result().map_err(|violations| ExportError::Invalid(violations.into()))
}

/// One request of an export, to be driven as a [`Machine`].
#[derive(Debug)]
pub struct Job<E: Series> {
    number: u64,
    call: Call<E>,
    sent: Duration,
    received: Duration,
}

/// What a job brings back.
#[derive(Debug, Clone)]
pub struct JobReply<P> {
    points: Vec<P>,
    /// When the request was sent, by the server's clock.
    read_at: DateTime<Utc>,
}

impl<E: Series> Job<E> {
    /// The number to give to [`Run::complete`].
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }
}

impl<E: Series> Machine for Job<E> {
    type Item = Result<JobReply<E::Point>, Error>;

    fn poll(&mut self, now: Now) -> Step<Self::Item> {
        match self.call.poll(now) {
            Step::Send(request) => {
                self.sent = now.unix;
                Step::Send(request)
            }
            Step::Sleep(wait) => Step::Sleep(wait),
            Step::Done => Step::Done,
            Step::Yield(Err(error)) => Step::Yield(Err(error)),
            Step::Yield(Ok(reply)) => {
                // The reply's `Date` tells how far the local clock is off.
                let answered = server_time(&reply.headers).unwrap_or(self.received);
                let took = self.received.saturating_sub(self.sent);
                let sent = answered.saturating_sub(took);
                let read_at = Now { mono: Duration::ZERO, unix: sent }.date_time();
                let points = E::points(reply.into_value());
                Step::Yield(Ok(JobReply { points, read_at }))
            }
        }
    }

    fn resume(&mut self, now: Now, outcome: Result<(http::response::Parts, &[u8]), IoFailure>) {
        self.received = now.unix;
        self.call.resume(now, outcome);
    }
}

impl<E: Series> std::fmt::Debug for Run<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Run")
            .field("range", &self.range)
            .field("progress", &self.progress)
            .finish_non_exhaustive()
    }
}
