//! [`Failure`]: the failure of a command, and the output of all commands.

use std::io::{IsTerminal, Write};
use std::path::Path;

use crate::error::CodegenError;
use crate::here::from_here;
use crate::spec::diagnostic::{Format, Report};

/// The failure of a command.
pub(crate) enum Failure {
    /// The arguments are invalid.
    Usage(String),
    /// The problem has been printed already.
    Reported,
    Problem(String),
}

impl Failure {
    pub(crate) fn new(problem: impl std::fmt::Display) -> Self {
        Self::Problem(problem.to_string())
    }

    /// Prints the problems of a spec below a folder, if the spec is what failed.
    pub(crate) fn shown(error: CodegenError, folder: &Path, json: bool) -> Self {
        let CodegenError::Spec(report) = error else { return Self::new(error) };
        show(*report, folder, json);
        Self::Reported
    }
}

/// Prints problems in files below a folder: for people on stderr, for editors on stdout.
pub(crate) fn show(report: Report, folder: &Path, json: bool) {
    let report = report.below(&from_here(folder));
    let colours = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    if json {
        print(&report.render(Format::Json));
    } else {
        complain(&report.render(if colours { Format::Styled } else { Format::Plain }));
    }
}

/// Writes to stdout. A closed pipe does not fail the command.
pub(crate) fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Writes to stderr.
pub(crate) fn complain(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}
