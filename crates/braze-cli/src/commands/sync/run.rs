//! [`Run`]: from what the file holds to what it holds then.

use std::collections::BTreeMap;
use std::sync::Arc;

use braze_core::export::{Coverage, Progress, Start, Windows};
use braze_series::Selections;

use super::account::Account;
use super::intake::Intake;
use super::need::{Horizon, needed};
use super::report::Report;
use super::stop::Stop;
use crate::args::range::{Span, Wanted};
use crate::args::series::Options;
use crate::database::{Database, Selection, Table, Workspace};
use crate::endpoint::Pairs;
use crate::series::Series;
use crate::settings::connection::Connection;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::meter::Meter;

/// A run of the command, with everything that it needs.
pub(super) struct Run<'a> {
    pub(super) series: &'a Series,
    /// The command, as it is typed.
    pub(super) typed: String,
    pub(super) connection: &'a Connection,
    pub(super) database: Database,
    pub(super) workspace: Workspace,
    pub(super) table: Table,
    pub(super) options: Options,
    /// What is to be kept up to date, each with the parameters that ask for it.
    pub(super) selections: Vec<(Selection, Pairs)>,
}

/// Which days or hours are wanted, as far as that was said.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    pub(super) from: Option<Start>,
    pub(super) to: Option<Start>,
}

/// What must be read: each span with the selections that lack it. The flag says that they have rows before
/// it.
type Readings = BTreeMap<(Span, bool), Vec<usize>>;

impl Run<'_> {
    /// Reads and stores what must be read, and says what that has changed.
    pub(super) fn run(
        mut self,
        bounds: Bounds,
        horizon: Horizon,
        io: &mut Io,
    ) -> Result<Exit, Failure> {
        let readings = self.readings(bounds, horizon)?;
        let notes = io.notes().clone();
        if readings.is_empty() {
            notes.note("nothing to read: everything that was asked for and has begun is there");
        } else {
            self.database.write_ahead()?;
        }
        for ((span, _), of) in &readings {
            notes.detail(&format!("reading {}, of {} series", span.range(), of.len()));
        }
        let meter =
            Meter::new(&notes, io.shows_bar(), self.requests(&readings), io.shows_unicode());
        let account = Arc::new(Account::new(self.database.path().to_owned()));
        let stop = Stop::default();
        let listening = io.interrupt().listen(
            {
                let stop = stop.clone();
                move || stop.stop()
            },
            account.last_words(&notes),
        );
        let results = self.read(&readings, horizon, &account, &stop, meter);
        drop(listening);

        let results = results.map_err(|failure| account.conclude(failure))?;
        // There is nothing to go on from if nothing of the range has begun.
        let next = self.readings(Bounds { from: None, to: None }, horizon).unwrap_or_default();
        let next = next.into_keys().next();
        let report = Report {
            notes: &notes,
            file: self.database.path(),
            table: &self.table,
            of_several: self.selections.len() > 1,
        };
        Ok(report.complete(&account.stored(), &results, next.map(|(span, _)| span.from)))
    }

    /// What must be read, the oldest first.
    fn readings(&mut self, bounds: Bounds, horizon: Horizon) -> Result<Readings, Failure> {
        let mut readings = Readings::new();
        let to = bounds.to.unwrap_or(horizon.end).min(horizon.end);
        for (index, (selection, _)) in self.selections.iter().enumerate() {
            let held = self.database.held(&self.table, selection)?;
            let since = held.as_ref().map(|held| held.since);
            let Some(from) = bounds.from.or(since) else { return Err(self.nothing_of(selection)) };
            let first_row = held.as_ref().and_then(|held| held.first_row);
            let settled = held.map(|held| held.settled).unwrap_or_default();
            for span in needed(Span { from, to }, &settled, horizon.recent) {
                let is_after_rows = first_row.is_some_and(|first| first < span.from);
                readings.entry((span, is_after_rows)).or_default().push(index);
            }
        }
        Ok(readings)
    }

    /// How many requests that takes.
    fn requests(&self, readings: &Readings) -> u64 {
        let of_one = |span: &Span| Windows::new(span.range(), self.series.max_rows).len();
        let requests = readings.iter().map(|((span, _), of)| of_one(span) * of.len());
        requests.sum::<usize>() as u64
    }

    fn read(
        &mut self,
        readings: &Readings,
        horizon: Horizon,
        account: &Account,
        stop: &Stop,
        mut meter: Meter,
    ) -> Result<Vec<(Selections, Coverage)>, Failure> {
        let mut whole = Progress::default();
        whole.windows = self.requests(readings);
        let mut results = Vec::new();
        for ((span, is_after_rows), indices) in readings {
            let wanted = Wanted { range: span.range(), until_now: false };
            let mut plan = self.options.plan(wanted);
            plan.after_rows = *is_after_rows;
            let (selections, pairs): (Vec<_>, Vec<_>) = indices
                .iter()
                .filter_map(|index| self.selections.get(*index))
                .map(|(selection, pairs)| (selection, pairs.clone()))
                .unzip();
            let prepared = self.series.prepare(pairs, &self.typed)?;
            let keys = prepared.selections.clone();
            let diagnose =
                |error| self.series.diagnose(&error, &keys, self.connection, &self.typed);
            let mut running = prepared.open(self.connection.client(), &plan).map_err(diagnose)?;
            stop.begin(running.cancel());
            let intake = Intake {
                database: &mut self.database,
                workspace: &self.workspace,
                table: &self.table,
                span: *span,
                selections,
                recent: horizon.recent,
                clock: self.connection.clock(),
                account,
            };
            let done = whole.done;
            let ended = intake.run(&mut *running, |progress| {
                whole.done = done + progress.done;
                meter.show(whole, account.rows(), self.connection.traffic());
            })?;
            if let Some(error) = ended {
                return Err(diagnose(error));
            }
            results.push((keys, running.coverage()));
        }
        Ok(results)
    }

    /// Nothing is known that a run could go on from.
    fn nothing_of(&self, selection: &Selection) -> Failure {
        nowhere_to_begin(format!(
            "{} holds no {} of this yet: {selection}",
            self.database.path().display(),
            self.table.name(),
        ))
    }
}

/// The failure of a first run that has no start.
pub(super) fn nowhere_to_begin(why: String) -> Failure {
    Failure::usage("`--from` is missing")
        .detail(why)
        .tip("give it once, `--from 2024-01-01` for instance; later runs know it")
}
