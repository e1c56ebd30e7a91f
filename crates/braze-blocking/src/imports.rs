//! [`ImportOutcomes`]: an import in progress, on threads of its own.

use braze_core::TimeSource;
use braze_core::import::{
    Account, ImportError, ImportJob, ImportMachine, ImportReply, ImportStep, Record, RecordOutcome,
};

use crate::cancel::{Cancel, CancelGuard};
use crate::exchange::Transport;
use crate::workers::{Carrier, Workers};

/// An import in progress: an iterator that gives every record back with what became of it.
///
/// Records come back in the order in which their requests are answered; those of one request in the order of
/// the input. An error comes last, after all records that were taken from the input.
///
/// The input is taken on the thread that calls `next`, and only as far ahead as the concurrency allows, so memory
/// use stays flat. Dropping the iterator cuts the requests in flight and joins the threads.
pub struct ImportOutcomes<I> {
    machine: ImportMachine,
    records: I,
    workers: Workers<ImportJob, ImportReply>,
    cancel: Cancel,
    _guard: CancelGuard,
}

impl<I> ImportOutcomes<I>
where
    I: Iterator<Item = Record>,
{
    pub(crate) fn new(
        machine: ImportMachine,
        records: I,
        transport: &Transport,
        time: &TimeSource,
    ) -> Self {
        let (carrier, attached) = Carrier::new(transport, time);
        let cancel = carrier.cancel().clone();
        let workers = Workers::new(carrier, machine.concurrency());
        Self { machine, records, workers, cancel, _guard: attached }
    }

    /// Returns the records that came so far, counted. Complete once the iterator has ended.
    #[must_use]
    pub fn account(&self) -> &Account {
        self.machine.account()
    }

    /// Returns a handle that cancels the import from another thread.
    ///
    /// The iterator then yields what is in flight as unknown, what was taken from the input as not sent, and an
    /// [`ImportError`] with the position to resume at.
    #[must_use]
    pub fn cancel(&self) -> Cancel {
        self.cancel.clone()
    }

    /// Imports all records and returns their account.
    ///
    /// # Errors
    ///
    /// [`ImportError`] if the import ends early.
    pub fn into_account(mut self) -> Result<Account, ImportError> {
        self.by_ref().try_for_each(|outcome| outcome.map(drop))?;
        Ok(self.machine.account().clone())
    }
}

impl<I: Iterator<Item = Record>> Iterator for ImportOutcomes<I> {
    type Item = Result<RecordOutcome, ImportError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.machine.poll() {
                ImportStep::Take => match self.records.next() {
                    Some(record) => self.machine.push(record),
                    None => self.machine.end_input(),
                },
                ImportStep::Job(job) => self.workers.hand_out(job),
                ImportStep::Outcome(outcome) => return Some(Ok(outcome)),
                ImportStep::Wait => {
                    let (job, outcome) = self.workers.wait()?;
                    self.machine.complete(&job, outcome);
                }
                ImportStep::Failed(error) => return Some(Err(error)),
                ImportStep::Done => return None,
            }
        }
    }
}

impl<I: Iterator<Item = Record>> std::iter::FusedIterator for ImportOutcomes<I> {}

impl<I> std::fmt::Debug for ImportOutcomes<I> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ImportOutcomes").field("machine", &self.machine).finish_non_exhaustive()
    }
}
