//! The cost of a process, as the system reports it.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Instant;

use nix::sys::resource::{Usage, UsageWho, getrusage};
use nix::sys::time::TimeValLike;

use crate::failure::Failure;
use crate::program::{Cost, MEASURE, Program};
use crate::server::Server;

/// The time and memory of this process up to now.
pub(crate) fn cost_of_this() -> Result<Cost, Failure> {
    let usage = getrusage(UsageWho::RUSAGE_SELF)?;
    let status = fs::read_to_string("/proc/self/status")?;
    // The figure of `getrusage` goes on from that of the process that started this one.
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let memory = peak.and_then(|text| text.trim().trim_end_matches(" kB").parse().ok());
    Ok(Cost { cpu: cpu(&usage), memory: memory.ok_or("no VmHWM")?, ..Cost::default() })
}

fn cpu(usage: &Usage) -> u64 {
    let time = usage.user_time() + usage.system_time();
    u64::try_from(time.num_microseconds()).unwrap_or_default()
}

/// A measured program in a process of its own, on a server if it needs one.
pub(crate) fn command(
    program: Program,
    times: u64,
    server: Option<&Server>,
) -> Result<Command, Failure> {
    let mut command = Command::new(std::env::current_exe()?);
    arguments(&mut command, program, times, server);
    Ok(command)
}

/// The argument that makes this binary the program.
pub(crate) fn arguments(
    command: &mut Command,
    program: Program,
    times: u64,
    server: Option<&Server>,
) {
    command.arg(MEASURE).arg(program.to_string()).arg(times.to_string());
    if let Some(server) = server {
        command.args([&server.url, &server.key]);
    }
}

/// Runs a measured program.
pub(crate) fn run(program: Program, times: u64, server: &Server) -> Result<Cost, Failure> {
    let begin = Instant::now();
    let output = command(program, times, Some(server))?.stderr(Stdio::inherit()).output()?;
    let wall = u64::try_from(begin.elapsed().as_micros())?;
    if !output.status.success() {
        return Err(format!("{program} failed: {}", output.status).into());
    }
    let cost: Cost = String::from_utf8(output.stdout)?.parse()?;
    Ok(Cost { wall, ..cost })
}

/// Both sides of a program in turn.
pub(crate) fn compare(
    sides: [Program; 2],
    times: u64,
    server: &Server,
) -> Result<[Cost; 2], Failure> {
    let [one, other] = sides.map(|side| run(side, times, server));
    let (one, other) = (one?, other?);
    if one.result != other.result {
        return Err(format!("{} and {} did not read the same", sides[0], sides[1]).into());
    }
    Ok([one, other])
}

/// The processor time of some work in this process and those that it starts, in microseconds.
#[cfg(feature = "generator")]
pub(crate) fn cpu_here(work: impl FnOnce() -> Result<(), Failure>) -> Result<u64, Failure> {
    let now = || -> Result<u64, Failure> {
        let own = cpu(&getrusage(UsageWho::RUSAGE_SELF)?);
        Ok(own + cpu(&getrusage(UsageWho::RUSAGE_CHILDREN)?))
    };
    let before = now()?;
    work()?;
    Ok(now()?.saturating_sub(before))
}

/// The processor time of a command with all that it starts, in microseconds.
pub(crate) fn cpu_of(command: &mut Command) -> Result<u64, Failure> {
    let before = cpu(&getrusage(UsageWho::RUSAGE_CHILDREN)?);
    let output = command.stdin(Stdio::null()).output()?;
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{command:?} failed:\n{errors}").into());
    }
    Ok(cpu(&getrusage(UsageWho::RUSAGE_CHILDREN)?).saturating_sub(before))
}
