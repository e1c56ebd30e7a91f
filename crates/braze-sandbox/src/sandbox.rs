//! [`Sandbox`]: a running sandbox with a socket.

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
/// It runs on its own thread, so the caller needs no async runtime. It dereferences to [`InProcess`],
/// which has the key, the clock and the journal.
///
/// ```
/// use braze_sandbox::Sandbox;
///
/// let sandbox = Sandbox::start()?;
/// // A client needs these two.
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
    /// Starts a sandbox without faults on a free port.
    ///
    /// # Errors
    ///
    /// Fails if the system has no port, thread or file handle left.
    pub fn start() -> io::Result<Self> {
        Self::builder().start()
    }

    /// Returns a builder with the default settings.
    pub fn builder() -> Builder {
        Builder::default()
    }

    fn with(in_process: InProcess, port: u16, limits: Limits) -> io::Result<Self> {
        let server = Server::start(port, in_process.service(), limits)?;
        let url = format!("http://{}", server.address());
        let base_url = url.parse().map_err(io::Error::other)?;
        Ok(Self { in_process, server, base_url, url })
    }

    /// Returns the base URL for clients.
    #[must_use]
    pub fn base_url(&self) -> BaseUrl {
        self.base_url.clone()
    }

    /// Returns the base URL as text: `http://127.0.0.1:40123`.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the socket address.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.server.address()
    }
}

impl Builder {
    /// Starts the sandbox, listening on 127.0.0.1.
    ///
    /// # Errors
    ///
    /// Fails if the port is not available, or the system has no thread or file handle left.
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
