//! [`Message`]: the word that says whether a reply is a success.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

/// The `message` of a reply.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Message {
    /// `success`
    Success,
    /// `queued`: taken in, and done later.
    Queued,
    /// Anything else. Beside a success status it means that the call did not succeed.
    Other(Box<str>),
}

impl Message {
    /// The text as the server sent it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Success => "success",
            Self::Queued => "queued",
            Self::Other(text) => text,
        }
    }

    /// True if the text announces success.
    #[must_use]
    pub fn is_success(&self) -> bool {
        matches!(self, Self::Success | Self::Queued)
    }
}

impl From<&str> for Message {
    fn from(text: &str) -> Self {
        match text {
            "success" => Self::Success,
            "queued" => Self::Queued,
            other => Self::Other(other.into()),
        }
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Message;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E>(self, text: &str) -> Result<Message, E> {
                Ok(Message::from(text))
            }
        }
        deserializer.deserialize_str(Text)
    }
}
