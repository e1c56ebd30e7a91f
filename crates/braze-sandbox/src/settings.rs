//! [`Settings`]: what a sandbox is set to.

use braze_core::{ApiKey, Pool};
use http::HeaderValue;

use crate::access::Access;
use crate::clock::Clock;
use crate::fault::RetryHint;
use crate::scenario::Scenario;
use crate::workspace::Workspace;

/// What a sandbox is set to.
#[derive(Debug)]
pub(crate) struct Settings {
    /// The first accepted key.
    pub(crate) key: ApiKey,
    /// With the value of the `Authorization` header of each.
    pub(crate) accesses: Vec<(HeaderValue, Access)>,
    pub(crate) workspace: Workspace,
    pub(crate) scenario: Scenario,
    pub(crate) clock: Clock,
    pub(crate) pools: Vec<Pool>,
    pub(crate) retry_hint: RetryHint,
    /// Requests that the journal holds.
    pub(crate) journal: usize,
    /// Bytes that the journal holds.
    pub(crate) journal_bytes: usize,
}

impl Settings {
    pub(crate) fn keys(&self) -> impl Iterator<Item = &ApiKey> {
        self.accesses.iter().map(|(_, access)| &access.key)
    }

    /// The key of an `Authorization` header, if it is accepted.
    pub(crate) fn access(&self, authorization: &HeaderValue) -> Option<&Access> {
        let found = self.accesses.iter().find(|(expected, _)| expected == authorization);
        found.map(|(_, access)| access)
    }

    /// The pool as it was set, or as it is documented.
    pub(crate) fn pool(&self, documented: &Pool) -> Pool {
        let set = self.pools.iter().rev().find(|pool| pool.name == documented.name);
        *set.unwrap_or(documented)
    }
}
