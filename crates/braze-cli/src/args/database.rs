//! [`DatabaseArgs`]: the choice of a file and of a workspace in it.

use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgMatches, ValueHint};

use crate::settings::profile::Profile;

/// The option that names a file.
pub(super) const DB: &str = "db";
const WORKSPACE: &str = "workspace";

/// The name of a workspace that has no other.
pub(crate) const DEFAULT_WORKSPACE: &str = "default";

/// The choice of a file and of a workspace in it.
#[derive(Debug, Clone, Default)]
pub(crate) struct DatabaseArgs {
    pub(crate) file: PathBuf,
    workspace: Option<String>,
}

/// The options for the file and the workspace, with the texts of a command.
pub(super) fn arguments(file: &'static str, workspace: &str) -> [Arg; 2] {
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

/// Reads the options; `None` without a file.
pub(super) fn read(matches: &ArgMatches) -> Option<DatabaseArgs> {
    let file = matches.get_one::<PathBuf>(DB)?.clone();
    Some(DatabaseArgs { file, workspace: matches.get_one::<String>(WORKSPACE).cloned() })
}

impl DatabaseArgs {
    /// The name that rows are stored under.
    pub(crate) fn workspace(&self, profile: &Profile) -> String {
        let of_profile = || profile.workspace().map(|workspace| workspace.value.clone());
        let name = self.workspace.clone().or_else(of_profile);
        name.unwrap_or_else(|| DEFAULT_WORKSPACE.to_owned())
    }
}
