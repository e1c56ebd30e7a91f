//! `cargo xtask outside`: tests the spec, the sandbox and the clients with independent programs.
//!
//! Two linters check the bundled spec. Schemathesis attacks the sandbox with requests generated from it. Prism
//! first serves its examples, and then runs as a proxy between the clients and the sandbox and rejects
//! anything that the spec does not allow. A client from openapi-generator, and the one that the vendor's staff
//! publish, read the sandbox and must understand it.
//!
//! No check names an operation: each takes them from the bundled spec, with its examples, and prints which ones
//! it exercised. It fails if one is missing.

mod check;
mod exercise;
mod program;
mod service;
mod tools;
mod workshop;

use std::path::Path;

pub(crate) use check::CHECKS;
use program::Problem;
use workshop::Workshop;

/// Runs all checks or one of them, and prints the result of each.
///
/// # Errors
///
/// The first check that fails, with its output.
pub(crate) fn outside(root: &Path, spec: &str, only: Option<&str>) -> Result<(), Problem> {
    let workshop = Workshop::new(root, spec)?;
    for check in CHECKS.iter().filter(|check| only.is_none_or(|only| check.name == only)) {
        let begun = std::time::Instant::now();
        let outcome = check.run(&workshop);
        let exercised = outcome.map_err(|problem| {
            Problem::new(format!("{}: {}\n{problem}", check.name, check.claim))
        })?;
        println!("ok  {}: {} ({} s)", check.name, check.claim, begun.elapsed().as_secs());
        if let Some(exercised) = exercised {
            println!("{exercised}");
        }
    }
    Ok(())
}
