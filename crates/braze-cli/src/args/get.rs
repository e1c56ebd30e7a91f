//! [`GetArgs`]: the arguments of a command that makes one request.

use std::path::PathBuf;

use braze_series::format::Format;
use clap::{Arg, ArgMatches, Command};

use super::body::BodyArgs;
use super::list::{self, ListArgs};
use super::sending::{self, SendingArgs};
use super::{body, connection, format, output, parameter, usage, verbosity};
use crate::endpoint::{Endpoint, Pairs};
use crate::request::SingleRequest;
use crate::settings::choice::ConnectionArgs;

/// The verb of a series that makes one request.
const WORD: &str = "get";

/// The arguments of a command that makes one request.
#[derive(Debug)]
pub(crate) struct GetArgs {
    pub(crate) parameters: Pairs,
    pub(crate) body: BodyArgs,
    /// The format of a reply with rows.
    pub(crate) format: Option<Format>,
    /// The file for a reply that is not a list.
    pub(crate) output: Option<PathBuf>,
    /// The options of a reply that is a list.
    pub(crate) list: Option<ListArgs>,
    pub(crate) sending: SendingArgs,
    pub(crate) connection: ConnectionArgs,
}

impl SingleRequest {
    /// The word after those of the endpoint; `None` for the endpoint's only command.
    pub(super) fn word(&self) -> Option<&'static str> {
        self.has_rows.then_some(WORD)
    }

    /// The command as it is typed.
    pub(crate) fn typed(&self) -> String {
        self.endpoint.typed(self.word())
    }
}

/// Summary of the command, in a line.
pub(super) fn about(request: &SingleRequest) -> &'static str {
    if request.has_rows {
        "Make one request, as the API offers it"
    } else {
        request.endpoint.noun_about()
    }
}

/// Adds the arguments and the long texts of help.
pub(super) fn with_arguments(command: Command, request: &SingleRequest) -> Command {
    let SingleRequest { endpoint, has_rows, .. } = request;
    let (has_rows, typed) = (*has_rows, request.typed());
    let parameters = endpoint.parameters();
    let required = parameters.iter().filter(|parameter| parameter.required);
    let required = required.map(parameter::in_usage);
    let required = required.chain(body::in_usage(endpoint));
    let command = command
        .long_about(match request.remark {
            "" => endpoint.about(),
            remark => format!("{}\n\n{remark}", endpoint.about()),
        })
        .override_usage(usage::usage(&typed, required))
        .after_long_help(after_help(endpoint, &typed))
        .args(parameters.iter().map(|p| parameter::argument(p, parameters)))
        .args(body::arguments(endpoint))
        .args(list::arguments(request))
        .args(sending::arguments(endpoint.meta.effect))
        .args(connection::arguments_for(&[endpoint.meta.credential]))
        .group(connection::group());
    let command = if has_rows { command.arg(format::of_reply()) } else { command };
    let is_list = endpoint.description.items.is_some();
    let command = if is_list { command } else { command.arg(of_output()) };
    usage::with_help_last(command.args(verbosity::arguments()))
}

/// The file for a reply that is not a list.
fn of_output() -> Arg {
    output::argument(
        "File to write the reply to. It appears when it is complete, and an older FILE stays as it was until then. \
         Default: standard output",
    )
    .conflicts_with(sending::DRY_RUN)
}

fn after_help(endpoint: &Endpoint, typed: &str) -> String {
    let mut text = String::new();
    let examples = (endpoint.examples)();
    if !examples.is_empty() {
        text.push_str("Examples:\n");
    }
    for (index, example) in examples.iter().enumerate() {
        // The first one runs as it stands, on the sandbox.
        let connection = if index == 0 { "--sandbox" } else { "--instance us-01" };
        let command = format!("{typed} {connection}");
        text.push_str(&parameter::command_line(&command, &example.pairs));
        text.push_str(&example.body.map(body::option).unwrap_or_default());
        text.push('\n');
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(&connection::environment_for(&[endpoint.meta.credential]));
    text
}

/// Reads the arguments.
pub(super) fn read(request: &SingleRequest, matches: &ArgMatches) -> GetArgs {
    let endpoint = &request.endpoint;
    let list = list::read(request, matches);
    GetArgs {
        parameters: parameter::pairs(endpoint.parameters(), matches),
        body: body::read(endpoint, matches),
        format: request.has_rows.then(|| format::read(matches)).flatten(),
        output: if list.is_none() { output::read(matches) } else { None },
        list,
        sending: sending::read(matches),
        connection: connection::read(matches),
    }
}
