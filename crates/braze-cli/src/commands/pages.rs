//! `braze man`: the pages of the manual.

use crate::args::pages::UnknownCommand;
use crate::args::tree::Tree;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::nearest::nearest;

pub(crate) fn man(tree: &Tree, words: &[String], io: &mut Io) -> Result<Exit, Failure> {
    let page = tree.man(words).map_err(|unknown| failure(&unknown))?;
    io.print(&page)?;
    Ok(Exit::Complete)
}

fn failure(unknown: &UnknownCommand) -> Failure {
    let UnknownCommand { parent, word, known } = unknown;
    let failure = Failure::usage(format!("`{parent}` has no command `{word}`"));
    match nearest(word, known.iter().map(String::as_str)) {
        Some(near) => failure.tip(format!("a similar command exists: `{near}`")),
        None => failure.tip(format!("`{parent} --help` lists its commands")),
    }
}
