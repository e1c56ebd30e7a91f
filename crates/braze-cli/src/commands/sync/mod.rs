//! [`Synchronize`]: `braze <series> sync`, an SQLite file that is kept up to date.

mod account;
mod intake;
mod report;
mod run;
mod stop;

use braze_store::{Horizon, Store, Workspace};

use crate::args::series::Options;
use crate::args::sync::{self, SyncArgs};
use crate::commands::all;
use crate::series::Series;
use crate::settings::connection::{self, Connection};
use crate::tables;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

use run::{Bounds, Run, nowhere_to_begin};

/// The command that keeps a database of a series.
pub(crate) struct Synchronize<'a>(pub(crate) &'a Series);

impl Synchronize<'_> {
    pub(crate) fn run(&self, args: SyncArgs, io: &mut Io) -> Result<Exit, Failure> {
        let SyncArgs { database, ends, series, selections: chosen, .. } = args;
        let profile = connection::profile(&args.connection, io)?;
        let mut options = Options { include_incomplete: true, ..series.options(&profile) };
        // Report errors in them before a file is made.
        let (from, _) = ends.starts(options.unit, options.clock(io.clock()))?;
        let path = &database.file;
        if from.is_none() && !path.exists() {
            return Err(nowhere_to_begin(format!("{} is not there yet", path.display())));
        }
        let typed = sync::typed(self.0);
        all::check(self.0, &chosen, &typed)?;
        let connection = Connection::open(&args.connection, profile, options.pacing, io)?;
        let is_listed = !chosen.all.is_empty();
        let clock = options.clock(io.clock());
        let expanded = all::expand(chosen, &connection, clock, &typed, io)?;
        let pairs = expanded.selections.clone();
        let prepared = expanded.prepare(self.0, &typed)?;

        let mut store = Store::open(path)?;
        let workspace = store.admit(Workspace {
            name: database.workspace(connection.profile()),
            server: connection.origin(),
            zone: options.zone,
        })?;
        options.zone = workspace.zone;
        let clock = options.clock(io.clock());
        let horizon = Horizon::new(clock.now, clock.zone, options.unit, args.lookback);
        let (from, to) = ends.starts(options.unit, clock)?;
        let selection = |key| tables::selection(&workspace.name, options.unit, key);
        let selections = prepared.selections.iter().map(selection).zip(pairs);
        let selections = selections.collect();
        let run = Run {
            series: self.0,
            typed,
            connection: &connection,
            store,
            table: tables::table(self.0),
            workspace,
            options,
            selections,
            is_listed,
        };
        run.run(Bounds { from, to }, horizon, io)
    }
}
