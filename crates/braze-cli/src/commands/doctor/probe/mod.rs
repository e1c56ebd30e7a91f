//! The probe: a few requests that only read, and the answers that follow from their replies.
//!
//! Functions without a socket decide what follows; only [`run`] sends.

mod ask;
mod cut;
mod findings;
mod hours;
mod limits;
mod observations;
mod permissions;
mod reach;
#[cfg(test)]
mod truth;
mod verdict;
mod window;

use braze_core::Error;
use braze_core::sessions::DataSeriesRequest;

use crate::endpoint::Endpoint;
use crate::settings::connection::Connection;
use crate::ui::failure::Failure;

use ask::Answer;
use observations::Observations;
pub(super) use verdict::{Certainty, Finding};

/// The greatest number of requests about sessions.
const MAX_ASKED: usize = 50;

/// The greatest number of requests about other series.
const MAX_OTHERS: usize = 10;

/// The greatest number of requests of a probe, without retries.
pub(in crate::commands) const MAX_REQUESTS: usize = MAX_ASKED + MAX_OTHERS;

/// The number of failures in a row after which the probe stops.
const PATIENCE: usize = 2;

/// Asks the workspace. Returns the answers, and the problem if it cannot be asked.
pub(super) fn run(connection: &Connection) -> (Vec<Finding>, Option<Failure>) {
    let client = connection.client();
    let mut first_error = None;
    let (mut asked, mut failures) = (0, 0);
    let mut ask = |question: &ask::Ask| {
        asked += 1;
        if asked > MAX_ASKED || failures >= PATIENCE {
            return Answer::Failed;
        }
        let result = client.send(question);
        let answer = Answer::new(result.as_ref().map(Clone::clone));
        failures = if matches!(answer, Answer::Failed) { failures + 1 } else { 0 };
        if let Err(error) = result
            && asked == 1
        {
            first_error = Some(error);
            failures = PATIENCE;
        }
        answer
    };
    let observations = Observations::new(&mut ask, connection.clock().now());
    let mut findings = if first_error.is_none() { observations.findings() } else { Vec::new() };
    let is_left_alone = failures >= PATIENCE;
    // If one permission is missing, others may be granted.
    if first_error.as_ref().map_or(!is_left_alone, Error::is_forbidden) {
        findings.extend(permissions::findings(client, MAX_OTHERS));
    }
    let problem = first_error.map(|error| {
        Endpoint::new::<DataSeriesRequest>().diagnose(&error, connection, "braze sessions get")
    });
    (findings, problem)
}
