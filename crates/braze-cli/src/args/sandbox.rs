//! [`SandboxArgs`]: the arguments of `braze sandbox`.

use std::path::PathBuf;

use braze_sandbox::Scenario;
use clap::{Arg, ArgMatches, Command, ValueHint};

use super::clock;

pub(crate) const NAME: &str = "sandbox";

const PORT: &str = "port";
pub(crate) const SCENARIO: &str = "scenario";
const LOG: &str = "log";
const JOURNAL: &str = "journal";
pub(crate) const API_KEY: &str = "api-key";
const SEED: &str = "seed";

/// The arguments of `braze sandbox`.
#[derive(Debug)]
pub(crate) struct SandboxArgs {
    pub(crate) port: u16,
    pub(crate) scenario: String,
    pub(crate) log: Option<PathBuf>,
    pub(crate) journal: Option<PathBuf>,
    pub(crate) api_key: Option<String>,
    pub(crate) seed: Option<u64>,
}

/// Reads the arguments.
pub(crate) fn read(matches: &ArgMatches) -> SandboxArgs {
    SandboxArgs {
        port: matches.get_one(PORT).copied().unwrap_or_default(),
        scenario: matches.get_one::<String>(SCENARIO).cloned().unwrap_or_default(),
        log: matches.get_one::<PathBuf>(LOG).cloned(),
        journal: matches.get_one::<PathBuf>(JOURNAL).cloned(),
        api_key: matches.get_one::<String>(API_KEY).cloned(),
        seed: matches.get_one(SEED).copied(),
    }
}

pub(crate) fn command() -> Command {
    Command::new(NAME)
        .about("Run a stand-in for Braze on a local port")
        .long_about(
            "Run a stand-in for Braze on a local port, until it is interrupted.\n\nIt knows the same \
             endpoints as this command, checks the key and the parameters, keeps rate limits, and makes \
             up numbers with the rhythm of days and weeks. Lists, details and exports of users answer from one \
             world of campaigns, Canvases, segments, events, products and users. It listens on 127.0.0.1 only.",
        )
        .arg(
            Arg::new(PORT)
                .long(PORT)
                .value_name("N")
                .value_parser(clap::value_parser!(u16))
                .default_value("0")
                .help("Port to listen on; 0 takes a free one"),
        )
        .arg(
            Arg::new(SCENARIO)
                .long(SCENARIO)
                .value_name("NAME|FILE")
                .value_hint(ValueHint::FilePath)
                .default_value("calm")
                .help("Scenario: one of those below, or a file with one in YAML"),
        )
        .arg(
            Arg::new(LOG)
                .long(LOG)
                .value_name("FILE")
                .value_hint(ValueHint::FilePath)
                .value_parser(clap::value_parser!(PathBuf))
                .help("Append a line about each request to this file"),
        )
        .arg(
            Arg::new(JOURNAL)
                .long(JOURNAL)
                .value_name("FILE")
                .value_hint(ValueHint::FilePath)
                .value_parser(clap::value_parser!(PathBuf))
                .help("Append each request as a line of JSON to this file, without the key"),
        )
        .arg(
            Arg::new(API_KEY)
                .long(API_KEY)
                .value_name("KEY")
                .help("Accept this key instead of one of its own; make one up, never use a real one"),
        )
        .arg(
            Arg::new(SEED)
                .long(SEED)
                .value_name("N")
                .value_parser(clap::value_parser!(u64))
                .help("Make up the numbers from this seed"),
        )
        .arg(clock::argument())
        .after_help(scenarios())
        .after_long_help(pages())
}

/// The long help's end.
fn pages() -> String {
    let example = Scenario::EXAMPLE.lines().map(|line| format!("  {line}\n"));
    let example: String = example.collect();
    format!("{}\n{CONTROL}\nA scenario file:\n{example}\n{EXAMPLES}", scenarios())
}

const CONTROL: &str = "\
Over HTTP, on the same port, from this machine and without a key:
  GET /__sandbox/journal     the requests so far, as lines of JSON
  DELETE /__sandbox/journal  forget them
  POST /__sandbox/verify     compare them with the lines of the body, in order; with ?order=any in
                             any order: 200 if they are the same, else 409 and the difference
";

const EXAMPLES: &str = "\
Examples:
  braze sandbox --port 8080 --scenario flaky

  In a test script: fail unless these two requests came, and nothing else
  printf '%s\\n' 'GET /sessions/data_series?length=14' 'GET /kpi/dau/data_series?*' |
    curl --fail-with-body --data-binary @- http://127.0.0.1:8080/__sandbox/verify

  The same scenarios serve a single command: braze sessions get --sandbox=flaky --length 14";

fn scenarios() -> String {
    let lines = Scenario::names().map(|(name, summary)| format!("  {name:<16}{summary}\n"));
    std::iter::once("Scenarios:\n".to_owned()).chain(lines).collect()
}
