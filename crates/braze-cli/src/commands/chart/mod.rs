//! [`Chart`]: `braze <series> chart`, a series as a picture, on the terminal or in a file.

mod help;
mod live;
mod output;
mod store;

use std::rc::Rc;

use braze_chart::Figure;
use braze_core::export::Range;
use braze_series::Selections;
use clap::{ArgMatches, Command};

use crate::args::range::{self, Ends, Word};
use crate::args::series::{self as options, SeriesArgs};
use crate::args::{connection as arguments, output as file, selection};
use crate::commands::verb::Verb;
use crate::endpoint::Endpoint;
use crate::series::Series;
use crate::settings::choice::ConnectionArgs;
use crate::settings::connection::{self, Connection};
use crate::settings::profile::Profile;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

use live::{Live, Reporting};
use output::Output;
use store::{Question, Store};

/// The verb of a series that draws a range of it.
const WORD: &str = "chart";

/// The help of the option for a picture.
const PICTURE: &str = "\
Picture to write, `chart.svg`, instead of a chart of characters. It appears when it is complete; until then, \
and if the command fails, an older one stays as it was";

/// The days of a chart without `--from`.
const DAYS_BACK: u32 = 30;

/// The command that draws a range of a series.
pub(crate) struct Chart(Rc<Series>);

impl Chart {
    pub(crate) fn new(series: Rc<Series>) -> Self {
        Self(series)
    }

    /// A figure with a line for each selection, without numbers.
    fn figure(&self, selections: &Selections, range: Range) -> Figure {
        let name = self.0.endpoint.description.command.join(" ");
        let mut figure = Figure::new(name, range).with_value(self.0.value);
        if selections.common().is_narrow() {
            figure = figure.with_selection(selections.common().to_string());
        }
        for selection in selections.distinct() {
            figure.add_line(selection.to_string());
        }
        figure
    }

    /// Draws what a server returns.
    fn draw_live(
        &self,
        matches: &ArgMatches,
        server: &ConnectionArgs,
        profile: Profile,
        output: &Output,
        io: &mut Io,
    ) -> Result<Exit, Failure> {
        let options = SeriesArgs::read(matches).options(&profile);
        let ends = Ends::read(matches).or_from(Word::DaysBack(DAYS_BACK));
        let wanted = ends.resolve(options.unit, options.clock(io.clock()))?;
        let prepared = self.0.prepare(selection::read(&self.0, matches), &self.typed())?;
        let is_known = connection::is_known(server, &profile, io);
        let connection = Connection::open(server, profile, options.pacing, io);
        let connection = connection.map_err(|failure| match is_known {
            true => failure,
            false => {
                failure.detail("--db <FILE>        the file that `sync` keeps, without a server")
            }
        })?;
        let reporting = Reporting::new(io);
        let live = Live { series: &self.0, connection: &connection, command: self.typed() };
        let plan = options.plan(wanted);
        let sink = output.open(io)?;
        let read = live.read(&plan, prepared, &reporting, &sink.leftover())?;
        let mut figure = self.figure(&read.selections, read.range);
        read.fill(&mut figure);
        output.write(&figure, sink)?;
        Ok(read.report(&reporting.notes))
    }

    /// Draws what a file holds.
    fn draw_stored(
        &self,
        store: &Store,
        matches: &ArgMatches,
        server: &ConnectionArgs,
        profile: &Profile,
        output: &Output,
        io: &mut Io,
    ) -> Result<Exit, Failure> {
        connection::refuse_keys(server, profile, io)?;
        let selections =
            self.0.prepare(selection::read(&self.0, matches), &self.typed())?.selections;
        let question = Question {
            series: &self.0,
            keys: &selections,
            ends: Ends::read(matches),
            options: SeriesArgs::read(matches).options(profile),
            clock: io.clock(),
        };
        let stored = store.read(&question)?;
        let mut figure = self.figure(&selections, stored.range);
        let gaps = stored.fill(&mut figure);
        let sink = output.open(io)?;
        output.write(&figure, sink)?;
        Ok(store::report(&figure, &gaps, io.notes()))
    }
}

impl Verb for Chart {
    fn endpoint(&self) -> &Endpoint {
        &self.0.endpoint
    }

    fn word(&self) -> Option<&'static str> {
        Some(WORD)
    }

    fn command(&self) -> Command {
        let [from, to] = range::arguments();
        let command = Command::new(WORD)
            .about("Draw any range, on the terminal or into a picture")
            .long_about(self.about())
            .override_usage(self.usage())
            .after_long_help(self.after_help())
            .args([from, to.requires(range::FROM)])
            .args(options::of_range(&self.0))
            .arg(options::of_incomplete())
            .args(selection::arguments(&self.0))
            .arg(options::of_completeness())
            .arg(file::argument(PICTURE))
            .args(store::arguments());
        options::with_connection(command)
    }

    fn run(&self, matches: &ArgMatches, io: &mut Io) -> Result<Exit, Failure> {
        let server = arguments::read(matches);
        let profile = connection::profile(&server, io)?;
        let output = Output::new(file::read(matches), io)?;
        match Store::from_matches(matches, &profile) {
            Some(store) => self.draw_stored(&store, matches, &server, &profile, &output, io),
            None => self.draw_live(matches, &server, profile, &output, io),
        }
    }
}
