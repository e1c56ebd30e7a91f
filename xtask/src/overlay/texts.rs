//! [`texts`]: where a spec holds texts for people, and which of them belong to an operation.

use std::collections::BTreeSet;

use super::location::{Location, Step};
use crate::spec::source::Span;
use crate::spec::yaml::{Kind, Node};

/// A text for people.
#[derive(Debug)]
pub(super) struct Text<'a> {
    pub(super) location: Location,
    pub(super) text: &'a str,
    pub(super) span: Span,
}

/// Keys of objects whose values are texts for people.
const TEXTS: [&str; 2] = ["summary", "description"];

/// Keys below which nothing is a text for people: values that travel.
const DATA: [&str; 6] = ["value", "default", "enum", "const", "x-braze-request", "x-braze-body"];

/// Keys of maps whose own keys are names.
const NAMED: [&str; 10] = [
    "paths",
    "schemas",
    "properties",
    "parameters",
    "responses",
    "headers",
    "content",
    "examples",
    "securitySchemes",
    "x-braze-pools",
];

/// The key of the root whose values are texts, each with a name of its own.
pub(super) const SOURCES: &str = "x-braze-sources";

/// All texts of a spec in one document, in its order.
pub(super) fn texts(document: &Node) -> Vec<Text<'_>> {
    let mut found = Vec::new();
    collect(document, &Location::default(), &mut found);
    for (key, all) in [("info", false), (SOURCES, true)] {
        let location = Location::default().name(key);
        for (key, node) in document.get(key).map(Node::entries).unwrap_or_default() {
            if let Some(text) = node.as_text().filter(|_| all || key.text == "title") {
                found.push(Text { location: location.name(&key.text), text, span: node.span });
            }
        }
    }
    found
}

/// Collects the values of keys that hold texts.
fn collect<'a>(node: &'a Node, at: &Location, found: &mut Vec<Text<'a>>) {
    match &node.kind {
        Kind::List(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, &at.join(Step::Index(index)), found);
            }
        }
        Kind::Map(entries) => {
            for (key, value) in entries {
                let at = at.name(&key.text);
                match &value.kind {
                    Kind::Text(text) if TEXTS.contains(&key.text.as_str()) => {
                        found.push(Text { location: at, text, span: value.span });
                    }
                    _ if DATA.contains(&key.text.as_str()) => {}
                    Kind::Map(entries) if NAMED.contains(&key.text.as_str()) => {
                        for (name, value) in entries {
                            collect(value, &at.name(&name.text), found);
                        }
                    }
                    _ => collect(value, &at, found),
                }
            }
        }
        _ => {}
    }
}

/// The parts of a spec that describe an operation: itself, whatever it refers to, its tag, its pool
/// and its sources. Empty if there is no such operation.
pub(super) fn parts_of(document: &Node, operation_id: &str) -> BTreeSet<Location> {
    let mut parts = BTreeSet::new();
    let paths = Location::default().name("paths");
    for (path, item) in document.get("paths").map(Node::entries).unwrap_or_default() {
        for (method, operation) in item.entries() {
            if operation.get("operationId").and_then(Node::as_text) == Some(operation_id) {
                let pool = operation.get("x-braze-pool").and_then(Node::as_text);
                let pool = pool.unwrap_or(crate::spec::lower::DEFAULT_POOL);
                parts.insert(Location::default().name("x-braze-pools").name(pool));
                parts.insert(paths.name(&path.text).name(&method.text));
                refers(document, operation, &mut parts);
            }
        }
    }
    parts
}

/// Adds what a piece of the spec refers to.
fn refers(document: &Node, node: &Node, parts: &mut BTreeSet<Location>) {
    for item in node.items() {
        refers(document, item, parts);
    }
    for (key, value) in node.entries() {
        let target = match (key.text.as_str(), value.as_text()) {
            ("$ref", Some(reference)) => Location::of_reference(reference),
            ("x-braze-source", Some(name)) => Some(Location::default().name(SOURCES).name(name)),
            ("tags", None) => tag(document, value),
            _ => {
                refers(document, value, parts);
                None
            }
        };
        if let Some(target) = target
            && parts.insert(target.clone())
            && let Some(target) = target.find(document)
        {
            refers(document, target, parts);
        }
    }
}

/// Where the one tag of an operation is described.
fn tag(document: &Node, tags: &Node) -> Option<Location> {
    let name = tags.items().first()?.as_text()?;
    let known = document.get("tags")?.items();
    let index = known.iter().position(|tag| tag.get("name").and_then(Node::as_text) == Some(name));
    Some(Location::default().name("tags").join(Step::Index(index?)))
}

/// The pieces of a text that a translation keeps as they are: code, links, and the gaps of a
/// template.
pub(crate) fn kept(text: &str) -> BTreeSet<String> {
    let mut kept = BTreeSet::new();
    for (index, piece) in text.split('`').enumerate() {
        if index % 2 == 1 {
            kept.insert(format!("`{piece}`"));
            continue;
        }
        let links = piece.split("](").skip(1).filter_map(|link| link.split_once(')'));
        kept.extend(links.map(|(address, _)| address.to_owned()));
        let gaps = piece.split('{').skip(1).filter_map(|gap| gap.split_once('}'));
        kept.extend(gaps.map(|(name, _)| format!("{{{name}}}")));
    }
    kept
}
