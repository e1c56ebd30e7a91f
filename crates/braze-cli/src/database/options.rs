//! The options that choose a file and a workspace in it.

use std::path::{Path, PathBuf};

use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgMatches, ValueHint};

use crate::profile::Profile;

/// The option that names a file.
pub(crate) const DB: &str = "db";
const WORKSPACE: &str = "workspace";

/// What a workspace is called that nobody has named.
pub(crate) const DEFAULT_WORKSPACE: &str = "default";

/// The file, and what its rows are stored under. The texts say what each is to the command.
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
