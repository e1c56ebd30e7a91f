//! Sets of words: [`Choice`] for requests, which is closed, and [`Word`] for replies, which may grow.

use std::fmt;
use std::str::FromStr;

use serde::de::{Deserializer, Visitor};

use super::value::{Encoder, WireValue};
use crate::auth::{Scrub, Secret};

/// A closed set of words: the enums of requests.
pub trait Choice: Copy + Sized + 'static {
    /// All of them, in the order of the spec.
    const ALL: &'static [Self];

    /// The word on the wire.
    fn as_str(&self) -> &'static str;
}

/// An open set of words: the enums of replies. A word that the spec does not know is kept.
pub trait Word: Sized {
    /// The word as the server sent it.
    fn as_str(&self) -> &str;

    /// The value for a word.
    fn from_word(word: &str) -> Self;
}

/// Gives a [`Choice`](crate::wire::Choice) the traits that follow from its words.
#[macro_export]
#[doc(hidden)]
macro_rules! __choice {
    ($type:ty) => {
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad($crate::wire::Choice::as_str(self))
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::ParseChoiceError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::wire::parse_choice(text)
            }
        }

        impl $crate::__serde::Serialize for $type {
            fn serialize<S: $crate::__serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::wire::Choice::as_str(self))
            }
        }

        impl<'de> $crate::__serde::Deserialize<'de> for $type {
            fn deserialize<D: $crate::__serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::wire::read_text(deserializer)
            }
        }
    };
}

/// Gives a [`Word`](crate::wire::Word) the traits that follow from its words.
#[macro_export]
#[doc(hidden)]
macro_rules! __word {
    ($type:ty) => {
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad($crate::wire::Word::as_str(self))
            }
        }

        impl $crate::__serde::Serialize for $type {
            fn serialize<S: $crate::__serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::wire::Word::as_str(self))
            }
        }

        impl<'de> $crate::__serde::Deserialize<'de> for $type {
            fn deserialize<D: $crate::__serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::wire::read_word(deserializer)
            }
        }

        impl $crate::Scrub for $type {
            fn scrub(&mut self, secret: &$crate::Secret) {
                $crate::wire::scrub_word(self, secret);
            }
        }
    };
}

impl<T: Choice> WireValue for T {
    fn write(&self, out: &mut Encoder<'_>) {
        out.encode(self.as_str());
    }
}

/// The choice with this word.
///
/// # Errors
///
/// [`ParseChoiceError`] if it is none of them.
pub fn parse_choice<T: Choice>(text: &str) -> Result<T, ParseChoiceError> {
    T::ALL.iter().find(|choice| choice.as_str() == text).copied().ok_or_else(|| ParseChoiceError {
        text: text.to_owned(),
        words: T::ALL.iter().map(Choice::as_str).collect(),
    })
}

/// Reads a word.
///
/// # Errors
///
/// Those of the deserializer, if the value is not a text.
pub fn read_word<'de, T: Word, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    read(deserializer, |word| Ok(T::from_word(word)))
}

/// Reads a value from its text.
///
/// # Errors
///
/// Those of the deserializer, and of a text that cannot be parsed.
pub fn read_text<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: FromStr<Err: fmt::Display>,
    D: Deserializer<'de>,
{
    read(deserializer, |text| text.parse().map_err(|error: T::Err| error.to_string()))
}

fn read<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    parse: impl FnOnce(&str) -> Result<T, String>,
) -> Result<T, D::Error> {
    struct Text<F>(F);

    impl<T, F: FnOnce(&str) -> Result<T, String>> Visitor<'_> for Text<F> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
            (self.0)(text).map_err(E::custom)
        }
    }

    deserializer.deserialize_str(Text(parse))
}

/// Takes a secret out of a word.
pub fn scrub_word<T: Word>(word: &mut T, secret: &Secret) {
    let mut text = Box::<str>::from(word.as_str());
    text.scrub(secret);
    if *text != *word.as_str() {
        *word = T::from_word(&text);
    }
}

/// A text that is none of the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseChoiceError {
    text: String,
    words: Vec<&'static str>,
}

impl fmt::Display for ParseChoiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not one of `{}`", self.text, self.words.join("`, `"))
    }
}

impl std::error::Error for ParseChoiceError {}
