//! [`SyncArgs`]: the arguments of `braze <series> sync`.

use clap::{Arg, ArgMatches, Command};

use super::database::{self, DatabaseArgs};
use super::range::{self, Ends};
use super::selection::{self, Chosen};
use super::series::{self, SeriesArgs};
use super::{connection, usage};
use crate::series::Series;
use crate::settings::choice::ConnectionArgs;
use crate::tables::table;

/// The verb of a series that keeps a database of it.
pub(super) const WORD: &str = "sync";

/// Summary of the command, in a line.
pub(super) const ABOUT: &str = "Keep an SQLite file up to date, reading only what it lacks";

const LOOKBACK: &str = "lookback";

/// The arguments of `braze <series> sync`.
#[derive(Debug)]
pub(crate) struct SyncArgs {
    pub(crate) database: DatabaseArgs,
    pub(crate) ends: Ends,
    pub(crate) series: SeriesArgs,
    pub(crate) selections: Chosen,
    /// The number of days for which a bucket is read again after it ended.
    pub(crate) lookback: u32,
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
    let required = std::iter::once("--db <FILE>".to_owned()).chain(series.required_in_usage());
    let command = command
        .long_about(about(series))
        .override_usage(usage::usage(&typed, required))
        .after_long_help(after_help(series, &typed))
        .args(of_database())
        .args([of_from(from), of_to(to)])
        .args(series::of_range(series))
        .args(selection::arguments(series))
        .args([of_lookback(), series::of_completeness()]);
    series::with_connection(command)
}

/// Reads the arguments.
pub(super) fn read(series: &Series, matches: &ArgMatches) -> SyncArgs {
    SyncArgs {
        database: database::read(matches).unwrap_or_default(),
        ends: Ends::read(matches),
        series: SeriesArgs::read(matches),
        selections: selection::read(series, matches),
        lookback: matches.get_one(LOOKBACK).copied().unwrap_or_default(),
        connection: connection::read(matches),
    }
}

/// The file, and the workspace of its rows.
fn of_database() -> [Arg; 2] {
    let [file, workspace] = database::arguments(
        "SQLite file to keep up to date; it is created if it does not exist. It may hold several series, \
         units, apps and workspaces",
        "Name of the workspace, stored in the column `workspace`; a name stays with the server that it was \
         first used for",
    );
    [file.required(true), workspace]
}

/// The start of the range.
fn of_from(from: Arg) -> Arg {
    let forms = from.get_help().map(ToString::to_string).unwrap_or_default();
    from.help(format!(
        "{forms}. Needed once; later runs continue from the rows in the file. Given again, an earlier start \
         adds the rows before them"
    ))
}

/// The end of the range.
fn of_to(to: Arg) -> Arg {
    to.help(
        "End of the range, in the same forms. Exclusive: `--from 2024-01 --to 2024-02` is January. \
         Default: after the current day or hour, which is stored with `complete` 0 and read again by the \
         next run",
    )
}

/// The days for which rows are read again.
fn of_lookback() -> Arg {
    Arg::new(LOOKBACK)
        .long(LOOKBACK)
        .value_name("DAYS")
        .value_parser(clap::value_parser!(u32).range(0..=36_500))
        .default_value("3")
        .allow_negative_numbers(true)
        .help_heading("Completeness")
        .help(
            "Keep re-reading a day or hour until this many days after it ended, since numbers may come in \
             late. A greater number reads more of the past again",
        )
}

fn about(series: &Series) -> String {
    let table = table(series);
    let columns = |names: &mut dyn Iterator<Item = &str>| {
        names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
    };
    format!(
        "{}\n\nA sync keeps an SQLite file up to date, for any program that reads SQLite. The first \
             run says where to begin. Each later one reads what is missing, what was incomplete, and the \
             last days again, since numbers may come in late; it puts changed rows in the place of the old \
             ones and says on standard error what has changed. With findings the exit code is 5.\n\n\
             The rows are in the table `{}`: {}. Its primary key is {}. `app_id` and `segment_id` are empty \
             for all of them; `time` is the date of a day, or the beginning of an hour in UTC, as in the CSV \
             of an export; `complete` is 0 if the day or hour had not ended when it was read, at `fetched_at`. \
             A row that the server no longer returns is kept, with a note.{}\n\n\
             Each window of rows is stored whole or not at all, so a run may be ended at any moment and \
             repeated. Only one run at a time may write to a file, with a lock on an empty file beside it, \
             FILE-lock; others can read meanwhile. Tables whose names begin with `braze_` are the command's \
             own: they hold what was read, and of each workspace its server and its time zone, so that a \
             later run knows the zone, and nothing is mixed with it that comes from elsewhere.",
        series.endpoint.about(),
        table.name(),
        columns(&mut table.columns()),
        columns(&mut table.key()),
        if series.is_nested {
            " Each number of a day is a row of its own, told apart by its labels and by `metric`, its name; a \
             label is empty where it does not apply."
        } else {
            ""
        },
    )
}

fn after_help(series: &Series, typed: &str) -> String {
    let example = |connection: &str, rest: &str| series.example(typed, connection, rest);
    let table = table(series);
    let (begin, go_on) = ("--db braze.db --from 2023-01-01", "--db braze.db");
    let by_cron = "--api-key-file key.txt --db braze.db --quiet";
    // A line of cron cannot be broken.
    let by_cron = example("--instance us-01", by_cron).replace(" \\\n     ", "");
    format!(
        "Examples:\n{}{}{}\n  By cron, each morning:\n  15 6 * * *{}\n  What is in it:\n  \
             sqlite3 braze.db \"SELECT time, {} FROM {} WHERE complete\"\n\n{}",
        example("--sandbox", "--db sandbox.db --from -30d"),
        example("--instance us-01", begin),
        example("--instance us-01", go_on),
        by_cron,
        series.value,
        table.name(),
        connection::environment()
    )
}
