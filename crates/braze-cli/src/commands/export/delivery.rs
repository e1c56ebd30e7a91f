//! [`Delivery`]: the rows of a running export on their way into a sink.

use std::io;

use braze_core::export::ExportError;
use braze_series::Position;
use braze_series::format::{Outcome, RowWriter};

use super::account::{Account, Written};
use crate::args::range;
use crate::running::Running;
use crate::ui::meter::Meter;
use crate::ui::sink::Sink;
use crate::ui::traffic::Traffic;

/// The rows of a running export on their way into a sink.
pub(super) struct Delivery<'a, 'io> {
    pub(super) running: &'a mut dyn Running,
    pub(super) writer: &'a mut dyn RowWriter,
    pub(super) sink: &'a mut Sink<'io>,
    /// The account of the rows that were written.
    pub(super) account: &'a Account,
    pub(super) meter: Meter,
    pub(super) traffic: &'a Traffic,
}

impl Delivery<'_, '_> {
    /// Delivers all rows, or those that came before the export ended early.
    pub(super) fn run(mut self) -> io::Result<Option<ExportError>> {
        let mut taken = Written::default();
        self.writer.begin(self.sink.buffer())?;
        let mut replies = 0;
        let error = loop {
            let progress = self.running.progress();
            let (done, whole) = (progress.done, progress.windows);
            self.meter.show(done, whole, taken.rows, self.traffic);
            if progress.done != replies && taken.rows > 0 {
                // The rows of earlier replies survive if the process is killed now.
                replies = progress.done;
                self.pass_on(taken)?;
            }
            let row = match self.running.next_row() {
                None => break None,
                Some(Err(error)) => break Some(error),
                Some(Ok(row)) => row,
            };
            taken.rows += 1;
            taken.next = Some(Position { selection: row.selection, next: range::after(row.start) });
            self.writer.content(row, self.sink.buffer())?;
            if self.sink.is_due() {
                self.pass_on(taken)?;
            }
        };
        if error.is_some() && taken.rows == 0 {
            // A header without rows is not an output.
            return Ok(error);
        }
        if error.is_none() {
            let (range, coverage) = (self.running.range(), self.running.coverage());
            let outcome = Outcome { range, coverage: &coverage };
            self.writer.end(&outcome, self.sink.buffer())?;
        }
        self.pass_on(taken)?;
        Ok(error)
    }

    fn pass_on(&mut self, taken: Written) -> io::Result<()> {
        self.account.note(taken, || self.sink.pass_on())
    }
}
