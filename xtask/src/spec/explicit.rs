//! [`spell_out`]: translates the project's own keys into keys that every OpenAPI tool knows.
//!
//! A string in a request is checked by its kind: it must not be blank, an identifier must not be a placeholder.
//! Those rules are in the core, and `x-braze-type` names them. A bundled spec is for readers who know
//! neither, so each rule becomes a `pattern` there.

use super::standard::add_all_of;
use crate::spec::yaml::{Key, Kind, Node};

/// The pattern that `Violations::identifier` of the core accepts.
const IDENTIFIER: &str = concat!(
    r"^(?![Yy][Oo][Uu][Rr][-_])(?!.*\{\{)(?!\{.*\}$)(?!<.*>$)",
    r"[^\s\u0000-\u001f\u007f-\u009f]+$",
);

/// The pattern that `Violations::text` of the core accepts.
const TEXT: &str = r"^(?=.*\S)[^\u0000-\u001f\u007f-\u009f]+$";

/// Adds the patterns to the parameters of a bundled document.
pub(crate) fn spell_out(node: &mut Node) {
    let is_parameter = node.get("in").and_then(Node::as_text).is_some();
    match &mut node.kind {
        Kind::List(items) => items.iter_mut().for_each(spell_out),
        Kind::Map(entries) => {
            for (key, value) in entries.iter_mut() {
                if is_parameter && key.text == "schema" {
                    add_pattern(value);
                }
                spell_out(value);
            }
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

fn add_pattern(schema: &mut Node) {
    let is_text = schema.get("type").and_then(Node::as_text) == Some("string");
    let is_more = ["format", "enum", "pattern", "x-braze-characters"]
        .into_iter()
        .any(|key| schema.get(key).is_some());
    if !is_text || is_more {
        return;
    }
    let pattern = match schema.get("x-braze-type").and_then(Node::as_text) {
        Some("identifier") => IDENTIFIER,
        Some(_) => return,
        None => TEXT,
    };
    let span = schema.span;
    if let Kind::Map(entries) = &mut schema.kind {
        let key = Key { text: "pattern".to_owned(), span };
        entries.push((key, Node { kind: Kind::Text(pattern.to_owned()), span }));
    }
}
