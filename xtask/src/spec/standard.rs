//! Rules of bodies in the words of JSON Schema, so that other tools check what this project checks.

use crate::spec::source::Span;
use crate::spec::yaml::{Key, Kind, Node};

/// Adds an `allOf` that says the same to a schema with `x-braze-rules`.
pub(super) fn add_all_of(entries: &mut Vec<(Key, Node)>) {
    let is_schema = entries.iter().any(|(key, _)| key.text == "properties");
    let rules = entries.iter().find(|(key, _)| key.text == "x-braze-rules" && is_schema);
    let Some((key, rules)) = rules.cloned() else { return };
    let properties = entries.iter().find(|(key, _)| key.text == "properties");
    let properties = properties.map(|(_, node)| node.clone());
    let conditions = rules.items().iter().filter_map(|rule| match rule.get("when") {
        Some(field) => conditional(rule, field, properties.as_ref()?),
        None => condition(rule),
    });
    let conditions: Vec<_> = conditions.collect();
    if !conditions.is_empty() {
        let all_of = Key { text: "allOf".to_owned(), span: key.span };
        entries.push((all_of, Node { kind: Kind::List(conditions), span: key.span }));
    }
}

/// A rule as a schema. The items of several lists together cannot be counted in JSON Schema.
fn condition(rule: &Node) -> Option<Node> {
    let at = rule.span;
    let names = |key: &str| rule.get(key).map(|names| names.items().to_vec());
    if let Some(names) = names("at-least-one") {
        return Some(map(at, "anyOf", list(at, names.into_iter().map(|name| required(&[name])))));
    }
    if let Some(names) = names("exactly-one") {
        return Some(map(at, "oneOf", list(at, names.into_iter().map(|name| required(&[name])))));
    }
    if let Some(names) = names("at-most-one") {
        let pairs = names.iter().enumerate().flat_map(|(index, first)| {
            let others = names.iter().skip(index + 1);
            others.map(|second| required(&[first.clone(), second.clone()]))
        });
        return Some(map(at, "not", map(at, "anyOf", list(at, pairs))));
    }
    if let Some(names) = names("together") {
        let each = names.iter().map(|name| {
            let others = names.iter().filter(|other| other.as_text() != name.as_text());
            (name.clone(), others.cloned().collect())
        });
        return Some(dependencies(at, each.collect()));
    }
    let field = rule.get("requires")?.clone();
    Some(dependencies(at, vec![(field, names("fields")?)]))
}

/// A rule that holds if a field has a certain value.
fn conditional(rule: &Node, field: &Node, properties: &Node) -> Option<Node> {
    let at = rule.span;
    let is = rule.get("is")?;
    let values = match &is.kind {
        Kind::List(items) => items.clone(),
        _ => vec![is.clone()],
    };
    let name = field.as_text()?;
    let default = properties.get(name).and_then(|property| property.get("default"));
    let or_absent =
        default.is_some_and(|default| values.iter().any(|it| it.shown() == default.shown()));
    let mut condition = map(at, "properties", map(at, name, map(at, "enum", list(at, values))));
    if !or_absent {
        add(&mut condition, at, "required", list(at, [field.clone()]));
    }
    let mut consequence = Node { kind: Kind::Map(Vec::new()), span: at };
    let names = |key: &str| rule.get(key).map(|names| names.items().to_vec());
    let each = |names: Vec<Node>| list(at, names.into_iter().map(|name| required(&[name])));
    if let Some(names) = names("required") {
        add(&mut consequence, at, "required", list(at, names));
    }
    if let Some(names) = names("at-least-one") {
        add(&mut consequence, at, "anyOf", each(names));
    }
    if let Some(names) = names("forbidden") {
        add(&mut consequence, at, "not", map(at, "anyOf", each(names)));
    }
    let mut whole = map(at, "if", condition);
    add(&mut whole, at, "then", consequence);
    Some(whole)
}

fn add(to: &mut Node, at: Span, key: &str, value: Node) {
    if let Kind::Map(entries) = &mut to.kind {
        entries.push((Key { text: key.to_owned(), span: at }, value));
    }
}

fn dependencies(at: Span, each: Vec<(Node, Vec<Node>)>) -> Node {
    let entries = each.into_iter().filter_map(|(name, others)| {
        let key = Key { text: name.as_text()?.to_owned(), span: name.span };
        Some((key, list(at, others)))
    });
    let entries = Kind::Map(entries.collect());
    map(at, "dependentRequired", Node { kind: entries, span: at })
}

fn required(names: &[Node]) -> Node {
    let at = names[0].span;
    map(at, "required", list(at, names.iter().cloned()))
}

fn list(at: Span, items: impl IntoIterator<Item = Node>) -> Node {
    Node { kind: Kind::List(items.into_iter().collect()), span: at }
}

fn map(at: Span, key: &str, value: Node) -> Node {
    Node { kind: Kind::Map(vec![(Key { text: key.to_owned(), span: at }, value)]), span: at }
}
