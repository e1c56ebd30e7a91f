//! [`Secret`]: a text that is kept from every output.

use std::fmt;
use std::sync::Arc;

use super::placeholder::REDACTED;
use super::search::{MIN_PIECE, Pieces, Search};

/// A text that is kept from every output: a key, a token, a password.
///
/// [`ApiKey`](crate::ApiKey), [`ScimToken`](crate::ScimToken) and [`ClientKey`](crate::ClientKey) are secrets by
/// `Deref`, and a request has those of its [`SecretText`](crate::SecretText) fields. A secret can be looked for in
/// other texts, and [taken out of them](crate::Scrub). `Debug` is redacted, and there is no `Display`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret {
    text: Arc<[u8]>,
    pieces: Pieces,
}

impl Secret {
    pub(crate) fn new(text: impl AsRef<[u8]>) -> Self {
        let text = text.as_ref();
        Self { pieces: Pieces::new(text), text: text.into() }
    }

    /// True if a text holds the whole secret, in either letter case, and with any of its characters escaped
    /// as in URLs or in JSON. A secret of fewer than eight characters is never found: it could not be told from
    /// ordinary words.
    #[must_use]
    pub fn is_in(&self, text: impl AsRef<[u8]>) -> bool {
        let text = text.as_ref();
        self.is_long() && Search::finds_whole(&self.text, &self.pieces, text)
    }

    /// JSON without the strings that are the secret, of any length, or `None` if it has none.
    #[must_use]
    pub fn redacted_in_json(&self, json: &[u8]) -> Option<Vec<u8>> {
        // A text can always be written as JSON.
        let text = String::from_utf8_lossy(&self.text);
        let literal = serde_json::to_string(&text).unwrap_or_default();
        let json = String::from_utf8_lossy(json);
        let redacted = format!("\"{REDACTED}\"");
        json.contains(&literal).then(|| json.replace(&literal, &redacted).into_bytes())
    }

    /// Tells whether a text of this many bytes is long enough to contain the whole secret.
    pub(crate) fn may_be_in(&self, length: usize) -> bool {
        self.is_long() && length >= self.text.len()
    }

    /// True if pieces of it can be told from ordinary words.
    pub(crate) fn is_long(&self) -> bool {
        self.text.len() >= MIN_PIECE
    }

    /// A search for pieces of the secret in a text.
    pub(crate) fn search(&self, text: &[u8]) -> Search<'_> {
        Search::new(&self.text, &self.pieces, text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret([redacted])")
    }
}
