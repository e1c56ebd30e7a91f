//! [`Bearer`]: a secret that requests are authorised with, and the checks that every one of them passes.

use std::fmt;

use http::HeaderValue;

use super::placeholder::placeholder;
use super::search::MIN_PIECE;
use super::secret::Secret;

const BEARER: &str = "Bearer ";

/// A secret that requests are authorised with.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Bearer {
    /// `Bearer <secret>`, marked sensitive; cloned by reference count.
    pub(super) header: HeaderValue,
    pub(super) secret: Secret,
}

impl Bearer {
    /// Takes a secret. No shape is demanded, since none is documented.
    pub(super) fn new(text: &str) -> Result<Self, ApiKeyError> {
        if text.trim().is_empty() {
            return Err(ApiKeyError::Empty);
        }
        if text.get(..BEARER.len()).is_some_and(|start| start.eq_ignore_ascii_case(BEARER)) {
            return Err(ApiKeyError::Bearer);
        }
        if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err(ApiKeyError::WhiteSpace);
        }
        if text.contains(['"', '\'', '`', '\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}']) {
            return Err(ApiKeyError::Quotes);
        }
        if placeholder(text).is_some() {
            return Err(ApiKeyError::Placeholder);
        }
        let mut header = HeaderValue::from_str(&format!("{BEARER}{text}"))
            .ok()
            .filter(|_| text.is_ascii())
            .ok_or(ApiKeyError::NotAscii)?;
        if text.len() < MIN_PIECE {
            return Err(ApiKeyError::TooShort);
        }
        header.set_sensitive(true);
        Ok(Self { header, secret: Secret::new(text) })
    }
}

/// The secret in the value of an `Authorization` header.
#[cfg(feature = "tracing")]
pub(crate) fn presented(value: &HeaderValue) -> Option<Secret> {
    value.as_bytes().strip_prefix(BEARER.as_bytes()).map(Secret::new)
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

impl ApiKeyError {
    /// Writes the problem of a secret that is called `name`, or `short` where it is named again.
    pub(super) fn write(self, name: &str, short: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the {name} is empty"),
            Self::Bearer => write!(f, "the {name} begins with `Bearer`: give the {short} alone"),
            Self::WhiteSpace => write!(
                f,
                "the {name} holds white space or control characters: was a line break copied along?"
            ),
            Self::Quotes => {
                write!(f, "the {name} holds quotation marks: give the {short} without them")
            }
            Self::Placeholder => write!(
                f,
                "the {name} is a placeholder from documentation: put the real {short} there"
            ),
            Self::NotAscii => {
                write!(f, "the {name} holds characters beyond ASCII, which no {short} has")
            }
            Self::TooShort => {
                write!(f, "the {name} has fewer than 8 characters: was it cut off?")
            }
        }
    }
}

impl fmt::Display for ApiKeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write("API key", "key", f)
    }
}

impl std::error::Error for ApiKeyError {}
