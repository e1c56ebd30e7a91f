//! [`Run`]: from what the file holds to what it holds then.

use std::collections::BTreeMap;
use std::sync::Arc;

use braze_core::export::{Coverage, Progress, Range, Start, Windows};
use braze_series::Selections;
use braze_store::{Horizon, Selection, Store, Table, Workspace};

use super::account::Account;
use super::intake::Intake;
use super::report::Report;
use super::stop::Stop;
use crate::args::range::Wanted;
use crate::args::series::Options;
use crate::endpoint::Pairs;
use crate::series::Series;
use crate::settings::connection::Connection;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::meter::{Meter, Units};

/// A run of the command, with everything that it needs.
pub(super) struct Run<'a> {
    pub(super) series: &'a Series,
    /// The command, as it is typed.
    pub(super) typed: String,
    pub(super) connection: &'a Connection,
    pub(super) store: Store,
    pub(super) workspace: Workspace,
    pub(super) table: Table,
    pub(super) options: Options,
    /// The selections to keep up to date, each with its parameters.
    pub(super) selections: Vec<(Selection, Pairs)>,
    /// The selections come from a list: new ones begin where the oldest of the others does.
    pub(super) is_listed: bool,
}

/// The requested range, as far as it was given.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    pub(super) from: Option<Start>,
    pub(super) to: Option<Start>,
}

/// The ranges that must be read, by their ends and whether rows are before them, each with the selections that
/// lack it.
type Readings = BTreeMap<(Start, Start, bool), (Range, Vec<usize>)>;

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
            self.store.write_ahead()?;
        }
        for (range, of) in readings.values() {
            notes.detail(&format!("reading {range}, of {} series", of.len()));
        }
        let (bar, requests) = (io.shows_bar(), self.requests(&readings));
        let meter = Meter::new(&notes, bar, Units::EXPORT, requests, io.shows_unicode());
        let account = Arc::new(Account::new(self.store.path().to_owned()));
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
        let next = next.into_values().next();
        let report = Report {
            notes: &notes,
            file: self.store.path(),
            table: &self.table,
            of_several: self.selections.len() > 1,
        };
        Ok(report.complete(&account.stored(), &results, next.map(|(range, _)| range.from())))
    }

    /// The ranges to read, the oldest first.
    fn readings(&mut self, bounds: Bounds, horizon: Horizon) -> Result<Readings, Failure> {
        let mut readings = Readings::new();
        let Bounds { from, to } = bounds;
        let first = if self.is_listed { self.first()? } else { None };
        for (index, (selection, _)) in self.selections.iter().enumerate() {
            let mut needs = self.store.needs(&self.table, selection, from, to, horizon)?;
            if needs.is_none() && first.is_some() {
                needs = self.store.needs(&self.table, selection, first, to, horizon)?;
            }
            let Some(needs) = needs else { return Err(self.nothing_of(selection)) };
            for need in needs {
                let (range, after_rows) = (need.range, need.after_rows);
                let reading = readings.entry((range.from(), range.to(), after_rows));
                reading.or_insert_with(|| (range, Vec::new())).1.push(index);
            }
        }
        Ok(readings)
    }

    /// The first day or hour that was ever asked for of any selection.
    fn first(&mut self) -> Result<Option<Start>, Failure> {
        let mut first = None;
        for (selection, _) in &self.selections {
            let since = self.store.since(&self.table, selection)?;
            first = [first, since].into_iter().flatten().min();
        }
        Ok(first)
    }

    /// The number of requests that this takes.
    fn requests(&self, readings: &Readings) -> u64 {
        let of_one = |range: &Range| Windows::new(*range, self.series.max_rows).len();
        let requests = readings.values().map(|(range, of)| of_one(range) * of.len());
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
        for ((_, _, after_rows), (range, indices)) in readings {
            let wanted = Wanted { range: *range, until_now: false };
            let mut plan = self.options.plan(wanted);
            plan.after_rows = *after_rows;
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
                store: &mut self.store,
                workspace: &self.workspace,
                table: &self.table,
                range: *range,
                selections: keys.iter().zip(selections).collect(),
                horizon,
                clock: self.connection.clock(),
                account,
            };
            let done = whole.done;
            let ended = intake.run(&mut *running, |progress| {
                whole.done = done + progress.done;
                let (rows, traffic) = (account.rows(), self.connection.traffic());
                meter.show(whole.done, whole.windows, rows, traffic);
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
            self.store.path().display(),
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
