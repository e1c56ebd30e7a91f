//! [`ExportRows`]: an export in progress, on threads of its own.

use braze_core::export::{
    Coverage, Export, ExportError, ExportMachine, Job, JobReply, Next, Progress, Range, Row,
};
use braze_core::{Point, Series, Session, TimeSource};

use crate::cancel::{Cancel, CancelGuard};
use crate::exchange::Transport;
use crate::workers::{Carrier, Workers};

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
    workers: Workers<Job<E>, JobReply<E::Point>>,
    _guard: CancelGuard,
}

type RowOf<E> = Row<<<E as Series>::Point as Point>::Value>;

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
        let (carrier, attached) = Carrier::new(transport, time);
        let workers = Workers::new(carrier.clone(), machine.concurrency());
        Ok(Self { machine, carrier, workers, _guard: attached })
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
        self.carrier.cancel().clone()
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
            match self.machine.poll(self.carrier.time().now()) {
                Next::Job(job) => self.workers.hand_out(job),
                Next::Row(row) => return Some(Ok(row)),
                Next::Wait => {
                    let (job, outcome) = self.workers.wait()?;
                    self.machine.complete(job.number(), outcome);
                }
                Next::Done => return None,
                Next::Failed(error) => return Some(Err(*error)),
            }
        }
    }
}

impl<E: Series> std::fmt::Debug for ExportRows<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ExportRows").field("machine", &self.machine).finish_non_exhaustive()
    }
}
