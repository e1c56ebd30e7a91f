//! [`Chart`]: `braze <series> chart`, a series as a picture, on the terminal or in a file.

mod live;
mod output;
mod store;

use braze_chart::Figure;
use braze_core::export::Range;
use braze_series::Selections;

use crate::args::chart::{self, ChartArgs, DAYS_BACK};
use crate::args::database::DatabaseArgs;
use crate::args::metric::Metric;
use crate::args::range::Word;
use crate::commands::all;
use crate::series::Series;
use crate::settings::connection::{self, Connection};
use crate::settings::error::SettingsError;
use crate::settings::profile::Profile;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

use live::{Live, Reporting};
use output::Output;
use store::{Question, Store};

/// The command that draws a range of a series.
pub(crate) struct Chart<'a>(pub(crate) &'a Series);

impl Chart<'_> {
    pub(crate) fn run(&self, args: ChartArgs, io: &mut Io) -> Result<Exit, Failure> {
        let profile = connection::profile(&args.connection, io)?;
        let output = Output::new(args.output.clone(), io)?;
        match args.database.clone() {
            Some(database) => self.draw_stored(&database, args, &profile, &output, io),
            None => self.draw_live(args, profile, &output, io),
        }
    }

    /// A figure with a line for each metric of each selection, without numbers.
    fn figure(&self, selections: &Selections, metrics: &[Metric], range: Range) -> Figure {
        let name = self.0.endpoint.description.command.join(" ");
        let value = match metrics {
            [metric] => metric.to_string(),
            _ => self.0.value.to_owned(),
        };
        let mut figure = Figure::new(name, range).with_value(value);
        if selections.common().is_narrow() {
            figure = figure.with_selection(selections.common().to_string());
        }
        for selection in selections.distinct() {
            let selection = selection.to_string();
            if metrics.len() < 2 {
                figure.add_line(selection);
                continue;
            }
            for metric in metrics {
                figure.add_line(match selections.len() {
                    1 => metric.to_string(),
                    _ => format!("{selection}, {metric}"),
                });
            }
        }
        figure
    }

    /// Draws what a server returns.
    fn draw_live(
        &self,
        args: ChartArgs,
        profile: Profile,
        output: &Output,
        io: &mut Io,
    ) -> Result<Exit, Failure> {
        let options = args.series.options(&profile);
        let ends = args.ends.or_from(Word::DaysBack(DAYS_BACK));
        let wanted = ends.resolve(options.unit, options.clock(io.clock()))?;
        let command = chart::typed(self.0);
        all::check(self.0, &args.selections, &command)?;
        let connection = Connection::open(&args.connection, profile, options.pacing, io);
        let connection = connection.map_err(|error| match error {
            SettingsError::NoServer { .. } => Failure::from(error)
                .detail("--db <FILE>        the file that `sync` keeps, without a server"),
            error => error.into(),
        })?;
        let clock = options.clock(io.clock());
        let expanded = all::expand(args.selections, &connection, clock, &command, io)?;
        let prepared = expanded.prepare(self.0, &command)?;
        let reporting = Reporting::new(io);
        let live = Live { series: self.0, connection: &connection, command };
        let plan = options.plan(wanted);
        let sink = output.open(io)?;
        let read = live.read(&plan, prepared, &args.metrics, &reporting, &sink.leftover())?;
        let mut figure = self.figure(&read.selections, &args.metrics, read.range);
        read.fill(&mut figure);
        output.write(&figure, sink)?;
        Ok(read.report(&reporting.notes))
    }

    /// Draws what a file holds.
    fn draw_stored(
        &self,
        database: &DatabaseArgs,
        args: ChartArgs,
        profile: &Profile,
        output: &Output,
        io: &mut Io,
    ) -> Result<Exit, Failure> {
        connection::refuse_keys(&args.connection, profile, io)?;
        let prepared = self.0.prepare(args.selections.selections, &chart::typed(self.0))?;
        let selections = prepared.selections;
        let question = Question {
            series: self.0,
            keys: &selections,
            metrics: &args.metrics,
            ends: args.ends,
            options: args.series.options(profile),
            clock: io.clock(),
        };
        let stored = Store::new(database, profile).read(&question)?;
        let mut figure = self.figure(&selections, &args.metrics, stored.range);
        let gaps = stored.fill(&mut figure);
        let sink = output.open(io)?;
        output.write(&figure, sink)?;
        Ok(store::report(&figure, &gaps, io.notes()))
    }
}
