//! [`Builder`]: how a sandbox is set up.

use std::fmt;
use std::io::{self, Write};

use braze_core::{ApiKey, Pool};
use http::HeaderValue;

use crate::access::Access;
use crate::clock::Clock;
use crate::fault::RetryHint;
use crate::in_process::InProcess;
use crate::sandbox::Sandbox;
use crate::scenario::Scenario;
use crate::service::Service;
use crate::workspace::Workspace;

/// Sets up a [`Sandbox`].
#[must_use = "nothing runs before `start`"]
pub struct Builder {
    port: u16,
    accesses: Vec<Access>,
    workspace: Option<Workspace>,
    scenario: Scenario,
    clock: Clock,
    pools: Vec<Pool>,
    retry_hint: RetryHint,
    journal: usize,
    log: Option<Box<dyn Write + Send>>,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            port: 0,
            accesses: Vec::new(),
            workspace: None,
            scenario: Scenario::default(),
            clock: Clock::default(),
            pools: Vec::new(),
            retry_hint: RetryHint::default(),
            journal: 10_000,
            log: None,
        }
    }
}

impl Builder {
    /// Sets the port on 127.0.0.1. Default 0, which takes a free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Accepts this key, with all permissions. The default is a key of the sandbox's own.
    pub fn api_key(mut self, key: ApiKey) -> Self {
        self.accesses.push(Access { key, permissions: None });
        self
    }

    /// Accepts this key, with these permissions alone: other endpoints answer 403.
    pub fn restricted_key<P: Into<String>>(
        mut self,
        key: ApiKey,
        permissions: impl IntoIterator<Item = P>,
    ) -> Self {
        let permissions = Some(permissions.into_iter().map(Into::into).collect());
        self.accesses.push(Access { key, permissions });
        self
    }

    /// Sets the numbers and the habits of the workspace.
    pub fn workspace(mut self, workspace: Workspace) -> Self {
        self.workspace = Some(workspace);
        self
    }

    /// Sets what goes wrong.
    pub fn scenario(mut self, scenario: Scenario) -> Self {
        self.scenario = scenario;
        self
    }

    /// Sets the clock. Default: that of the machine.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// Sets limit and window of the rate-limit pool of this name. Default: what is documented.
    ///
    /// ```
    /// use braze_core::Pool;
    /// use braze_sandbox::Sandbox;
    ///
    /// // Three requests in each minute.
    /// let sandbox = Sandbox::builder().pool(Pool::new("default", 3, 60)).start()?;
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn pool(mut self, pool: Pool) -> Self {
        self.pools.push(pool);
        self
    }

    /// Sets how the 429 of a pool that is used up says when to come back. Default: by
    /// `X-RateLimit-Reset` alone, at the end of the window.
    pub fn retry_hint(mut self, hint: RetryHint) -> Self {
        self.retry_hint = hint;
        self
    }

    /// Sets how many requests the journal holds; older ones are forgotten. Default 10,000. With 0
    /// there is none, which is faster.
    pub fn journal(mut self, requests: usize) -> Self {
        self.journal = requests;
        self
    }

    /// Writes a line about each request: what came, what was answered, what went wrong on purpose,
    /// and which parameters the endpoint does not have. API keys are taken out.
    pub fn log(mut self, log: impl Write + Send + 'static) -> Self {
        self.log = Some(Box::new(log));
        self
    }

    /// Starts it, listening on 127.0.0.1.
    ///
    /// # Errors
    ///
    /// The port cannot be had, or the system has no thread or file handle left.
    pub fn start(self) -> io::Result<Sandbox> {
        let port = self.port;
        Sandbox::with(self.in_process(), port)
    }

    /// Makes it without a socket.
    #[must_use]
    pub fn in_process(self) -> InProcess {
        let mut accesses = self.accesses;
        if accesses.is_empty() {
            accesses.push(Access { key: own_key(), permissions: None });
        }
        let key = accesses[0].key.clone();
        let accesses = accesses.into_iter().map(|access| (access.key.authorization(), access));
        let own = self.scenario.own_workspace().cloned();
        let settings = Settings {
            key,
            accesses: accesses.collect(),
            workspace: self.workspace.or(own).unwrap_or_default(),
            pools: [self.scenario.own_pools(), &self.pools].concat(),
            scenario: self.scenario,
            clock: self.clock,
            retry_hint: self.retry_hint,
            journal: self.journal,
        };
        InProcess::new(Service::new(settings, self.log))
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("port", &self.port)
            .field("scenario", &self.scenario.name())
            .finish_non_exhaustive()
    }
}

/// The key of a sandbox that was not given one.
fn own_key() -> ApiKey {
    ApiKey::new("5a4db0c5-7e57-4b0c-8a11-00005a4db0c5").expect("it has nothing that a key must not")
}

/// What a sandbox is set to.
#[derive(Debug)]
pub(crate) struct Settings {
    /// The first accepted key.
    pub(crate) key: ApiKey,
    /// With the value of the `Authorization` header of each.
    accesses: Vec<(HeaderValue, Access)>,
    pub(crate) workspace: Workspace,
    pub(crate) scenario: Scenario,
    pub(crate) clock: Clock,
    pools: Vec<Pool>,
    pub(crate) retry_hint: RetryHint,
    /// Requests that the journal holds.
    pub(crate) journal: usize,
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
