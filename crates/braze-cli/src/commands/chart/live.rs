//! [`Live`]: the numbers of a chart from a server.

use braze_chart::Figure;
use braze_core::export::{Coverage, ExportError, Range, Row};
use braze_core::{Content, Number};
use braze_series::{Plan, Selections};

use crate::args::metric::Metric;
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
    /// The rows, by the line that they belong to.
    rows: Vec<(usize, Row<Number>)>,
    /// The number of lines for each selection.
    lines: usize,
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
        metrics: &[Metric],
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
        let rows = self.rows(&mut *running, metrics, reporting);
        let (range, coverage) = (running.range(), running.coverage());
        // Its threads end here, which an interrupt need not wait for.
        drop(running);
        drop(listening);
        match rows {
            Ok(rows) => {
                if coverage.returned > 0 {
                    self.have_numbers(metrics, &rows)?;
                }
                Ok(Read { range, selections, rows, lines: metrics.len().max(1), coverage })
            }
            Err(error) => Err(diagnose(&error).detail(leftover.description())),
        }
    }

    fn rows(
        &self,
        running: &mut dyn Running,
        metrics: &[Metric],
        reporting: &Reporting,
    ) -> Result<Vec<(usize, Row<Number>)>, ExportError> {
        let mut meter =
            Meter::for_export(running, &reporting.notes, reporting.bar, reporting.in_unicode);
        let mut rows = Vec::new();
        loop {
            let progress = running.progress();
            let (count, traffic) = (rows.len() as u64, self.connection.traffic());
            meter.show(progress.done, progress.windows, count, traffic);
            match running.next_row() {
                None => return Ok(rows),
                Some(row) => self.add(row?, metrics, &mut rows),
            }
        }
    }

    /// Adds the numbers of a row to those of their lines.
    fn add(&self, row: Row<Content>, metrics: &[Metric], rows: &mut Vec<(usize, Row<Number>)>) {
        let mut content = None;
        let row = row.map(|value| content = Some(value));
        match content {
            Some(Content::Number(number)) => rows.push((row.selection, row.map(|()| number))),
            Some(Content::Measures(measures)) => {
                let first = row.selection * metrics.len();
                let sums = metrics.iter().map(|metric| metric.sum(self.series.labels, &measures));
                let found = sums.enumerate().filter_map(|(place, sum)| Some((first + place, sum?)));
                rows.extend(found.map(|(line, sum)| (line, row.clone().map(|()| sum))));
            }
            _ => {}
        }
    }

    /// Refuses a metric that no row has.
    fn have_numbers(
        &self,
        metrics: &[Metric],
        rows: &[(usize, Row<Number>)],
    ) -> Result<(), Failure> {
        let is_there = |place: usize| rows.iter().any(|(line, _)| line % metrics.len() == place);
        let missing = metrics.iter().enumerate().find(|(place, _)| !is_there(*place));
        match missing {
            None => Ok(()),
            Some((_, metric)) => Err(Failure::usage(format!("no row has the metric `{metric}`")).tip(
                "`braze … export --format table` shows all metrics; that of a channel is written `email.opens`",
            )),
        }
    }
}

impl Read {
    /// Adds the rows to the lines of their selections.
    pub(super) fn fill(&self, figure: &mut Figure) {
        for (series, line) in figure.lines_mut().iter_mut().enumerate() {
            line.set_missing(self.coverage.missing_of(series / self.lines));
        }
        for (line, row) in &self.rows {
            if let Some(line) = figure.lines_mut().get_mut(*line) {
                line.push(row.start, row.value, row.complete);
            }
        }
    }

    /// Reports the findings.
    pub(super) fn report(&self, notes: &Notes) -> Exit {
        Report { notes, selections: &self.selections }.complete(&self.coverage)
    }
}
