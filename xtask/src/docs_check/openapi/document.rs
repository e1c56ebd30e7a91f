//! [`Document`]: a tree with places, references within it, and values in any spelling.

use serde_json::Value as Json;

use crate::docs_check::facts::Note;
use crate::spec::diagnostic::Diagnostics;
use crate::spec::source::{SourceId, Sources, Span};
use crate::spec::yaml::{self, Key, Kind, Node};

/// The maximum length of a chain of references.
const MAX_DEPTH: usize = 16;

/// The maximum number of schemas: references can expand a few lines without end.
const MAX_SCHEMAS: usize = 20_000;

/// The tree of a document.
pub(super) struct Root {
    pub(super) node: Node,
    /// `true` if the tree has positions.
    placed: bool,
}

/// Reads YAML, or JSON that is not valid YAML.
pub(super) fn parse(text: &str, sources: &mut Sources) -> Result<Root, Note> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let source = sources.add(String::new(), text.to_owned());
    let mut diagnostics = Diagnostics::default();
    if let Some(node) = yaml::parse(sources, source, &mut diagnostics) {
        return Ok(Root { node, placed: true });
    }
    if let Ok(json) = serde_json::from_str::<Json>(text) {
        return Ok(Root { node: unplaced(json, source), placed: false });
    }
    let first = diagnostics.into_sorted().into_iter().next();
    Err(first.map_or_else(
        || Note::new("not valid YAML or JSON", None),
        |problem| {
            let span = problem.primary.span;
            Note::new(problem.message, Some(sources.line(span.source, span.start)))
        },
    ))
}

fn unplaced(json: Json, source: SourceId) -> Node {
    let span = source.start();
    let kind = match json {
        Json::Null => Kind::Null,
        Json::Bool(value) => Kind::Bool(value),
        Json::Number(number) => match number.as_i64() {
            Some(integer) => Kind::Integer(integer),
            None => Kind::Number(number.as_f64().unwrap_or_default()),
        },
        Json::String(text) => Kind::Text(text),
        Json::Array(items) => {
            Kind::List(items.into_iter().map(|item| unplaced(item, source)).collect())
        }
        Json::Object(entries) => {
            let entry = |(text, value)| (Key { text, span }, unplaced(value, source));
            Kind::Map(entries.into_iter().map(entry).collect())
        }
    };
    Node { kind, span }
}

/// A document that is being read.
pub(super) struct Document<'a> {
    pub(super) root: &'a Node,
    sources: &'a Sources,
    placed: bool,
    pub(super) notes: Vec<Note>,
    /// References that are being followed now.
    pub(super) open: Vec<String>,
    left: usize,
    /// `true` if descriptions complete the keys of a parameter.
    pub(super) prose: bool,
}

impl<'a> Document<'a> {
    pub(super) fn new(root: &'a Root, sources: &'a Sources) -> Self {
        let (placed, root) = (root.placed, &root.node);
        Self {
            root,
            sources,
            placed,
            notes: Vec::new(),
            open: Vec::new(),
            left: MAX_SCHEMAS,
            prose: true,
        }
    }

    /// Creates a document within another, without lines since they would be misleading.
    pub(super) fn unplaced(root: &'a Root, sources: &'a Sources) -> Self {
        Self { placed: false, ..Self::new(root, sources) }
    }

    /// Returns the line of a place.
    pub(super) fn line(&self, span: Span) -> Option<usize> {
        self.placed.then(|| self.sources.line(span.source, span.start))
    }

    pub(super) fn note(&mut self, text: impl Into<String>, span: Span) {
        let note = Note::new(text, self.line(span));
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Counts a schema. Returns `false` once there are too many.
    pub(super) fn count(&mut self, span: Span) -> bool {
        if self.left == 0 {
            self.note("the document expands to too many schemas; the rest is not read", span);
            return false;
        }
        self.left -= 1;
        true
    }

    /// Returns a node or the target of its `$ref`. Notes a missing target.
    pub(super) fn resolve(&mut self, node: &'a Node) -> Option<&'a Node> {
        let mut node = node;
        for _ in 0..MAX_DEPTH {
            let Some(reference) = node.get("$ref").and_then(Node::as_text) else {
                return Some(node);
            };
            let Some(found) = pointed(self.root, reference) else {
                self.note(format!("`{reference}` is not in this document"), node.span);
                return None;
            };
            node = found;
        }
        self.note("a reference refers back to itself", node.span);
        None
    }
}

/// Returns the target of a reference within the document.
fn pointed<'a>(root: &'a Node, reference: &str) -> Option<&'a Node> {
    let pointer = reference.strip_prefix('#')?;
    let mut node = root;
    for step in pointer.split('/').skip(1) {
        let step = unescaped(step);
        node = match &node.kind {
            Kind::List(items) => items.get(step.parse::<usize>().ok()?)?,
            _ => node.get(&step)?,
        };
    }
    Some(node)
}

/// Decodes a step of a JSON pointer in a URL fragment.
fn unescaped(step: &str) -> String {
    let mut bytes = Vec::with_capacity(step.len());
    let mut rest = step.as_bytes();
    while let [first, tail @ ..] = rest {
        let escaped = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let escaped = escaped.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match escaped.filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).replace("~1", "/").replace("~0", "~")
}

/// Reads a boolean, in quotes or not.
pub(super) fn boolean(node: &Node) -> Option<bool> {
    match &node.kind {
        Kind::Bool(value) => Some(*value),
        Kind::Text(text) => match text.trim().to_lowercase().as_str() {
            "true" | "yes" => Some(true),
            "false" | "no" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// Reads a number, in quotes or not.
pub(super) fn number(node: &Node) -> Option<f64> {
    match &node.kind {
        Kind::Integer(value) => Some(*value as f64),
        Kind::Number(value) => Some(*value),
        Kind::Text(text) => text.trim().parse().ok(),
        _ => None,
    }
    .filter(|number| number.is_finite())
}

/// Returns a value that is neither a list nor a map, as on the wire.
pub(super) fn scalar(node: &Node) -> Option<String> {
    match &node.kind {
        Kind::Text(text) => Some(text.clone()),
        Kind::Bool(value) => Some(value.to_string()),
        Kind::Integer(value) => Some(value.to_string()),
        Kind::Number(value) => Some(value.to_string()),
        Kind::Null | Kind::List(_) | Kind::Map(_) => None,
    }
}

/// Returns the items of a list, or none of any other value.
pub(super) fn items(node: &Node) -> &[Node] {
    match &node.kind {
        Kind::List(items) => items,
        _ => &[],
    }
}
