//! The option for the body of a request: JSON as it is, in a file or on standard input.

use braze_core::operation::Parameter;
use clap::{Arg, ArgMatches};

/// The name of the argument; no parameter has a space in its name.
const BODY: &str = "the body";

/// The option, with another name if a parameter has this one.
fn long(parameters: &[Parameter]) -> &'static str {
    let taken = parameters.iter().any(|parameter| parameter.name == "body");
    if taken { "json-body" } else { "body" }
}

/// The option as it stands in a line of usage.
pub(super) fn in_usage(parameters: &[Parameter]) -> String {
    format!("--{} <BODY>", long(parameters))
}

pub(super) fn argument(parameters: &[Parameter]) -> Arg {
    Arg::new(BODY)
        .long(long(parameters))
        .value_name("BODY")
        .required(true)
        .help_heading("Parameters")
        .help("Body of the request, JSON: a file, `-` for standard input, or the JSON itself")
}

/// The body as it was typed.
pub(super) fn read(matches: &ArgMatches) -> String {
    matches.get_one::<String>(BODY).cloned().unwrap_or_default()
}

/// The option of an example in help, on a line of its own.
pub(super) fn option(body: &str) -> String {
    let compact = serde_json::from_str::<serde_json::Value>(body);
    let one_line = compact.map_or_else(|_| body.to_owned(), |body| body.to_string());
    format!(" \\\n      --body '{}'", one_line.replace('\'', r"'\''"))
}
