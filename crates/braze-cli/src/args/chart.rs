//! [`ChartArgs`]: the arguments of `braze <series> chart`.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command};

use super::database::{self, DatabaseArgs};
use super::metric::{self, Metric};
use super::range::{self, Ends};
use super::selection::{self, Chosen};
use super::series::{self, SeriesArgs};
use super::{all, connection, output};
use crate::series::Series;
use crate::settings::choice::ConnectionArgs;

/// The verb of a series that draws a range of it.
pub(super) const WORD: &str = "chart";

/// Summary of the command, in a line.
pub(super) const ABOUT: &str = "Draw any range, on the terminal or into a picture";

/// The help of the option for a picture.
const PICTURE: &str = "\
Picture to write, `chart.svg`, instead of a chart of characters. It appears when it is complete; until then, \
and if the command fails, an older one stays as it was";

/// The days of a chart without `--from`.
pub(crate) const DAYS_BACK: u32 = 30;

/// The arguments of `braze <series> chart`.
#[derive(Debug)]
pub(crate) struct ChartArgs {
    pub(crate) ends: Ends,
    pub(crate) series: SeriesArgs,
    pub(crate) selections: Chosen,
    /// The numbers of a nested series to draw.
    pub(crate) metrics: Vec<Metric>,
    pub(crate) output: Option<PathBuf>,
    /// The file to take the numbers from, instead of a server.
    pub(crate) database: Option<DatabaseArgs>,
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
    let command = command
        .long_about(about(series))
        .override_usage(usage(series, &typed))
        .after_long_help(after_help(series, &typed))
        .args([from, to.requires(range::FROM)])
        .args(series::of_range(series))
        .arg(series::of_incomplete())
        .args(selection::arguments(series))
        .args(metric::argument(series))
        .arg(series::of_completeness())
        .arg(output::argument(PICTURE))
        .args(of_database(series));
    series::with_connection(command)
}

/// Reads the arguments.
pub(super) fn read(series: &Series, matches: &ArgMatches) -> ChartArgs {
    ChartArgs {
        ends: Ends::read(matches),
        series: SeriesArgs::read(matches),
        selections: selection::read(series, matches),
        metrics: metric::read(series, matches),
        output: output::read(matches),
        database: database::read(matches),
        connection: connection::read(matches),
    }
}

/// The options that choose a file instead of a server.
fn of_database(series: &Series) -> [Arg; 2] {
    let [file, workspace] = database::arguments(
        "Take the numbers from the SQLite file that `sync` keeps, and ask no server. Without `--from`, all \
         that it holds. It is only read, also while a sync is running",
        "Whose numbers in the file, as `sync --workspace` named it",
    );
    [
        file.conflicts_with_all(connection::OPTIONS.into_iter().chain(series::OF_SERVER))
            .conflicts_with_all(all::listed(series).map(|(dimension, _)| all::id(dimension.name))),
        workspace.requires(database::DB).conflicts_with_all(connection::OPTIONS),
    ]
}

fn about(series: &Series) -> String {
    format!(
        "{}\n\nA chart of characters on standard output, as wide as the terminal (`COLUMNS` where there \
         is none, else 80), or with `-o` a picture in SVG. Below it: the total, the mean, the lowest and \
         the highest with their times.\n\nA missing day or hour is a gap, and an incomplete one is drawn \
         apart. A few days or hours are bars, which begin at zero; more of them are a line, whose axis \
         may begin elsewhere. If there is no room for each of them, a point is the mean of several, and \
         the chart says of how many.\n\nThe numbers come from a server, as with `export`, or with `--db` \
         from the file that `sync` keeps. Findings are reported on standard error, and \
         the exit code is then 5.",
        series.endpoint.about(),
    )
}

/// The usage, with a server or with a file.
fn usage(series: &Series, typed: &str) -> String {
    let metric = series.is_nested.then(|| "--metric <METRIC>".to_owned());
    let required = series.required_in_usage().chain(metric);
    let required: String = required.map(|option| option + " ").collect();
    format!(
        "{typed} {required}[OPTIONS] {}\n       {typed} {required}[OPTIONS] --db <FILE>",
        connection::USAGE
    )
}

fn after_help(series: &Series, typed: &str) -> String {
    let metric = match (series.is_nested, series.labels) {
        (false, _) => "",
        (true, ["channel", ..]) => "--metric email.opens,email.clicks ",
        (true, _) => "--metric entries ",
    };
    let example = |connection: &str, rest: &str| {
        series.example(typed, connection, &format!("{metric}{rest}"))
    };
    let file = series.noun();
    let mut text = "Examples:\n".to_owned();
    text.push_str(&example("--sandbox", "--from 2024-01-01 --to 2024-02-01"));
    text.push_str(&example("--instance us-01", &format!("--from 2024-Q1 -o {file}.svg")));
    text.push_str(&example("--db braze.db", "--from -90d"));
    text.push_str(&format!(
        "\nWithout `--from`, a chart from a server shows the last {DAYS_BACK} days.\n\n"
    ));
    text.push_str(&connection::environment());
    text
}
