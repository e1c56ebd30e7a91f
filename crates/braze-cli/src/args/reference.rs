//! [`ReferenceArgs`]: the arguments of `braze reference`.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgMatches, Command};

use crate::generated::LANGUAGES;

pub(crate) const NAME: &str = "reference";

const LANGUAGE: &str = "lang";
const ENDPOINT: &str = "endpoint";

/// The arguments of `braze reference`.
#[derive(Debug)]
pub(crate) struct ReferenceArgs {
    pub(crate) language: Option<String>,
    /// The words of the command of an endpoint.
    pub(crate) words: Vec<String>,
}

/// Reads the arguments.
pub(crate) fn read(matches: &ArgMatches) -> ReferenceArgs {
    ReferenceArgs {
        language: matches.get_one::<String>(LANGUAGE).cloned(),
        words: matches.get_many::<String>(ENDPOINT).into_iter().flatten().cloned().collect(),
    }
}

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
