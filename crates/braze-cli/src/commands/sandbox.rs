//! `braze sandbox`: the stand-in on a port of its own, for any client.

use std::fs::File;
use std::path::PathBuf;
use std::thread;

use braze_core::ApiKey;
use braze_sandbox::{Sandbox, Scenario};
use clap::{Arg, ArgMatches, Command, ValueHint};

use crate::settings::clock;
use crate::settings::connection;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

pub(crate) const NAME: &str = "sandbox";

const PORT: &str = "port";
const SCENARIO: &str = "scenario";
const LOG: &str = "log";
const JOURNAL: &str = "journal";
const API_KEY: &str = "api-key";
const SEED: &str = "seed";

pub(crate) fn command() -> Command {
    Command::new(NAME)
        .about("Run a stand-in for Braze on a local port")
        .long_about(
            "Run a stand-in for Braze on a local port, until it is interrupted.\n\nIt knows the same \
             endpoints as this command, checks the key and the parameters, keeps rate limits, and makes \
             up numbers with the rhythm of days and weeks. It listens on 127.0.0.1 only.",
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
                .help("What goes wrong: a scenario below, or a file with one in YAML"),
        )
        .arg(
            Arg::new(LOG)
                .long(LOG)
                .value_name("FILE")
                .value_hint(ValueHint::FilePath)
                .value_parser(clap::value_parser!(PathBuf))
                .help("Write a line about each request to the end of this file"),
        )
        .arg(
            Arg::new(JOURNAL)
                .long(JOURNAL)
                .value_name("FILE")
                .value_hint(ValueHint::FilePath)
                .value_parser(clap::value_parser!(PathBuf))
                .help("Write each request as a line of JSON to the end of this file, without the key"),
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

pub(crate) fn run(matches: &ArgMatches, io: &mut Io) -> Result<Exit, Failure> {
    let scenario = matches.get_one::<String>(SCENARIO).map_or("calm", String::as_str);
    let scenario = connection::scenario(SCENARIO, scenario)?;
    let port = matches.get_one(PORT).copied().unwrap_or_default();
    let mut builder =
        Sandbox::builder().scenario(scenario).port(port).clock(io.clock().of_sandbox());
    if let Some(log) = appended(matches, LOG)? {
        builder = builder.log(log);
    }
    if let Some(lines) = appended(matches, JOURNAL)? {
        builder = builder.journal_lines(lines);
    }
    if let Some(key) = matches.get_one::<String>(API_KEY) {
        // The error does not repeat the key.
        let key = ApiKey::new(key.as_str())
            .map_err(|error| Failure::usage(format!("--{API_KEY}: {error}")))?;
        builder = builder.api_key(key);
    }
    if let Some(seed) = matches.get_one(SEED) {
        builder = builder.seed(*seed);
    }
    io.interrupt().let_end();
    let sandbox = connection::start(builder)?;
    let lines = format!("base URL  {}\nAPI key   {}\n", sandbox.url(), sandbox.api_key_text());
    io.print(lines.as_bytes())?;
    io.notes().note("Ctrl-C stops it");
    loop {
        thread::park();
    }
}

/// The file of an option, open for writing to its end.
fn appended(matches: &ArgMatches, option: &str) -> Result<Option<File>, Failure> {
    let Some(file) = matches.get_one::<PathBuf>(option) else { return Ok(None) };
    let opened = File::options().create(true).append(true).open(file);
    opened
        .map(Some)
        .map_err(|error| Failure::usage(format!("cannot write to {}: {error}", file.display())))
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
