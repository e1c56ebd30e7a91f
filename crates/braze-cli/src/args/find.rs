//! [`FindArgs`]: the arguments of `braze find`.

use clap::{Arg, ArgAction, ArgMatches, Command};

pub(crate) const NAME: &str = "find";

const WORD: &str = "word";
const ALL: &str = "all";

/// The arguments of `braze find`.
#[derive(Debug)]
pub(crate) struct FindArgs {
    pub(crate) words: Vec<String>,
    /// Also list commands that hold the words in their descriptions only.
    pub(crate) all: bool,
}

/// Reads the arguments.
pub(crate) fn read(matches: &ArgMatches) -> FindArgs {
    FindArgs {
        words: matches.get_many::<String>(WORD).into_iter().flatten().cloned().collect(),
        all: matches.get_flag(ALL),
    }
}

pub(crate) fn command() -> Command {
    Command::new(NAME)
        .about("Find commands by words")
        .long_about(
            "Find commands by words in their names, summaries, paths and descriptions.\n\nEach is printed with \
             its summary and with the operation that it calls. All words must be there, in any letter case. \
             If nothing fits, the exit code is 1.",
        )
        .arg(
            Arg::new(WORD)
                .value_name("WORD")
                .required(true)
                .num_args(1..)
                .help("The words that the command must have"),
        )
        .arg(
            Arg::new(ALL)
                .long(ALL)
                .action(ArgAction::SetTrue)
                .help("Include commands that only mention the words in their descriptions"),
        )
        .after_long_help("Examples:\n  braze find subscription\n  braze find users delete")
}
