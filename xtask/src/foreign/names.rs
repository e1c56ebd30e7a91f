//! [`Names`]: a unique name for every type, module and operation.

use std::collections::{BTreeMap, BTreeSet};

use super::operation::without;
use super::{Operation, Side, key, list, text};
use crate::spec::lower::{is_taken_module, is_taken_type};
use crate::spec::names;
use crate::spec::yaml::{Key, Kind, Node};

/// The names that are taken.
#[derive(Debug, Default)]
pub(super) struct Names {
    types: BTreeSet<String>,
    operations: BTreeSet<String>,
    modules: BTreeMap<String, String>,
}

impl Names {
    /// Returns a unique type name.
    fn unique(&mut self, wanted: &str, endings: &[&str]) -> String {
        // Converted twice, since a name of only letters is one word the second time.
        let mut base = names::pascal(&names::pascal(wanted));
        if !base.starts_with(|first: char| first.is_ascii_uppercase()) || base == "Self" {
            base = format!("T{base}");
        }
        let mut name = base.clone();
        let mut count = 1;
        let all = |name: &str| endings.iter().map(|end| format!("{name}{end}")).collect::<Vec<_>>();
        while all(&name).iter().any(|name| self.types.contains(name) || is_taken_type(name)) {
            count += 1;
            name = format!("{base}{count}");
        }
        self.types.extend(all(&name));
        name
    }

    /// Returns the module of a tag.
    pub(super) fn tag(&mut self, tag: &str) -> String {
        if let Some(known) = self.modules.get(tag) {
            return known.clone();
        }
        let mut name = names::snake(tag);
        if !name.starts_with(|first: char| first.is_ascii_lowercase()) {
            name = format!("tag_{name}");
        }
        if names::module(&name).is_none() || is_taken_module(&name) {
            name.push_str("_api");
        }
        let name = name.trim_end_matches('_').to_owned();
        self.modules.insert(tag.to_owned(), name.clone());
        name
    }

    /// Names a shared schema and those within it.
    pub(super) fn component(&mut self, (name, side): &(String, Side), both: bool, node: &mut Node) {
        let input = if *side == Side::Request && both { " input" } else { "" };
        self.schema(&format!("{name}{input}"), node);
    }

    /// Names a schema, if it becomes a type, and those within it.
    fn schema(&mut self, wanted: &str, node: &mut Node) {
        let is_type = node.get("properties").is_some() || node.get("enum").is_some();
        let mut name = names::pascal(&names::pascal(wanted));
        if is_type {
            name = self.unique(wanted, &[""]);
            set(node, "x-braze-name", &name);
        }
        self.within(&name, node);
    }

    fn within(&mut self, name: &str, node: &mut Node) {
        let Kind::Map(entries) = &mut node.kind else { return };
        for (known, value) in entries {
            match known.text.as_str() {
                "items" => self.schema(&names::singular(name), value),
                "additionalProperties" => self.schema(&format!("{name} value"), value),
                "properties" => {
                    let Kind::Map(properties) = &mut value.kind else { continue };
                    for (property, value) in properties {
                        self.schema(&format!("{name} {}", property.text), value);
                    }
                }
                _ => {}
            }
        }
    }

    /// Names an operation and the schemas within it.
    pub(super) fn operation(&mut self, operation: &mut Operation) {
        let tag = self.tag(&operation.tag);
        let own = super::operation::name(operation);
        let mut base = own;
        if !base.starts_with(|first: char| first.is_ascii_lowercase()) {
            base = format!("op_{base}");
        }
        if names::module(&base).is_none() {
            base.push_str("_it");
        }
        let mut name = base.clone();
        let mut count = 1;
        while self.operations.contains(&format!("{tag}.{name}")) {
            count += 1;
            name = format!("{base}_{count}");
        }
        let id = format!("{tag}.{name}");
        self.operations.insert(id.clone());
        let node = &mut operation.node;
        let id_span = node.get("operationId").map_or(node.span, |it| it.span);
        set(node, "operationId", &id);
        let name = self.unique(&name, &["", "Request", "Body"]);
        // The file name of an operation is in lower case.
        set(node, "x-braze-name", &names::snake(&name));
        without(node, "tags");
        if let Kind::Map(entries) = &mut node.kind {
            entries.push((key("tags", id_span), list(vec![text(tag, id_span)], id_span)));
        }
        self.bodies(&name, node);
    }

    /// Names the schemas of parameters, body and replies.
    fn bodies(&mut self, name: &str, node: &mut Node) {
        let Kind::Map(entries) = &mut node.kind else { return };
        for (known, value) in entries {
            let outer = match known.text.as_str() {
                "parameters" => {
                    let Kind::List(parameters) = &mut value.kind else { continue };
                    for parameter in parameters {
                        let own = parameter.get("name").and_then(Node::as_text).unwrap_or_default();
                        let wanted = format!("{name} {own}");
                        each(parameter, &mut |schema| self.schema(&wanted, schema));
                    }
                    continue;
                }
                "requestBody" => format!("{name} content"),
                "responses" => format!("{name} reply"),
                _ => continue,
            };
            each(value, &mut |schema| self.schema(&outer, schema));
        }
    }
}

/// Applies an action to each outermost schema in a node.
fn each(node: &mut Node, act: &mut dyn FnMut(&mut Node)) {
    let Kind::Map(entries) = &mut node.kind else { return };
    for (known, value) in entries {
        if known.text == "schema" {
            act(value);
        } else {
            each(value, act);
        }
    }
}

/// Sets a text of a map.
fn set(node: &mut Node, name: &str, value: &str) {
    let span = node.get(name).map_or(node.span, |it| it.span);
    without(node, name);
    if let Kind::Map(entries) = &mut node.kind {
        entries.push((Key { text: name.to_owned(), span }, text(value, span)));
    }
}
