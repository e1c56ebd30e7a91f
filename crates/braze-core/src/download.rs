//! [`FileRequest`]: a request for a file on another server, without the API key.

use std::fmt;
use std::time::Duration;

use http::header::{ACCEPT, HeaderValue, USER_AGENT};
use http::{Request, StatusCode, Uri};

use crate::base_url::BaseUrl;
use crate::call::Config;
use crate::error::{Error, IoError, IoKind, Sent};

/// The time limit for a whole file.
const MAX_TIME: Duration = Duration::from_secs(3600);

/// A request for a file on another server, such as the archive of an export.
///
/// It carries no API key. A client should follow no redirects from there.
#[derive(Clone)]
pub struct FileRequest {
    config: Config,
    uri: Uri,
}

impl FileRequest {
    /// Prepares the request for a URL, with the settings of a client.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] if the URL cannot be used; it must begin with `https`, unless the host is this machine.
    pub fn new(config: &Config, url: &str) -> Result<Self, Error> {
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
        Ok(Self { config, uri })
    }

    /// Settings for the connection to the other server, with a time limit of an hour for the whole file.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Writes the request.
    #[must_use]
    pub fn request<B: Default>(&self) -> Request<B> {
        let mut request = Request::new(B::default());
        *request.uri_mut() = self.uri.clone();
        request.headers_mut().insert(ACCEPT, HeaderValue::from_static("*/*"));
        if let Some(user_agent) = self.config.user_agent() {
            request.headers_mut().insert(USER_AGENT, user_agent.clone());
        }
        request
    }

    /// Reads the status of the reply. Returns `false` if the file is not there yet: 403 or 404.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] with the status if it is another one than 200.
    pub fn is_there(status: StatusCode) -> Result<bool, Error> {
        match status {
            StatusCode::OK => Ok(true),
            StatusCode::FORBIDDEN | StatusCode::NOT_FOUND => Ok(false),
            status => {
                let reason = format!("the server of the file answered {status}");
                Err(Error::Io(IoError::new(IoKind::Other, Sent::Maybe, reason)))
            }
        }
    }
}

impl fmt::Debug for FileRequest {
    /// Leaves out the address: whoever knows it can read the file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FileRequest")
    }
}
