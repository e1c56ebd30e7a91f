//! [`Builder`]: sets up a client, its HTTP library and its clock.

use std::time::{Instant, SystemTime};

use braze_core::{Config, Error, TimeSource};
use reqwest::ClientBuilder;

use crate::clock;
use crate::exchange::Transport;

type Hook = Box<dyn FnOnce(ClientBuilder) -> ClientBuilder + Send>;

/// Sets up a client, its HTTP library and its clock.
///
/// Some settings are applied after the caller's, so that both clients behave alike and the key stays safe:
/// no redirects, no referer, no retries by reqwest, HTTPS only except on loopback, no proxy on loopback, the
/// time limits of [`Config`], and the headers.
pub struct Builder {
    config: Config,
    time: TimeSource,
    hook: Option<Hook>,
}

impl Builder {
    pub(crate) fn new(config: Config) -> Self {
        Self { config, time: clock::system(), hook: None }
    }

    /// Changes the settings of reqwest: proxy, TLS backend, sizes of pools.
    ///
    /// A proxy set here takes precedence over [`Config::proxies`] and over the environment. There is no way to
    /// pass a `reqwest::Client`, since the fixed settings cannot be applied once it is built.
    ///
    /// ```
    /// use braze_async::{ApiKey, Client, Config, Instance};
    ///
    /// let key = ApiKey::new("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44")?;
    /// let client = Client::builder(Config::new(Instance::Us01, key))
    ///     .configure_http(|reqwest| reqwest.pool_max_idle_per_host(16))
    ///     .build()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn configure_http(
        mut self,
        hook: impl FnOnce(ClientBuilder) -> ClientBuilder + Send + 'static,
    ) -> Self {
        self.hook = Some(Box::new(hook));
        self
    }

    /// Reads the time of day from this clock instead of the machine's.
    ///
    /// ```
    /// use std::time::{Duration, SystemTime};
    /// use braze_async::{ApiKey, Client, Config, Instance};
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
        let transport = Transport::new(&self.config, self.hook)?;
        Ok((self.config, transport, self.time))
    }
}

impl std::fmt::Debug for Builder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Builder").field("config", &self.config).finish_non_exhaustive()
    }
}
