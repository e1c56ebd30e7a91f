//! [`ApiKey`]: the secret, kept from every output.

use std::fmt;

use http::HeaderValue;

use super::placeholder::placeholder;
use super::search::{MIN_PIECE, Pieces, Search};

/// A REST API key.
///
/// It belongs to one workspace on one instance and carries a fixed set of permissions. Its text is
/// never shown: `Debug` is redacted, there is no `Display`, and it leaves only as the value of a
/// header that is marked sensitive.
///
/// ```
/// use braze_core::ApiKey;
///
/// let key = ApiKey::new("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44")?;
/// assert_eq!(format!("{key:?}"), "ApiKey([redacted])");
///
/// let error = ApiKey::new("Bearer 3f6b0c1e").unwrap_err();
/// assert_eq!(error.to_string(), "the API key begins with `Bearer`: give the key alone");
/// # Ok::<(), braze_core::ApiKeyError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey {
    /// `Bearer <key>`; cloned by reference count.
    header: HeaderValue,
    pieces: Pieces,
}

const BEARER: &str = "Bearer ";

impl ApiKey {
    /// Takes a key. No shape is demanded, since none is documented.
    ///
    /// # Errors
    ///
    /// [`ApiKeyError`] if the text cannot be a key: empty, with white space, control characters,
    /// quotes or characters beyond ASCII, a placeholder from documentation, or shorter than eight
    /// characters, which could not be told from ordinary words.
    pub fn new(key: impl AsRef<str>) -> Result<Self, ApiKeyError> {
        let key = key.as_ref();
        if key.trim().is_empty() {
            return Err(ApiKeyError::Empty);
        }
        if key.get(..BEARER.len()).is_some_and(|start| start.eq_ignore_ascii_case(BEARER)) {
            return Err(ApiKeyError::Bearer);
        }
        if key.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err(ApiKeyError::WhiteSpace);
        }
        if key.contains(['"', '\'', '`', '\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}']) {
            return Err(ApiKeyError::Quotes);
        }
        if placeholder(key).is_some() {
            return Err(ApiKeyError::Placeholder);
        }
        let mut header = HeaderValue::from_str(&format!("{BEARER}{key}"))
            .ok()
            .filter(|_| key.is_ascii())
            .ok_or(ApiKeyError::NotAscii)?;
        if key.len() < MIN_PIECE {
            return Err(ApiKeyError::TooShort);
        }
        header.set_sensitive(true);
        Ok(Self { header, pieces: Pieces::new(key.as_bytes()) })
    }

    /// True if a text has the shape of the service's own keys, which are UUIDs.
    ///
    /// For what repeats settings that people typed, where a key may be pasted by mistake.
    ///
    /// ```
    /// use braze_core::ApiKey;
    ///
    /// assert!(ApiKey::is_like("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44"));
    /// assert!(!ApiKey::is_like("us-01"));
    /// ```
    #[must_use]
    pub fn is_like(text: &str) -> bool {
        const LENGTH: usize = 36;
        text.as_bytes().windows(LENGTH).any(|window| {
            window.iter().enumerate().all(|(index, byte)| match index {
                8 | 13 | 18 | 23 => *byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            })
        })
    }

    /// True if a text holds the whole key, in either letter case, and with any of its characters escaped
    /// as in URLs or in JSON.
    #[must_use]
    pub fn is_in(&self, text: impl AsRef<[u8]>) -> bool {
        let text = text.as_ref();
        Search::finds_whole(self.secret(), &self.pieces, text)
    }

    /// Tells whether a text of this many bytes is long enough to contain the whole key.
    pub(crate) fn may_be_in(&self, length: usize) -> bool {
        length >= self.secret().len()
    }

    /// The value of the `Authorization` header, marked sensitive.
    #[must_use]
    pub fn authorization(&self) -> HeaderValue {
        self.header.clone()
    }

    /// The key in the value of an `Authorization` header.
    #[cfg(feature = "tracing")]
    pub(crate) fn of_header(value: &HeaderValue) -> Option<Self> {
        let secret = value.as_bytes().strip_prefix(BEARER.as_bytes())?;
        Some(Self { header: value.clone(), pieces: Pieces::new(secret) })
    }

    fn secret(&self) -> &[u8] {
        &self.header.as_bytes()[BEARER.len()..]
    }

    /// A search for pieces of the key in a text.
    pub(crate) fn search(&self, text: &[u8]) -> Search<'_> {
        Search::new(self.secret(), &self.pieces, text)
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey([redacted])")
    }
}

/// A text that cannot be an API key. It does not repeat the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ApiKeyError {
    /// Nothing, or white space only.
    Empty,
    /// The scheme of the header stands before the key.
    Bearer,
    /// White space or control characters.
    WhiteSpace,
    /// Quotation marks, which belong to a shell or a file format.
    Quotes,
    /// A placeholder such as `YOUR-REST-API-KEY`.
    Placeholder,
    /// Characters beyond ASCII.
    NotAscii,
    /// Fewer than eight characters.
    TooShort,
}

impl fmt::Display for ApiKeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the API key is empty",
            Self::Bearer => "the API key begins with `Bearer`: give the key alone",
            Self::WhiteSpace => {
                "the API key holds white space or control characters: was a line break copied along?"
            }
            Self::Quotes => "the API key holds quotation marks: give the key without them",
            Self::Placeholder => {
                "the API key is a placeholder from documentation: put the real key there"
            }
            Self::NotAscii => "the API key holds characters beyond ASCII, which no key has",
            Self::TooShort => "the API key has fewer than 8 characters: was it cut off?",
        })
    }
}

impl std::error::Error for ApiKeyError {}
