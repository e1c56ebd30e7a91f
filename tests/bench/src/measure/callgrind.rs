//! Instructions, counted by callgrind: the same number each time, whatever else the machine does.

use std::path::Path;
use std::process::{Command, Stdio};

use super::process;
use crate::failure::Failure;
use crate::program::{Cost, Program};
use crate::server::Server;

/// The cost of doing something once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Count {
    pub(crate) instructions: f64,
    pub(crate) allocations: f64,
}

/// The difference between doing it a few times and doing it `more` times more often: what is done only
/// once, such as setting up, is not in it.
pub(crate) fn count(
    program: Program,
    more: u64,
    server: Option<&Server>,
) -> Result<Count, Failure> {
    const FEW: u64 = 10;
    let (few, few_cost) = run(program, FEW, server)?;
    let (many, many_cost) = run(program, FEW + more, server)?;
    let each = |few: u64, many: u64| many.saturating_sub(few) as f64 / more as f64;
    Ok(Count {
        instructions: each(few, many),
        allocations: each(few_cost.allocations, many_cost.allocations),
    })
}

fn run(program: Program, times: u64, server: Option<&Server>) -> Result<(u64, Cost), Failure> {
    let mut command = under_valgrind(&std::env::current_exe()?);
    process::arguments(&mut command, program, times, server);
    let (instructions, output) = counted(&mut command)?;
    Ok((instructions, output.parse()?))
}

/// A program that `counted` can run.
pub(crate) fn under_valgrind(program: &Path) -> Command {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(program);
    command
}

/// The instructions of a whole process, and what it prints.
pub(crate) fn counted(command: &mut Command) -> Result<(u64, String), Failure> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| {
        format!("valgrind cannot be run: {error}; Debian's package is `valgrind`")
    })?;
    let errors = String::from_utf8_lossy(&output.stderr);
    let collected = errors.lines().find_map(|line| line.split_once("Collected : "));
    let instructions = collected.and_then(|(_, number)| number.trim().parse().ok());
    match instructions {
        Some(instructions) if output.status.success() => {
            Ok((instructions, String::from_utf8(output.stdout)?))
        }
        _ => Err(format!("{command:?} failed:\n{errors}").into()),
    }
}
