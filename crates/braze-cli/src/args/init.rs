//! [`InitArgs`]: the arguments of `braze init`.

use braze_core::Credential;
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command};

use super::{connection, usage, verbosity};
use crate::settings::choice::{BASE_URL, ConnectionArgs, INSTANCE};
use crate::settings::profile::ProfileName;

pub(crate) const NAME: &str = "init";

const PROFILE_NAME: &str = "name";
const NO_CHECK: &str = "no-check";

/// The arguments of `braze init`.
#[derive(Debug)]
pub(crate) struct InitArgs {
    pub(crate) name: ProfileName,
    pub(crate) is_checked: bool,
    pub(crate) connection: ConnectionArgs,
}

/// Reads the arguments.
pub(crate) fn read(matches: &ArgMatches) -> InitArgs {
    InitArgs {
        name: matches.get_one(PROFILE_NAME).cloned().unwrap_or_default(),
        is_checked: !matches.get_flag(NO_CHECK),
        connection: connection::read(matches),
    }
}

pub(crate) fn command() -> Command {
    let command = Command::new(NAME)
        .about("Write a profile: ask for instance and key, and check them")
        .long_about(
            "Write a profile: ask for instance and key, and check them with one request.\n\nThe profile is added to \
             `braze.toml` in the folder for settings, and is used where none is chosen if the file is new. The key \
             goes into a file beside it that only you can read; a file that `--api-key-file` names stays where it \
             is. Each question has an option or a variable, so that a script needs no terminal. Nothing is written \
             unless the server accepts the key.",
        )
        .override_usage(format!(
            "braze {NAME} [OPTIONS] [--instance <NAME> | --base-url <URL>]"
        ))
        .after_long_help(AFTER_HELP)
        .arg(
            Arg::new(PROFILE_NAME)
                .long(PROFILE_NAME)
                .value_name("PROFILE")
                .value_parser(|text: &str| text.parse::<ProfileName>())
                .default_value(ProfileName::DEFAULT)
                .help_heading("Profile")
                .help("Name of the profile: letters, digits, `-` and `_`"),
        )
        .arg(
            Arg::new(NO_CHECK)
                .long(NO_CHECK)
                .action(ArgAction::SetTrue)
                .help_heading("Profile")
                .help("Send no request: write what is given as it is"),
        )
        .args(connection::server())
        .group(ArgGroup::new("server").args([INSTANCE, BASE_URL]))
        .arg(connection::file(Credential::ApiKey))
        .args(verbosity::arguments());
    usage::with_help_last(command)
}

const AFTER_HELP: &str = "\
Examples:
  braze init
  braze init --name staging --instance us-10
  braze init --instance eu-01 --api-key-file - < key.txt

Environment:
  BRAZE_INSTANCE, BRAZE_BASE_URL  the server, unless an option chooses it
  BRAZE_API_KEY                   the REST API key, unless `--api-key-file` names a file
  XDG_CONFIG_HOME                 the folder for settings; default `~/.config`

`braze doctor` shows the effective settings and where each comes from.";
