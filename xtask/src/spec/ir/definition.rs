//! [`Definition`]: a generated type.

use super::field::Field;
use super::rule::Rule;
use super::value::Item;

/// A generated type.
#[derive(Debug, Clone)]
pub(crate) enum Definition {
    Struct(Box<Struct>),
    Words(Words),
}

impl Definition {
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Struct(it) => &it.name,
            Self::Words(it) => &it.name,
        }
    }
}

/// An object.
#[derive(Debug, Clone)]
pub(crate) struct Struct {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) side: Side,
    pub(crate) fields: Vec<Field>,
    /// The values of fields that the spec does not know, if they are kept.
    pub(crate) extra: Option<Item>,
    /// Conditions on several fields together.
    pub(crate) rules: Vec<Rule>,
}

/// A set of words.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) side: Side,
    /// Each with its variant.
    pub(crate) words: Vec<(String, String)>,
}

/// The part of a call that contains a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// In the path or the query.
    Query,
    /// In the body of a request.
    Body,
    /// In a reply.
    Reply,
}
