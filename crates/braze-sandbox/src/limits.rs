//! [`Limits`]: limits of the socket.

use std::time::Duration;

/// Limits of the socket that protect it from its peers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// The maximum number of open connections.
    pub(crate) connections: usize,
    /// The time limit for the head of a request, and then for its body.
    pub(crate) read_timeout: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        // Both clients close idle connections earlier than this.
        Self { connections: 1_024, read_timeout: Duration::from_secs(120) }
    }
}
