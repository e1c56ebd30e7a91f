//! The command `braze api`: a request to any path.

use braze_core::Credential;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::sending::{self, SendingArgs};
use super::{body, connection, usage, verbosity};
use crate::endpoint::Pairs;
use crate::settings::choice::ConnectionArgs;

pub(super) const NAME: &str = "api";

const METHOD: &str = "method";
const PATH: &str = "path";
const QUERY: &str = "query";
const UNCHECKED: &str = "unchecked";

/// A request to any path.
#[derive(Debug)]
pub(crate) struct ApiArgs {
    /// In capitals.
    pub(crate) method: String,
    /// May end in a query.
    pub(crate) path: String,
    pub(crate) query: Pairs,
    /// As it was typed.
    pub(crate) body: Option<String>,
    pub(crate) is_unchecked: bool,
    pub(crate) sending: SendingArgs,
    pub(crate) connection: ConnectionArgs,
}

const LONG_ABOUT: &str = "\
Call any operation by its method and path, and print the reply as the server sent it.

The request is checked as the command of the operation checks it: path, parameters and body. With \
`--unchecked` it goes to any path; only its form is checked, and anything but GET then needs a confirmation. \
The help of every command names its method and path.";

const EXAMPLES: &str = "\
Examples:
  braze api GET /campaigns/list --sandbox --query page=0
  braze api GET '/sessions/data_series?length=14' --instance us-01
  braze api POST /users/export/ids --instance us-01 \\
      --body '{\"external_ids\":[\"a\"],\"fields_to_export\":[\"email\"]}'
  braze api GET /content_blocks/list --instance us-01 --unchecked";

pub(super) fn command() -> Command {
    let command = Command::new(NAME)
        .about("Call any operation by its method and path")
        .long_about(LONG_ABOUT)
        .override_usage(usage::usage("braze api <METHOD> <PATH>", []))
        .after_long_help(format!("{EXAMPLES}\n\n{}", connection::environment_for(&Credential::ALL)))
        .arg(
            Arg::new(METHOD)
                .value_name("METHOD")
                .required(true)
                .ignore_case(true)
                .value_parser(["GET", "POST", "PUT", "PATCH", "DELETE"])
                .help("Method of the request"),
        )
        .arg(
            Arg::new(PATH)
                .value_name("PATH")
                .required(true)
                .help("Path of the operation, percent-encoded, such as `/campaigns/list`"),
        )
        .arg(
            Arg::new(QUERY)
                .long(QUERY)
                .value_name("NAME=VALUE")
                .action(ArgAction::Append)
                .value_parser(pair)
                .help_heading("Parameters")
                .help(
                    "Parameter of the query, or a header that the operation takes. Repeat the option for \
                     several",
                ),
        )
        .arg(body::argument("body"))
        .arg(sending::dry_run())
        .arg(sending::yes())
        .arg(
            Arg::new(UNCHECKED)
                .long(UNCHECKED)
                .action(ArgAction::SetTrue)
                .help_heading("Sending")
                .help("Send the request even if the spec lacks the operation or a parameter"),
        )
        .args(connection::arguments_for(&Credential::ALL))
        .group(connection::group());
    usage::with_help_last(command.args(verbosity::arguments()))
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("must be a name and a value, such as `page=0`".to_owned()),
    }
}

pub(super) fn read(matches: &ArgMatches) -> ApiArgs {
    let text = |name| matches.get_one::<String>(name).cloned().unwrap_or_default();
    ApiArgs {
        method: text(METHOD).to_ascii_uppercase(),
        path: text(PATH),
        query: matches.get_many(QUERY).into_iter().flatten().cloned().collect(),
        body: body::typed(matches),
        is_unchecked: matches.get_flag(UNCHECKED),
        sending: sending::read(matches),
        connection: connection::read(matches),
    }
}
