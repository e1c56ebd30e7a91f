//! [`spell_out`]: translates the project's own keys into keys that every OpenAPI tool knows.
//!
//! A string in a request is checked by its kind: it must not be blank, an identifier must not be a placeholder.
//! Those rules are in the core, and `x-braze-type` names them. A bundled spec is for readers who know
//! neither, so each rule becomes a `pattern` there.

use std::collections::BTreeSet;

use super::standard::add_all_of;
use crate::spec::yaml::{Key, Kind, Node};

/// The pattern that `Violations::identifier` of the core accepts.
const IDENTIFIER: &str = concat!(
    r"^(?![Yy][Oo][Uu][Rr][-_])(?!.*\{\{)(?!\{.*\}$)(?!<.*>$)",
    r"[^\s,\u0000-\u001f\u007f-\u009f]+$",
);

/// The pattern that `Violations::text` of the core accepts.
const TEXT: &str = r"^(?=.*\S)[^\u0000-\u001f\u007f-\u009f]+$";

/// The pattern that `Violations::lines` of the core accepts.
const LINES: &str = r"^(?=[\s\S]*\S)[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]+$";

/// The reference to a shared schema, up to its name.
const SHARED: &str = "#/components/schemas/";

/// Adds the rules of bodies, and the patterns of the strings in requests, to a bundled document.
pub(crate) fn spell_out(document: &mut Node) {
    add_rules(document);
    let mut shared = BTreeSet::new();
    in_requests(document, &mut |schema| add_patterns(schema, &mut shared));
    let mut done = BTreeSet::new();
    while let Some(name) = shared.difference(&done).next().cloned() {
        let schema = ["components", "schemas", &name]
            .into_iter()
            .try_fold(&mut *document, |node, key| entry(node, key));
        if let Some(schema) = schema {
            add_patterns(schema, &mut shared);
        }
        done.insert(name);
    }
}

fn add_rules(node: &mut Node) {
    match &mut node.kind {
        Kind::List(items) => items.iter_mut().for_each(add_rules),
        Kind::Map(entries) => {
            entries.iter_mut().for_each(|(_, value)| add_rules(value));
            add_all_of(entries);
            add_characters(entries);
        }
        _ => {}
    }
}

/// Adds the pattern of `x-braze-characters`.
fn add_characters(entries: &mut Vec<(Key, Node)>) {
    let given = entries.iter().find(|(key, _)| key.text == "x-braze-characters");
    let Some((key, text)) = given.and_then(|(key, node)| Some((key, node.as_text()?))) else {
        return;
    };
    let (span, pattern) = (key.span, format!("^[{text}]+$"));
    if !entries.iter().any(|(key, _)| key.text == "pattern") {
        entries.push((
            Key { text: "pattern".to_owned(), span },
            Node { kind: Kind::Text(pattern), span },
        ));
    }
}

/// Calls `visit` with the schema of each parameter and of each body of a request.
fn in_requests(node: &mut Node, visit: &mut impl FnMut(&mut Node)) {
    let is_parameter = node.get("in").and_then(Node::as_text).is_some();
    match &mut node.kind {
        Kind::List(items) => items.iter_mut().for_each(|item| in_requests(item, visit)),
        Kind::Map(entries) => {
            for (key, value) in entries.iter_mut() {
                match key.text.as_str() {
                    "schema" if is_parameter => visit(value),
                    "requestBody" => schemas(value, visit),
                    _ => in_requests(value, visit),
                }
            }
        }
        _ => {}
    }
}

/// Calls `visit` with the schema of each content type of a body.
fn schemas(body: &mut Node, visit: &mut impl FnMut(&mut Node)) {
    let Some(Kind::Map(types)) = entry(body, "content").map(|content| &mut content.kind) else {
        return;
    };
    types.iter_mut().filter_map(|(_, media)| entry(media, "schema")).for_each(visit);
}

/// Adds patterns to a schema and all schemas within it, and collects the names of shared ones.
fn add_patterns(schema: &mut Node, shared: &mut BTreeSet<String>) {
    add_pattern(schema);
    close(schema);
    let Kind::Map(entries) = &mut schema.kind else { return };
    for (key, value) in entries {
        match (key.text.as_str(), &mut value.kind) {
            ("$ref", Kind::Text(target)) => {
                shared.extend(target.strip_prefix(SHARED).map(str::to_owned));
            }
            ("properties", Kind::Map(fields)) => {
                fields.iter_mut().for_each(|(_, field)| add_patterns(field, shared));
            }
            ("items" | "additionalProperties", _) => add_patterns(value, shared),
            _ => {}
        }
    }
}

/// Refuses unknown fields of an object in a request, as the core does.
fn close(schema: &mut Node) {
    let span = schema.span;
    let is_open =
        ["additionalProperties", "x-braze-type"].iter().any(|it| schema.get(it).is_some());
    if schema.get("properties").is_none() || is_open {
        return;
    }
    if let Kind::Map(entries) = &mut schema.kind {
        let key = Key { text: "additionalProperties".to_owned(), span };
        entries.push((key, Node { kind: Kind::Bool(false), span }));
    }
}

fn add_pattern(schema: &mut Node) {
    let is_text = schema.get("type").and_then(Node::as_text) == Some("string");
    let is_more = ["format", "enum", "pattern", "x-braze-characters"]
        .into_iter()
        .any(|key| schema.get(key).is_some());
    if !is_text || is_more {
        return;
    }
    let is_set = |key| matches!(schema.get(key).map(|it| &it.kind), Some(Kind::Bool(true)));
    let pattern = match schema.get("x-braze-type").and_then(Node::as_text) {
        Some("identifier") => IDENTIFIER,
        Some(_) => return,
        None if is_set("x-braze-lines") => LINES,
        None => TEXT,
    };
    let is_secret = is_set("x-braze-secret");
    let span = schema.span;
    if let Kind::Map(entries) = &mut schema.kind {
        let mut add = |key: &str, value: &str| {
            let key = Key { text: key.to_owned(), span };
            entries.push((key, Node { kind: Kind::Text(value.to_owned()), span }));
        };
        add("pattern", pattern);
        if is_secret {
            add("format", "password");
        }
    }
}

/// Returns the value of a key.
fn entry<'a>(node: &'a mut Node, key: &str) -> Option<&'a mut Node> {
    let Kind::Map(entries) = &mut node.kind else { return None };
    entries.iter_mut().find(|(known, _)| known.text == key).map(|(_, value)| value)
}
