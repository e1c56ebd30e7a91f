//! `cargo xtask live [--instance NAME | --base-url URL] [--only reads]`.

use std::path::Path;
use std::process::Command as Process;

use super::comparison::compare;
use super::program::Program;
use crate::codegen;
use crate::failure::{Failure, print};

/// The command and its arguments.
#[derive(Debug, Default)]
pub(crate) struct Command {
    /// The options of `braze` that choose the server.
    server: Vec<String>,
}

impl Command {
    pub(crate) fn parse(arguments: &[String]) -> Result<Self, Failure> {
        let mut command = Self::default();
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let value = arguments.next();
            match (argument.as_str(), value) {
                ("--instance" | "--base-url", Some(value)) if command.server.is_empty() => {
                    command.server = vec![argument.clone(), value.clone()];
                }
                ("--instance" | "--base-url", Some(_)) => {
                    let problem = "`live` takes one of `--instance` and `--base-url`";
                    return Err(Failure::Usage(problem.to_owned()));
                }
                ("--only", Some(value)) if value == "reads" => {}
                ("--instance" | "--base-url" | "--only", _) => {
                    let problem =
                        format!("`{argument}` needs a value; that of `--only` is `reads`");
                    return Err(Failure::Usage(problem));
                }
                _ => {
                    return Err(Failure::Usage(format!("`live` has no argument `{argument}`")));
                }
            }
        }
        Ok(command)
    }

    pub(crate) fn run(self, root: &Path) -> Result<(), Failure> {
        let spec =
            codegen::bundled_as_json(root).map_err(|error| Failure::shown(error, root, false))?;
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let built = Process::new(cargo)
            .current_dir(root)
            .args(["build", "--quiet", "--locked", "--package", "braze-cli"])
            .status();
        match built {
            Ok(status) if status.success() => {}
            Ok(_) => return Err(Failure::Reported),
            Err(error) => return Err(Failure::new(format!("cannot run cargo: {error}"))),
        }
        let program = Program {
            path: root.join("target/debug/braze"),
            server: self.server,
            environment: Vec::new(),
        };
        let mut report = String::new();
        let outcome = compare(&spec, &program, &mut report);
        print(&report);
        let tally = outcome.map_err(Failure::new)?;
        match (tally.different, tally.failed) {
            (0, 0) => Ok(()),
            _ => Err(Failure::new("some replies are not as the spec describes them")),
        }
    }
}
