//! [`Verbosity`]: how much is said on standard error.

use clap::{Arg, ArgAction, ArgMatches};

const QUIET: &str = "quiet";
const VERBOSE: &str = "verbose";

/// How much is said on standard error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Verbosity {
    /// What is wrong.
    Quiet,
    /// And what happened on the way.
    #[default]
    Normal,
    /// And every request.
    Verbose,
}

/// The options that choose it.
pub(crate) fn arguments() -> [Arg; 2] {
    let option = |name: &'static str, short| {
        Arg::new(name).long(name).short(short).action(ArgAction::SetTrue).help_heading("Messages")
    };
    [
        option(QUIET, 'q').conflicts_with(VERBOSE).help("Say nothing but what is wrong"),
        option(VERBOSE, 'v').help("Say what happens with every request"),
    ]
}

/// The one that was chosen.
pub(crate) fn given(matches: &ArgMatches) -> Verbosity {
    match (matches.get_flag(QUIET), matches.get_flag(VERBOSE)) {
        (true, _) => Verbosity::Quiet,
        (_, true) => Verbosity::Verbose,
        _ => Verbosity::Normal,
    }
}
