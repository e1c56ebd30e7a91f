//! [`Access`]: a key and its permissions.

use braze_core::ApiKey;
use http::HeaderMap;
use http::header::AUTHORIZATION;

/// A key that the sandbox accepts.
#[derive(Debug, Clone)]
pub(crate) struct Access {
    pub(crate) key: ApiKey,
    /// `None` for all permissions.
    pub(crate) permissions: Option<Vec<String>>,
}

impl Access {
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
