//! [`Sandbox`]: a running stand-in.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use braze_core::{ApiKey, BaseUrl};

use crate::builder::{Builder, Settings};
use crate::clock::Clock;
use crate::server::Server;
use crate::service::Service;

/// A local stand-in for the Braze REST API, listening on 127.0.0.1 until it is dropped.
///
/// It needs no runtime of the caller's: it brings a thread of its own.
///
/// ```
/// use braze_sandbox::Sandbox;
///
/// let sandbox = Sandbox::start()?;
/// // Clients are made with these two.
/// let (base_url, api_key) = (sandbox.base_url(), sandbox.api_key());
/// assert!(base_url.is_loopback());
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Sandbox {
    service: Arc<Service>,
    server: Server,
    base_url: BaseUrl,
    url: String,
}

impl Sandbox {
    /// Starts a sandbox in which nothing goes wrong, on a free port.
    ///
    /// # Errors
    ///
    /// The system has no port, thread or file handle left.
    pub fn start() -> io::Result<Self> {
        Self::builder().start()
    }

    /// Sets a sandbox up.
    pub fn builder() -> Builder {
        Builder::default()
    }

    pub(crate) fn with(settings: Settings, port: u16) -> io::Result<Self> {
        let service = Arc::new(Service::new(settings));
        let server = Server::start(port, Arc::clone(&service))?;
        let url = format!("http://{}", server.address());
        let base_url = url.parse().map_err(io::Error::other)?;
        Ok(Self { service, server, base_url, url })
    }

    /// Where it listens, as clients take it.
    #[must_use]
    pub fn base_url(&self) -> BaseUrl {
        self.base_url.clone()
    }

    /// Where it listens, as text: `http://127.0.0.1:40123`.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Where it listens, as an address.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.server.address()
    }

    /// A key that it accepts.
    #[must_use]
    pub fn api_key(&self) -> ApiKey {
        self.service.settings().key.clone()
    }

    /// The same key as text, for programs that take it that way.
    #[must_use]
    pub fn api_key_text(&self) -> String {
        let header = self.api_key().authorization();
        header.to_str().unwrap_or_default().trim_start_matches("Bearer ").to_owned()
    }

    /// Its clock.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.service.settings().clock
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox").field("url", &self.url).finish_non_exhaustive()
    }
}
