//! The command `braze users export`: the profiles of a segment's users, as a file.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::sending::{self, SendingArgs};
use super::{connection, output, usage, verbosity};
use crate::endpoint::Endpoint;
use crate::settings::choice::ConnectionArgs;

/// The words of the command.
pub(super) const WORDS: [&str; 2] = ["users", "export"];

const SEGMENT: &str = "segment-id";
const FIELDS: &str = "fields";
const CANCELS: &str = "cancel-on-interrupt";

/// An export of a segment's users.
#[derive(Debug)]
pub(crate) struct UsersArgs {
    pub(crate) segment: String,
    pub(crate) fields: Vec<String>,
    pub(crate) output: Option<PathBuf>,
    /// An interrupt cancels the export at Braze.
    pub(crate) cancels: bool,
    pub(crate) sending: SendingArgs,
    pub(crate) connection: ConnectionArgs,
}

/// Summary of the command, in a line.
pub(super) const ABOUT: &str = "Export the profiles of a segment's users to a file";

const LONG_ABOUT: &str = "\
Export the profiles of a segment's users to a file.

Starts an export of the segment, waits until its archive is ready, downloads it and writes one JSON object \
per line for each user. The archive is downloaded without the API key. Workspaces with cloud storage of their \
own get the archive there, and this command cannot download it.";

const EXAMPLES: &str = "\
Examples:
  braze users export --sandbox --segment-id <ID> --fields external_id,email
  braze users export --instance us-01 --segment-id <ID> --fields email --yes -o users.jsonl";

/// Adds the arguments and the long texts of help.
pub(super) fn with_arguments(command: Command, endpoint: &Endpoint) -> Command {
    let required = ["--segment-id <ID>".to_owned(), "--fields <FIELDS>".to_owned()];
    let [noun, word] = WORDS;
    let effect = endpoint.effect_in_words().unwrap_or_default();
    let command = command
        .long_about(format!("{LONG_ABOUT}\n{effect}"))
        .override_usage(usage::usage(&format!("braze {noun} {word}"), required))
        .after_long_help(format!("{EXAMPLES}\n\n{}", connection::environment()))
        .arg(
            Arg::new(SEGMENT)
                .long(SEGMENT)
                .value_name("ID")
                .required(true)
                .help_heading("Users")
                .help("API identifier of the segment; `braze segments list` lists them"),
        )
        .arg(
            Arg::new(FIELDS)
                .long(FIELDS)
                .value_name("FIELDS")
                .required(true)
                .action(ArgAction::Append)
                .value_delimiter(',')
                .help_heading("Users")
                .help(
                    "Fields of the profiles, with commas between them, such as \
                     `external_id,email,custom_attributes`",
                ),
        )
        .arg(output::argument(
            "File for the profiles, one JSON object per line; without it, they go to standard output. A file \
             that ends in `.parquet` has a column for each field",
        ))
        .arg(
            Arg::new(CANCELS)
                .long(CANCELS)
                .action(ArgAction::SetTrue)
                .help_heading("Users")
                .help(
                    "Cancel the export at Braze if this command is interrupted while it waits. Without it, \
                     the export goes on there",
                ),
        )
        .arg(sending::yes())
        .args(connection::arguments())
        .group(connection::group());
    usage::with_help_last(command.args(verbosity::arguments()))
}

pub(super) fn read(matches: &ArgMatches) -> UsersArgs {
    UsersArgs {
        segment: matches.get_one::<String>(SEGMENT).cloned().unwrap_or_default(),
        fields: matches.get_many::<String>(FIELDS).into_iter().flatten().cloned().collect(),
        output: output::read(matches),
        cancels: matches.get_flag(CANCELS),
        sending: sending::read(matches),
        connection: connection::read(matches),
    }
}
