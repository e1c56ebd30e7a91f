//! The body of a request: JSON, given as it is, in a file or on standard input.

use braze_core::operation::Parameter;
use clap::{Arg, ArgMatches};

use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

/// The name of the argument; no parameter has a space in its name.
const BODY: &str = "the body";

/// The option, which makes way for a parameter of the same name.
fn long(parameters: &[Parameter]) -> &'static str {
    let taken = parameters.iter().any(|parameter| parameter.name == "body");
    if taken { "json-body" } else { "body" }
}

/// The option as it stands in a line of usage.
pub(crate) fn in_usage(parameters: &[Parameter]) -> String {
    format!("--{} <BODY>", long(parameters))
}

pub(crate) fn argument(parameters: &[Parameter]) -> Arg {
    Arg::new(BODY)
        .long(long(parameters))
        .value_name("BODY")
        .required(true)
        .help_heading("Parameters")
        .help("Body of the request, JSON: a file, `-` for standard input, or the JSON itself")
}

/// The body that was given. The core judges what is in it.
pub(crate) fn read(matches: &ArgMatches, io: &mut Io) -> Result<Vec<u8>, Failure> {
    let given = matches.get_one::<String>(BODY).map_or("", String::as_str);
    if given.trim_start().starts_with(['{', '[']) {
        return Ok(given.as_bytes().to_vec());
    }
    let (from, read) = match given {
        "-" => {
            let mut body = Vec::new();
            ("standard input".to_owned(), io.stdin().read_to_end(&mut body).map(|_| body))
        }
        file => (format!("`{file}`"), std::fs::read(file)),
    };
    read.map_err(|error| {
        Failure::new(Exit::Usage, format!("cannot read the body from {from}: {error}"))
            .tip("give a file, `-` for standard input, or JSON that begins with `{` or `[`")
    })
}

/// The option of an example in help, on a line of its own.
pub(crate) fn written(body: &str) -> String {
    let compact = serde_json::from_str::<serde_json::Value>(body);
    let one_line = compact.map_or_else(|_| body.to_owned(), |body| body.to_string());
    format!(" \\\n      --body '{}'", one_line.replace('\'', r"'\''"))
}
