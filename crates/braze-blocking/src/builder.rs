//! [`Builder`]: sets up a client, its HTTP library and its clock.

use std::time::{Instant, SystemTime};

use braze_core::{Config, Error, TimeSource};
use ureq::config::ConfigBuilder;
use ureq::typestate::AgentScope;

use crate::clock;
use crate::exchange::Transport;

type Hook = Box<dyn FnOnce(ConfigBuilder<AgentScope>) -> ConfigBuilder<AgentScope>>;

/// Sets up a client, its HTTP library and its clock.
///
/// Some settings are applied after the caller's, so that both clients behave alike and the key stays safe:
/// no redirects, HTTPS only except on loopback, no proxy on loopback, the time limits of [`Config`], and the
/// headers.
pub struct Builder {
    config: Config,
    time: TimeSource,
    hook: Option<Hook>,
    agent: Option<ureq::Agent>,
}

impl Builder {
    pub(crate) fn new(config: Config) -> Self {
        Self { config, time: clock::system(), hook: None, agent: None }
    }

    /// Changes the settings of ureq: proxy, TLS roots, sizes of buffers and pools.
    ///
    /// A proxy set here takes precedence over [`Config::proxies`] and over the environment.
    ///
    /// ```
    /// use braze_blocking::{ApiKey, Client, Config, Instance};
    ///
    /// let key = ApiKey::new("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44")?;
    /// let client = Client::builder(Config::new(Instance::Us01, key))
    ///     .configure_http(|ureq| ureq.max_idle_connections_per_host(16))
    ///     .build()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn configure_http(
        mut self,
        hook: impl FnOnce(ConfigBuilder<AgentScope>) -> ConfigBuilder<AgentScope> + 'static,
    ) -> Self {
        self.hook = Some(Box::new(hook));
        self
    }

    /// Uses this agent, with its own connector and resolver.
    ///
    /// The fixed settings are applied to every request. Unless the agent has a proxy, so is the proxy of
    /// [`Config::proxies`] or of the environment. A cancelled call cannot cut this agent's connection: it ends
    /// with the attempt in flight.
    #[must_use]
    pub fn with_agent(mut self, agent: ureq::Agent) -> Self {
        self.agent = Some(agent);
        self
    }

    /// Reads the time of day from this clock instead of the machine's.
    ///
    /// ```
    /// use std::time::{Duration, SystemTime};
    /// use braze_blocking::{ApiKey, Client, Config, Instance};
    ///
    /// let key = ApiKey::new("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44")?;
    /// let client = Client::builder(Config::new(Instance::Us01, key))
    ///     .clock(|| SystemTime::UNIX_EPOCH + Duration::from_secs(1_714_557_600))
    ///     .build()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn clock(mut self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.time = TimeSource::new(Instant::now, clock);
        self
    }

    /// Makes the parts of a client.
    pub(crate) fn into_parts(self) -> Result<(Config, Transport, TimeSource), Error> {
        let transport = match self.agent {
            Some(agent) => Transport::with_agent(agent, &self.config)?,
            None => Transport::new(&self.config, self.hook)?,
        };
        Ok((self.config, transport, self.time))
    }
}

impl std::fmt::Debug for Builder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Builder").field("config", &self.config).finish_non_exhaustive()
    }
}
