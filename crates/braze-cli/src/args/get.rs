//! [`GetArgs`]: the arguments of a command that makes one request.

use braze_series::format::Format;
use clap::{ArgMatches, Command};

use super::{body, connection, format, parameter, usage, verbosity};
use crate::endpoint::{Endpoint, Pairs};
use crate::settings::choice::ConnectionArgs;

/// The arguments of a command that makes one request.
#[derive(Debug)]
pub(crate) struct GetArgs {
    pub(crate) parameters: Pairs,
    /// The body as it was typed; `None` where the operation takes none.
    pub(crate) body: Option<String>,
    pub(crate) format: Format,
    pub(crate) connection: ConnectionArgs,
}

/// The command. `word`: its last word; `typed`: all of them; `has_rows`: the reply can be a table.
pub(crate) fn command(
    endpoint: &Endpoint,
    word: &'static str,
    typed: &str,
    has_rows: bool,
) -> Command {
    let parameters = endpoint.parameters();
    let required = parameters.iter().filter(|parameter| parameter.required);
    let required = required.map(parameter::in_usage);
    let has_body = endpoint.description.has_body;
    let required = required.chain(has_body.then(|| body::in_usage(parameters)));
    let about =
        if has_rows { "Make one request, as the API offers it" } else { endpoint.noun_about() };
    let command = Command::new(word)
        .about(about)
        .long_about(endpoint.about())
        .override_usage(usage::usage(typed, required))
        .after_long_help(after_help(endpoint, typed))
        .args(parameters.iter().map(|p| parameter::argument(p, parameters)))
        .args(connection::arguments())
        .group(connection::group());
    let command = match has_body {
        true => command.arg(body::argument(parameters)),
        false => command,
    };
    let command = if has_rows { command.arg(format::of_reply()) } else { command };
    usage::with_help_last(command.args(verbosity::arguments()))
}

fn after_help(endpoint: &Endpoint, typed: &str) -> String {
    let mut text = "Examples:\n".to_owned();
    for (index, example) in endpoint.examples.iter().enumerate() {
        // The first one runs as it stands, on the sandbox.
        let connection = if index == 0 { "--sandbox" } else { "--instance us-01" };
        let command = format!("{typed} {connection}");
        text.push_str(&parameter::command_line(&command, &example.pairs));
        text.push_str(&example.body.map(body::option).unwrap_or_default());
        text.push('\n');
    }
    text.push('\n');
    text.push_str(connection::ENVIRONMENT);
    text
}

/// Reads the arguments.
pub(crate) fn read(endpoint: &Endpoint, has_rows: bool, matches: &ArgMatches) -> GetArgs {
    GetArgs {
        parameters: parameter::pairs(endpoint.parameters(), matches),
        body: endpoint.description.has_body.then(|| body::read(matches)),
        format: if has_rows {
            format::read(matches).unwrap_or(Format::Table)
        } else {
            Format::Json
        },
        connection: connection::read(matches),
    }
}
