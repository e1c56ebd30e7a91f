//! [`Builder`]: how a sandbox is set up.

use std::fmt;
use std::io::Write;
use std::time::Duration;

use braze_core::{ApiKey, Pool};

use crate::access::Access;
use crate::clock::Clock;
use crate::fault::RetryHint;
use crate::in_process::InProcess;
use crate::journal::Outputs;
use crate::limits::Limits;
use crate::scenario::Scenario;
use crate::service::Service;
use crate::settings::Settings;
use crate::workspace::Workspace;

/// Sets up a [`Sandbox`](crate::Sandbox).
#[must_use = "nothing runs before `start`"]
pub struct Builder {
    pub(crate) port: u16,
    accesses: Vec<Access>,
    workspace: Option<Workspace>,
    seed: Option<u64>,
    scenario: Scenario,
    clock: Clock,
    pools: Vec<Pool>,
    retry_hint: RetryHint,
    journal: usize,
    journal_bytes: usize,
    outputs: Outputs,
    pub(crate) limits: Limits,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            port: 0,
            accesses: Vec::new(),
            workspace: None,
            seed: None,
            scenario: Scenario::default(),
            clock: Clock::default(),
            pools: Vec::new(),
            retry_hint: RetryHint::default(),
            journal: 10_000,
            journal_bytes: 32 << 20,
            outputs: Outputs::default(),
            limits: Limits::default(),
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

    /// Sets the seed of the numbers and of the scenario, whatever they have themselves.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
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

    /// Sets how many bytes the journal holds; older requests are forgotten. Default 32 MiB. Of each
    /// body it keeps the first 64 KiB.
    pub fn journal_bytes(mut self, bytes: usize) -> Self {
        self.journal_bytes = bytes;
        self
    }

    /// Writes a line about each request: what came, what was answered, what went wrong on purpose,
    /// and which parameters the endpoint does not have. API keys are taken out.
    pub fn log(mut self, log: impl Write + Send + 'static) -> Self {
        self.outputs.log = Some(Box::new(log));
        self
    }

    /// Writes each request as a line of [JSON](crate::Received::to_json), as it comes. API keys are
    /// taken out.
    pub fn journal_lines(mut self, lines: impl Write + Send + 'static) -> Self {
        self.outputs.json = Some(Box::new(lines));
        self
    }

    /// Sets how many connections may be open at once; others wait. Default 1,024, at least 1.
    pub fn max_connections(mut self, connections: usize) -> Self {
        self.limits.connections = connections.max(1);
        self
    }

    /// Sets how long the head of a request may take to come, and then its body. A connection on which
    /// nothing comes for so long is closed too. Default two minutes.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.limits.read_timeout = timeout;
        self
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
        let (mut workspace, mut scenario) =
            (self.workspace.or(own).unwrap_or_default(), self.scenario);
        if let Some(seed) = self.seed {
            (workspace, scenario) = (workspace.seed(seed), scenario.seed(seed));
        }
        let settings = Settings {
            key,
            accesses: accesses.collect(),
            workspace,
            pools: [scenario.own_pools(), &self.pools].concat(),
            scenario,
            clock: self.clock,
            retry_hint: self.retry_hint,
            journal: self.journal,
            journal_bytes: self.journal_bytes,
        };
        InProcess::new(Service::new(settings, self.outputs))
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
