//! `braze doctor`: what is in force and where it came from, and what a workspace does where the
//! documentation is silent.

mod environment;
mod probe;
mod report;
mod survey;

use std::ffi::OsString;

use braze_core::Pacing;
use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueEnum};

use crate::endpoint;
use crate::settings::connection::{self, Connection};
use crate::settings::profile;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::verbosity;

use report::Report;
use survey::Survey;

pub(crate) const NAME: &str = "doctor";

const PROBE: &str = "probe";
const FORMAT: &str = "format";

/// How the report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
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

pub(crate) fn command() -> Command {
    let command =
        Command::new(NAME)
            .about("Show what is in force and where it came from; ask what a workspace does")
            .long_about(long_about())
            .override_usage(format!(
                "braze {NAME} [OPTIONS] [{}]",
                &connection::USAGE[1..connection::USAGE.len() - 1]
            ))
            .after_long_help(after_help())
            .arg(Arg::new(PROBE).long(PROBE).action(ArgAction::SetTrue).help_heading("Probe").help(
                "Make few requests that only read, and say what they settle about the workspace",
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
                    .help("How the report is written"),
            )
            .args(verbosity::arguments());
    endpoint::with_help_last(command)
}

fn long_about() -> String {
    format!(
        "Show what is in force and where it came from: profile, server, key, pacing, proxy, TLS. Of the \
         key nothing is shown but where it is kept. Problems are told with what to do about them; the exit \
         code is then not 0.\n\nWith `--{PROBE}` it asks the workspace what the documentation leaves open, \
         with at most {} GET requests: whether the day of `ending_at` is a row, where days are cut, how \
         hours are spelled, whether the open day comes, what happens to requests that are wrong. Each fact \
         comes with its evidence, how sure it is, and the option that it matters for. No number of \
         sessions, no identifier and no text of the server is shown.",
        probe::MOST_REQUESTS
    )
}

fn after_help() -> String {
    let example: String = profile::EXAMPLE.lines().map(indented).collect();
    format!("{EXAMPLES}\n{}\n\nA file of profiles:\n{example}\n{FIELDS}", connection::ENVIRONMENT)
}

const EXAMPLES: &str = "\
Examples:
  braze doctor
  braze doctor --profile production --probe
  braze doctor --sandbox --probe --format json
";

const FIELDS: &str = "\
What a profile may say:
  instance, base_url         the server: one of them
  api_key_file, api_key_env  where the key is: a file or a variable; the key itself is refused
  workspace                  what `sync` calls the workspace; default: the name of the profile
  concurrency, reserve       1 to 64, 0 to 100: as the options of `export`
  time_zone                  the company's, as the option of `export`

`api_key_file` begins in the folder of braze.toml; `~/` is the home folder. The first file that is
found counts alone. It decides where the key is sent: run the command in folders that you trust.";

fn indented(line: &str) -> String {
    if line.is_empty() { "\n".to_owned() } else { format!("  {line}\n") }
}

pub(crate) fn run(line: &[OsString], matches: &ArgMatches, io: &mut Io) -> Result<Exit, Failure> {
    let Survey { entries, problems, connection } = Survey::of(matches, io);
    let mut report = Report { entries, problems, findings: None };
    if matches.get_flag(PROBE)
        && let Some(parts) = connection
    {
        match parts.open(matches, io) {
            Ok(connection) => {
                io.notes().note(&format!(
                    "the probe makes at most {} GET requests, which change nothing",
                    probe::MOST_REQUESTS
                ));
                let (findings, problem) = probe::run(&connection);
                report.findings = Some(findings);
                report.problems.extend(problem);
            }
            Err(problem) => report.problems.push(problem),
        }
    }
    let text = match matches.get_one(FORMAT) {
        Some(Format::Json) => report.json(),
        _ => report.text(),
    };
    connection::key::keep_all(line, io);
    let text = io.notes().without_secrets(text);
    io.print(text.as_bytes())?;
    Ok(report.exit())
}

impl survey::Parts {
    fn open(self, matches: &ArgMatches, io: &mut Io) -> Result<Connection, Failure> {
        match self {
            Self::Sandbox => {
                Connection::open(matches, profile::Profile::default(), Pacing::default(), io)
            }
            Self::Server { base_url, key, key_source, pacing } => {
                Connection::to(base_url, key, key_source, pacing, io)
            }
        }
    }
}
