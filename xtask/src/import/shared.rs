//! [`Shared`]: the parts of the root document that a path can use: pools, tags and shared definitions.

use crate::docs_check::{Field, Rate, openapi, same_field};
use crate::spec::files::Files;
use crate::spec::yaml::{self, Kind, Node};

/// The source of facts from an imported document.
pub(super) const SOURCE: &str = "openapi";

/// The part of a call that a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Query,
    Body,
    Reply,
}

/// The root document.
#[derive(Debug)]
pub(super) struct Shared {
    node: Option<Node>,
    /// Shared parameters by their names under `components`.
    parameters: Vec<(String, Field)>,
    /// The root document, relative to the file of a path.
    file: String,
}

impl Shared {
    pub(super) fn read(files: &dyn Files, root: &str) -> Self {
        let text = files.read(root).unwrap_or_default();
        let parameters = openapi::shared_parameters(&text);
        let node = yaml::parse_quietly(&text);
        let name = root.rsplit_once('/').map_or(root, |(_, name)| name);
        Self { node, parameters, file: format!("../../{name}") }
    }

    fn section(&self, name: &str) -> &[(yaml::Key, Node)] {
        self.node.as_ref().and_then(|node| node.get(name)).map_or(&[], Node::entries)
    }

    fn components(&self, kind: &str) -> &[(yaml::Key, Node)] {
        let components = self.node.as_ref().and_then(|node| node.get("components"));
        components.and_then(|node| node.get(kind)).map_or(&[], Node::entries)
    }

    fn target(&self, kind: &str, name: &str) -> String {
        format!("{}#/components/{kind}/{name}", self.file)
    }

    /// Returns the pools with one of these rates.
    pub(super) fn pools(&self, rates: &[Rate]) -> Vec<&str> {
        let number = |node: Option<&Node>| match node.map(|node| &node.kind) {
            Some(Kind::Integer(value)) => u64::try_from(*value).ok(),
            _ => None,
        };
        let pools = self.section("x-braze-pools").iter().filter(|(_, pool)| {
            let rate = number(pool.get("limit")).zip(number(pool.get("window")));
            rate.is_some_and(|(limit, window)| rates.contains(&Rate { limit, window }))
        });
        pools.map(|(key, _)| key.text.as_str()).collect()
    }

    /// Returns the shared parameter with the same facts.
    pub(super) fn parameter(&self, field: &Field) -> Option<String> {
        // A default that the document does not state must not come with the reference.
        let same_default =
            |shared: &Field| shared.value.default.value() == field.value.default.value();
        let found = self.parameters.iter().find(|(_, shared)| {
            shared.name == field.name && same_field(shared, field) && same_default(shared)
        });
        found.map(|(name, _)| self.target("parameters", name))
    }

    /// Returns the shared schema of a hand-written type.
    pub(super) fn schema(&self, hand_written: &str) -> Option<String> {
        let is =
            |node: &Node| node.get("x-braze-type").and_then(Node::as_text) == Some(hand_written);
        let found = self.components("schemas").iter().find(|(_, schema)| is(schema));
        found.map(|(key, _)| self.target("schemas", &key.text))
    }

    /// Returns a shared reply or header, if it exists.
    pub(super) fn piece(&self, kind: &str, name: &str) -> Option<String> {
        let found = self.components(kind).iter().find(|(key, _)| key.text == name);
        found.map(|_| self.target(kind, name))
    }
}
