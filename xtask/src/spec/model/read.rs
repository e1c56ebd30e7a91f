//! [`Read`]: reading the spec's objects from YAML, with every problem reported.

use serde_json::{Value, json};

use super::json_schema::Schemas;
use crate::spec::diagnostic::{Diagnostic, Diagnostics};
use crate::spec::source::Span;
use crate::spec::suggest::nearest;
use crate::spec::yaml::{Key, Kind, Node};

/// A part of the spec that is read from YAML.
pub(crate) trait Read: Sized {
    /// Reads a node. Returns `None` if it is invalid; the diagnostics then have the reason.
    fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self>;

    /// Returns the JSON Schema of the YAML that it is read from.
    fn schema(schemas: &mut Schemas) -> Value;
}

/// The value of a key of an object: required, or an `Option`.
pub(crate) trait Slot: Sized {
    const REQUIRED: bool;

    fn read_slot(object: &Object<'_>, key: &str, diagnostics: &mut Diagnostics) -> Option<Self>;

    fn schema_slot(schemas: &mut Schemas) -> Value;
}

impl<T: Read> Slot for T {
    const REQUIRED: bool = true;

    fn read_slot(object: &Object<'_>, key: &str, diagnostics: &mut Diagnostics) -> Option<Self> {
        if let Some(node) = object.node.get(key) {
            return T::read(node, diagnostics);
        }
        diagnostics.push(
            Diagnostic::new(
                "missing-key",
                object.node.span,
                format!("{} must have the key `{key}`", object.title),
            )
            .label(format!("`{key}` is missing here")),
        );
        None
    }

    fn schema_slot(schemas: &mut Schemas) -> Value {
        T::schema(schemas)
    }
}

impl<T: Read> Slot for Option<T> {
    const REQUIRED: bool = false;

    fn read_slot(object: &Object<'_>, key: &str, diagnostics: &mut Diagnostics) -> Option<Self> {
        match object.node.get(key) {
            Some(node) => T::read(node, diagnostics).map(Some),
            None => Some(None),
        }
    }

    fn schema_slot(schemas: &mut Schemas) -> Value {
        T::schema(schemas)
    }
}

/// A value together with the place of its key.
#[derive(Debug, Clone)]
pub(crate) struct Keyed<T> {
    pub(crate) key: Span,
    pub(crate) value: T,
}

impl<T: Read> Slot for Option<Keyed<T>> {
    const REQUIRED: bool = false;

    fn read_slot(object: &Object<'_>, key: &str, diagnostics: &mut Diagnostics) -> Option<Self> {
        match object.node.entries().iter().find(|(known, _)| known.text == key) {
            Some((key, node)) => {
                Some(Some(Keyed { key: key.span, value: T::read(node, diagnostics)? }))
            }
            None => Some(None),
        }
    }

    fn schema_slot(schemas: &mut Schemas) -> Value {
        T::schema(schemas)
    }
}

/// A map with a known set of keys, already checked.
pub(crate) struct Object<'a> {
    node: &'a Node,
    title: &'static str,
}

impl<'a> Object<'a> {
    /// Checks that the node is a map and has only known keys.
    pub(crate) fn open(
        node: &'a Node,
        title: &'static str,
        known: &[&str],
        refused: &[(&str, &str)],
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            diagnostics.push(wrong_kind(node, &format!("{title}, which is a map")));
            return None;
        };
        for (key, _) in entries {
            if !known.contains(&key.text.as_str()) {
                diagnostics.push(unknown_key(key, title, known, refused));
            }
        }
        Some(Self { node, title })
    }
}

fn unknown_key(key: &Key, title: &str, known: &[&str], refused: &[(&str, &str)]) -> Diagnostic {
    if let Some((_, reason)) = refused.iter().find(|(name, _)| *name == key.text) {
        let message = format!("`{}` is OpenAPI, but outside the supported subset", key.text);
        return Diagnostic::new("outside-subset", key.span, message).help(*reason);
    }
    let diagnostic =
        Diagnostic::new("unknown-key", key.span, format!("{title} has no key `{}`", key.text))
            .label("unknown key");
    match nearest(&key.text, known.iter().copied()) {
        Some(near) => diagnostic.suggest(key.span, "there is a key with a similar name", near),
        None => diagnostic.help(format!("known keys: `{}`", known.join("`, `"))),
    }
}

