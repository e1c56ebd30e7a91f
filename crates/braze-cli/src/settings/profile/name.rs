//! [`ProfileName`]: a name that a new profile and a file can have.

use std::fmt;
use std::str::FromStr;

use braze_core::ApiKey;

/// A name that a new profile and a file can have: letters, digits, `-` and `_`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProfileName(String);

impl ProfileName {
    /// The name where none is given.
    pub(crate) const DEFAULT: &str = "default";

    const MAX_LENGTH: usize = 64;

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for ProfileName {
    fn default() -> Self {
        Self(Self::DEFAULT.to_owned())
    }
}

impl fmt::Display for ProfileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for ProfileName {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if ApiKey::is_like(text) {
            return Err("looks like a key: give the profile a name".to_owned());
        }
        if !(1..=Self::MAX_LENGTH).contains(&text.len()) || !text.chars().all(is_plain) {
            let max = Self::MAX_LENGTH;
            return Err(format!("must be 1 to {max} letters, digits, `-` and `_`"));
        }
        Ok(Self(text.to_owned()))
    }
}
