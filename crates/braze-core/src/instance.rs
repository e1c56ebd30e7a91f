//! [`Instance`] as text, with the error for a name that is not one.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::auth::ApiKey;
use crate::auth::placeholder::REDACTED;
use crate::generated::Instance;
use crate::wire::read_text;

/// A text that names no instance. What looks like an API key is not repeated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseInstanceError {
    text: String,
}

impl fmt::Display for ParseInstanceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.text == REDACTED {
            f.write_str(
                "what looks like an API key is not the name of an instance: choose one of",
            )?;
        } else {
            write!(f, "there is no instance `{}`: choose one of", self.text)?;
        }
        for (index, instance) in Instance::ALL.iter().enumerate() {
            let separator = if index == 0 { " " } else { ", " };
            write!(f, "{separator}{instance}")?;
        }
        f.write_str(", or give a base URL")
    }
}

impl std::error::Error for ParseInstanceError {}

impl fmt::Display for Instance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Instance {
    type Err = ParseInstanceError;

    /// Reads a name such as `US-01`, in any letter case, the hyphen optional.
    fn from_str(text: &str) -> Result<Self, ParseInstanceError> {
        let plain = |text: &str| text.trim().replace(['-', '_'], "").to_ascii_lowercase();
        let found = Self::ALL.iter().find(|instance| plain(instance.name()) == plain(text));
        found.copied().ok_or_else(|| {
            let text = text.trim();
            let text = if ApiKey::is_like(text) { REDACTED } else { text };
            ParseInstanceError { text: text.to_owned() }
        })
    }
}

impl Serialize for Instance {
    /// The name, such as `US-01`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Instance {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_text(deserializer)
    }
}
