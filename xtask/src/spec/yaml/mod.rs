//! [`Node`]: a YAML document as a tree in which every value and every key knows its place.

mod write;

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_saphyr::options::{DuplicateKeyPolicy, MergeKeyPolicy};
use serde_saphyr::{Location, Spanned};

use crate::spec::diagnostic::{Diagnostic, Diagnostics};
use crate::spec::source::{SourceId, Sources, Span};

pub(crate) use write::write;

/// How deep a document may be nested: twice as deep as any spec is.
const DEEPEST: usize = 40;

/// The stack for reading a document, in bytes.
const STACK: usize = 16 << 20;

/// A value and its place.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
}

/// What a value is.
#[derive(Debug, Clone)]
pub(crate) enum Kind {
    Null,
    Bool(bool),
    Integer(i64),
    Number(f64),
    Text(String),
    List(Vec<Node>),
    /// Keys with their places, in the order of the document; each key once.
    Map(Vec<(Key, Node)>),
}

/// The key of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) text: String,
    pub(crate) span: Span,
}

impl Node {
    /// What the value is, for messages.
    pub(crate) fn what(&self) -> &'static str {
        match &self.kind {
            Kind::Null => "nothing",
            Kind::Bool(_) => "a boolean",
            Kind::Integer(_) => "an integer",
            Kind::Number(_) => "a number",
            Kind::Text(_) => "a string",
            Kind::List(_) => "a list",
            Kind::Map(_) => "a map",
        }
    }

    /// What the value is, for messages, a short one by itself.
    pub(crate) fn shown(&self) -> String {
        match &self.kind {
            Kind::Text(text) if text.chars().count() <= 40 => format!("`{text}`"),
            Kind::Bool(_) | Kind::Integer(_) | Kind::Number(_) => format!("`{}`", self.to_json()),
            _ => self.what().to_owned(),
        }
    }

    /// The value of a key, if this is a map that has it.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().find(|(known, _)| known.text == key).map(|(_, value)| value)
    }

    /// The entries, if this is a map.
    pub(crate) fn entries(&self) -> &[(Key, Self)] {
        match &self.kind {
            Kind::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The items, if this is a list.
    pub(crate) fn items(&self) -> &[Self] {
        match &self.kind {
            Kind::List(items) => items,
            _ => &[],
        }
    }

    /// The text, if this is one.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value as JSON.
    pub(crate) fn to_json(&self) -> Value {
        match &self.kind {
            Kind::Null => Value::Null,
            Kind::Bool(value) => Value::from(*value),
            Kind::Integer(value) => Value::from(*value),
            Kind::Number(value) => Value::from(*value),
            Kind::Text(text) => Value::from(text.as_str()),
            Kind::List(items) => items.iter().map(Self::to_json).collect(),
            Kind::Map(entries) => Value::Object(
                entries.iter().map(|(key, value)| (key.text.clone(), value.to_json())).collect(),
            ),
        }
    }
}

/// Reads the one document of a source; problems are noted.
pub(crate) fn parse(
    sources: &Sources,
    source: SourceId,
    diagnostics: &mut Diagnostics,
) -> Option<Node> {
    let text = &sources.get(source).text;
    match read(text) {
        Ok(raw) => Some(Tree { text, source, diagnostics }.node(raw)),
        Err(error) => {
            diagnostics.push(not_yaml(&error, text, source));
            None
        }
    }
}

/// Reads a document. Each level of nesting takes tens of kilobytes of the stack in a build without optimisation,
/// so it has one of its own there; in one with it any stack is deep enough.
fn read(text: &str) -> Result<Spanned<Raw>, serde_saphyr::Error> {
    let parse = || {
        let options = serde_saphyr::options! {
            strict_booleans: true,
            // Both are seen here, where each place can be shown.
            duplicate_keys: DuplicateKeyPolicy::PassThrough,
            merge_keys: MergeKeyPolicy::AsOrdinary,
            with_snippet: false,
            // A document that is small to write and huge to read, or nested without end, is refused.
            budget: serde_saphyr::budget! { max_depth: DEEPEST },
            alias_limits: serde_saphyr::alias_limits! { max_total_replayed_events: 100_000 },
        };
        serde_saphyr::from_str_with_options(text, options)
    };
    if !cfg!(debug_assertions) {
        return parse();
    }
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, parse);
        let result = thread.map_err(serde::de::Error::custom)?.join();
        result.unwrap_or_else(|_| Err(serde::de::Error::custom("the reader of YAML panicked")))
    })
}

fn not_yaml(error: &serde_saphyr::Error, text: &str, source: SourceId) -> Diagnostic {
    let span = error.location().map_or(source.start(), |at| span_of(text, source, at));
    let message = error.without_snippet().to_string();
    // The place is shown beside the text, so the words for it are left out.
    let message = message.strip_prefix("error: ").unwrap_or(&message);
    let message = match message.split_once(": ") {
        Some((place, words)) if place.starts_with("line ") => words,
        _ => message,
    };
    let message = message.split_once(" at line ").map_or(message, |(words, _)| words);
    Diagnostic::new("yaml", span, format!("this is not YAML: {message}"))
        .label("here the reader gave up")
}

