//! [`Failure`]: why a command failed, and how commands print.

use std::io::{IsTerminal, Write};
use std::path::Path;

use crate::error::CodegenError;
use crate::here::from_here;
use crate::spec::diagnostic::{Format, Report};

/// Why a command failed.
pub(crate) enum Failure {
    /// It was not understood.
    Usage(String),
    /// What is to be said has been said.
    Said,
    Problem(String),
}

impl Failure {
    pub(crate) fn new(problem: impl std::fmt::Display) -> Self {
        Self::Problem(problem.to_string())
    }

    /// Shows the problems of a spec below a folder, if that is what failed.
    pub(crate) fn shown(error: CodegenError, folder: &Path, json: bool) -> Self {
        let CodegenError::Spec(report) = error else { return Self::new(error) };
        show(*report, folder, json);
        Self::Said
    }
}

/// Shows problems in files below a folder: to people on stderr, to editors on stdout.
pub(crate) fn show(report: Report, folder: &Path, json: bool) {
    let report = report.below(&from_here(folder));
    let colours = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    if json {
        print(&report.render(Format::Json));
    } else {
        complain(&report.render(if colours { Format::Styled } else { Format::Plain }));
    }
}

/// Writes to stdout; a reader that went away is no failure of the command.
pub(crate) fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Writes to stderr.
pub(crate) fn complain(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}
