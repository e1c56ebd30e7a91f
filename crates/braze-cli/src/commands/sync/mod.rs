//! [`Synchronize`]: `braze <series> sync`, an SQLite file that is kept up to date.

mod account;
mod arguments;
mod help;
mod intake;
mod report;
mod run;
mod stop;

use std::path::Path;
use std::rc::Rc;

use braze_store::{Horizon, Store, Workspace};
use clap::{ArgMatches, Command};

use crate::args::range::{self, Ends};
use crate::args::series::{self as options, Options, SeriesArgs};
use crate::args::{connection as server, database, selection, usage};
use crate::commands::verb::Verb;
use crate::endpoint::Endpoint;
use crate::series::Series;
use crate::settings::connection::{self, Connection};
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

use run::{Bounds, Run, nowhere_to_begin};

/// The verb of a series that keeps a database of it.
const WORD: &str = "sync";

/// The command that keeps a database of a series.
pub(crate) struct Synchronize(Rc<Series>);

impl Synchronize {
    pub(crate) fn new(series: Rc<Series>) -> Self {
        Self(series)
    }
}

impl Verb for Synchronize {
    fn endpoint(&self) -> &Endpoint {
        &self.0.endpoint
    }

    fn word(&self) -> Option<&'static str> {
        Some(WORD)
    }

    fn command(&self) -> Command {
        let [from, to] = range::arguments();
        let required = std::iter::once("--db <FILE>".to_owned()).chain(self.0.required_in_usage());
        let command = Command::new(WORD)
            .about("Keep an SQLite file up to date, reading only what it lacks")
            .long_about(help::about(&self.0))
            .override_usage(usage::usage(&self.typed(), required))
            .after_long_help(help::after_help(&self.0, &self.typed()))
            .args(arguments::of_database())
            .args([arguments::of_from(from), arguments::of_to(to)])
            .args(options::of_range(&self.0))
            .args(selection::arguments(&self.0))
            .args([arguments::of_lookback(), options::of_completeness()]);
        options::with_connection(command)
    }

    fn run(&self, matches: &ArgMatches, io: &mut Io) -> Result<Exit, Failure> {
        let server = server::read(matches);
        let profile = connection::profile(&server, io)?;
        let mut options =
            Options { include_incomplete: true, ..SeriesArgs::read(matches).options(&profile) };
        let ends = Ends::read(matches);
        // Report errors in them before a file is made.
        let (from, _) = ends.starts(options.unit, options.clock(io.clock()))?;
        let path = database::path(matches).unwrap_or(Path::new(""));
        if from.is_none() && !path.exists() {
            return Err(nowhere_to_begin(format!("{} is not there yet", path.display())));
        }
        let pairs = selection::read(&self.0, matches);
        let prepared = self.0.prepare(pairs.clone(), &self.typed())?;
        let connection = Connection::open(&server, profile, options.pacing, io)?;

        let mut store = Store::open(path)?;
        let workspace = store.admit(Workspace {
            name: database::workspace(matches, connection.profile()),
            server: connection.origin(),
            zone: options.zone,
        })?;
        options.zone = workspace.zone;
        let clock = options.clock(io.clock());
        let lookback = matches.get_one(arguments::LOOKBACK).copied().unwrap_or_default();
        let horizon = Horizon::new(clock.now, clock.zone, options.unit, lookback);
        let (from, to) = ends.starts(options.unit, clock)?;
        let selection = |key| database::selection(&workspace.name, options.unit, key);
        let selections = prepared.selections.iter().map(selection).zip(pairs);
        let selections = selections.collect();
        let run = Run {
            series: &self.0,
            typed: self.typed(),
            connection: &connection,
            store,
            table: database::table(&self.0),
            workspace,
            options,
            selections,
        };
        run.run(Bounds { from, to }, horizon, io)
    }
}
