//! `braze reference`: the reference pages, in all the languages that the command carries them in.

use crate::args::reference::ReferenceArgs;
use crate::generated::LANGUAGES;
use crate::reference::Page;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::nearest::nearest;

pub(crate) fn run(args: &ReferenceArgs, io: &mut Io) -> Result<Exit, Failure> {
    let tag = args.language.as_ref();
    let language =
        LANGUAGES.iter().find(|known| tag.is_some_and(|tag| known.tag.eq_ignore_ascii_case(tag)));
    let words: Vec<&str> = args.words.iter().map(String::as_str).collect();
    let pages = language.map_or(&[][..], |language| language.pages);
    // Pages that are not translated are in English.
    let missing = |page: &&Page| pages.iter().all(|known| known.command != page.command);
    let english = LANGUAGES.iter().take(1).flat_map(|english| english.pages).filter(missing);
    let pages: Vec<_> = pages.iter().chain(english).filter(|page| page.is_under(&words)).collect();
    let text = match pages.as_slice() {
        [] => return Err(unknown(&words)),
        [page] => page.body().to_owned(),
        pages => list(pages),
    };
    io.print(text.as_bytes())?;
    Ok(Exit::Complete)
}

fn list(pages: &[&Page]) -> String {
    let width = pages.iter().map(|page| page.command.join(" ").len()).max().unwrap_or_default();
    let line = |page: &&Page| format!("{:width$}  {}\n", page.command.join(" "), page.title);
    pages.iter().map(line).collect()
}

fn unknown(words: &[&str]) -> Failure {
    let words = words.join(" ");
    let pages = LANGUAGES.iter().take(1).flat_map(|language| language.pages);
    // The word `get` may be left out.
    let names = pages.flat_map(|page| [page.command.join(" "), page.noun()]).collect::<Vec<_>>();
    let failure = Failure::usage(format!("there is no page about `{words}`"));
    match nearest(&words, names.iter().map(String::as_str)) {
        Some(near) => failure.tip(format!("a similar page exists: `braze reference {near}`")),
        None => failure.tip("`braze reference` lists the pages"),
    }
}
