//! [`ImportOutcomes`]: an import in progress, as a stream.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use braze_core::Error;
use braze_core::import::{
    Account, ImportError, ImportJob, ImportMachine, ImportReply, ImportStep, Record, RecordOutcome,
};
use futures_core::Stream;
use futures_util::stream::FuturesUnordered;

use crate::driver::Driver;

/// An import in progress: a stream that gives every record back with what became of it.
///
/// Records come back in the order in which their requests are answered; those of one request in the order of
/// the input. An error comes last, after all records that were taken from the input.
///
/// The input is taken only as far ahead as the concurrency allows, so memory use stays flat. Requests run while
/// the stream is polled; dropping it cancels them.
pub struct ImportOutcomes<S> {
    driver: Driver,
    machine: ImportMachine,
    records: Pin<Box<S>>,
    jobs: FuturesUnordered<JobFuture>,
}

type JobFuture = Pin<Box<dyn Future<Output = (ImportJob, Result<ImportReply, Error>)> + Send>>;

impl<S> ImportOutcomes<S>
where
    S: Stream<Item = Record>,
{
    pub(crate) fn new(driver: Driver, machine: ImportMachine, records: S) -> Self {
        Self { driver, machine, records: Box::pin(records), jobs: FuturesUnordered::new() }
    }

    /// Returns the next record, or `None` after the last.
    pub async fn next(&mut self) -> Option<Result<RecordOutcome, ImportError>> {
        std::future::poll_fn(|context| self.poll_outcome(context)).await
    }

    /// Returns the records that came so far, counted. Complete once the stream has ended.
    #[must_use]
    pub fn account(&self) -> &Account {
        self.machine.account()
    }

    /// Imports all records and returns their account.
    ///
    /// # Errors
    ///
    /// [`ImportError`] if the import ends early.
    pub async fn into_account(mut self) -> Result<Account, ImportError> {
        while let Some(outcome) = self.next().await {
            outcome?;
        }
        Ok(self.machine.account().clone())
    }

    fn poll_outcome(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<RecordOutcome, ImportError>>> {
        // Requests make progress while records are taken.
        while let Poll::Ready(Some((job, outcome))) = Pin::new(&mut self.jobs).poll_next(context) {
            self.machine.complete(&job, outcome);
        }
        loop {
            match self.machine.poll() {
                ImportStep::Take => match self.records.as_mut().poll_next(context) {
                    Poll::Ready(Some(record)) => self.machine.push(record),
                    Poll::Ready(None) => self.machine.end_input(),
                    Poll::Pending => {
                        // An input that lets wait keeps no record back that was answered.
                        if let Some(outcome) = self.machine.outcome() {
                            return Poll::Ready(Some(Ok(outcome)));
                        }
                        match Pin::new(&mut self.jobs).poll_next(context) {
                            Poll::Ready(Some((job, outcome))) => {
                                self.machine.complete(&job, outcome);
                            }
                            Poll::Ready(None) | Poll::Pending => return Poll::Pending,
                        }
                    }
                },
                ImportStep::Job(mut job) => {
                    let driver = self.driver.clone();
                    self.jobs.push(Box::pin(async move {
                        let outcome = driver.drive_next(&mut job).await;
                        (job, outcome.unwrap_or(Err(Error::Finished)))
                    }));
                }
                ImportStep::Outcome(outcome) => return Poll::Ready(Some(Ok(outcome))),
                ImportStep::Wait => match Pin::new(&mut self.jobs).poll_next(context) {
                    Poll::Pending => return Poll::Pending,
                    Poll::Ready(None) => return Poll::Ready(None),
                    Poll::Ready(Some((job, outcome))) => self.machine.complete(&job, outcome),
                },
                ImportStep::Failed(error) => return Poll::Ready(Some(Err(error))),
                ImportStep::Done => return Poll::Ready(None),
            }
        }
    }
}

impl<S: Stream<Item = Record>> Stream for ImportOutcomes<S> {
    type Item = Result<RecordOutcome, ImportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_outcome(context)
    }
}

impl<S> std::fmt::Debug for ImportOutcomes<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ImportOutcomes").field("machine", &self.machine).finish_non_exhaustive()
    }
}
