//! [`Download`]: a file on another server, without the API key.

use std::fmt;

use braze_core::{Bytes, Config, Error, FileRequest};
use reqwest::ClientBuilder;

use crate::exchange::{Opened, Transport};

/// A file on another server, such as the archive of an export.
///
/// Requests for it carry no API key, and redirects are not followed.
pub struct Download {
    transport: Transport,
    file: FileRequest,
}

/// The contents of a file, piece by piece.
pub struct Contents(Opened);

impl Download {
    /// Prepares the download from a URL with these settings.
    pub(crate) fn new(config: &Config, url: &str) -> Result<Self, Error> {
        let file = FileRequest::new(config, url)?;
        let no_hook = None::<fn(ClientBuilder) -> ClientBuilder>;
        Ok(Self { transport: Transport::new(file.config(), no_hook)?, file })
    }

    /// Opens the file. Returns `None` if it is not there yet: the server answered 403 or 404.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] if there is no connection, or with the status if it is another one than 200.
    pub async fn open(&self) -> Result<Option<Contents>, Error> {
        let opened = self.transport.open(self.file.request()).await.map_err(Error::Io)?;
        Ok(FileRequest::is_there(opened.head.status)?.then(|| Contents(opened)))
    }
}

impl Contents {
    /// Waits for the next piece. Returns `None` at the end of the file.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] if the connection is lost before the end of the file.
    pub async fn next(&mut self) -> Result<Option<Bytes>, Error> {
        self.0.piece().await.map_err(Error::Io)
    }
}

impl fmt::Debug for Download {
    /// Leaves out the address: whoever knows it can read the file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Download")
    }
}

impl fmt::Debug for Contents {
    /// Leaves out the contents.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Contents")
    }
}
