//! `braze completions` and `braze man`: what shells and manuals know about the command.

use clap::{Arg, ArgMatches, Command};
use clap_complete::Shell;
use clap_mangen::Man;

use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::nearest::nearest;

pub(crate) const COMPLETIONS: &str = "completions";
const MAN: &str = "man";

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

pub(crate) fn completions(
    mut root: Command,
    matches: &ArgMatches,
    io: &mut Io,
) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    if let Some(shell) = matches.get_one::<Shell>(SHELL) {
        clap_complete::generate(*shell, &mut root, "braze", &mut script);
    }
    io.print(&script)?;
    Ok(Exit::Complete)
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

fn unknown(parent: &Command, word: &str) -> Failure {
    let name = parent.get_bin_name().unwrap_or_default();
    let failure = Failure::usage(format!("`{name}` has no command `{word}`"));
    match nearest(word, parent.get_subcommands().map(Command::get_name)) {
        Some(near) => failure.tip(format!("a similar command exists: `{near}`")),
        None => failure.tip(format!("`{name} --help` lists its commands")),
    }
}

pub(crate) fn man(mut root: Command, matches: &ArgMatches, io: &mut Io) -> Result<Exit, Failure> {
    root.build();
    let mut command = &root;
    for word in matches.get_many::<String>(COMMAND).into_iter().flatten() {
        command = command.find_subcommand(word).ok_or_else(|| unknown(command, word))?;
    }
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page).map_err(|error| {
        Failure::new(Exit::Failed, format!("the page cannot be written: {error}"))
    })?;
    io.print(&page)?;
    Ok(Exit::Complete)
}
