//! [`Live`]: the numbers of a chart from a server.

use braze_chart::Figure;
use braze_core::Number;
use braze_core::export::{Coverage, ExportError, Range, Row};
use braze_series::{Plan, Selections};

use crate::running::Running;
use crate::series::{Prepared, Series};
use crate::settings::connection::Connection;
use crate::ui::coverage::Report;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::interrupt::Interrupt;
use crate::ui::io::Io;
use crate::ui::meter::Meter;
use crate::ui::notes::Notes;
use crate::ui::sink::Leftover;

/// A series and the server that has it.
pub(super) struct Live<'a> {
    pub(super) series: &'a Series,
    pub(super) connection: &'a Connection,
    /// The command, as it is typed.
    pub(super) command: String,
}

/// The places that a command reports its progress to.
pub(super) struct Reporting {
    pub(super) notes: Notes,
    interrupt: Interrupt,
    /// Standard error has room for a bar.
    bar: bool,
    in_unicode: bool,
}

/// The rows that the server returned.
pub(super) struct Read {
    pub(super) range: Range,
    pub(super) selections: Selections,
    rows: Vec<Row<Number>>,
    coverage: Coverage,
}

impl Reporting {
    pub(super) fn new(io: &Io) -> Self {
        let notes = io.notes().clone();
        let bar = io.shows_bar();
        let (interrupt, in_unicode) = (io.interrupt(), io.shows_unicode());
        Self { notes, interrupt, bar, in_unicode }
    }
}

impl Live<'_> {
    /// Reads all rows. `leftover`: the state of the output if that fails.
    pub(super) fn read(
        &self,
        plan: &Plan,
        prepared: Prepared,
        reporting: &Reporting,
        leftover: &Leftover,
    ) -> Result<Read, Failure> {
        let selections = prepared.selections.clone();
        let diagnose = |error: &ExportError| {
            self.series.diagnose(error, &selections, self.connection, &self.command)
        };
        let mut running =
            prepared.open(self.connection.client(), plan).map_err(|error| diagnose(&error))?;
        let listening = reporting.interrupt.listen(
            {
                let cancel = running.cancel();
                move || cancel.cancel()
            },
            {
                let (leftover, notes) = (leftover.clone(), reporting.notes.clone());
                move || {
                    leftover.discard();
                    notes.last_words(&Failure::interrupted().detail(leftover.description()));
                }
            },
        );
        let rows = self.rows(&mut *running, reporting);
        let (range, coverage) = (running.range(), running.coverage());
        // Its threads end here, which an interrupt need not wait for.
        drop(running);
        drop(listening);
        match rows {
            Ok(rows) => Ok(Read { range, selections, rows, coverage }),
            Err(error) => Err(diagnose(&error).detail(leftover.description())),
        }
    }

    fn rows(
        &self,
        running: &mut dyn Running,
        reporting: &Reporting,
    ) -> Result<Vec<Row<Number>>, ExportError> {
        let mut meter =
            Meter::for_export(running, &reporting.notes, reporting.bar, reporting.in_unicode);
        let mut rows = Vec::new();
        loop {
            meter.show(running.progress(), rows.len() as u64, self.connection.traffic());
            match running.next_row() {
                None => return Ok(rows),
                Some(row) => rows.push(row?),
            }
        }
    }
}

impl Read {
    /// Adds the rows to the lines of their selections.
    pub(super) fn fill(&self, figure: &mut Figure) {
        for (series, line) in figure.lines_mut().iter_mut().enumerate() {
            line.set_missing(self.coverage.missing_of(series));
        }
        for row in &self.rows {
            if let Some(line) = figure.lines_mut().get_mut(row.selection) {
                line.push(row.start, row.value, row.complete);
            }
        }
    }

    /// Reports the findings.
    pub(super) fn report(&self, notes: &Notes) -> Exit {
        Report { notes, selections: &self.selections }.complete(&self.coverage)
    }
}
