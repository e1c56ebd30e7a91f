//! Foreign OpenAPI documents: the part that the subset supports is read, and the rest is listed.
//!
//! The document is rewritten to the subset, operation by operation, and every part keeps the place that
//! it was read from. Problems of the result are traced back by their places, and the operations
//! that they affect are omitted.

mod names;
mod operation;
mod parameter;
mod schema;
mod sift;

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use crate::spec::diagnostic::{Diagnostic, Diagnostics, Report};
use crate::spec::files::{Files, relative};
use crate::spec::fixups::Fixups;
use crate::spec::ir::Api;
use crate::spec::load::read_file;
use crate::spec::source::{Sources, Span};
use crate::spec::yaml::{Key, Kind, Node};

/// The methods that the clients send.
const METHODS: [&str; 5] = ["get", "put", "post", "patch", "delete"];

/// The prefix of the project's own keys.
const OWN: &str = "x-braze-";

/// Returns `true` for a foreign document: neither it nor a file that it refers to has one of the
/// project's own keys.
pub(crate) fn is_foreign(files: &dyn Files, spec: &str) -> bool {
    let is_own = |file: &str| files.read(file).is_ok_and(|text| text.contains(OWN));
    files
        .read(spec)
        .is_ok_and(|text| !text.contains(OWN) && !others(spec, &text).iter().any(|it| is_own(it)))
}

/// Returns the files that a document refers to.
fn others(spec: &str, text: &str) -> BTreeSet<String> {
    let targets = text.split("$ref").skip(1).filter_map(|rest| {
        let target = rest.trim_start_matches(['"', '\'', ':', ' ']);
        target.split(['#', '"', '\'', ' ', ',', '}', '\n', '\r']).next()
    });
    let is_file = |target: &&str| !target.is_empty() && !target.contains("://");
    targets.filter(is_file).map(|target| relative(spec, target)).collect()
}

/// Reads the supported part of a document. The report lists the rest.
///
/// # Errors
///
/// If the document is not OpenAPI 3.0 or 3.1, or no operation of it is supported.
pub(crate) fn read(files: &dyn Files, spec: &str) -> Result<(Api, Report), Box<Report>> {
    let files = &Printable(files);
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let mut fixups = Fixups::beside(spec, files, &mut sources, &mut diagnostics);
    let root = read_file::<Node>(files, spec, &mut fixups, &mut sources, &mut diagnostics).1;
    fixups.finish(&mut diagnostics);
    if let Some(root) = root.filter(|_| diagnostics.is_empty()) {
        let version = root.get("openapi").and_then(Node::as_text).unwrap_or_default();
        if version.starts_with("3.0") || version.starts_with("3.1") {
            let mut foreign = Foreign::new(&root);
            foreign.operations();
            match foreign.sift(spec, &sources) {
                Ok((api, left_out)) => return Ok((api, Report::new(sources, left_out))),
                Err(problems) => problems.into_iter().for_each(|it| diagnostics.push(it)),
            }
        } else {
            let message = "this is not a document of OpenAPI 3.0 or 3.1";
            diagnostics.push(Diagnostic::new("openapi-version", root.span, message));
        }
    }
    Err(Box::new(Report::new(sources, diagnostics.into_sorted())))
}

/// Files with blanks instead of control characters, which are valid in JSON but not in YAML. No place
/// in them changes.
struct Printable<'a>(&'a dyn Files);

impl Files for Printable<'_> {
    fn read(&self, path: &str) -> io::Result<String> {
        let printable = |char: char| match char {
            '\u{7f}' => ' ',
            '\u{80}'..='\u{9f}' => '\u{a0}',
            char => char,
        };
        Ok(self.0.read(path)?.chars().map(printable).collect())
    }

    fn list(&self, folder: &str) -> Vec<String> {
        self.0.list(folder)
    }
}

