//! [`DoctorArgs`]: the arguments of `braze doctor`.

use braze_core::Credential;
use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueEnum};

use super::{connection, usage, verbosity};
use crate::settings::choice::ConnectionArgs;
use crate::settings::profile;

pub(crate) const NAME: &str = "doctor";

const PROBE: &str = "probe";
const FORMAT: &str = "format";

/// The format of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Json,
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Text, Self::Json]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Text => PossibleValue::new("text").help("For reading"),
            Self::Json => PossibleValue::new("json").help("One JSON value, indented"),
        })
    }
}

/// The arguments of `braze doctor`.
#[derive(Debug)]
pub(crate) struct DoctorArgs {
    pub(crate) probe: bool,
    pub(crate) format: Format,
    pub(crate) connection: ConnectionArgs,
}

/// Reads the arguments.
pub(crate) fn read(matches: &ArgMatches) -> DoctorArgs {
    DoctorArgs {
        probe: matches.get_flag(PROBE),
        format: matches.get_one(FORMAT).copied().unwrap_or(Format::Text),
        connection: connection::read(matches),
    }
}

/// The command. `requests`: the greatest number of requests of a probe.
pub(crate) fn command(requests: usize) -> Command {
    let command = Command::new(NAME)
        .about("Show the effective settings; probe a workspace")
        .long_about(long_about(requests))
        .override_usage(format!(
            "braze {NAME} [OPTIONS] [{}]",
            &connection::USAGE[1..connection::USAGE.len() - 1]
        ))
        .after_long_help(after_help())
        .arg(Arg::new(PROBE).long(PROBE).action(ArgAction::SetTrue).help_heading("Probe").help(
            "Make a few requests that only read, and report what they tell about the workspace",
        ))
        .args(connection::arguments())
        .group(connection::group())
        .arg(
            Arg::new(FORMAT)
                .long(FORMAT)
                .value_name("FORMAT")
                .value_parser(clap::value_parser!(Format))
                .default_value("text")
                .help_heading("Output")
                .help("Format of the report"),
        )
        .args(verbosity::arguments());
    usage::with_help_last(command)
}

fn long_about(requests: usize) -> String {
    format!(
        "Show the effective settings and where each comes from: profile, server, key, pacing, proxy, TLS. \
         Of the key, only the place that it is kept in is shown. Problems come with what to do about them; \
         the exit code is then not 0.\n\nWith `--{PROBE}` it asks the workspace what the documentation \
         leaves open, with at most {requests} GET requests: whether the day of `ending_at` is a row, in \
         which zone days are cut, how hours are spelled, how far back the data goes, which rate limit \
         applies and which permissions the key has. Each answer comes with its evidence, how sure it is, \
         and the option that it matters for. No number of sessions, no identifier and no text of the server \
         is shown."
    )
}

fn after_help() -> String {
    let example: String = profile::EXAMPLE.lines().map(indented).collect();
    format!(
        "{EXAMPLES}\n{}\n\nA file of profiles:\n{example}\n{FIELDS}",
        connection::environment_for(&Credential::ALL)
    )
}

const EXAMPLES: &str = "\
Examples:
  braze doctor
  braze doctor --profile production --probe
  braze doctor --sandbox --probe --format json
";

const FIELDS: &str = "\
Fields of a profile:
  instance, base_url         the server: one of them
  api_key_file, api_key_env  the place of the key: a file or a variable; the key itself is refused
  scim_token_file, scim_token_env, client_key_file, client_key_env
                             the places of other secrets, for the commands that need them
  workspace                  the name of the workspace in `sync`; default: the name of the profile
  concurrency, reserve       1 to 64, 0 to 100: as the options of `export`
  time_zone                  the company's time zone, as the option of `export`

`api_key_file` begins in the folder of braze.toml; `~/` is the home folder. The first file that is
found is the only one used. It decides where the key is sent: run the command in folders that you trust.";

fn indented(line: &str) -> String {
    if line.is_empty() { "\n".to_owned() } else { format!("  {line}\n") }
}
