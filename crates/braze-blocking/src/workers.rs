//! [`Workers`]: threads that carry jobs, several at a time.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use braze_core::{Error, Machine, TimeSource};

use crate::cancel::{Cancel, CancelGuard};
use crate::driver::drive_next;
use crate::exchange::Transport;

/// A job that was carried, with its outcome.
pub(crate) type Carried<J, T> = (J, Result<T, Error>);

/// The means to carry jobs on connections of their own.
#[derive(Clone)]
pub(crate) struct Carrier {
    transport: Arc<Transport>,
    cancel: Cancel,
    time: TimeSource,
}

impl Carrier {
    /// A carrier, and the guard that keeps its handle able to cut its connections.
    pub(crate) fn new(transport: &Transport, time: &TimeSource) -> (Self, CancelGuard) {
        let cancel = Cancel::new();
        let transport = transport.separate();
        let attached = cancel.attach(&transport);
        (Self { transport: Arc::new(transport), cancel, time: time.clone() }, attached)
    }

    pub(crate) fn time(&self) -> &TimeSource {
        &self.time
    }

    pub(crate) fn cancel(&self) -> &Cancel {
        &self.cancel
    }

    fn carry<J, T>(&self, mut job: J) -> Carried<J, T>
    where
        J: Machine<Item = Result<T, Error>>,
    {
        let exchange =
            |request, body: &mut Vec<u8>| self.cancel.exchange_here(&self.transport, request, body);
        let sleep = |wait| self.cancel.sleep(wait);
        let outcome = drive_next(&mut job, &self.time, exchange, sleep);
        (job, outcome.unwrap_or(Err(Error::Finished)))
    }
}

/// Threads that carry jobs. Each job starts one until the maximum is reached.
pub(crate) struct Workers<J, T> {
    carrier: Carrier,
    max_threads: usize,
    threads: Vec<JoinHandle<()>>,
    /// Jobs that the thread carries which waits for them, since there is no other.
    own: VecDeque<J>,
    /// `None` once the threads are told to end.
    jobs: Option<SyncSender<J>>,
    waiting: Arc<Mutex<Receiver<J>>>,
    done: Sender<thread::Result<Carried<J, T>>>,
    outcomes: Receiver<thread::Result<Carried<J, T>>>,
}

impl<J, T> Workers<J, T> {
    /// Prepares threads, none of which is started yet.
    pub(crate) fn new(carrier: Carrier, max_threads: usize) -> Self {
        // At most this many jobs are in flight, so neither channel fills up.
        let (jobs, waiting) = sync_channel(max_threads);
        let (done, outcomes) = channel();
        let waiting = Arc::new(Mutex::new(waiting));
        let (threads, own) = (Vec::new(), VecDeque::new());
        Self { carrier, max_threads, threads, own, jobs: Some(jobs), waiting, done, outcomes }
    }
}

impl<J, T> Workers<J, T>
where
    J: Machine<Item = Result<T, Error>> + Send + 'static,
    T: Send + 'static,
{
    /// Passes a job to a thread; with a maximum of one, or without a thread to be had, keeps it for
    /// [`wait`](Self::wait).
    pub(crate) fn hand_out(&mut self, job: J) {
        if self.max_threads > 1 && self.threads.len() < self.max_threads {
            self.threads.extend(self.start());
        }
        let jobs = self.jobs.as_ref().filter(|_| !self.threads.is_empty());
        let kept = match jobs {
            Some(jobs) => jobs.send(job).err().map(|refused| refused.0),
            None => Some(job),
        };
        self.own.extend(kept);
    }

    /// Waits for the outcome of a job. Returns `None` if none was handed out.
    pub(crate) fn wait(&mut self) -> Option<Carried<J, T>> {
        if let Some(job) = self.own.pop_front() {
            return Some(self.carrier.carry(job));
        }
        if self.threads.is_empty() {
            return None;
        }
        match self.outcomes.recv().ok()? {
            Ok(carried) => Some(carried),
            Err(panic) => resume_unwind(panic),
        }
    }

    fn start(&self) -> Option<JoinHandle<()>> {
        let (waiting, done) = (Arc::clone(&self.waiting), self.done.clone());
        let carrier = self.carrier.clone();
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
        thread::Builder::new().name("braze-worker".to_owned()).spawn(work).ok()
    }
}

impl<J, T> Drop for Workers<J, T> {
    /// Cuts the requests in flight and joins the threads.
    fn drop(&mut self) {
        self.carrier.cancel.cancel();
        self.jobs = None;
        for thread in self.threads.drain(..) {
            // A panic was passed on with the outcome.
            let _ = thread.join();
        }
    }
}
