//! [`ConfigError`]: settings that no client can be built from.

use std::fmt;

use crate::auth::{ApiKeyError, CredentialError};
use crate::base_url::BaseUrlError;
use crate::proxy::ProxyError;
use crate::variable::VariableError;

/// Settings that no client can be made from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConfigError {
    /// The base URL.
    BaseUrl(BaseUrlError),
    /// The API key.
    ApiKey(ApiKeyError),
    /// A secret other than the API key.
    Credential(CredentialError),
    /// The addition to the user agent is not visible ASCII.
    UserAgent,
    /// The base URL is `https`, and the client was built without a TLS library.
    NoTls,
    /// A variable for proxies.
    Proxy(ProxyError),
    /// An environment variable that holds the key or the server.
    Variable(VariableError),
    /// The HTTP library does not accept the proxy's URL.
    ProxyUrl,
    /// The TLS library does not accept its settings; the reason it gives.
    Tls(String),
    /// The HTTP library does not accept its settings; the reason it gives.
    Http(String),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BaseUrl(error) => error.fmt(f),
            Self::ApiKey(error) => error.fmt(f),
            Self::Credential(error) => error.fmt(f),
            Self::UserAgent => {
                f.write_str("the addition to the user agent holds more than visible ASCII")
            }
            Self::NoTls => f.write_str(
                "the client was built without TLS: enable the feature `ring`, `aws-lc-rs` or \
                 `native-tls`",
            ),
            Self::Proxy(error) => error.fmt(f),
            Self::Variable(error) => error.fmt(f),
            Self::ProxyUrl => f.write_str("the HTTP library does not accept the proxy's URL"),
            Self::Tls(reason) => write!(f, "the TLS library cannot be set up: {reason}"),
            Self::Http(reason) => write!(f, "the HTTP library cannot be set up: {reason}"),
        }
    }
}

impl std::error::Error for ConfigError {}

impl From<VariableError> for ConfigError {
    fn from(error: VariableError) -> Self {
        Self::Variable(error)
    }
}