/// Reads a text whose problems somebody else tells of.
pub(crate) fn parse_quietly(text: &str) -> Option<Node> {
    let mut sources = Sources::default();
    let source = sources.add(String::new(), text.to_owned());
    parse(&sources, source, &mut Diagnostics::default())
}

/// A YAML document as JSON; `None` if the text is not YAML.
#[must_use]
pub fn json(text: &str) -> Option<Value> {
    parse_quietly(text).map(|node| node.to_json())
}

/// What the deserializer gives: spans of its own kind, keys perhaps twice.
enum Raw {
    Null,
    Bool(bool),
    Integer(i64),
    Number(f64),
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

/// Turns [`Raw`] into [`Node`].
struct Tree<'a> {
    text: &'a str,
    source: SourceId,
    diagnostics: &'a mut Diagnostics,
}

impl Tree<'_> {
    fn node(&mut self, raw: Spanned<Raw>) -> Node {
        let mut span = span_of(self.text, self.source, raw.referenced);
        let kind = match raw.value {
            Raw::Null => Kind::Null,
            Raw::Bool(value) => Kind::Bool(value),
            Raw::Integer(value) => Kind::Integer(value),
            Raw::Number(value) => Kind::Number(value),
            Raw::Text(text) => Kind::Text(text),
            Raw::List(items) => Kind::List(items.into_iter().map(|item| self.node(item)).collect()),
            Raw::Map(entries) => {
                let entries = self.entries(entries);
                // A block map has no mark of its own: its first key stands for it.
                if let (true, Some((key, _))) = (span.start == span.end, entries.first()) {
                    span = key.span;
                }
                Kind::Map(entries)
            }
        };
        Node { kind, span }
    }

    fn entries(&mut self, raw: Vec<(Spanned<String>, Spanned<Raw>)>) -> Vec<(Key, Node)> {
        let mut entries: Vec<(Key, Node)> = Vec::with_capacity(raw.len());
        let mut seen = std::collections::HashMap::new();
        for (key, value) in raw {
            let span = span_of(self.text, self.source, key.referenced);
            let key = Key { text: key.value, span };
            let mut value = self.node(value);
            if value.span.start == value.span.end && matches!(value.kind, Kind::Null) {
                // A value that was left out has no place: its key stands for it.
                value.span = span;
            }
            if let Some(first) = seen.insert(key.text.clone(), span) {
                self.diagnostics.push(
                    Diagnostic::new(
                        "duplicate-key",
                        span,
                        format!("the key `{}` stands here twice", key.text),
                    )
                    .label("the second one")
                    .also(first, "the first one")
                    .help("remove one of them"),
                );
                continue;
            }
            if key.text == "<<" {
                self.diagnostics.push(
                    Diagnostic::new("merge-key", span, "merge keys are not understood here").help(
                        "OpenAPI shares pieces with `$ref`: put the piece under `components`",
                    ),
                );
                continue;
            }
            entries.push((key, value));
        }
        entries
    }
}

/// The place of a location; where the bytes are not known, found by line and column.
fn span_of(text: &str, source: SourceId, at: Location) -> Span {
    let bytes = at.span().byte_offset().zip(at.span().byte_len());
    let bytes = bytes.and_then(|(start, len)| {
        let start = usize::try_from(start).ok()?;
        Some((start, start.checked_add(usize::try_from(len).ok()?)?))
    });
    let (start, end) = bytes.filter(|(_, end)| *end <= text.len()).unwrap_or_else(|| {
        let line = usize::try_from(at.line()).unwrap_or(1).saturating_sub(1);
        let column = usize::try_from(at.column()).unwrap_or(1).saturating_sub(1);
        let line_start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let rest = text.get(line_start..).unwrap_or_default();
        let start = line_start + rest.chars().take(column).map(char::len_utf8).sum::<usize>();
        let end = text.get(start..).and_then(|rest| rest.chars().next());
        (start, start + end.map_or(0, char::len_utf8))
    });
    // A block scalar's bytes run on to the next line's start.
    let trimmed = text.get(start..end).map_or(end, |piece| start + piece.trim_end().len());
    Span { source, start, end: trimmed }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Raw;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("any value")
            }

            fn visit_unit<E>(self) -> Result<Raw, E> {
                Ok(Raw::Null)
            }

            fn visit_none<E>(self) -> Result<Raw, E> {
                Ok(Raw::Null)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
                Ok(Raw::Bool(value))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Raw, E> {
                Ok(Raw::Integer(value))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Raw, E> {
                // Beyond i64 only the magnitude matters, and no bound is that large.
                Ok(i64::try_from(value).map_or(Raw::Number(value as f64), Raw::Integer))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Raw, E> {
                Ok(Raw::Number(value))
            }

            fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
                Ok(Raw::Text(text.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(Raw::List(items))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Raw::Map(entries))
            }
        }

        deserializer.deserialize_any(Any)
    }
}
