//! [`ExportRows`]: an export in progress, on threads of its own.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use braze_core::export::{
    Coverage, Export, ExportError, ExportMachine, Job, JobReply, Next, Progress, Range, Row,
};
use braze_core::{Error, Point, Series, Session, TimeSource};

use crate::cancel::{Cancel, CancelGuard};
use crate::driver::drive;
use crate::exchange::Transport;

/// An export in progress: an iterator over its rows, in order.
///
/// Its threads request only as far ahead as the export's concurrency allows, so memory use stays flat.
///
/// Dropping it cuts the requests in flight and joins the threads. A connection that is being made cannot be
/// cut: dropping waits for it, at most for [`connect_timeout`](crate::Config::connect_timeout). With an agent
/// of the [caller's](crate::Builder::with_agent), which others may use, it waits for the requests in flight.
pub struct ExportRows<E: Series> {
    machine: ExportMachine<E>,
    carrier: Carrier,
    workers: Option<Workers<E>>,
    _guard: CancelGuard,
}

type Outcome<E> = (u64, Result<JobReply<<E as Series>::Point>, Error>);
type RowOf<E> = Row<<<E as Series>::Point as Point>::Value>;

/// The means to carry jobs.
#[derive(Clone)]
struct Carrier {
    transport: Arc<Transport>,
    cancel: Cancel,
    time: TimeSource,
}

impl Carrier {
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
        let machine = ExportMachine::new(session, export, time.now())?;
        let cancel = Cancel::new();
        let transport = transport.separate();
        let attached = cancel.attach(&transport);
        let carrier = Carrier { transport: Arc::new(transport), cancel, time: time.clone() };
        Ok(Self { machine, carrier, workers: None, _guard: attached })
    }

    /// Compares what was received so far with what was asked for. Complete once the iterator has ended.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        self.machine.coverage()
    }

    /// Returns how far the export has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.machine.progress()
    }

    /// Returns the range with its end resolved.
    #[must_use]
    pub fn range(&self) -> Range {
        self.machine.range()
    }

    /// Returns the selections, in the order in which [`Row::selection`] counts them.
    #[must_use]
    pub fn selections(&self) -> &[E] {
        self.machine.selections()
    }

    /// Returns a handle that cancels the export from another thread.
    ///
    /// The iterator then yields [`ExportError::Call`] with the cursor to resume from.
    #[must_use]
    pub fn cancel(&self) -> Cancel {
        self.carrier.cancel.clone()
    }

    /// Collects all rows, with their coverage.
    ///
    /// # Errors
    ///
    /// [`ExportError`] if the export ends early, or is strict and has findings.
    pub fn into_rows(mut self) -> Result<(Vec<RowOf<E>>, Coverage), ExportError> {
        let rows = self.by_ref().collect::<Result<_, _>>()?;
        Ok((rows, self.machine.coverage()))
    }

    fn hand_out(&mut self, job: Job<E>) {
        let max_threads = self.machine.concurrency();
        let job = if max_threads == 1 {
            Some(job)
        } else {
            self.workers
                .get_or_insert_with(|| Workers::new(max_threads))
                .hand_out(job, &self.carrier)
        };
        if let Some(job) = job {
            let (number, outcome) = self.carrier.carry(job);
            self.machine.complete(number, outcome);
        }
    }

    /// Waits for the outcome of a job. Returns `false` if no job is in flight.
    fn wait(&mut self) -> bool {
        let outcome = self.workers.as_ref().and_then(|workers| workers.outcomes.recv().ok());
        match outcome {
            None => false,
            Some(Ok((number, outcome))) => {
                self.machine.complete(number, outcome);
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
        if let Some(row) = self.machine.row() {
            return Some(Ok(row));
        }
        loop {
            match self.machine.poll(self.carrier.time.now()) {
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
        self.carrier.cancel.cancel();
        if let Some(workers) = self.workers.take() {
            workers.join();
        }
    }
}

impl<E: Series> std::fmt::Debug for ExportRows<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ExportRows").field("machine", &self.machine).finish_non_exhaustive()
    }
}

/// Threads that carry jobs. Each job starts one until the maximum is reached.
struct Workers<E: Series> {
    max_threads: usize,
    threads: Vec<JoinHandle<()>>,
    jobs: SyncSender<Job<E>>,
    waiting: Arc<Mutex<Receiver<Job<E>>>>,
    done: Sender<thread::Result<Outcome<E>>>,
    outcomes: Receiver<thread::Result<Outcome<E>>>,
}

impl<E: Series> Workers<E> {
    fn new(max_threads: usize) -> Self {
        // At most this many jobs are in flight, so neither channel fills up.
        let (jobs, waiting) = sync_channel(max_threads);
        let (done, outcomes) = channel();
        let waiting = Arc::new(Mutex::new(waiting));
        Self { max_threads, threads: Vec::new(), jobs, waiting, done, outcomes }
    }

    fn join(self) {
        let Self { threads, jobs, .. } = self;
        drop(jobs);
        for thread in threads {
            // A panic was passed on with the outcome.
            let _ = thread.join();
        }
    }
}

impl<E> Workers<E>
where
    E: Series<Point: Send, Output: Send> + Send + 'static,
{
    /// Passes a job to a thread. Returns the job if no thread can be started.
    fn hand_out(&mut self, job: Job<E>, carrier: &Carrier) -> Option<Job<E>> {
        if self.threads.len() < self.max_threads {
            self.threads.extend(self.start(carrier.clone()));
        }
        if self.threads.is_empty() {
            return Some(job);
        }
        self.jobs.send(job).err().map(|refused| refused.0)
    }

    fn start(&self, carrier: Carrier) -> Option<JoinHandle<()>> {
        let (waiting, done) = (Arc::clone(&self.waiting), self.done.clone());
        let work = move || {
            loop {
                let job = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
                let Ok(job) = job else { return };
                // An observer may panic. The panic is passed on to the thread that waits.
                let outcome = catch_unwind(AssertUnwindSafe(|| carrier.carry(job)));
                if done.send(outcome).is_err() {
                    return;
                }
            }
        };
        thread::Builder::new().name("braze-export".to_owned()).spawn(work).ok()
    }
}
