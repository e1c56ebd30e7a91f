//! [`Export`]: `braze <series> export`, any range of a series into a file.

mod account;
mod delivery;
mod output;
mod report;
mod resume;

use std::sync::Arc;

use braze_core::backfill::ExportError;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::connection::{self, Connection};
use crate::endpoint::{self, Endpoint, Verb};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::io::Io;
use crate::meter::Meter;
use crate::range::{self, Ends};
use crate::rows::Sheet;
use crate::series::{Key, Options, Plan, Prepared, Series};
use crate::sink::Sink;
use crate::verbosity::{self, Verbosity};

use account::Account;
use delivery::Delivery;
use output::Output;
use report::Report;
use resume::Resume;

const STRICT: &str = "strict";

/// The verb of a series that exports a range of it.
const WORD: &str = "export";

/// The command that exports a range of a series.
pub(crate) struct Export(Series);

impl Export {
    pub(crate) fn new(series: Series) -> Self {
        Self(series)
    }

    fn plan(&self, matches: &ArgMatches) -> Result<Plan, Failure> {
        let options = Options::given(matches);
        let ends = Ends::given(matches).ok_or_else(|| Failure::usage("`--from` is missing"))?;
        let wanted = ends.resolve(options.unit, options.clock())?;
        let resume = Resume::given(matches, wanted, &options)?;
        Ok(Plan { wanted, options, strict: matches.get_flag(STRICT), resume })
    }

    /// Runs the export and says how it ended.
    fn export(
        &self,
        plan: &Plan,
        prepared: Prepared,
        output: &Output,
        connection: &Connection,
        io: &mut Io,
    ) -> Result<Exit, Failure> {
        let sheet = Sheet {
            value: self.0.value,
            zero: self.0.zero,
            unit: plan.options.unit,
            keys: prepared.keys.clone(),
            goes_on: plan.resume.is_some(),
            in_unicode: io.speaks_unicode(),
        };
        let mut writer = output.writer(sheet.clone())?;
        let (notes, interrupt) = (io.notes().clone(), io.interrupt());
        // Rows on the same screen would run into a bar.
        let is_whole = plan.strict || output.format().is_whole();
        let is_on_screen = output.is_on_terminal(io) && !is_whole;
        let bar = io.stderr_is_screen() && !is_on_screen && notes.verbosity() != Verbosity::Quiet;

        let mut sink = Sink::open(output.destination(), is_whole, io.stdout())
            .map_err(|error| output.unwritable(Exit::Usage, &error))?;
        let account = Arc::new(Account::new(output, &sink, &sheet.keys));
        let report = Report { notes: &notes, keys: &sheet.keys };
        let mut running = prepared
            .open(connection.client(), plan)
            .map_err(|error| self.diagnose(&error, &sheet.keys, connection))?;
        notes.detail(&format!("{}: requests {}", running.range(), running.progress().windows));

        let meter = Meter::new(&notes, bar, sheet.in_unicode);
        let listening = interrupt.listen(
            {
                let cancel = running.cancel();
                move || cancel.cancel()
            },
            account.last_words(&notes),
        );
        let ended = Delivery {
            running: &mut *running,
            writer: &mut *writer,
            sink: &mut sink,
            keys: &sheet.keys,
            account: &account,
            meter,
            traffic: connection.traffic(),
        }
        .run();
        let coverage = running.coverage();
        let ended = match ended {
            Ok(None) => sink.finish().map(|()| None),
            other => other,
        };
        // Its threads end here, which an interrupt need not wait for.
        drop(running);
        drop(listening);

        match ended {
            Ok(None) => Ok(report.complete(&coverage)),
            Ok(Some(ExportError::Findings(coverage))) => Ok(report.refused(&coverage, output)),
            Ok(Some(error)) => Err(account.tell(self.diagnose(&error, &sheet.keys, connection))),
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(Exit::Complete),
            Err(error) => Err(account.tell(output.unwritable(Exit::Failed, &error))),
        }
    }