/// A reason for omitting an operation.
#[derive(Debug, Clone)]
struct Refusal {
    span: Span,
    reason: String,
}

impl Refusal {
    fn new<T>(span: Span, reason: impl Into<String>) -> Result<T, Self> {
        Err(Self { span, reason: reason.into() })
    }
}

/// The side of a call that a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Request,
    Reply,
}

/// An operation in the subset.
#[derive(Debug)]
struct Operation {
    path: Key,
    method: &'static str,
    tag: String,
    node: Node,
}

/// A document while it is rewritten.
struct Foreign<'a> {
    root: &'a Node,
    operations: Vec<Operation>,
    /// The shared schemas that are needed, by name and side.
    schemas: BTreeMap<(String, Side), Result<Node, Refusal>>,
    /// Omitted operations, with their places.
    refused: Vec<(String, Span, Refusal)>,
    /// Kinds of ignored parts, with their number and the place of the first one.
    ignored: BTreeMap<&'static str, (usize, Span)>,
    /// Schemas that are being merged now.
    open: Vec<String>,
}

impl<'a> Foreign<'a> {
    fn new(root: &'a Node) -> Self {
        Self {
            root,
            operations: Vec::new(),
            schemas: BTreeMap::new(),
            refused: Vec::new(),
            ignored: BTreeMap::new(),
            open: Vec::new(),
        }
    }

    fn ignore(&mut self, what: &'static str, span: Span) {
        self.ignored.entry(what).or_insert((0, span)).0 += 1;
    }

    /// Returns a node, or the target of its reference.
    fn resolve(&self, node: &'a Node) -> Result<&'a Node, Refusal> {
        let mut node = node;
        for _ in 0..16 {
            let Some(reference) = node.get("$ref") else { return Ok(node) };
            let target = reference.as_text().unwrap_or_default();
            match target.strip_prefix("#/").and_then(|pointer| self.at(pointer)) {
                Some(found) => node = found,
                None => {
                    return Refusal::new(
                        reference.span,
                        format!("`{target}` is not in this document"),
                    );
                }
            }
        }
        Refusal::new(node.span, "this reference refers back to itself")
    }

    /// Returns the node at a JSON pointer.
    fn at(&self, pointer: &str) -> Option<&'a Node> {
        pointer.split('/').try_fold(self.root, |node, part| {
            let part = unescaped(part);
            match &node.kind {
                Kind::List(items) => items.get(part.parse::<usize>().ok()?),
                _ => node.get(&part),
            }
        })
    }
}

/// Decodes a part of a JSON pointer in a URL fragment.
fn unescaped(part: &str) -> String {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let [first, after @ ..] = rest {
        let encoded = after.get(..2).filter(|_| *first == b'%');
        let encoded = encoded.and_then(|digits| std::str::from_utf8(digits).ok());
        let encoded = encoded.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(encoded.unwrap_or(*first));
        rest = if encoded.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).replace("~1", "/").replace("~0", "~")
}

fn text(text: impl Into<String>, span: Span) -> Node {
    Node { kind: Kind::Text(text.into()), span }
}

fn boolean(value: bool, span: Span) -> Node {
    Node { kind: Kind::Bool(value), span }
}

fn list(items: Vec<Node>, span: Span) -> Node {
    Node { kind: Kind::List(items), span }
}

fn map(entries: Vec<(Key, Node)>, span: Span) -> Node {
    Node { kind: Kind::Map(entries), span }
}

fn key(text: impl Into<String>, span: Span) -> Key {
    Key { text: text.into(), span }
}

/// Returns a text that is not blank.
fn words<'a>(node: &'a Node, key: &str) -> Option<&'a Node> {
    node.get(key).filter(|it| it.as_text().is_some_and(|text| !text.trim().is_empty()))
}

fn is_true(node: &Node, key: &str) -> bool {
    matches!(node.get(key).map(|it| &it.kind), Some(Kind::Bool(true)))
}
