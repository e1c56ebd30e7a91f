//! [`Facts`]: the statements of a source about one operation. A source is the spec, a page or a document.

use std::fmt;

use crate::spec::names;

/// A statement of a source about one fact.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Statement<T> {
    /// The source does not state the fact.
    #[default]
    Missing,
    /// The source states a value.
    Known {
        /// The value.
        value: T,
        /// The line, counted from 1. Facts of the spec have none.
        line: Option<usize>,
    },
    /// The statement is not understood.
    Unclear {
        /// The text.
        text: String,
        /// The line, counted from 1.
        line: Option<usize>,
    },
}

impl<T> Statement<T> {
    /// Creates a statement without a line, as in the spec.
    pub fn spec(value: T) -> Self {
        Self::Known { value, line: None }
    }

    /// Creates a statement on a line.
    pub fn at(value: T, line: Option<usize>) -> Self {
        Self::Known { value, line }
    }

    /// Creates a statement that is not understood.
    pub fn unclear(text: impl Into<String>, line: Option<usize>) -> Self {
        Self::Unclear { text: text.into(), line }
    }

    /// Returns the value, if it is stated and understood.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Known { value, .. } => Some(value),
            _ => None,
        }
    }

    /// Returns `true` if the source does not state the fact.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }

    /// Returns the line, if there is one.
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::Missing => None,
            Self::Known { line, .. } | Self::Unclear { line, .. } => *line,
        }
    }

    /// Returns this statement, or else that of another place of the same source.
    #[must_use]
    pub fn or(self, other: impl FnOnce() -> Self) -> Self {
        if self.is_missing() { other() } else { self }
    }

    /// Converts the value.
    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> Statement<U> {
        match self {
            Self::Missing => Statement::Missing,
            Self::Known { value, line } => Statement::Known { value: change(value), line },
            Self::Unclear { text, line } => Statement::Unclear { text, line },
        }
    }
}

impl<T> From<Option<T>> for Statement<T> {
    /// Converts a fact of the spec, which has no line.
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Missing, Self::spec)
    }
}

/// The statements of a source about one operation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// `GET`
    pub method: Statement<String>,
    /// `/users/{user_id}/events`
    pub path: Statement<String>,
    /// The permission of the key; prose may name several.
    pub permission: Statement<Vec<String>>,
    /// The rate limit.
    pub pool: Statement<Pool>,
    /// `true` if the vendor advises against its use.
    pub deprecated: Statement<bool>,
    /// Parameters of path and query, then the fields of the body.
    pub parameters: Statement<Vec<Field>>,
    /// The body of a success.
    pub reply: Statement<Value>,
    /// Base URLs.
    pub servers: Statement<Vec<String>>,
    /// An example request.
    pub example: Example,
    /// Statements that were ignored.
    pub notes: Vec<Note>,
    /// Required parts that were not understood, such as a table of parameters.
    pub unread: Vec<Note>,
}

/// A note with its line.
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
    /// Returns `true` if a name, in any spelling, is one of this pool.
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

/// A number of requests per window.
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
    pub place: Statement<Place>,
    /// `true` if it is required.
    pub required: Statement<bool>,
    /// The allowed values.
    pub value: Value,
    /// The source of the facts, if it differs from that of the operation. A page is known to differ
    /// about such a field.
    pub source: Option<String>,
}

impl Field {
    /// Creates a field with only a name.
    #[must_use]
    pub fn new(name: impl Into<String>, line: Option<usize>) -> Self {
        Self {
            name: name.into(),
            line,
            place: Statement::Missing,
            required: Statement::Missing,
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
    pub kind: Statement<Kind>,
    /// The format of a string.
    pub format: Statement<Format>,
    /// `true` if it may be `null`.
    pub nullable: Statement<bool>,
    /// The smallest number.
    pub minimum: Statement<f64>,
    /// The greatest number.
    pub maximum: Statement<f64>,
    /// The minimum number of characters of a string, or of items of a list.
    pub shortest: Statement<u64>,
    /// The maximum number of characters of a string, or of items of a list.
    pub longest: Statement<u64>,
    /// The default, as written on the wire.
    pub default: Statement<String>,
    /// The allowed words of a string.
    pub words: Statement<Vec<String>>,
    /// The items of a list, the values of a map.
    pub items: Option<Box<Value>>,
    /// The fields of an object.
    pub fields: Statement<Vec<Field>>,
    /// `true` for an object of the spec that keeps unknown fields: it is read leniently.
    pub lenient: bool,
}

impl Value {
    /// Creates a value with only a type.
    #[must_use]
    pub fn with_kind(kind: Statement<Kind>) -> Self {
        Self { kind, ..Self::default() }
    }
}

/// The type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A string.
    Text,
    /// An integer.
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
    /// Returns the word of JSON Schema, which has none for any JSON.
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

/// The format of a string.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Format {
    /// Anything.
    Plain,
    /// A date.
    Date,
    /// A date with a time and an offset.
    DateTime,
    /// A date with a time, without an offset.
    LocalDateTime,
    /// A format that the spec cannot express.
    Other(String),
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plain => "plain",
            Self::Date => "date",
            Self::DateTime => "date-time",
            Self::LocalDateTime => "date-time-local",
            Self::Other(name) => name,
        })
    }
}

/// An example request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Example {
    /// `GET`
    pub method: Statement<String>,
    /// `https://rest.iad-01.braze.com`
    pub server: Statement<String>,
    /// The path, with values filled in.
    pub path: Statement<String>,
    /// The names in the query.
    pub query: Statement<Vec<String>>,
}

/// Joins items with commas.
pub(crate) fn list<T: fmt::Display>(items: &[T]) -> String {
    let texts: Vec<_> = items.iter().map(ToString::to_string).collect();
    texts.join(", ")
}
