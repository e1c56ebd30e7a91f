//! The arguments of `braze completions` and `braze man`.

use clap::{Arg, ArgMatches, Command};
use clap_complete::Shell;

pub(crate) const COMPLETIONS: &str = "completions";
pub(crate) const MAN: &str = "man";

const SHELL: &str = "shell";
const COMMAND: &str = "command";

pub(crate) fn completions_command() -> Command {
    Command::new(COMPLETIONS)
        .about("Print a script that completes this command in a shell")
        .arg(
            Arg::new(SHELL)
                .value_name("SHELL")
                .required(true)
                .value_parser(clap::value_parser!(Shell))
                .help("The shell"),
        )
        .after_long_help(
            "Examples:\n  braze completions bash > ~/.local/share/bash-completion/completions/braze\n  \
             braze completions fish > ~/.config/fish/completions/braze.fish",
        )
}

/// The shell to complete in.
pub(crate) fn shell(matches: &ArgMatches) -> Option<Shell> {
    matches.get_one::<Shell>(SHELL).copied()
}

pub(crate) fn man_command() -> Command {
    Command::new(MAN)
        .about("Print a page of the manual")
        .arg(
            Arg::new(COMMAND)
                .value_name("COMMAND")
                .num_args(0..)
                .help("The command to print the page of; without one, the page of `braze`"),
        )
        .after_long_help("Examples:\n  braze man sessions get | man -l -")
}

/// The words of the command to print the page of.
pub(crate) fn words(matches: &ArgMatches) -> Vec<String> {
    matches.get_many::<String>(COMMAND).into_iter().flatten().cloned().collect()
}
