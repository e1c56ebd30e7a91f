//! [`SdkKeys`]: the public keys of the SDK authentication: two of one app to begin with, and those that requests made.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// The public keys of each app.
#[derive(Debug)]
pub(crate) struct SdkKeys {
    apps: BTreeMap<String, Vec<SdkKey>>,
    made: u64,
}

/// A public key of an app.
#[derive(Debug, Clone)]
pub(crate) struct SdkKey {
    pub(crate) id: String,
    pub(crate) pem: String,
    pub(crate) description: String,
    pub(crate) is_primary: bool,
}

/// The maximum number of keys of an app.
pub(crate) const MAX_KEYS: usize = 3;

/// The maximum number of apps with keys.
const MAX_APPS: usize = 1_000;

/// The app that has keys from the beginning, as the examples have it.
const FIRST_APP: &str = "01234567-89ab-cdef-0123-456789abcdef";

/// Its keys, the primary one first.
const FIRST_KEYS: [(&str, &str); 2] = [
    ("abcdef12-3456-7890-abcd-ef1234567800", "iOS 2025"),
    ("abcdef12-3456-7890-abcd-ef1234567890", "iOS 2026"),
];

impl Default for SdkKeys {
    fn default() -> Self {
        let pem = "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----";
        let keys = FIRST_KEYS.into_iter().enumerate().map(|(at, (id, description))| SdkKey {
            id: id.to_owned(),
            pem: pem.to_owned(),
            description: description.to_owned(),
            is_primary: at == 0,
        });
        Self { apps: BTreeMap::from([(FIRST_APP.to_owned(), keys.collect())]), made: 0 }
    }
}

impl SdkKeys {
    /// Adds a key and returns its identifier, or `None` if the app has as many as it can. The first key of an app
    /// is its primary one.
    pub(crate) fn add(
        &mut self,
        app: &str,
        pem: &str,
        description: &str,
        make_primary: bool,
    ) -> Option<String> {
        if self.apps.len() >= MAX_APPS && !self.apps.contains_key(app) {
            self.apps.pop_first();
        }
        let keys = self.apps.entry(app.to_owned()).or_default();
        if keys.len() >= MAX_KEYS {
            return None;
        }
        self.made += 1;
        let id = format!("abcdef12-3456-7890-abcd-{:012x}", self.made);
        let is_primary = make_primary || keys.is_empty();
        if is_primary {
            keys.iter_mut().for_each(|key| key.is_primary = false);
        }
        let (pem, description) = (pem.to_owned(), description.to_owned());
        keys.push(SdkKey { id: id.clone(), pem, description, is_primary });
        Some(id)
    }

    pub(crate) fn find(&self, app: &str, id: &str) -> Option<&SdkKey> {
        self.apps.get(app)?.iter().find(|key| key.id == id)
    }

    pub(crate) fn set_primary(&mut self, app: &str, id: &str) {
        for key in self.apps.get_mut(app).into_iter().flatten() {
            key.is_primary = key.id == id;
        }
    }

    pub(crate) fn remove(&mut self, app: &str, id: &str) {
        if let Some(keys) = self.apps.get_mut(app) {
            keys.retain(|key| key.id != id);
        }
    }

    /// The keys of an app, as replies have them.
    pub(crate) fn list(&self, app: &str) -> Value {
        let keys = self.apps.get(app).into_iter().flatten().map(|key| {
            json!({
                "id": key.id,
                "rsa_public_key": key.pem,
                "description": key.description,
                "is_primary": key.is_primary,
            })
        });
        keys.collect()
    }
}
