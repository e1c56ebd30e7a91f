//! [`RecordError`]: the reason why a value cannot be a record.

use std::fmt;

use crate::text::{printable, shortened};

/// The reason why a value cannot be a record. It does not repeat the value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RecordError {
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// A text that is not JSON, with the place.
    NotJson(String),
    /// JSON that is not an object.
    NotAnObject,
    /// None of the identifiers has a value.
    NoUser,
    /// More than one of `external_id`, `user_alias` and `braze_id` has a value.
    ManyUsers,
    /// A field that is needed and not there.
    Missing(&'static str),
    /// A field that must be a text which is not empty.
    NotText(&'static str),
    /// A field that must be an object.
    NotObject(&'static str),
    /// Values that break a limit, each with its field.
    Invalid(Box<str>),
    /// A field that must be `true` or `false`.
    NotBoolean(&'static str),
    /// A field that must be one of these words.
    NotAWord(&'static str, &'static [&'static str]),
    /// A field that must be a list of words.
    NotWords(&'static str),
    /// A `user_alias` without a label or a name, or with more.
    NotAnAlias,
    /// Fields of which one must be there, and only one.
    NotOneOf(Box<[&'static str]>),
    /// A field that the kind has not, and that would not be sent.
    UnknownField(Box<str>),
}

impl RecordError {
    pub(super) fn json(error: &serde_json::Error) -> Self {
        // An error about a value would repeat the value.
        if error.is_data() { Self::NotAnObject } else { Self::NotJson(error.to_string()) }
    }
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 => f.write_str("the record is not UTF-8"),
            Self::NotJson(problem) => write!(f, "the record is not JSON: {problem}"),
            Self::NotAnObject => f.write_str("the record must be a JSON object"),
            Self::NoUser => f.write_str(
                "the record names no user: give it one of `external_id`, `user_alias`, `braze_id`, `email`, `phone`",
            ),
            Self::ManyUsers => f.write_str(
                "the record names its user more than once: keep one of `external_id`, `user_alias`, `braze_id`",
            ),
            Self::Missing(name) => write!(f, "the record needs `{name}`"),
            Self::NotText(name) => write!(f, "`{name}` must be a text that is not empty"),
            Self::NotObject(name) => write!(f, "`{name}` must be an object"),
            Self::Invalid(problems) => f.write_str(problems),
            Self::NotBoolean(name) => write!(f, "`{name}` must be `true` or `false`"),
            Self::NotAWord(name, words) => {
                write!(f, "`{name}` must be one of `{}`", words.join("`, `"))
            }
            Self::NotWords(name) => {
                write!(f, "`{name}` must be a list of words that is not empty")
            }
            Self::NotAnAlias => f.write_str(
                "`user_alias` must be an object with `alias_label` and `alias_name`, and nothing else",
            ),
            Self::NotOneOf(names) => {
                write!(f, "the record needs exactly one of `{}`", names.join("`, `"))
            }
            Self::UnknownField(name) => write!(
                f,
                "`{}` is not a field of this kind of record: leave it out",
                shortened(&printable(name))
            ),
        }
    }
}

impl std::error::Error for RecordError {}
