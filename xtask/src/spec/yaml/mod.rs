//! [`Node`]: a YAML document as a tree with the place of every value and every key.

mod write;

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_saphyr::options::{DuplicateKeyPolicy, MergeKeyPolicy};
use serde_saphyr::{Location, Spanned};

use crate::spec::diagnostic::{Diagnostic, Diagnostics};
use crate::spec::source::{SourceId, Sources, Span};

pub(crate) use write::write;

/// The maximum nesting of a document: twice that of any spec.
const MAX_DEPTH: usize = 40;

/// The size of the stack for reading a document, in bytes.
const STACK: usize = 16 << 20;

/// A value and its place.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
}

/// The kind of a value.
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
    /// Returns the kind of the value, for messages.
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

    /// Returns a short value itself or the kind of a long one, for messages.
    pub(crate) fn shown(&self) -> String {
        match &self.kind {
            Kind::Text(text) if text.chars().count() <= 40 => format!("`{text}`"),
            Kind::Bool(_) | Kind::Integer(_) | Kind::Number(_) => format!("`{}`", self.to_json()),
            _ => self.what().to_owned(),
        }
    }

    /// Returns the value of a key, if this is a map that has it.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().find(|(known, _)| known.text == key).map(|(_, value)| value)
    }

    /// Returns the entries, if this is a map.
    pub(crate) fn entries(&self) -> &[(Key, Self)] {
        match &self.kind {
            Kind::Map(entries) => entries,
            _ => &[],
        }
    }

    /// Returns the items, if this is a list.
    pub(crate) fn items(&self) -> &[Self] {
        match &self.kind {
            Kind::List(items) => items,
            _ => &[],
        }
    }

    /// Returns the text, if this is a string.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Returns the value as JSON.
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

/// Reads the only document of a source and reports problems.
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

/// Reads a document on a thread with a large stack: each level of nesting takes tens of kilobytes of it in a
/// build without optimisation. With optimisation the current stack suffices.
fn read(text: &str) -> Result<Spanned<Raw>, serde_saphyr::Error> {
    let parse = || {
        let options = serde_saphyr::options! {
            strict_booleans: true,
            // Duplicates are reported here, with the places of both.
            duplicate_keys: DuplicateKeyPolicy::PassThrough,
            merge_keys: MergeKeyPolicy::AsOrdinary,
            with_snippet: false,
            // The budget rejects documents that are short but expand to a huge one, or nested too deeply.
            budget: serde_saphyr::budget! { max_depth: MAX_DEPTH },
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
    // The place is shown beside the text, so it is removed from the message.
    let message = message.strip_prefix("error: ").unwrap_or(&message);
    let message = match message.split_once(": ") {
        Some((place, words)) if place.starts_with("line ") => words,
        _ => message,
    };
    let message = message.split_once(" at line ").map_or(message, |(words, _)| words);
    Diagnostic::new("yaml", span, format!("this is not valid YAML: {message}"))
        .label("the parser stopped here")
}

/// Reads a text without reporting problems.
pub(crate) fn parse_quietly(text: &str) -> Option<Node> {
    let mut sources = Sources::default();
    let source = sources.add(String::new(), text.to_owned());
    parse(&sources, source, &mut Diagnostics::default())
}

/// Converts a YAML document to JSON; `None` if the text is not YAML.
#[must_use]
pub fn json(text: &str) -> Option<Value> {
    parse_quietly(text).map(|node| node.to_json())
}

/// A value from the deserializer: with its own kind of spans, and possibly duplicate keys.
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
                // A block map has no mark of its own, so its place is that of its first key.
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
                // An omitted value has no place, so its place is that of its key.
                value.span = span;
            }
            if let Some(first) = seen.insert(key.text.clone(), span) {
                self.diagnostics.push(
                    Diagnostic::new(
                        "duplicate-key",
                        span,
                        format!("the key `{}` appears twice", key.text),
                    )
                    .label("the second one")
                    .also(first, "the first one")
                    .help("remove one of them"),
                );
                continue;
            }
            if key.text == "<<" {
                self.diagnostics.push(
                    Diagnostic::new("merge-key", span, "merge keys are not supported")
                        .help("use `$ref` instead: put the shared part under `components`"),
                );
                continue;
            }
            entries.push((key, value));
        }
        entries
    }
}

/// Returns the span of a location, by bytes or, without them, by line and column.
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
    // The bytes of a block scalar extend to the start of the next line.
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
                // Beyond i64 only the magnitude matters, since no bound is that large.
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