/// Returns the problem of a value of the wrong kind.
pub(crate) fn wrong_kind(node: &Node, wanted: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        "wrong-type",
        node.span,
        format!("expected {wanted}, found {}", node.what()),
    )
    .label(format!("this is {}", node.what()));
    match node.kind {
        Kind::Integer(_) | Kind::Number(_) | Kind::Bool(_) if wanted == "a string" => {
            diagnostic.help("put it in quotes to make it a string")
        }
        _ => diagnostic,
    }
}

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

impl<T: Read> Read for At<T> {
    fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        Some(Self { value: T::read(node, diagnostics)?, span: node.span })
    }

    fn schema(schemas: &mut Schemas) -> Value {
        T::schema(schemas)
    }
}

impl Read for String {
    fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        let text = node.as_text().map(str::to_owned);
        if text.is_none() {
            diagnostics.push(wrong_kind(node, "a string"));
        }
        text
    }

    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "string" })
    }
}

impl Read for bool {
    fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        if let Kind::Bool(value) = node.kind {
            return Some(value);
        }
        diagnostics.push(wrong_kind(node, "`true` or `false`"));
        None
    }

    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "boolean" })
    }
}

impl Read for u32 {
    fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        if let Kind::Integer(value) = node.kind
            && let Ok(value) = Self::try_from(value)
        {
            return Some(value);
        }
        diagnostics.push(match node.kind {
            Kind::Integer(value) => {
                let message = format!("expected an integer from 0 to {}, found {value}", Self::MAX);
                Diagnostic::new("wrong-type", node.span, message)
            }
            _ => wrong_kind(node, "a non-negative integer"),
        });
        None
    }

    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "integer", "minimum": 0, "maximum": Self::MAX })
    }
}

/// An integer or a decimal number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Number {
    Integer(i64),
    Decimal(f64),
}

impl Number {
    pub(crate) fn as_f64(self) -> f64 {
        match self {
            Self::Integer(value) => value as f64,
            Self::Decimal(value) => value,
        }
    }
}

impl Read for Number {
    fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        match node.kind {
            Kind::Integer(value) => Some(Self::Integer(value)),
            Kind::Number(value) => Some(Self::Decimal(value)),
            _ => {
                diagnostics.push(wrong_kind(node, "a number"));
                None
            }
        }
    }

    fn schema(_: &mut Schemas) -> Value {
        json!({ "type": "number" })
    }
}

impl Read for Node {
    fn read(node: &Node, _: &mut Diagnostics) -> Option<Self> {
        Some(node.clone())
    }

    fn schema(_: &mut Schemas) -> Value {
        json!(true)
    }
}

impl<T: Read> Read for Box<T> {
    fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        T::read(node, diagnostics).map(Self::new)
    }

    fn schema(schemas: &mut Schemas) -> Value {
        T::schema(schemas)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        let Kind::List(items) = &node.kind else {
            diagnostics.push(wrong_kind(node, "a list"));
            return None;
        };
        // All items are read before the first bad one fails the list, so that all problems are found.
        let items: Vec<_> = items.iter().map(|item| T::read(item, diagnostics)).collect();
        items.into_iter().collect()
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "type": "array", "items": T::schema(schemas) })
    }
}

/// A map whose keys are names chosen by the spec, in document order.
#[derive(Debug, Clone)]
pub(crate) struct Entries<T>(pub(crate) Vec<(Key, T)>);

impl<T> Entries<T> {
    pub(crate) fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(key, _)| key.text == name).map(|(_, value)| value)
    }

    pub(crate) fn iter(&self) -> std::slice::Iter<'_, (Key, T)> {
        self.0.iter()
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.text.as_str())
    }
}

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Read> Read for Entries<T> {
    fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            diagnostics.push(wrong_kind(node, "a map"));
            return None;
        };
        let entries: Vec<_> = entries
            .iter()
            .map(|(key, value)| Some((key.clone(), T::read(value, diagnostics)?)))
            .collect();
        entries.into_iter().collect::<Option<_>>().map(Self)
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "type": "object", "additionalProperties": T::schema(schemas) })
    }
}

/// Returns the problem of a word that is not among the allowed ones.
pub(crate) fn unknown_word(span: Span, word: &str, title: &str, known: &[&str]) -> Diagnostic {
    let diagnostic = Diagnostic::new("unknown-word", span, format!("`{word}` is not a {title}"))
        .help(format!("write one of `{}`", known.join("`, `")));
    match nearest(word, known.iter().copied()) {
        Some(near) => diagnostic.suggest(span, format!("there is a similar {title}"), near),
        None => diagnostic,
    }
}
