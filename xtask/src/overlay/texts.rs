//! [`texts`]: the texts for people in a spec, and those that belong to an operation.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

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

/// Keys of values on the wire, which contain no text for people.
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

/// The key of the root whose values are named texts.
pub(super) const SOURCES: &str = "x-braze-sources";

/// Returns all texts of a spec in one document, in document order.
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

/// Returns the part of a document that has texts, for queries, which go through all that there is: without examples, and
/// without lists and objects that have no text in them.
pub(super) fn with_texts(document: &Node) -> Value {
    part_with_texts(document, false).unwrap_or_default()
}

/// `is_named`: the keys are names.
fn part_with_texts(node: &Node, is_named: bool) -> Option<Value> {
    match &node.kind {
        Kind::List(items) => {
            let parts: Vec<_> = items.iter().map(|item| part_with_texts(item, false)).collect();
            let has_texts = parts.iter().any(Option::is_some);
            // Each item keeps its position.
            has_texts.then(|| parts.into_iter().map(Option::unwrap_or_default).collect())
        }
        Kind::Map(entries) => {
            let mut has_texts = false;
            let mut object = Map::new();
            for (key, value) in entries {
                let name = key.text.as_str();
                let part = match &value.kind {
                    _ if !is_named && DATA.contains(&name) => continue,
                    Kind::List(_) | Kind::Map(_) if name != SOURCES => {
                        let Some(part) = part_with_texts(value, !is_named && NAMED.contains(&name))
                        else {
                            continue;
                        };
                        has_texts = true;
                        part
                    }
                    _ => {
                        has_texts |= name == SOURCES || name == "title" || TEXTS.contains(&name);
                        value.to_json()
                    }
                };
                object.insert(name.to_owned(), part);
            }
            has_texts.then_some(Value::Object(object))
        }
        _ => None,
    }
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

/// Returns the ids of the operations that every language must translate.
pub(crate) fn translated_operations(document: &Node) -> BTreeSet<&str> {
    operations(document)
        .filter(|(_, operation)| {
            matches!(operation.get("x-braze-translated").map(|it| &it.kind), Some(Kind::Bool(true)))
        })
        .filter_map(|(_, operation)| operation.get("operationId")?.as_text())
        .collect()
}

/// Returns the parts of a spec that describe some operations: themselves, everything they refer to, their tags,
/// pools and sources.
pub(super) fn parts_of(document: &Node, ids: &BTreeSet<&str>) -> BTreeSet<Location> {
    let mut parts = BTreeSet::new();
    for (location, operation) in operations(document) {
        let id = operation.get("operationId").and_then(Node::as_text);
        if id.is_some_and(|id| ids.contains(id)) {
            let pool = operation.get("x-braze-pool").and_then(Node::as_text);
            let pool = pool.unwrap_or(crate::spec::lower::DEFAULT_POOL);
            parts.insert(Location::default().name("x-braze-pools").name(pool));
            parts.insert(location);
            add_references(document, operation, &mut parts);
        }
    }
    parts
}

/// Returns the operations of a spec and their locations.
fn operations(document: &Node) -> impl Iterator<Item = (Location, &Node)> {
    let paths = document.get("paths").map(Node::entries).unwrap_or_default();
    paths.iter().flat_map(|(path, item)| {
        let path = Location::default().name("paths").name(&path.text);
        item.entries().iter().map(move |(method, it)| (path.name(&method.text), it))
    })
}

/// Adds the targets of a node's references.
fn add_references(document: &Node, node: &Node, parts: &mut BTreeSet<Location>) {
    for item in node.items() {
        add_references(document, item, parts);
    }
    for (key, value) in node.entries() {
        let target = match (key.text.as_str(), value.as_text()) {
            ("$ref", Some(reference)) => Location::from_reference(reference),
            ("x-braze-source", Some(name)) => Some(Location::default().name(SOURCES).name(name)),
            ("tags", None) => tag(document, value),
            _ => {
                add_references(document, value, parts);
                None
            }
        };
        if let Some(target) = target
            && parts.insert(target.clone())
            && let Some(target) = target.find(document)
        {
            add_references(document, target, parts);
        }
    }
}

/// Returns the location of an operation's tag description.
fn tag(document: &Node, tags: &Node) -> Option<Location> {
    let name = tags.items().first()?.as_text()?;
    let known = document.get("tags")?.items();
    let index = known.iter().position(|tag| tag.get("name").and_then(Node::as_text) == Some(name));
    Some(Location::default().name("tags").join(Step::Index(index?)))
}

/// Returns the pieces of a text that a translation must not change: code, links, and placeholders.
pub(crate) fn fixed_pieces(text: &str) -> BTreeSet<String> {
    let mut pieces = BTreeSet::new();
    for (index, piece) in text.split('`').enumerate() {
        if index % 2 == 1 {
            pieces.insert(format!("`{piece}`"));
            continue;
        }
        let links = piece.split("](").skip(1).filter_map(|link| link.split_once(')'));
        pieces.extend(links.map(|(address, _)| address.to_owned()));
        let gaps = piece.split('{').skip(1).filter_map(|gap| gap.split_once('}'));
        pieces.extend(gaps.map(|(name, _)| format!("{{{name}}}")));
    }
    pieces
}
