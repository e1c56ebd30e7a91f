//! The options that choose a file and a workspace in it, and the tables and selections they stand for.

use std::path::{Path, PathBuf};

use braze_core::Unit;
use braze_series::Selection as Values;
use braze_store::{Selection, Table};
use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgMatches, ValueHint};

use crate::series::Series;
use crate::settings::profile::Profile;

/// The option that names a file.
pub(crate) const DB: &str = "db";
const WORKSPACE: &str = "workspace";

/// The name of a workspace that has no other.
pub(crate) const DEFAULT_WORKSPACE: &str = "default";

/// The options for the file and the workspace, with the texts of a command.
pub(crate) fn arguments(file: &'static str, workspace: &str) -> [Arg; 2] {
    let option = |name: &'static str| Arg::new(name).long(name).help_heading("Database");
    [
        option(DB)
            .value_name("FILE")
            .value_hint(ValueHint::FilePath)
            .value_parser(clap::value_parser!(PathBuf))
            .help(file),
        option(WORKSPACE).value_name("NAME").value_parser(NonEmptyStringValueParser::new()).help(
            format!("{workspace}. Default: what the profile calls it, else `{DEFAULT_WORKSPACE}`"),
        ),
    ]
}

/// The file that was given.
pub(crate) fn path(matches: &ArgMatches) -> Option<&Path> {
    matches.get_one::<PathBuf>(DB).map(PathBuf::as_path)
}

/// The name that rows are stored under.
pub(crate) fn workspace(matches: &ArgMatches, profile: &Profile) -> String {
    let given = matches.get_one::<String>(WORKSPACE).cloned();
    let given = given.or_else(|| profile.workspace().map(|workspace| workspace.value.clone()));
    given.unwrap_or_else(|| DEFAULT_WORKSPACE.to_owned())
}

/// The table of a series, named as the command is: `kpi new-users` has its rows in `kpi_new_users`.
pub(crate) fn table(series: &Series) -> Table {
    let name = series.endpoint.description.command.join("_").replace('-', "_");
    Table::new(name, series.value, series.zero, series.dimensions())
}

/// The rows of a workspace for one selection of a series.
pub(crate) fn selection(workspace: &str, unit: Unit, values: &Values) -> Selection {
    let all = Selection::new(workspace, unit);
    values.iter().fold(all, |selection, (name, value)| selection.with(name, value))
}
