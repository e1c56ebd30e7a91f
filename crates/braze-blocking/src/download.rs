//! [`Download`]: a file on another server, without the API key.

use std::fmt;
use std::io::Read;
use std::time::Duration;

use braze_core::http::{Request, StatusCode, Uri};
use braze_core::{BaseUrl, Config, Error, IoError, IoKind, Sent};
use ureq::config::ConfigBuilder;
use ureq::typestate::AgentScope;

use crate::exchange::Transport;

/// The time limit for a whole file.
const MAX_TIME: Duration = Duration::from_secs(3600);

/// A file on another server, such as the archive of an export.
///
/// Requests for it carry no API key, and redirects are not followed.
pub struct Download {
    transport: Transport,
    uri: Uri,
}

impl Download {
    /// Prepares the download from a URL with these settings.
    pub(crate) fn new(config: &Config, url: &str) -> Result<Self, Error> {
        let unusable = |problem: &str| {
            let reason = format!("the address of the file cannot be used: {problem}");
            Error::Io(IoError::new(IoKind::Other, Sent::No, reason))
        };
        let uri: Uri = url.parse().map_err(|_| unusable("it is not a URL"))?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(unusable("it has no scheme or host"));
        };
        let server = format!("{scheme}://{authority}").parse::<BaseUrl>();
        let server = server.map_err(|error| unusable(&error.to_string()))?;
        let config = config.clone().with_base_url(server).total_timeout(MAX_TIME);
        let no_hook = None::<fn(ConfigBuilder<AgentScope>) -> ConfigBuilder<AgentScope>>;
        Ok(Self { transport: Transport::new(&config, no_hook)?, uri })
    }

    /// Opens the file. Returns `None` if it is not there yet: the server answered 403 or 404.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] if there is no connection, or with the status if it is another one than 200.
    pub fn open(&self) -> Result<Option<impl Read + use<>>, Error> {
        let mut request = Request::new(());
        *request.uri_mut() = self.uri.clone();
        let reply = self.transport.open(request).map_err(Error::Io)?;
        match reply.status() {
            StatusCode::OK => Ok(Some(reply.into_body().into_reader())),
            StatusCode::FORBIDDEN | StatusCode::NOT_FOUND => Ok(None),
            status => {
                let reason = format!("the server of the file answered {status}");
                Err(Error::Io(IoError::new(IoKind::Other, Sent::Maybe, reason)))
            }
        }
    }
}

impl fmt::Debug for Download {
    /// Leaves out the address: whoever knows it can read the file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Download")
    }
}
