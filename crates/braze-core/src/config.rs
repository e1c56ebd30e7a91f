//! [`Config`]: what a client is set to; and [`Session`]: what all calls of a client share.

use std::sync::Arc;

use http::header::HeaderValue;

use crate::auth::ApiKey;
use crate::base_url::BaseUrl;
use crate::call::Call;
use crate::endpoint::Endpoint;
use crate::error::ConfigError;
use std::time::Duration;

/// The settings of a client that do not depend on how it carries requests.
#[derive(Debug, Clone)]
pub struct Config {
    pub(crate) base_url: BaseUrl,
    pub(crate) api_key: ApiKey,
    pub(crate) user_agent: HeaderValue,
    /// Time limits and the cap on the body, for the transport to keep.
    pub limits: Limits,
}

impl Config {
    /// Settings for one workspace, the rest as documented at each field of [`Limits`].
    #[must_use]
    pub fn new(base_url: impl Into<BaseUrl>, api_key: ApiKey) -> Self {
        Self {
            base_url: base_url.into(),
            api_key,
            user_agent: HeaderValue::from_static(USER_AGENT),
            limits: Limits::default(),
        }
    }

    /// Adds to the user agent: `braze-rust/0.1.0 suffix`.
    ///
    /// # Errors
    ///
    /// [`ConfigError::UserAgent`] if the addition is more than visible ASCII and spaces.
    pub fn user_agent_suffix(mut self, suffix: &str) -> Result<Self, ConfigError> {
        let visible = suffix.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        self.user_agent = HeaderValue::from_str(&format!("{USER_AGENT} {suffix}"))
            .ok()
            .filter(|_| visible)
            .ok_or(ConfigError::UserAgent)?;
        Ok(self)
    }

    /// The server that requests go to.
    #[must_use]
    pub fn base_url(&self) -> &BaseUrl {
        &self.base_url
    }
}

const USER_AGENT: &str = concat!("braze-rust/", env!("CARGO_PKG_VERSION"));

/// How long a transport waits, and how much it reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// For making a connection, TLS included. Default 10 s.
    pub connect_timeout: Duration,
    /// For one attempt as a whole, the body included. Default 60 s.
    pub total_timeout: Duration,
    /// Between two pieces of the reply. Default 30 s.
    pub idle_timeout: Duration,
    /// The largest body, after decompression. Default 8 MiB.
    pub max_body: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(10),
            total_timeout: Duration::from_secs(60),
            idle_timeout: Duration::from_secs(30),
            max_body: 8 << 20,
        }
    }
}

/// What all calls of a client and its clones share. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Session {
    pub(crate) config: Arc<Config>,
    pub(crate) seed: u64,
}

impl Session {
    /// A session with a seed for the jitter of its waits. Give every process another seed.
    #[must_use]
    pub fn new(config: Config, seed: u64) -> Self {
        Self { config: Arc::new(config), seed }
    }

    /// The settings.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// A call, ready to be driven.
    pub fn call<E: Endpoint>(&self, request: &E) -> Call<E> {
        Call::new(self.clone(), request)
    }
}
