//! [`ExportRows`]: any range of a series, as a stream.

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

/// An export under way: a stream of its rows, in order.
///
/// Requests are made only as far ahead as the export's concurrency says, so memory stays flat.
/// They run while the stream is polled; dropping it calls them off.
pub struct ExportRows<E: Series> {
    driver: Driver,
    run: ExportMachine<E>,
    jobs: FuturesUnordered<JobFuture<E>>,
}

type JobFuture<E> = Pin<Box<dyn Future<Output = Outcome<E>> + Send>>;
type Outcome<E> = (u64, Result<JobReply<<E as Series>::Point>, Error>);
type RowOf<E> = Row<<<E as Series>::Point as Point>::Value>;

impl<E: Series> ExportRows<E> {
    pub(crate) fn new(driver: Driver, run: ExportMachine<E>) -> Self {
        Self { driver, run, jobs: FuturesUnordered::new() }
    }
}

impl<E> ExportRows<E>
where
    E: Series<Point: Send, Output: Send> + Clone + Send + 'static,
{
    /// The next row; `None` after the last.
    pub async fn next(&mut self) -> Option<Result<RowOf<E>, ExportError>> {
        std::future::poll_fn(|context| self.poll_row(context)).await
    }

    /// What came back so far, compared with what was asked for. Whole once the stream has ended.
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

    /// All rows at once, with their coverage.
    ///
    /// # Errors
    ///
    /// [`ExportError`], if the export ends early or, being strict, has findings.
    pub async fn into_rows(mut self) -> Result<(Vec<RowOf<E>>, Coverage), ExportError> {
        let mut rows = Vec::new();
        while let Some(row) = self.next().await {
            rows.push(row?);
        }
        Ok((rows, self.run.coverage()))
    }

    fn poll_row(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<RowOf<E>, ExportError>>> {
        // Requests go on while rows are taken.
        while let Poll::Ready(Some((number, outcome))) = Pin::new(&mut self.jobs).poll_next(context)
        {
            self.run.complete(number, outcome);
        }
        if let Some(row) = self.run.row() {
            return Poll::Ready(Some(Ok(row)));
        }
        loop {
            match self.run.poll(self.driver.now()) {
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
                    Poll::Ready(Some((number, outcome))) => self.run.complete(number, outcome),
                },
                Next::Failed(error) => return Poll::Ready(Some(Err(*error))),
                Next::Done => return Poll::Ready(None),
            }
        }
    }
}

// Nothing in it is pinned in place.
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
        f.debug_struct("ExportRows").field("run", &self.run).finish_non_exhaustive()
    }
}
