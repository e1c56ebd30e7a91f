//! [`Settings`]: the settings of a running sandbox.

use braze_core::{ApiKey, Pool};
use http::HeaderValue;

use crate::access::Access;
use crate::clock::Clock;
use crate::fault::RetryHint;
use crate::scenario::Scenario;
use crate::workspace::Workspace;

/// The settings of a running sandbox.
#[derive(Debug)]
pub(crate) struct Settings {
    /// The first accepted key.
    pub(crate) key: ApiKey,
    /// The accepted keys, each with its `Authorization` header.
    pub(crate) accesses: Vec<(HeaderValue, Access)>,
    pub(crate) workspace: Workspace,
    pub(crate) scenario: Scenario,
    pub(crate) clock: Clock,
    pub(crate) pools: Vec<Pool>,
    pub(crate) retry_hint: RetryHint,
    /// The maximum number of requests in the journal.
    pub(crate) journal: usize,
    /// The maximum size of the journal in bytes.
    pub(crate) journal_bytes: usize,
}

impl Settings {
    pub(crate) fn keys(&self) -> impl Iterator<Item = &ApiKey> {
        self.accesses.iter().map(|(_, access)| &access.key)
    }

    /// Finds the access that an `Authorization` header grants.
    pub(crate) fn access(&self, authorization: &HeaderValue) -> Option<&Access> {
        let found = self.accesses.iter().find(|(expected, _)| expected == authorization);
        found.map(|(_, access)| access)
    }

    /// The pool as set, or else as documented.
    pub(crate) fn pool(&self, documented: &Pool) -> Pool {
        let set = self.pools.iter().rev().find(|pool| pool.name == documented.name);
        *set.unwrap_or(documented)
    }
}
