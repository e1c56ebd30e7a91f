//! Calls with ureq.

use chrono::{DateTime, Utc};
use ureq::Agent;

use super::{Hours, parameters, windows};
use crate::server::Server;

/// One call.
pub(crate) fn call(
    agent: &Agent,
    server: &Server,
    length: u32,
    ending_at: DateTime<Utc>,
) -> Result<Hours, ureq::Error> {
    let mut request = agent
        .get(format!("{}/sessions/data_series", server.url))
        .header("Authorization", format!("Bearer {}", server.key));
    for (name, value) in parameters(length, ending_at) {
        request = request.query(name, value);
    }
    request.call()?.body_mut().read_json()
}

/// A long range, one request after another: the sum of all sessions.
pub(crate) fn range(server: &Server, from: DateTime<Utc>, hours: u32) -> Result<u64, ureq::Error> {
    let agent = Agent::new_with_defaults();
    let mut sum = 0;
    for (length, ending_at) in windows(from, hours) {
        let reply = call(&agent, server, length, ending_at)?;
        sum += reply.data.iter().map(|point| point.sessions).sum::<u64>();
    }
    Ok(sum)
}
