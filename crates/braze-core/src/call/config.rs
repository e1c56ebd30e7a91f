//! [`Config`]: the settings of a client, apart from how it carries requests.

use std::ffi::OsString;
use std::sync::Arc;
use std::time::Duration;

use http::header::{ACCEPT, AUTHORIZATION, HeaderMap, HeaderValue, USER_AGENT};

use super::governor::Pacing;
use super::observe::Observer;
use super::retry::RetryPolicy;
use crate::auth::{ApiKey, ClientKey, Credential, Credentials, ScimToken};
use crate::base_url::BaseUrl;
use crate::error::ConfigError;
use crate::proxy::{ProxySettings, Route};

/// The settings of a client that do not depend on how it carries requests.
#[derive(Debug, Clone)]
pub struct Config {
    pub(crate) base_url: BaseUrl,
    pub(crate) credentials: Credentials,
    /// Those of every request that needs the API key, cloned by reference count.
    pub(crate) headers: HeaderMap,
    pub(crate) observer: Option<Arc<dyn Observer>>,
    limits: Limits,
    pub(crate) retry: RetryPolicy,
    pub(crate) pacing: Pacing,
    /// Those of the environment, if there are none.
    proxies: Option<ProxySettings>,
}

impl Config {
    /// Settings for one workspace, the rest as documented at each method.
    ///
    /// Most operations need an [`ApiKey`]. Some need a [`ScimToken`] or a [`ClientKey`]: a client can hold any of
    /// them, or all, as [`Credentials`].
    #[must_use]
    pub fn new(base_url: impl Into<BaseUrl>, credentials: impl Into<Credentials>) -> Self {
        let credentials = credentials.into();
        Self {
            base_url: base_url.into(),
            headers: headers(&credentials, HeaderValue::from_static(PRODUCT)),
            credentials,
            observer: None,
            limits: Limits::default(),
            retry: RetryPolicy::default(),
            pacing: Pacing::default(),
            proxies: None,
        }
    }

    /// The API key, for the operations that need it.
    #[must_use]
    pub fn api_key(mut self, key: ApiKey) -> Self {
        self.headers.insert(AUTHORIZATION, key.authorization());
        self.credentials = self.credentials.api_key(key);
        self
    }

    /// The SCIM token, for the operations that manage users of the dashboard.
    #[must_use]
    pub fn scim_token(mut self, token: ScimToken) -> Self {
        self.credentials = self.credentials.scim_token(token);
        self
    }

    /// The client-side key, for the operations that apps use.
    #[must_use]
    pub fn client_key(mut self, key: ClientKey) -> Self {
        self.credentials = self.credentials.client_key(key);
        self
    }

    /// The secrets of the client.
    #[must_use]
    pub fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    /// The time limit for a connection, TLS included. Default 10 s.
    #[must_use]
    pub fn connect_timeout(mut self, time: Duration) -> Self {
        self.limits.connect_timeout = time;
        self
    }

    /// The time limit for one attempt as a whole, the body included. Default 60 s.
    #[must_use]
    pub fn total_timeout(mut self, time: Duration) -> Self {
        self.limits.total_timeout = time;
        self
    }

    /// The time limit for the head of a reply to arrive, and for the server's silence within the
    /// body. Default 30 s.
    #[must_use]
    pub fn idle_timeout(mut self, time: Duration) -> Self {
        self.limits.idle_timeout = time;
        self
    }

    /// The largest body in bytes, before and after decompression. Default 8 MiB.
    #[must_use]
    pub fn max_body(mut self, bytes: u64) -> Self {
        self.limits.max_body = bytes;
        self
    }

    /// The rules for repeating a call, and for its waits.
    #[must_use]
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// The way the rate limit is shared with the workspace's other traffic.
    #[must_use]
    pub fn pacing(mut self, pacing: Pacing) -> Self {
        self.pacing = pacing;
        self
    }

    /// Sets the proxies. Default: those that the process's environment names when the client is made.
    ///
    /// [`ProxySettings::none`] goes directly.
    #[must_use]
    pub fn proxies(mut self, settings: ProxySettings) -> Self {
        self.proxies = Some(settings);
        self
    }

    /// The observer of attempts and waits.
    #[must_use]
    pub fn observer(mut self, observer: Arc<dyn Observer>) -> Self {
        self.observer = Some(observer);
        self
    }

    /// Adds to the user agent: `braze-rust/0.1.0 suffix`.
    ///
    /// # Errors
    ///
    /// [`ConfigError::UserAgent`] if the addition is more than visible ASCII and spaces.
    pub fn user_agent_suffix(mut self, suffix: &str) -> Result<Self, ConfigError> {
        let visible = suffix.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        let user_agent = HeaderValue::from_str(&format!("{PRODUCT} {suffix}"))
            .ok()
            .filter(|_| visible)
            .ok_or(ConfigError::UserAgent)?;
        self.headers = headers(&self.credentials, user_agent);
        Ok(self)
    }

    /// The name that requests give for this program.
    pub(crate) fn user_agent(&self) -> Option<&HeaderValue> {
        self.headers.get(USER_AGENT)
    }

    /// Time limits and the cap on the body, for the transport to keep.
    #[must_use]
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Decides how the server is reached, for the transport to keep to. The variables of its environment
    /// count unless [`Config::proxies`] was set.
    ///
    /// # Errors
    ///
    /// [`ConfigError::Proxy`] if the setting in force cannot be honoured.
    pub fn route(
        &self,
        environment: impl Fn(&str) -> Option<OsString>,
    ) -> Result<Route, ConfigError> {
        let route = match &self.proxies {
            Some(settings) => settings.for_url(&self.base_url),
            None => ProxySettings::from_variables(environment).for_url(&self.base_url),
        };
        route.map_err(ConfigError::Proxy)
    }

    /// The same settings for another server.
    #[must_use]
    pub fn with_base_url(mut self, base_url: BaseUrl) -> Self {
        self.base_url = base_url;
        self
    }

    /// The server that requests go to.
    #[must_use]
    pub fn base_url(&self) -> &BaseUrl {
        &self.base_url
    }
}

const PRODUCT: &str = concat!("braze-rust/", env!("CARGO_PKG_VERSION"));

/// The limits of a transport's waits and reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// For making a connection, TLS included. Default 10 s.
    pub connect_timeout: Duration,
    /// For one attempt as a whole, the body included. Default 60 s.
    pub total_timeout: Duration,
    /// Until the head of the reply is there, and between two pieces of its body. Default 30 s.
    pub idle_timeout: Duration,
    /// The largest body, before and after decompression. Default 8 MiB.
    pub max_body: u64,
}

impl Limits {
    /// The most headers of a reply.
    pub const MAX_HEADERS: usize = 128;

    /// The largest head of a reply in bytes: 64 KiB.
    pub const MAX_HEAD: usize = 64 << 10;
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

/// The headers that every request has. Without an API key, one that needs another secret adds it.
fn headers(credentials: &Credentials, user_agent: HeaderValue) -> HeaderMap {
    let mut headers = HeaderMap::with_capacity(5);
    if let Some(authorization) = credentials.authorization(Credential::ApiKey) {
        headers.insert(AUTHORIZATION, authorization);
    }
    headers.insert(USER_AGENT, user_agent);
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    #[cfg(feature = "gzip")]
    headers.insert(http::header::ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
    headers
}
