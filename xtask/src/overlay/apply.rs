//! [`apply`]: what the actions of an overlay do to a document.

use serde_json::Value;
use serde_json_path::JsonPath;

use super::document::{Action, Overlay, Version};
use super::location::{Location, Step};
use crate::spec::diagnostic::{Diagnostic, Diagnostics};
use crate::spec::model::At;
use crate::spec::source::Span;
use crate::spec::yaml::{Key, Kind, Node};

/// What one action has done.
#[derive(Debug)]
pub(super) struct Applied {
    /// How many places its target selects, if it can be read.
    pub(super) selected: Option<usize>,
    pub(super) changes: Vec<Change>,
}

/// A change of one value.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) location: Location,
    pub(super) kind: ChangeKind,
    /// The piece of the overlay that asks for it.
    pub(super) span: Span,
}

/// How a value was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ChangeKind {
    /// A primitive took the place of another one.
    Replaced,
    /// It is a new property, or new items of an array.
    Added,
    Removed,
}

/// Applies the actions in their order, each to what the one before has left. What cannot be done is
/// noted. There is one [`Applied`] for each action.
pub(super) fn apply(
    overlay: &Overlay,
    document: &mut Value,
    diagnostics: &mut Diagnostics,
) -> Vec<Applied> {
    let version = overlay.format().unwrap_or(Version::V1_1);
    let actions = overlay.actions.value.iter();
    actions
        .map(|action| {
            let mut merge = Merge { version, diagnostics, changes: Vec::new() };
            let selected = merge.action(action, document);
            Applied { selected, changes: merge.changes }
        })
        .collect()
}

/// What is needed everywhere while an action is carried out.
struct Merge<'a> {
    version: Version,
    diagnostics: &'a mut Diagnostics,
    changes: Vec<Change>,
}

