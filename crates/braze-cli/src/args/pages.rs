//! The arguments of `braze completions` and `braze man`.

use clap::{Arg, ArgMatches, Command};
use clap_complete::Shell;
use clap_mangen::Man;

pub(super) const COMPLETIONS: &str = "completions";
pub(super) const MAN: &str = "man";

const SHELL: &str = "shell";
const COMMAND: &str = "command";

pub(super) fn completions_command() -> Command {
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
pub(super) fn shell(matches: &ArgMatches) -> Shell {
    matches.get_one(SHELL).copied().unwrap_or(Shell::Bash)
}

pub(super) fn man_command() -> Command {
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
pub(super) fn words(matches: &ArgMatches) -> Vec<String> {
    matches.get_many::<String>(COMMAND).into_iter().flatten().cloned().collect()
}

/// A command that has no subcommand of that name.
#[derive(Debug)]
pub(crate) struct UnknownCommand {
    /// The command, as it is typed.
    pub(crate) parent: String,
    pub(crate) word: String,
    /// The names of its subcommands.
    pub(crate) known: Vec<String>,
}

/// The page of the manual about the command of these words.
pub(super) fn man(mut root: Command, words: &[String]) -> Result<Vec<u8>, UnknownCommand> {
    root.build();
    let mut command = &root;
    for word in words {
        command = command.find_subcommand(word).ok_or_else(|| UnknownCommand {
            parent: command.get_bin_name().unwrap_or_default().to_owned(),
            word: word.clone(),
            known: command.get_subcommands().map(|it| it.get_name().to_owned()).collect(),
        })?;
    }
    let mut page = Vec::new();
    // Memory takes everything.
    let _ = Man::new(command.clone()).render(&mut page);
    Ok(page)
}
