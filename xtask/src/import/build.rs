//! [`Build`]: YAML trees that are built rather than read.

use crate::spec::source::Span;
use crate::spec::yaml::{Key, Kind, Node};

/// A builder of the nodes of a tree. Their places have no meaning.
#[derive(Debug, Clone, Copy)]
pub(super) struct Build(pub(super) Span);

impl Build {
    fn node(self, kind: Kind) -> Node {
        Node { kind, span: self.0 }
    }

    pub(super) fn text(self, text: impl Into<String>) -> Node {
        self.node(Kind::Text(text.into()))
    }

    pub(super) fn boolean(self, value: bool) -> Node {
        self.node(Kind::Bool(value))
    }

    /// Builds a number, as an integer if it is one.
    pub(super) fn number(self, value: f64) -> Node {
        let whole = value.fract() == 0.0 && value.abs() < 9e15;
        self.node(if whole { Kind::Integer(value as i64) } else { Kind::Number(value) })
    }

    pub(super) fn list(self, items: impl IntoIterator<Item = Node>) -> Node {
        self.node(Kind::List(items.into_iter().collect()))
    }

    pub(super) fn texts<'a>(self, texts: impl IntoIterator<Item = &'a String>) -> Node {
        self.list(texts.into_iter().map(|text| self.text(text)))
    }

    pub(super) fn map<K: Into<String>>(self, entries: impl IntoIterator<Item = (K, Node)>) -> Node {
        let entry = |(key, value): (K, Node)| (Key { text: key.into(), span: self.0 }, value);
        self.node(Kind::Map(entries.into_iter().map(entry).collect()))
    }

    /// Builds a reference to a shared definition.
    pub(super) fn reference(self, target: impl Into<String>) -> Node {
        self.map([("$ref", self.text(target))])
    }
}