impl Merge<'_> {
    /// Carries an action out, and says how many places it was for.
    fn action(&mut self, action: &Action, document: &mut Value) -> Option<usize> {
        let selected = self.select(&action.target, document)?;
        if action.remove == Some(true) {
            self.remove(&selected, document, action.target.span);
        } else if let Some(update) = self.update(action, document) {
            self.merge_all(&selected, &update, document, action.target.span);
        }
        Some(selected.len())
    }

    /// The places that a query selects, each once.
    fn select(&mut self, query: &At<String>, document: &Value) -> Option<Vec<Location>> {
        match JsonPath::parse(&query.value) {
            Ok(path) => {
                let nodes = path.query_located(document);
                let mut selected: Vec<_> = nodes.locations().map(Location::from).collect();
                selected.sort();
                selected.dedup();
                Some(selected)
            }
            Err(error) => {
                let position = error.position().saturating_sub(1);
                let (label, help) = if query.value.starts_with('$') {
                    let label = format!("understood up to its character {position}");
                    (label, error.message().trim_end().to_owned())
                } else {
                    (String::new(), "a query begins at the root, with `$`".to_owned())
                };
                let message = "this is no JSONPath (RFC 9535)";
                self.diagnostics.push(
                    Diagnostic::new("bad-target", query.span, message).label(label).help(help),
                );
                None
            }
        }
    }

    /// What an action merges: its own value, or that of another place.
    fn update(&mut self, action: &Action, document: &Value) -> Option<Node> {
        match (&action.update, &action.copy) {
            (Some(update), None) => Some(update.clone()),
            (None, Some(copy)) if self.version == Version::V1_1 => {
                let selected = self.select(copy, document)?;
                if let [one] = selected.as_slice()
                    && let Some(value) = one.get(document)
                {
                    return Some(node(value, copy.span));
                }
                let message = format!("`copy` selects {} values", selected.len());
                self.diagnostics.push(
                    Diagnostic::new("bad-copy", copy.span, message).help("one value is copied"),
                );
                None
            }
            (None, Some(copy)) => {
                let message = "`copy` came with version 1.1 of the format";
                self.diagnostics.push(
                    Diagnostic::new("bad-copy", copy.span, message).help("write `overlay: 1.1.0`"),
                );
                None
            }
            (update, _) => {
                let message = match update {
                    Some(_) => "an action has `update` or `copy`, not both",
                    None => "this action does nothing",
                };
                self.diagnostics.push(
                    Diagnostic::new("bad-action", action.span, message)
                        .help("give it one of `update`, `copy` and `remove: true`"),
                );
                None
            }
        }
    }

    fn remove(&mut self, selected: &[Location], document: &mut Value, span: Span) {
        // From the last place to the first: then the ways to the others stay as they are.
        for location in selected.iter().rev() {
            let Some((parent, step)) = location.split() else {
                let message = "the whole document cannot be removed";
                self.diagnostics.push(Diagnostic::new("bad-remove", span, message));
                continue;
            };
            match (parent.get_mut(document), step) {
                (Some(Value::Array(items)), Step::Index(index)) if *index < items.len() => {
                    items.remove(*index);
                }
                (Some(Value::Object(properties)), Step::Name(name)) => {
                    properties.remove(name);
                }
                _ => {}
            }
            self.changed(location.clone(), ChangeKind::Removed, span);
        }
    }

    fn merge_all(
        &mut self,
        selected: &[Location],
        update: &Node,
        document: &mut Value,
        target: Span,
    ) {
        let mut kinds: Vec<_> =
            selected.iter().filter_map(|location| location.get(document)).map(kind).collect();
        kinds.dedup();
        if let [one, other, ..] = kinds.as_slice() {
            let message = format!("the target selects {one} and {other} at once");
            self.diagnostics.push(
                Diagnostic::new("mixed-target", target, message)
                    .help("select objects, arrays or primitives, each with an action of its own"),
            );
            return;
        }
        for location in selected {
            if let Some(value) = location.get_mut(document) {
                self.merge(value, update, location, target);
            }
        }
    }

    /// Merges into a value that the target has selected.
    fn merge(&mut self, value: &mut Value, update: &Node, location: &Location, target: Span) {
        let joins = self.version == Version::V1_1;
        match (value, &update.kind) {
            (Value::Array(items), Kind::List(more)) if joins => {
                self.append(items, more.iter().collect(), location, update.span);
            }
            (Value::Array(items), _) => {
                self.append(items, vec![update], location, update.span);
            }
            (value, _) if is_primitive(value) && !joins => {
                let message = format!("`{location}` is a primitive");
                self.diagnostics.push(
                    Diagnostic::new("bad-target", target, message)
                        .help("write `overlay: 1.1.0`, or select the object that holds it"),
                );
            }
            (value, _) => self.merge_property(value, update, location),
        }
    }

    /// Merges into a property that is there in both.
    fn merge_property(&mut self, value: &mut Value, update: &Node, location: &Location) {
        match (&mut *value, &update.kind) {
            (Value::Object(properties), Kind::Map(entries)) => {
                for (key, update) in entries {
                    let location = location.name(&key.text);
                    if let Some(value) = properties.get_mut(&key.text) {
                        self.merge_property(value, update, &location);
                    } else {
                        properties.insert(key.text.clone(), update.to_json());
                        self.changed(location, ChangeKind::Added, key.span);
                    }
                }
            }
            (Value::Array(items), Kind::List(more)) => {
                self.append(items, more.iter().collect(), location, update.span);
            }
            (Value::Object(_), _) => self.incompatible(location, "an object", update),
            (Value::Array(_), _) => self.incompatible(location, "an array", update),
            (_, Kind::Map(_) | Kind::List(_)) => {
                self.incompatible(location, "a primitive", update);
            }
            _ => {
                *value = update.to_json();
                self.changed(location.clone(), ChangeKind::Replaced, update.span);
            }
        }
    }

    fn append(&mut self, items: &mut Vec<Value>, more: Vec<&Node>, to: &Location, span: Span) {
        for item in more {
            self.changed(to.join(Step::Index(items.len())), ChangeKind::Added, span);
            items.push(item.to_json());
        }
    }

    fn incompatible(&mut self, location: &Location, what: &str, update: &Node) {
        let message =
            format!("`{location}` is {what}, which cannot be merged with {}", update.what());
        self.diagnostics.push(Diagnostic::new("incompatible-update", update.span, message));
    }

    fn changed(&mut self, location: Location, kind: ChangeKind, span: Span) {
        self.changes.push(Change { location, kind, span });
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Object(_) => "objects",
        Value::Array(_) => "arrays",
        _ => "primitives",
    }
}

fn is_primitive(value: &Value) -> bool {
    !matches!(value, Value::Object(_) | Value::Array(_))
}

/// A value of the document as a piece of the overlay, where the overlay asks for it.
fn node(value: &Value, span: Span) -> Node {
    let kind = match value {
        Value::Null => Kind::Null,
        Value::Bool(value) => Kind::Bool(*value),
        Value::Number(number) => match number.as_i64() {
            Some(integer) => Kind::Integer(integer),
            None => Kind::Number(number.as_f64().unwrap_or_default()),
        },
        Value::String(text) => Kind::Text(text.clone()),
        Value::Array(items) => Kind::List(items.iter().map(|item| node(item, span)).collect()),
        Value::Object(properties) => {
            let key = |text: &String| Key { text: text.clone(), span };
            Kind::Map(properties.iter().map(|(name, it)| (key(name), node(it, span))).collect())
        }
    };
    Node { kind, span }
}
