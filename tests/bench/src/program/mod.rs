//! The measured programs.

mod call;
mod core;
mod cost;
mod export;
mod import;
mod work;

use crate::allocation;
use crate::failure::Failure;
use crate::measure::process;
use crate::server::Server;

pub(crate) use cost::Cost;
pub(crate) use work::{By, MEASURE, Program, Source, Work};

/// Runs a program, and says what it cost.
pub(crate) fn run(program: Program, times: u64, server: &Server) -> Result<Cost, Failure> {
    let result = match program.work {
        Work::Decode(body) => core::decode(program.by, body, times)?,
        Work::Encode => core::encode(program.by, times)?,
        Work::Call => core::call(times)?,
        Work::Plan => core::plan(times),
        Work::Export => core::export(times)?,
        Work::Import(source) => import::import(program.by, source, times)?,
        Work::Blocking => call::blocking(program.by, times, server)?,
        Work::Async => call::asynchronous(program.by, times, server)?,
        Work::SixtyFour => call::sixty_four(program.by, times, server)?,
        Work::Sequential => export::sequential(program.by, times, server)?,
        Work::Sixteen => export::asynchronous(16, program.by, times, server)?,
        Work::AsyncSequential => export::asynchronous(1, program.by, times, server)?,
        Work::Once => call::once(server)?,
    };
    Ok(Cost { result, allocations: allocation::count(), ..process::cost_of_this()? })
}
