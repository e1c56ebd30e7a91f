//! [`Limits`]: what the socket bears of its peers.

use std::time::Duration;

/// What the socket bears of its peers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Connections that are open at once.
    pub(crate) connections: usize,
    /// The time for the head of a request, and then for its body.
    pub(crate) read_timeout: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        // Longer than the pools of both clients keep an idle connection.
        Self { connections: 1_024, read_timeout: Duration::from_secs(120) }
    }
}
