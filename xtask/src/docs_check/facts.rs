//! [`Facts`]: what a source says about one operation, be it the spec, a page or a document.

use std::fmt;

use crate::spec::names;

/// A statement of a source about one fact.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Said<T> {
    /// Nothing.
    #[default]
    Unsaid,
    /// This.
    This {
        /// The value.
        value: T,
        /// The line, counted from 1. Facts of the spec have none.
        line: Option<usize>,
    },
    /// Something that is not understood.
    Unclear {
        /// The text.
        text: String,
        /// The line, counted from 1.
        line: Option<usize>,
    },
}

impl<T> Said<T> {
    /// Said without a line, as by the spec.
    pub fn spec(value: T) -> Self {
        Self::This { value, line: None }
    }

    /// Said on a line.
    pub fn at(value: T, line: Option<usize>) -> Self {
        Self::This { value, line }
    }

    /// Said without being understood.
    pub fn unclear(text: impl Into<String>, line: Option<usize>) -> Self {
        Self::Unclear { text: text.into(), line }
    }

    /// The value, if it is stated and understood.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::This { value, .. } => Some(value),
            _ => None,
        }
    }

    /// Returns true if the source says nothing.
    pub fn is_unsaid(&self) -> bool {
        matches!(self, Self::Unsaid)
    }

    /// The line, if there is one.
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::Unsaid => None,
            Self::This { line, .. } | Self::Unclear { line, .. } => *line,
        }
    }

    /// This, or what another place of the same source says.
    #[must_use]
    pub fn or(self, other: impl FnOnce() -> Self) -> Self {
        if self.is_unsaid() { other() } else { self }
    }

    /// The same with another value.
    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> Said<U> {
        match self {
            Self::Unsaid => Said::Unsaid,
            Self::This { value, line } => Said::This { value: change(value), line },
            Self::Unclear { text, line } => Said::Unclear { text, line },
        }
    }
}

impl<T> From<Option<T>> for Said<T> {
    /// Converts a fact of the spec, which has no line.
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Unsaid, Self::spec)
    }
}

/// The statements of a source about one operation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// `GET`
    pub method: Said<String>,
    /// `/users/{user_id}/events`
    pub path: Said<String>,
    /// The permission of the key; prose may name several.
    pub permission: Said<Vec<String>>,
    /// The rate limit.
    pub pool: Said<Pool>,
    /// `true` if the vendor advises against its use.
    pub deprecated: Said<bool>,
    /// Parameters of path and query, then the fields of the body.
    pub parameters: Said<Vec<Field>>,
    /// The body of a success.
    pub reply: Said<Value>,
    /// Base URLs.
    pub servers: Said<Vec<String>>,
    /// An example request.
    pub example: Example,
    /// Statements that were not taken into account.
    pub notes: Vec<Note>,
    /// Parts that must be understood and were not, such as a table of parameters.
    pub unread: Vec<Note>,
}

/// Something to be told, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The text.
    pub text: String,
    /// The line, counted from 1.
    pub line: Option<usize>,
}

impl Note {
    pub(crate) fn new(text: impl Into<String>, line: Option<usize>) -> Self {
        Self { text: text.into(), line }
    }
}

/// A rate limit: the name of its pool, numbers, or both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pool {
    /// The name.
    pub name: Option<String>,
    /// Other names that the pool is known by.
    pub known_as: Vec<String>,
    /// The numbers; prose may have several, such as one for older accounts.
    pub rates: Vec<Rate>,
}

impl Pool {
    /// Returns true if a name, in any spelling, is one of this pool.
    #[must_use]
    pub fn is_known_as(&self, name: &str) -> bool {
        let mut known = self.name.iter().chain(&self.known_as);
        known.any(|known| names::kebab(known) == names::kebab(name))
    }
}

impl fmt::Display for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rates = || list(&self.rates);
        match &self.name {
            Some(name) if self.rates.is_empty() => f.write_str(name),
            Some(name) => write!(f, "{name}: {}", rates()),
            None => f.write_str(&rates()),
        }
    }
}

/// So many requests in so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// Requests per window.
    pub limit: u64,
    /// The window in seconds.
    pub window: u64,
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let limit = self.limit;
        match self.window {
            1 => write!(f, "{limit}/second"),
            60 => write!(f, "{limit}/minute"),
            3600 => write!(f, "{limit}/hour"),
            86400 => write!(f, "{limit}/day"),
            window => write!(f, "{limit}/{window} s"),
        }
    }
}

/// A parameter, or a field of a body or a reply.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The name on the wire.
    pub name: String,
    /// The line, counted from 1.
    pub line: Option<usize>,
    /// The place of a parameter.
    pub place: Said<Place>,
    /// `true` if it is required.
    pub required: Said<bool>,
    /// The allowed values.
    pub value: Value,
    /// The source of the facts, if it differs from that of the operation. A page is known to differ
    /// about such a field.
    pub source: Option<String>,
}

impl Field {
    /// A field of which nothing else is said.
    #[must_use]
    pub fn new(name: impl Into<String>, line: Option<usize>) -> Self {
        Self {
            name: name.into(),
            line,
            place: Said::Unsaid,
            required: Said::Unsaid,
            value: Value::default(),
            source: None,
        }
    }
}

/// The place of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// A field of the body.
    Body,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Body => "body",
        })
    }
}

/// The constraints on a value.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Value {
    /// The type.
    pub kind: Said<Kind>,
    /// The format of a text.
    pub format: Said<Format>,
    /// `true` if it may be `null`.
    pub nullable: Said<bool>,
    /// The smallest number.
    pub minimum: Said<f64>,
    /// The greatest number.
    pub maximum: Said<f64>,
    /// The fewest characters of a text, or items of a list.
    pub shortest: Said<u64>,
    /// The most characters of a text, or items of a list.
    pub longest: Said<u64>,
    /// The default, as written on the wire.
    pub default: Said<String>,
    /// The words that a text may be.
    pub words: Said<Vec<String>>,
    /// The items of a list, the values of a map.
    pub items: Option<Box<Value>>,
    /// The fields of an object.
    pub fields: Said<Vec<Field>>,
}

impl Value {
    /// A value of which the type alone is said.
    #[must_use]
    pub fn with_kind(kind: Said<Kind>) -> Self {
        Self { kind, ..Self::default() }
    }
}

/// The type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A list.
    List,
    /// An object or a map.
    Object,
    /// Any JSON.
    Any,
}

impl Kind {
    /// The word of JSON Schema, which has none for any JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::List => "array",
            Self::Object => "object",
            Self::Any => "any",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The format of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Format {
    /// Anything.
    Plain,
    /// A date.
    Date,
    /// A date with a time and an offset.
    DateTime,
    /// Something that the spec has no word for.
    Other(String),
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plain => "plain",
            Self::Date => "date",
            Self::DateTime => "date-time",
            Self::Other(name) => name,
        })
    }
}

/// An example request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Example {
    /// `GET`
    pub method: Said<String>,
    /// `https://rest.iad-01.braze.com`
    pub server: Said<String>,
    /// The path, values filled in.
    pub path: Said<String>,
    /// The names in the query.
    pub query: Said<Vec<String>>,
}

/// Several things, with commas between them.
pub(crate) fn list<T: fmt::Display>(items: &[T]) -> String {
    let texts: Vec<_> = items.iter().map(ToString::to_string).collect();
    texts.join(", ")
}
