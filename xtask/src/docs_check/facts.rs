//! [`Facts`]: what a source says about one operation, be it the spec, a page or a document.

use std::fmt;

use crate::spec::names;

/// What a source says about one thing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Said<T> {
    /// Nothing.
    #[default]
    Unsaid,
    /// This.
    This {
        /// What it is.
        value: T,
        /// The line, counted from 1. Facts of the spec have none.
        line: Option<usize>,
    },
    /// Something that is not understood.
    Unclear {
        /// What stands there.
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

    /// What is said, if it is understood.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::This { value, .. } => Some(value),
            _ => None,
        }
    }

    /// Whether nothing is said.
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
    /// What the spec says, which has no lines here.
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Unsaid, Self::spec)
    }
}

/// What a source says about one operation.
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
    /// Whether the vendor advises against its use.
    pub deprecated: Said<bool>,
    /// Parameters of path and query, then the fields of the body.
    pub parameters: Said<Vec<Field>>,
    /// What a success brings.
    pub reply: Said<Value>,
    /// Base URLs.
    pub servers: Said<Vec<String>>,
    /// An example request.
    pub example: Example,
    /// What the reader could not take into account.
    pub notes: Vec<Note>,
    /// What the reader should have understood and did not, such as a table of parameters.
    pub unread: Vec<Note>,
}

/// Something to be told, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What is to be told.
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
    /// Whether a name, in whatever spelling, is one of this pool's.
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
    /// Where a parameter stands.
    pub place: Said<Place>,
    /// Whether it must be there.
    pub required: Said<bool>,
    /// What it may be.
    pub value: Value,
    /// Where the facts come from, if from elsewhere than those of the operation. What a page says
    /// about such a field is known to be different.
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

/// Where a parameter stands.
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

/// What a value may be.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Value {
    /// The type.
    pub kind: Said<Kind>,
    /// What a text holds.
    pub format: Said<Format>,
    /// Whether it may be `null`.
    pub nullable: Said<bool>,
    /// The smallest number.
    pub minimum: Said<f64>,
    /// The greatest number.
    pub maximum: Said<f64>,
    /// The fewest characters of a text, or items of a list.
    pub shortest: Said<u64>,
    /// The most characters of a text, or items of a list.
    pub longest: Said<u64>,
    /// What counts where it is left out, as it stands on the wire.
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
    pub fn of(kind: Said<Kind>) -> Self {
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

/// What a text holds.
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