    fn diagnose(&self, error: &ExportError, keys: &[Key], connection: &Connection) -> Failure {
        let Some(source) = error.call() else { return Failure::usage(error.to_string()) };
        let failure = self.0.endpoint.diagnose(source, connection, &self.typed());
        match error {
            ExportError::Call { .. } if failure.exit() == Exit::Interrupted => {
                Account::interrupted()
            }
            ExportError::Call { window, series, .. } => {
                let of = match keys.get(*series) {
                    Some(key) if keys.len() > 1 => format!(" of {key}"),
                    _ => String::new(),
                };
                failure.detail(format!("not read: {}{of}", window.range()))
            }
            _ => failure,
        }
    }

    fn about(&self) -> String {
        format!(
            "{}\n\nThe API returns at most {} rows for a request. An export makes as many requests as \
             the range takes, puts the rows in order, each day or hour once, and compares what was asked \
             for with what came back: the last line on standard error is that comparison. With findings \
             the exit code is 5.\n\nColumns, in every format: time (the date of a day, or the beginning of \
             an hour in UTC), unit, app_id and segment_id (empty for all of them), {}, complete (`false` \
             if the day or hour was not over). JSON has time_text too, the time as the server spelled it.",
            self.0.endpoint.about(),
            self.0.longest,
            self.0.value,
        )
    }

    fn after_help(&self) -> String {
        let example = |connection: &str, rest: &str| {
            let pairs = self.0.required_of_example();
            let line = endpoint::written(&format!("{} {connection}", self.typed()), &pairs);
            if line.lines().last().is_some_and(|last| last.len() + rest.len() < 78) {
                format!("{line} {rest}\n")
            } else {
                format!("{line} \\\n      {rest}\n")
            }
        };
        let value = self.0.value;
        let mut text = "Examples:\n".to_owned();
        text.push_str(&example("--sandbox", "--from 2024-01-01 --to 2024-02-01"));
        text.push_str(&example(
            "--instance us-01",
            &format!("--from 2024-Q1 --to 2024-Q2 -o {value}.csv"),
        ));
        text.push_str(&example("--instance us-01", "--from -30d --strict --format json"));
        text.push('\n');
        text.push_str(connection::ENVIRONMENT);
        text
    }
}

impl Verb for Export {
    fn endpoint(&self) -> &Endpoint {
        &self.0.endpoint
    }

    fn word(&self) -> Option<&'static str> {
        Some(WORD)
    }

    fn command(&self) -> Command {
        let [from, to] = range::arguments();
        let required = self.0.parameters().filter(|parameter| parameter.required);
        let required =
            std::iter::once("--from <WHEN>".to_owned()).chain(required.map(endpoint::in_usage));
        let command = Command::new(WORD)
            .about("Export any range, with proof that nothing is missing")
            .long_about(self.about())
            .override_usage(endpoint::usage(self, required))
            .after_long_help(self.after_help())
            .args([from.required(true), to])
            .args(Options::of_range(&self.0))
            .args(self.0.arguments())
            .arg(Options::of_completeness())
            .arg(
                Arg::new(STRICT)
                    .long(STRICT)
                    .action(ArgAction::SetTrue)
                    .help_heading("Completeness")
                    .help("Write nothing at all if there are findings"),
            )
            .arg(resume::argument())
            .args(output::arguments())
            .args(connection::arguments())
            .args(Options::of_connection())
            .group(connection::group())
            .args(verbosity::arguments());
        endpoint::with_help_last(command)
    }

    fn run(&self, matches: &ArgMatches, io: &mut Io) -> Result<Exit, Failure> {
        io.notes().set_verbosity(verbosity::given(matches));
        let plan = self.plan(matches)?;
        let prepared = self
            .0
            .prepare(self.0.selections(matches))
            .map_err(|violations| self.0.endpoint.invalid(&violations, &self.typed()))?;
        Resume::check(plan.resume, prepared.keys.len())?;
        let output = Output::given(matches)?;
        output.check(io)?;
        let connection = Connection::open(matches, plan.options.pacing, io)?;
        self.export(&plan, prepared, &output, &connection, io)
    }
}
