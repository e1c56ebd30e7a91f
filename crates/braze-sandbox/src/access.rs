//! [`Access`]: a secret and its permissions.

use braze_core::{ApiKey, ClientKey, Credential, ScimToken, Secret};
use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderValue};

/// A secret that the sandbox accepts.
#[derive(Debug, Clone)]
pub(crate) struct Access {
    /// The kind of secret, which only some operations take.
    pub(crate) credential: Credential,
    pub(crate) secret: Secret,
    /// The value of `Authorization`.
    pub(crate) header: HeaderValue,
    /// `None` for all permissions.
    pub(crate) permissions: Option<Vec<String>>,
}

impl From<&ApiKey> for Access {
    fn from(key: &ApiKey) -> Self {
        Self::new(Credential::ApiKey, key, key.authorization())
    }
}

impl From<&ScimToken> for Access {
    fn from(token: &ScimToken) -> Self {
        Self::new(Credential::ScimToken, token, token.authorization())
    }
}

impl From<&ClientKey> for Access {
    fn from(key: &ClientKey) -> Self {
        Self::new(Credential::ClientKey, key, key.authorization())
    }
}

impl Access {
    fn new(credential: Credential, secret: &Secret, header: HeaderValue) -> Self {
        Self { credential, secret: secret.clone(), header, permissions: None }
    }

    pub(crate) fn permits(&self, permission: &str) -> bool {
        self.permissions.as_ref().is_none_or(|own| own.iter().any(|known| known == permission))
    }
}

/// The key that a request presents, accepted or not.
pub(crate) fn presented(headers: &HeaderMap) -> &str {
    let value = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let value = value.unwrap_or_default();
    value.split_once(' ').map_or(value, |(_, key)| key)
}
