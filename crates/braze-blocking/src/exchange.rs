//! [`Transport`]: sends one request and reads its reply, on ureq.

use std::error::Error as _;
use std::io::{self, Read};

use braze_core::http::response::Parts;
use braze_core::http::{HeaderMap, Request, Response, header};
use braze_core::{BaseUrl, Bytes, Config, ConfigError, IoError, IoKind, Limits, Sent};
use ureq::config::ConfigBuilder;
use ureq::typestate::AgentScope;
use ureq::unversioned::resolver::DefaultResolver;
use ureq::{Agent, AsSendBody, Body, Proxy, Timeout};

use crate::connector::connector;
use crate::resolver::{CachingResolver, ResolveError};
use crate::tls;
use crate::watch::{self, ConnectionLoss, ProgressReader};

/// Applies the fixed settings, which keep both clients alike and the key safe.
///
/// It is a macro because ureq has no public trait for its two kinds of settings.
macro_rules! pin {
    ($settings:expr, $limits:expr, $base_url:expr) => {{
        $settings
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .https_only($base_url.is_https())
            .timeout_connect(Some($limits.connect_timeout))
            .timeout_global(Some($limits.total_timeout))
            .timeout_recv_response(Some($limits.idle_timeout))
            .timeout_per_read(Some($limits.idle_timeout))
            .timeout_per_write(Some($limits.idle_timeout))
            .max_response_header_size(Limits::MAX_HEAD)
    }};
}

/// Idle connections that are kept for concurrent threads. ureq itself would keep three for a host.
const MAX_IDLE_CONNECTIONS: usize = 64;

/// An agent with the fixed settings.
#[derive(Debug)]
pub(crate) struct Transport {
    agent: Agent,
    limits: Limits,
    base_url: BaseUrl,
    /// Set for an agent of the caller's. The fixed settings are then applied to every request.
    caller: Option<CallerAgent>,
}

/// Further settings of the requests of an agent that is the caller's.
#[derive(Debug, Clone)]
struct CallerAgent {
    proxy: Option<Proxy>,
}

impl Transport {
    pub(crate) fn new(
        config: &Config,
        hook: Option<impl FnOnce(ConfigBuilder<AgentScope>) -> ConfigBuilder<AgentScope>>,
    ) -> Result<Self, ConfigError> {
        let mut settings = Agent::config_builder()
            .max_idle_connections(MAX_IDLE_CONNECTIONS)
            .max_idle_connections_per_host(MAX_IDLE_CONNECTIONS)
            .proxy(proxy(config)?);
        if config.base_url().is_https() {
            settings = tls::set_up(settings)?;
        }
        if let Some(hook) = hook {
            settings = hook(settings);
        }
        if config.base_url().is_loopback() {
            settings = settings.proxy(None);
        }
        let settings = pin!(settings, config.limits(), config.base_url()).build();
        Ok(Self::from_agent(agent(settings), config, None))
    }

    pub(crate) fn with_agent(agent: Agent, config: &Config) -> Result<Self, ConfigError> {
        // A proxy that ureq took from the environment was not chosen by the caller.
        let chosen = agent.config().proxy().filter(|proxy| !proxy.is_from_env()).cloned();
        let proxy = match chosen {
            Some(proxy) if !config.base_url().is_loopback() => Some(proxy),
            _ => proxy(config)?,
        };
        Ok(Self::from_agent(agent, config, Some(CallerAgent { proxy })))
    }

    fn from_agent(agent: Agent, config: &Config, caller: Option<CallerAgent>) -> Self {
        Self { agent, limits: config.limits(), base_url: config.base_url().clone(), caller }
    }

    /// Returns the same settings with connections of its own, which can be shut down without affecting others.
    pub(crate) fn separate(&self) -> Self {
        let agent = match self.caller {
            Some(_) => self.agent.clone(),
            None => agent(self.agent.config().clone()),
        };
        let caller = self.caller.clone();
        Self { agent, limits: self.limits, base_url: self.base_url.clone(), caller }
    }

    /// Returns the agent for a cancellation to shut down. An agent of the caller's may have other users.
    pub(crate) fn own_agent(&self) -> Option<Agent> {
        self.caller.is_none().then(|| self.agent.clone())
    }

    /// Sends a request and reads the whole reply into `body`.
    pub(crate) fn exchange(
        &self,
        request: Request<Bytes>,
        body: &mut Vec<u8>,
    ) -> Result<Parts, IoError> {
        watch::begin();
        let reply = if request.body().is_empty() {
            self.run(request.map(|_| ()))
        } else {
            let (head, content) = request.into_parts();
            self.run(Request::from_parts(head, &content[..]))
        };
        let (head, reply) = reply.map_err(|error| failure(&error))?.into_parts();
        watch::begin_body(is_chunked(&head.headers));
        self.read(&head.headers, reply, body)?;
        Ok(head)
    }

    /// Sends a request without a body, and returns the reply before its body is read.
    pub(crate) fn open(&self, request: Request<()>) -> Result<Response<Body>, IoError> {
        watch::begin();
        self.run(request).map_err(|error| failure(&error))
    }

