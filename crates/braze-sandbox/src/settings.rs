//! [`Settings`]: the settings of a running sandbox.

use braze_core::{ApiKey, ClientKey, Credential, Pool, ScimToken, Secret};
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
    pub(crate) scim_token: ScimToken,
    pub(crate) client_key: ClientKey,
    /// The accepted secrets.
    pub(crate) accesses: Vec<Access>,
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
    pub(crate) fn secrets(&self) -> impl Iterator<Item = &Secret> {
        self.accesses.iter().map(|access| &access.secret)
    }

    /// Finds the access that an `Authorization` header grants to operations that need this kind of secret.
    pub(crate) fn access(
        &self,
        authorization: &HeaderValue,
        credential: Credential,
    ) -> Option<&Access> {
        let mut kind = self.accesses.iter().filter(|access| access.credential == credential);
        kind.find(|access| access.header == *authorization)
    }

    /// The pool as set, or else as documented.
    pub(crate) fn pool(&self, documented: &Pool) -> Pool {
        let set = self.pools.iter().rev().find(|pool| pool.name == documented.name);
        *set.unwrap_or(documented)
    }
}
