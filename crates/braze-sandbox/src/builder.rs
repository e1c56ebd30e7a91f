//! [`Builder`]: the settings of a sandbox before it starts.

use std::fmt;
use std::io::Write;
use std::time::Duration;

use braze_core::{ApiKey, ClientKey, Pool, ScimToken};

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
    keys: Vec<(ApiKey, Access)>,
    scim_token: ScimToken,
    client_key: ClientKey,
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
            keys: Vec::new(),
            scim_token: own_token(),
            client_key: own_client_key(),
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
    /// Sets the port on 127.0.0.1. The default is 0, which picks a free port.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Accepts this key, with all permissions. By default the sandbox has its own key.
    pub fn api_key(mut self, key: ApiKey) -> Self {
        let access = Access::from(&key);
        self.keys.push((key, access));
        self
    }

    /// Accepts this SCIM token for the operations that need one. By default the sandbox has its own.
    pub fn scim_token(mut self, token: ScimToken) -> Self {
        self.scim_token = token;
        self
    }

    /// Accepts this client-side key for the operations that need one. By default the sandbox has its own.
    pub fn client_key(mut self, key: ClientKey) -> Self {
        self.client_key = key;
        self
    }

    /// Accepts this key, with only these permissions. Other endpoints answer 403.
    pub fn restricted_key<P: Into<String>>(
        mut self,
        key: ApiKey,
        permissions: impl IntoIterator<Item = P>,
    ) -> Self {
        let permissions = Some(permissions.into_iter().map(Into::into).collect());
        let access = Access { permissions, ..Access::from(&key) };
        self.keys.push((key, access));
        self
    }

    /// Sets the numbers and the behavior of the workspace.
    pub fn workspace(mut self, workspace: Workspace) -> Self {
        self.workspace = Some(workspace);
        self
    }

    /// Overrides the seed of both the workspace and the scenario.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// Sets the scenario, which decides the requests that fail.
    pub fn scenario(mut self, scenario: Scenario) -> Self {
        self.scenario = scenario;
        self
    }

    /// Sets the clock. The default is the clock of the machine.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// Sets the limit and window of a rate-limit pool. The default is the documented limit.
    ///
    /// ```
    /// use braze_core::Pool;
    /// use braze_sandbox::Sandbox;
    ///
    /// // Three requests per minute.
    /// let sandbox = Sandbox::builder().pool(Pool::new("default", 3, 60)).start()?;
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn pool(mut self, pool: Pool) -> Self {
        self.pools.push(pool);
        self
    }

    /// Sets the retry hint in the 429 of an exhausted pool. The default is
    /// [`RetryHint::WindowEnd`].
    pub fn retry_hint(mut self, hint: RetryHint) -> Self {
        self.retry_hint = hint;
        self
    }

    /// Sets the maximum number of requests in the journal. The default is 10,000.
    ///
    /// Older requests are dropped. With 0 there is no journal, which is faster.
    pub fn journal(mut self, requests: usize) -> Self {
        self.journal = requests;
        self
    }

    /// Sets the maximum size of the journal in bytes. The default is 32 MiB.
    ///
    /// Older requests are dropped. The journal keeps the first 64 KiB of each body.
    pub fn journal_bytes(mut self, bytes: usize) -> Self {
        self.journal_bytes = bytes;
        self
    }

    /// Writes a line about each request to `log`.
    ///
    /// A line shows the request, the reply, the fault, and parameters that the endpoint does not have.
    /// API keys are redacted.
    pub fn log(mut self, log: impl Write + Send + 'static) -> Self {
        self.outputs.log = Some(Box::new(log));
        self
    }

    /// Writes each request to `lines` as a line of [JSON](crate::RecordedRequest::to_json).
    ///
    /// API keys are redacted.
    pub fn journal_lines(mut self, lines: impl Write + Send + 'static) -> Self {
        self.outputs.json = Some(Box::new(lines));
        self
    }

    /// Sets the maximum number of open connections, at least 1. The default is 1,024.
    ///
    /// Further connections wait.
    pub fn max_connections(mut self, connections: usize) -> Self {
        self.limits.connections = connections.max(1);
        self
    }

    /// Sets the time limit for the head of a request, and then for its body.
    ///
    /// A connection that is idle for this long is closed too. The default is two minutes.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.limits.read_timeout = timeout;
        self
    }

    /// Builds a sandbox without a socket.
    #[must_use]
    pub fn in_process(self) -> InProcess {
        let key = self.keys.first().map_or_else(own_key, |(key, _)| key.clone());
        let mut accesses: Vec<_> = self.keys.into_iter().map(|(_, access)| access).collect();
        if accesses.is_empty() {
            accesses.push(Access::from(&key));
        }
        accesses.extend([Access::from(&self.scim_token), Access::from(&self.client_key)]);
        let own = self.scenario.own_workspace().cloned();
        let (mut workspace, mut scenario) =
            (self.workspace.or(own).unwrap_or_default(), self.scenario);
        if let Some(seed) = self.seed {
            (workspace, scenario) = (workspace.seed(seed), scenario.seed(seed));
        }
        let settings = Settings {
            key,
            scim_token: self.scim_token,
            client_key: self.client_key,
            accesses,
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

/// The default SCIM token of a sandbox.
fn own_token() -> ScimToken {
    ScimToken::new("5c1a70c5-7e57-5c1a-8a11-00005c1a70c5").expect("the default token is valid")
}

/// The default client-side key of a sandbox.
fn own_client_key() -> ClientKey {
    ClientKey::new("c11e4db0-7e57-4c11-8a11-0000c11e4db0").expect("the default key is valid")
}

/// The default key of a sandbox.
fn own_key() -> ApiKey {
    ApiKey::new("5a4db0c5-7e57-4b0c-8a11-00005a4db0c5").expect("the default key is valid")
}
