//! [`ExportRows`]: any range of a series, on threads of its own.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use braze_core::export::{
    Coverage, Export, ExportError, ExportMachine, Job, JobReply, Next, Progress, Range, Row,
};
use braze_core::{Error, Point, Series, Session, TimeSource};

use crate::cancel::{Attached, Cancel};
use crate::driver::drive;
use crate::exchange::Transport;

/// An export under way: an iterator over its rows, in order.
///
/// Requests are made by threads that it owns, only as far ahead as the export's concurrency says, so
/// memory stays flat. Dropping it cuts what is in flight and joins the threads; only with an agent of the
/// caller's own, which others may use, it waits for what is in flight instead.
pub struct ExportRows<E: Series> {
    run: ExportMachine<E>,
    line: Line,
    workers: Option<Workers<E>>,
    _attached: Attached,
}

type Outcome<E> = (u64, Result<JobReply<<E as Series>::Point>, Error>);
type RowOf<E> = Row<<<E as Series>::Point as Point>::Value>;

/// What a job is carried with.
#[derive(Clone)]
struct Line {
    transport: Arc<Transport>,
    cancel: Cancel,
    time: TimeSource,
}

impl Line {
    fn carry<E: Series>(&self, job: Job<E>) -> Outcome<E> {
        let number = job.number();
        let exchange =
            |request, body: &mut Vec<u8>| self.cancel.exchange_here(&self.transport, request, body);
        (number, drive(job, &self.time, exchange, |wait| self.cancel.sleep(wait)))
    }
}

impl<E> ExportRows<E>
where
    E: Series<Point: Send, Output: Send> + Clone + Send + 'static,
{
    pub(crate) fn new(
        session: &Session,
        transport: &Transport,
        time: &TimeSource,
        export: Export<E>,
    ) -> Result<Self, ExportError> {
        let run = ExportMachine::new(session, export, time.now())?;
        let cancel = Cancel::new();
        let transport = transport.separate();
        let attached = cancel.attach(&transport);
        let line = Line { transport: Arc::new(transport), cancel, time: time.clone() };
        Ok(Self { run, line, workers: None, _attached: attached })
    }

    /// What came back so far, compared with what was asked for. Whole once the iterator has ended.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        self.run.coverage()
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.run.progress()
    }

    /// The range, with its end known.
    #[must_use]
    pub fn range(&self) -> Range {
        self.run.range()
    }

    /// The selections, in the order that [`Row::selection`] counts them.
    #[must_use]
    pub fn selections(&self) -> &[E] {
        self.run.selections()
    }

    /// A handle that calls the export off from another thread: the iterator then gives
    /// [`ExportError::Call`] with the cursor to go on from.
    #[must_use]
    pub fn cancel(&self) -> Cancel {
        self.line.cancel.clone()
    }

    /// All rows at once, with their coverage.
    ///
    /// # Errors
    ///
    /// [`ExportError`], if the export ends early or, being strict, has findings.
    pub fn into_rows(mut self) -> Result<(Vec<RowOf<E>>, Coverage), ExportError> {
        let rows = self.by_ref().collect::<Result<_, _>>()?;
        Ok((rows, self.run.coverage()))
    }

    fn hand_out(&mut self, job: Job<E>) {
        let most = self.run.concurrency();
        let job = if most == 1 {
            Some(job)
        } else {
            self.workers.get_or_insert_with(|| Workers::new(most)).hand_out(job, &self.line)
        };
        if let Some(job) = job {
            let (number, outcome) = self.line.carry(job);
            self.run.complete(number, outcome);
        }
    }

    /// Waits for a job's outcome. `false`: there is none to wait for.
    fn wait(&mut self) -> bool {
        let outcome = self.workers.as_ref().and_then(|workers| workers.outcomes.recv().ok());
        match outcome {
            None => false,
            Some(Ok((number, outcome))) => {
                self.run.complete(number, outcome);
                true
            }
            Some(Err(panic)) => resume_unwind(panic),
        }
    }
}

impl<E> Iterator for ExportRows<E>
where
    E: Series<Point: Send, Output: Send> + Clone + Send + 'static,
{
    type Item = Result<RowOf<E>, ExportError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(row) = self.run.row() {
            return Some(Ok(row));
        }
        loop {
            match self.run.poll(self.line.time.now()) {
                Next::Job(job) => self.hand_out(job),
                Next::Row(row) => return Some(Ok(row)),
                Next::Wait if self.wait() => {}
                Next::Wait | Next::Done => return None,
                Next::Failed(error) => return Some(Err(*error)),
            }
        }
    }
}

impl<E: Series> Drop for ExportRows<E> {
    fn drop(&mut self) {
        self.line.cancel.cancel();
        if let Some(workers) = self.workers.take() {
            workers.join();
        }
    }
}

impl<E: Series> std::fmt::Debug for ExportRows<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ExportRows").field("run", &self.run).finish_non_exhaustive()
    }
}

/// Threads that carry jobs. One is started for each job until there are enough.
struct Workers<E: Series> {
    most: usize,
    threads: Vec<JoinHandle<()>>,
    jobs: SyncSender<Job<E>>,
    waiting: Arc<Mutex<Receiver<Job<E>>>>,
    done: Sender<thread::Result<Outcome<E>>>,
    outcomes: Receiver<thread::Result<Outcome<E>>>,
}

impl<E: Series> Workers<E> {
    fn new(most: usize) -> Self {
        // No more jobs are handed out than this, so neither channel ever fills up.
        let (jobs, waiting) = sync_channel(most);
        let (done, outcomes) = channel();
        let waiting = Arc::new(Mutex::new(waiting));
        Self { most, threads: Vec::new(), jobs, waiting, done, outcomes }
    }

    fn join(self) {
        let Self { threads, jobs, .. } = self;
        drop(jobs);
        for thread in threads {
            // A panic was carried over already.
            let _ = thread.join();
        }
    }
}

impl<E> Workers<E>
where
    E: Series<Point: Send, Output: Send> + Send + 'static,
{
    /// Gives a job to a thread. Gives it back where the system has no thread for it.
    fn hand_out(&mut self, job: Job<E>, line: &Line) -> Option<Job<E>> {
        if self.threads.len() < self.most {
            self.threads.extend(self.start(line.clone()));
        }
        if self.threads.is_empty() {
            return Some(job);
        }
        self.jobs.send(job).err().map(|refused| refused.0)
    }

    fn start(&self, line: Line) -> Option<JoinHandle<()>> {
        let (waiting, done) = (Arc::clone(&self.waiting), self.done.clone());
        let work = move || {
            loop {
                let job = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
                let Ok(job) = job else { return };
                // An observer may panic. Whoever waits for the outcome is to hear of it.
                let outcome = catch_unwind(AssertUnwindSafe(|| line.carry(job)));
                if done.send(outcome).is_err() {
                    return;
                }
            }
        };
        thread::Builder::new().name("braze-export".to_owned()).spawn(work).ok()
    }
}
