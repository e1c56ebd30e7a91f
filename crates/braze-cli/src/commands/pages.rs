//! `braze completions` and `braze man`: the command for shells and manuals.

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;

use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::nearest::nearest;

pub(crate) fn completions(
    mut root: Command,
    shell: Option<Shell>,
    io: &mut Io,
) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    if let Some(shell) = shell {
        clap_complete::generate(shell, &mut root, "braze", &mut script);
    }
    io.print(&script)?;
    Ok(Exit::Complete)
}

fn unknown(parent: &Command, word: &str) -> Failure {
    let name = parent.get_bin_name().unwrap_or_default();
    let failure = Failure::usage(format!("`{name}` has no command `{word}`"));
    match nearest(word, parent.get_subcommands().map(Command::get_name)) {
        Some(near) => failure.tip(format!("a similar command exists: `{near}`")),
        None => failure.tip(format!("`{name} --help` lists its commands")),
    }
}

pub(crate) fn man(mut root: Command, words: &[String], io: &mut Io) -> Result<Exit, Failure> {
    root.build();
    let mut command = &root;
    for word in words {
        command = command.find_subcommand(word).ok_or_else(|| unknown(command, word))?;
    }
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page).map_err(|error| {
        Failure::new(Exit::Failed, format!("the page cannot be written: {error}"))
    })?;
    io.print(&page)?;
    Ok(Exit::Complete)
}
