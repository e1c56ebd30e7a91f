//! [`SecretText`]: a secret within the body of a request.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::secret::Secret;

/// A secret within the body of a request, such as the key of a push service.
///
/// `Debug` is redacted and there is no `Display`; `Serialize` writes the text, since that is the way into the body.
/// Errors and replies are cleaned of it like of the API key, if it has at least eight characters.
///
/// ```
/// use braze_core::SecretText;
///
/// let secret = SecretText::from("correct horse battery staple");
/// assert_eq!(format!("{secret:?}"), "SecretText([redacted])");
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SecretText(Box<str>);

impl SecretText {
    /// The text, for whoever must have it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The secret, to be looked for in other texts.
    #[must_use]
    pub fn secret(&self) -> Secret {
        Secret::new(self.0.as_bytes())
    }
}

impl<T: Into<Box<str>>> From<T> for SecretText {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretText([redacted])")
    }
}
