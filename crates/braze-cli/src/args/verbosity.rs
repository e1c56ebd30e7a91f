//! The options that choose how much is written to standard error.

use clap::{Arg, ArgAction, ArgMatches};

use crate::ui::verbosity::Verbosity;

const QUIET: &str = "quiet";
const VERBOSE: &str = "verbose";

/// The options that choose it.
pub(crate) fn arguments() -> [Arg; 2] {
    let option = |name: &'static str, short| {
        Arg::new(name).long(name).short(short).action(ArgAction::SetTrue).help_heading("Messages")
    };
    [
        option(QUIET, 'q').conflicts_with(VERBOSE).help("Print only warnings and errors"),
        option(VERBOSE, 'v').help("Log every request"),
    ]
}

/// The verbosity that was chosen.
pub(crate) fn read(matches: &ArgMatches) -> Verbosity {
    match (matches.get_flag(QUIET), matches.get_flag(VERBOSE)) {
        (true, _) => Verbosity::Quiet,
        (_, true) => Verbosity::Verbose,
        _ => Verbosity::Normal,
    }
}
