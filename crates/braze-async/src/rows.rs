//! [`ExportRows`]: an export in progress, as a stream.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use braze_core::export::{
    Coverage, ExportError, ExportMachine, JobReply, Next, Progress, Range, Row,
};
use braze_core::{Error, Point, Series};
use futures_core::Stream;
use futures_util::stream::FuturesUnordered;

use crate::driver::Driver;

/// An export in progress: a stream of its rows, in order.
///
/// It requests only as far ahead as the export's concurrency allows, so memory use stays flat. Requests run
/// while the stream is polled; dropping it cancels them.
pub struct ExportRows<E: Series> {
    driver: Driver,
    machine: ExportMachine<E>,
    jobs: FuturesUnordered<JobFuture<E>>,
}

type JobFuture<E> = Pin<Box<dyn Future<Output = Outcome<E>> + Send>>;
type Outcome<E> = (u64, Result<JobReply<<E as Series>::Point>, Error>);
type RowOf<E> = Row<<<E as Series>::Point as Point>::Value>;

impl<E: Series> ExportRows<E> {
    pub(crate) fn new(driver: Driver, machine: ExportMachine<E>) -> Self {
        Self { driver, machine, jobs: FuturesUnordered::new() }
    }
}

impl<E> ExportRows<E>
where
    E: Series<Point: Send, Output: Send> + Clone + Send + 'static,
{
    /// Returns the next row, or `None` after the last.
    pub async fn next(&mut self) -> Option<Result<RowOf<E>, ExportError>> {
        std::future::poll_fn(|context| self.poll_row(context)).await
    }

    /// Compares what was received so far with what was asked for. Complete once the stream has ended.
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

    /// Collects all rows, with their coverage.
    ///
    /// # Errors
    ///
    /// [`ExportError`] if the export ends early, or is strict and has findings.
    pub async fn into_rows(mut self) -> Result<(Vec<RowOf<E>>, Coverage), ExportError> {
        let mut rows = Vec::new();
        while let Some(row) = self.next().await {
            rows.push(row?);
        }
        Ok((rows, self.machine.coverage()))
    }

    fn poll_row(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<RowOf<E>, ExportError>>> {
        // Requests make progress while rows are taken.
        while let Poll::Ready(Some((number, outcome))) = Pin::new(&mut self.jobs).poll_next(context)
        {
            self.machine.complete(number, outcome);
        }
        if let Some(row) = self.machine.row() {
            return Poll::Ready(Some(Ok(row)));
        }
        loop {
            match self.machine.poll(self.driver.now()) {
                Next::Job(job) => {
                    let driver = self.driver.clone();
                    self.jobs.push(Box::pin(async move {
                        let number = job.number();
                        (number, driver.drive(job).await)
                    }));
                }
                Next::Row(row) => return Poll::Ready(Some(Ok(row))),
                Next::Wait => match Pin::new(&mut self.jobs).poll_next(context) {
                    Poll::Pending => return Poll::Pending,
                    Poll::Ready(None) => return Poll::Ready(None),
                    Poll::Ready(Some((number, outcome))) => self.machine.complete(number, outcome),
                },
                Next::Failed(error) => return Poll::Ready(Some(Err(*error))),
                Next::Done => return Poll::Ready(None),
            }
        }
    }
}

// No field is structurally pinned.
impl<E: Series> Unpin for ExportRows<E> {}

impl<E> Stream for ExportRows<E>
where
    E: Series<Point: Send, Output: Send> + Clone + Send + 'static,
{
    type Item = Result<RowOf<E>, ExportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_row(context)
    }
}

impl<E: Series> std::fmt::Debug for ExportRows<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ExportRows").field("machine", &self.machine).finish_non_exhaustive()
    }
}