    fn run(&self, request: Request<impl AsSendBody>) -> Result<Response<Body>, ureq::Error> {
        if let Some(CallerAgent { proxy }) = &self.caller {
            let settings = self.agent.configure_request(request).proxy(proxy.clone());
            let request = pin!(settings, self.limits, self.base_url).build();
            self.agent.run(request)
        } else {
            self.agent.run(request)
        }
    }

    /// Reads the body, up to the limit.
    fn read(
        &self,
        headers: &HeaderMap,
        mut reply: Body,
        body: &mut Vec<u8>,
    ) -> Result<(), IoError> {
        let max = self.limits.max_body;
        let mut reader = ProgressReader(reply.as_reader()).take(max.saturating_add(1));
        if let Err(error) = reader.read_to_end(body) {
            let error = ureq::Error::from(error);
            let is_end = ends_with_connection(headers)
                && matches!(ConnectionLoss::from_error(&error), Some(ConnectionLoss::Ended));
            if !is_end {
                return Err(match error {
                    // With malformed chunks the reply is as incomplete as one that was cut short.
                    ureq::Error::Protocol(_) => {
                        IoError::new(IoKind::Closed, Sent::Maybe, reason(&error))
                    }
                    error => failure(&error),
                });
            }
        }
        if watch::has_malformed_trailers() {
            let reason = "the trailers of the reply are not header fields";
            return Err(IoError::new(IoKind::Closed, Sent::Maybe, reason));
        }
        if body.len() as u64 > max {
            return Err(IoError::new(IoKind::TooLarge, Sent::Maybe, ""));
        }
        Ok(())
    }
}

/// Makes an agent with connections of its own.
fn agent(settings: ureq::config::Config) -> Agent {
    Agent::with_parts(settings, connector(), CachingResolver::<DefaultResolver>::default())
}

/// Chooses the proxy for the base URL. ureq would read the environment by rules of its own.
fn proxy(config: &Config) -> Result<Option<Proxy>, ConfigError> {
    let route = config.route(|name| std::env::var_os(name))?;
    // The library's error may repeat the URL and its password.
    let refused = |_| ConfigError::ProxyUrl;
    route.proxy().map(|it| Proxy::new(&it.url_with_credentials())).transpose().map_err(refused)
}

/// Tells whether the body ends with its connection.
fn ends_with_connection(headers: &HeaderMap) -> bool {
    !headers.contains_key(header::CONTENT_LENGTH)
        && !headers.contains_key(header::TRANSFER_ENCODING)
}

/// Tells whether the reply's body comes in chunks.
fn is_chunked(headers: &HeaderMap) -> bool {
    headers.contains_key(header::TRANSFER_ENCODING)
}

/// Classifies a failure, and tells whether the server may have seen the request.
fn failure(error: &ureq::Error) -> IoError {
    let (kind, sent) = match error {
        ureq::Error::Io(error) => io_failure(error),
        ureq::Error::Timeout(Timeout::Connect | Timeout::Resolve) => (IoKind::Timeout, Sent::No),
        ureq::Error::Timeout(_) => (IoKind::Timeout, Sent::Maybe),
        ureq::Error::HostNotFound
        | ureq::Error::ConnectionFailed
        | ureq::Error::ConnectProxyFailed(_)
        | ureq::Error::InvalidProxyUrl => (IoKind::Connect, Sent::No),
        ureq::Error::Tls(_) | ureq::Error::TlsRequired => (IoKind::Tls, Sent::No),
        #[cfg(any(feature = "ring", feature = "aws-lc-rs"))]
        ureq::Error::Rustls(_) => (IoKind::Tls, Sent::No),
        #[cfg(feature = "native-tls")]
        ureq::Error::NativeTls(_) => (IoKind::Tls, Sent::No),
        ureq::Error::Http(_) | ureq::Error::BadUri(_) | ureq::Error::RequireHttpsOnly(_) => {
            (IoKind::Other, Sent::No)
        }
        ureq::Error::Other(error) if error.is::<ResolveError>() => (IoKind::Connect, Sent::No),
        ureq::Error::Other(_) => match ConnectionLoss::from_error(error) {
            Some(ConnectionLoss::Ended | ConnectionLoss::Broken(_)) => {
                (IoKind::Closed, Sent::Maybe)
            }
            Some(ConnectionLoss::Endless) | None => (IoKind::Other, Sent::Maybe),
        },
        _ => (IoKind::Other, Sent::Maybe),
    };
    IoError::new(kind, sent, reason(error))
}

/// Joins the error's own words and those of its causes.
fn reason(error: &ureq::Error) -> String {
    let causes = std::iter::successors(error.source(), |&cause| cause.source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}

/// Classifies an error of the socket. A TLS library reports its errors as such, too.
fn io_failure(error: &io::Error) -> (IoKind, Sent) {
    match IoKind::from(error.kind()) {
        IoKind::Connect => (IoKind::Connect, Sent::No),
        IoKind::Other if tls::is_tls(error) => (IoKind::Tls, Sent::No),
        kind => (kind, Sent::Maybe),
    }
}
