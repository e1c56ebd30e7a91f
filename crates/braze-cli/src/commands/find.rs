//! `braze find`: commands by words.

use crate::args::find::FindArgs;
use crate::args::tree::Tree;
use crate::find::{CommandEntry, Hits, find, vocabulary};
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::nearest::nearest;
use crate::ui::text::Counted;

pub(crate) fn run(tree: &Tree, args: &FindArgs, io: &mut Io) -> Result<Exit, Failure> {
    let entries = tree.entries();
    let Hits { entries: found, mentions } = find(&entries, &args.words, args.all);
    if found.is_empty() {
        return Err(nothing(&entries, &args.words));
    }
    let mut text: String = found.iter().map(|entry| described(entry)).collect();
    if mentions > 0 {
        let (words, more) = (args.words.join(" "), Counted(mentions as u64, "more command"));
        text.push_str(&format!("\n{more} in descriptions only: braze find --all {words}\n"));
    }
    io.print(text.as_bytes())?;
    Ok(Exit::Complete)
}

/// A command with its summary, and with its operation on a line of its own.
fn described(entry: &CommandEntry) -> String {
    let mut text = format!("{}\n    {}\n", entry.typed, entry.about);
    if let Some(target) = &entry.target {
        text.push_str(&format!("    {target}\n"));
    }
    text
}

fn nothing(entries: &[CommandEntry], words: &[String]) -> Failure {
    let listed: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    let failure = Failure::new(Exit::Failed, format!("no command has {}", listed.join(" and ")));
    let vocabulary = vocabulary(entries);
    let unknown =
        words.iter().filter(|word| find(entries, &[(*word).clone()], true).entries.is_empty());
    let near: Vec<_> = unknown
        .filter_map(|word| nearest(word, vocabulary.iter().map(String::as_str)))
        .map(|near| format!("`braze find {near}`"))
        .collect();
    match near.as_slice() {
        [] if words.len() > 1 => failure.tip("try fewer words"),
        [] => failure.tip("`braze --help` lists the commands by subject"),
        near => failure.tip(format!("a similar word is known: {}", near.join(", "))),
    }
}
