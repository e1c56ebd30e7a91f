//! [`ApiKey`]: the secret, kept from every output.

use std::fmt;

use http::HeaderValue;

use crate::scrub::Pieces;
use crate::validate::placeholder;

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
    /// quotes or characters beyond ASCII, or a placeholder from documentation.
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
        header.set_sensitive(true);
        Ok(Self { header, pieces: Pieces::of(key.as_bytes()) })
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
        Some(Self { header: value.clone(), pieces: Pieces::of(secret) })
    }

    /// The key's bytes, for finding it in what the server sent.
    pub(crate) fn secret(&self) -> &[u8] {
        &self.header.as_bytes()[BEARER.len()..]
    }

    /// What a text must hold to hold a piece of the key.
    pub(crate) fn pieces(&self) -> &Pieces {
        &self.pieces
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
        })
    }
}

impl std::error::Error for ApiKeyError {}
