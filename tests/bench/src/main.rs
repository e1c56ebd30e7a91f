//! Measures the clients beside programs written by hand: `cargo xtask bench` runs it.
//!
//! The same binary is everything: it runs the whole measurement, it is the server, and it is each of the
//! measured programs, in processes of their own.

mod allocation;
mod body;
mod budget;
mod by_hand;
mod failure;
mod measure;
mod program;
mod report;
mod server;
#[cfg(feature = "generator")]
mod synth;

use std::process::ExitCode;
use std::time::Duration;

use failure::Failure;
use program::Program;

#[global_allocator]
static ALLOCATOR: allocation::Counting = allocation::Counting;

/// The usage text.
const USAGE: &str = "\
braze-bench [--check] [--quick]        all figures as a Markdown table; `--check` fails where a budget is missed,
                                       `--quick` leaves out what is measured in seconds, and what
                                       takes builds of its own
braze-bench measure PROGRAM TIMES [URL KEY]
braze-bench serve MILLISECONDS
braze-bench synth ENDPOINTS FOLDER     a made-up spec in a new folder, and the same endpoints in OpenAPI 3.0;
                                       with the feature `generator`";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<ExitCode, Failure> {
    match words {
        [server::SERVE, latency] => server::serve(Duration::from_millis(latency.parse()?))?,
        #[cfg(feature = "generator")]
        ["synth", endpoints, folder] => {
            synth::write_with_twin(endpoints.parse()?, std::path::Path::new(folder))?;
        }
        [program::MEASURE, program, times, server @ ..] => {
            let server = match server {
                [url, key] => server::Server::at((*url).to_owned(), (*key).to_owned()),
                _ => server::Server::at(String::new(), String::new()),
            };
            let program = Program::named(program).ok_or(USAGE)?;
            println!("{}", program::run(program, times.parse()?, &server)?);
        }
        flags if flags.iter().all(|flag| ["--check", "--quick"].contains(flag)) => {
            let figures = report::run(flags.contains(&"--quick"))?;
            return Ok(figures.print(flags.contains(&"--check")));
        }
        _ => return Err(USAGE.into()),
    }
    Ok(ExitCode::SUCCESS)
}
