//! [`ExportArgs`]: the arguments of `braze <series> export`.

use std::path::PathBuf;

use braze_series::format::{Format, Layout};
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::dialect::ChosenDialect;
use super::range::{self, Ends};
use super::resume::{self, Resume};
use super::selection::{self, Chosen};
use super::series::{self, SeriesArgs};
use super::{all, connection, dialect, format, output, usage};
use crate::series::Series;
use crate::settings::choice::ConnectionArgs;

/// The verb of a series that exports a range of it.
pub(super) const WORD: &str = "export";

/// Summary of the command, in a line.
pub(super) const ABOUT: &str = "Export any range, with proof that nothing is missing";

const STRICT: &str = "strict";
const WIDE: &str = "wide";

/// The arguments of `braze <series> export`.
#[derive(Debug)]
pub(crate) struct ExportArgs {
    pub(crate) ends: Ends,
    pub(crate) series: SeriesArgs,
    pub(crate) selections: Chosen,
    /// Makes findings an error.
    pub(crate) strict: bool,
    pub(crate) resume: Option<Resume>,
    pub(crate) format: Option<Format>,
    pub(crate) output: Option<PathBuf>,
    pub(crate) layout: Layout,
    pub(crate) dialect: ChosenDialect,
    pub(crate) connection: ConnectionArgs,
}

/// The command as it is typed.
pub(crate) fn typed(series: &Series) -> String {
    series.endpoint.typed(Some(WORD))
}

/// Adds the arguments and the long texts of help.
pub(super) fn with_arguments(command: Command, series: &Series) -> Command {
    let typed = typed(series);
    let [from, to] = range::arguments();
    let required = std::iter::once("--from <WHEN>".to_owned()).chain(series.required_in_usage());
    let command = command
        .long_about(about(series))
        .override_usage(usage::usage(&typed, required))
        .after_long_help(after_help(series, &typed))
        .args([from.required(true), to])
        .args(series::of_range(series))
        .arg(series::of_incomplete())
        .args(selection::arguments(series))
        .arg(series::of_completeness())
        .arg(
            Arg::new(STRICT)
                .long(STRICT)
                .action(ArgAction::SetTrue)
                .help_heading("Completeness")
                .help("Write nothing at all if there are findings"),
        )
        .arg(resume::argument())
        .args([
            format::of_rows(),
            output::argument(
                "File to write to. It appears when it is complete: rows go to FILE.part first, and an older \
                 FILE stays as it was until then. If the export ends early, FILE.part of CSV and JSON lines \
                 is kept for `--resume`. Default: standard output",
            ),
        ])
        .args(dialect::arguments());
    let command = match series.is_nested {
        true => command.arg(of_wide()),
        false => command,
    };
    let command = command.args(all::names(series));
    series::with_connection(command)
}

/// The layout of the rows of a nested series.
fn of_wide() -> Arg {
    Arg::new(WIDE)
        .long(WIDE)
        .value_name("CHANNEL")
        .num_args(0..=1)
        .require_equals(true)
        .default_missing_value("")
        .conflicts_with(resume::RESUME)
        .help_heading("Output")
        .help(
            "Write a column for each metric instead of a line for each number. `--wide=email` writes the \
             numbers of one channel; without a channel there is a line for each combination of labels, and a \
             metric that it does not have is empty. The rows are held in memory until the end",
        )
}

fn layout(series: &Series, matches: &ArgMatches) -> Layout {
    let wide = series.is_nested.then(|| matches.get_one::<String>(WIDE)).flatten();
    wide.map_or(Layout::Tidy, |channel| {
        Layout::wide(Some(channel.clone()).filter(|it| !it.is_empty()))
    })
}

/// Reads the arguments.
pub(super) fn read(series: &Series, matches: &ArgMatches) -> ExportArgs {
    ExportArgs {
        ends: Ends::read(matches),
        series: SeriesArgs::read(matches),
        selections: selection::read(series, matches),
        strict: matches.get_flag(STRICT),
        resume: resume::read(matches),
        format: format::read(matches),
        output: output::read(matches),
        layout: layout(series, matches),
        dialect: dialect::read(matches),
        connection: connection::read(matches),
    }
}

fn about(series: &Series) -> String {
    if series.is_nested {
        return about_nested(series);
    }
    format!(
        "{}\n\nThe API returns at most {} rows for a request. An export makes as many requests as the range \
         takes, writes the rows in order, each day or hour once, and compares the range with the rows that \
         came back: the last line on standard error is that comparison. With findings the exit code is \
         5.\n\nColumns, in every format: time (the date of a day, or the beginning of an hour in UTC), unit, \
         {}{}, complete (`false` if the day or hour had not ended). JSON also has time_text, the time as the \
         server spelled it.",
        series.endpoint.about(),
        series.max_rows,
        series.dimensions_in_words(),
        series.value,
    )
}

fn about_nested(series: &Series) -> String {
    let kept = series.kept_days.map_or_else(String::new, |days| {
        format!(
            " The service keeps rows for {days} days: older ones that do not come back count as expired, not \
             as missing."
        )
    });
    format!(
        "{}\n\nThe API returns at most {} rows for a request. An export makes as many requests as the range \
         takes, writes the rows in order, each day once, and compares the range with the rows that came back: \
         the last line on standard error is that comparison. With findings the exit code is 5.{kept}\n\nA line \
         is one number. Columns, in every format: time (the date of a day), {}{}, metric (the name of the \
         number, as the API calls it), value, complete (`false` if the day had not ended). A label is empty \
         where it does not apply: a line without labels is about the whole. The label of a message variation is \
         its identifier, else its name, else its position from 1.",
        series.endpoint.about(),
        series.max_rows,
        series.dimensions_in_words(),
        series.labels.join(", "),
    )
}

fn after_help(series: &Series, typed: &str) -> String {
    let example = |connection: &str, rest: &str| series.example(typed, connection, rest);
    let file = series.noun();
    let mut text = "Examples:\n".to_owned();
    text.push_str(&example("--sandbox", "--from 2024-01-01 --to 2024-02-01"));
    text.push_str(&example(
        "--instance us-01",
        &format!("--from 2024-Q1 --to 2024-Q2 -o {file}.csv"),
    ));
    text.push_str(&example("--instance us-01", "--from -30d --strict --format json"));
    let required = all::listed(series).filter(|(dimension, _)| dimension.required);
    for (_, listing) in required {
        let all = all::flag(&listing);
        text.push_str(&format!("  {typed} --instance us-01 {all} --from -30d -o {file}.csv\n"));
    }
    text.push('\n');
    text.push_str(&connection::environment());
    text
}
