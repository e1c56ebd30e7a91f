//! `braze reference`: the reference pages, in all the languages that the command carries them in.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgMatches, Command};

use crate::generated::LANGUAGES;
use crate::reference::Page;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::nearest::nearest;

pub(crate) const NAME: &str = "reference";

const LANGUAGE: &str = "lang";
const ENDPOINT: &str = "endpoint";

pub(crate) fn command() -> Command {
    let languages = LANGUAGES.iter().map(|it| PossibleValue::new(it.tag).help(it.name));
    Command::new(NAME)
        .about("Print the reference page of an endpoint")
        .long_about(
            "Print the reference page of an endpoint: permission, rate limit, parameters, requests and \
             replies with examples, errors and what to do about them. It is Markdown.",
        )
        .arg(
            Arg::new(ENDPOINT)
                .value_name("ENDPOINT")
                .num_args(0..)
                .help("The endpoint, by its command; without one, a list of the pages"),
        )
        .arg(
            Arg::new(LANGUAGE)
                .long(LANGUAGE)
                .value_name("LANGUAGE")
                .value_parser(PossibleValuesParser::new(languages))
                .ignore_case(true)
                .default_value(LANGUAGES[0].tag)
                .help("The language of the page"),
        )
        .after_long_help("Examples:\n  braze reference sessions\n  braze reference kpi dau --lang de")
}

pub(crate) fn run(matches: &ArgMatches, io: &mut Io) -> Result<Exit, Failure> {
    let tag = matches.get_one::<String>(LANGUAGE);
    let language =
        LANGUAGES.iter().find(|known| tag.is_some_and(|tag| known.tag.eq_ignore_ascii_case(tag)));
    let words: Vec<_> = matches.get_many::<String>(ENDPOINT).into_iter().flatten().collect();
    let pages = language.map_or(&[][..], |language| language.pages);
    // What is not translated is there in English.
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

fn unknown(words: &[&String]) -> Failure {
    let words: Vec<_> = words.iter().map(|word| word.as_str()).collect();
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
