//! [`Sandbox`]: a running stand-in.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::ops::Deref;

use braze_core::BaseUrl;

use crate::builder::Builder;
use crate::in_process::InProcess;
use crate::limits::Limits;
use crate::server::Server;

/// A local stand-in for the Braze REST API, listening on 127.0.0.1 until it is dropped.
///
/// It needs no runtime of the caller's: it brings a thread of its own. By `Deref` it has all that
/// [`InProcess`] has: the key, the clock, the journal.
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
    in_process: InProcess,
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

    fn with(in_process: InProcess, port: u16, limits: Limits) -> io::Result<Self> {
        let server = Server::start(port, in_process.service(), limits)?;
        let url = format!("http://{}", server.address());
        let base_url = url.parse().map_err(io::Error::other)?;
        Ok(Self { in_process, server, base_url, url })
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
}

impl Builder {
    /// Starts it, listening on 127.0.0.1.
    ///
    /// # Errors
    ///
    /// The port cannot be had, or the system has no thread or file handle left.
    pub fn start(self) -> io::Result<Sandbox> {
        let (port, limits) = (self.port, self.limits);
        Sandbox::with(self.in_process(), port, limits)
    }
}

impl Deref for Sandbox {
    type Target = InProcess;

    fn deref(&self) -> &InProcess {
        &self.in_process
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox").field("url", &self.url).finish_non_exhaustive()
    }
}
