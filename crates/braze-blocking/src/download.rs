//! [`Download`]: a file on another server, without the API key.

use std::fmt;
use std::io::Read;

use braze_core::{Config, Error, FileRequest};
use ureq::config::ConfigBuilder;
use ureq::typestate::AgentScope;

use crate::exchange::Transport;

/// A file on another server, such as the archive of an export.
///
/// Requests for it carry no API key, and redirects are not followed.
pub struct Download {
    transport: Transport,
    file: FileRequest,
}

impl Download {
    /// Prepares the download from a URL with these settings.
    pub(crate) fn new(config: &Config, url: &str) -> Result<Self, Error> {
        let file = FileRequest::new(config, url)?;
        let no_hook = None::<fn(ConfigBuilder<AgentScope>) -> ConfigBuilder<AgentScope>>;
        Ok(Self { transport: Transport::new(file.config(), no_hook)?, file })
    }

    /// Opens the file. Returns `None` if it is not there yet: the server answered 403 or 404.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] if there is no connection, or with the status if it is another one than 200.
    pub fn open(&self) -> Result<Option<impl Read + use<>>, Error> {
        let reply = self.transport.open(self.file.request()).map_err(Error::Io)?;
        let is_there = FileRequest::is_there(reply.status())?;
        Ok(is_there.then(|| reply.into_body().into_reader()))
    }
}

impl fmt::Debug for Download {
    /// Leaves out the address: whoever knows it can read the file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Download")
    }
}
