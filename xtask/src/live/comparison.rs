//! [`compare`]: calls what can be called, and writes the report.

use std::fmt::Write;

use serde_json::Value;

use super::operation::{Readable, readable};
use super::program::Program;
use super::report::Lines;
use super::shape;
use super::values::Values;

/// The numbers of a comparison.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Operations whose replies are as described.
    pub same: usize,
    /// Operations whose replies differ.
    pub different: usize,
    /// Operations that failed.
    pub failed: usize,
    /// Operations that need an identifier which no list gave.
    pub skipped: usize,
}

/// Calls every read operation of a bundled spec for which the values are known, and writes a report: operations,
/// statuses, paths and types of fields, counts. Lists are called first, since they give identifiers to the others.
///
/// # Errors
///
/// The program cannot be run, or has no key or no server.
pub fn compare(spec: &Value, program: &Program, out: &mut String) -> Result<Tally, String> {
    let mut waiting = readable(spec);
    let (mut values, mut tally) = (Values::default(), Tally::default());
    loop {
        let (ready, rest): (Vec<Readable>, Vec<Readable>) =
            waiting.into_iter().partition(|it| values.choose(it).is_ok());
        waiting = rest;
        if ready.is_empty() {
            break;
        }
        for operation in ready {
            let Ok(chosen) = values.choose(&operation) else { continue };
            let reply = program.call(&operation, &chosen)?;
            let findings = reply.body.as_ref().map(|body| {
                values.learn(&operation.id, body);
                shape::differences(spec, &operation.schema, body)
            });
            match &findings {
                None => tally.failed += 1,
                Some(findings) if findings.is_empty() => tally.same += 1,
                Some(_) => tally.different += 1,
            }
            let status = reply.status.as_deref();
            // Writing to a text does not fail.
            let _ =
                write!(out, "{}", Lines { id: &operation.id, status, findings: findings.as_ref() });
        }
    }
    for operation in waiting {
        tally.skipped += 1;
        if let Err(missing) = values.choose(&operation) {
            let _ = writeln!(out, "{}: skipped, no value for `{missing}`", operation.id);
        }
    }
    let Tally { same, different, failed, skipped } = tally;
    let _ = writeln!(
        out,
        "\n{same} as described, {different} different, {failed} failed, {skipped} skipped"
    );
    Ok(tally)
}
