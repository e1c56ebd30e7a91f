//! [`run`]: runs a program to its end.

use std::fmt;
use std::io;
use std::process::Command;

/// Runs a program to its end. The error contains its output.
pub(super) fn run(command: &mut Command) -> Result<(), Problem> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| Problem(format!("`{program}`: {error}")))?;
    if output.status.success() {
        return Ok(());
    }
    let (out, err) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Err(Problem(format!("`{program}` ended with {}\n{out}{err}", output.status)))
}

/// The failure of a check, with the output of its program.
#[derive(Debug)]
pub(crate) struct Problem(String);

impl Problem {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        Self(error.to_string())
    }
}
