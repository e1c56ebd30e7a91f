//! Sifting: omits unsupported operations until the rest has no problems.

use std::collections::{BTreeMap, BTreeSet};

use super::names::Names;
use super::schema::component;
use super::{Foreign, Operation, Refusal, Side, key, list, map, text, words};
use crate::spec::diagnostic::{Diagnostic, Diagnostics};
use crate::spec::ir::Api;
use crate::spec::load::{Path, Spec};
use crate::spec::lower::lower;
use crate::spec::model::{Document, Read};
use crate::spec::source::{Sources, Span};
use crate::spec::yaml::{Key, Kind, Node};

/// The supported API with warnings about the rest, or the problems.
type SiftResult = Result<(Api, Vec<Diagnostic>), Vec<Diagnostic>>;

impl Foreign<'_> {
    /// Lowers the supported operations and reports the others.
    pub(super) fn sift(mut self, root: &str, sources: &Sources) -> SiftResult {
        let broken: BTreeMap<_, _> = self
            .schemas
            .iter()
            .filter_map(|(shared, made)| Some((component(shared), made.as_ref().err()?.clone())))
            .collect();
        self.leave_out(&broken);
        loop {
            let document = self.document();
            let mut diagnostics = Diagnostics::default();
            let api = Document::read(&document, &mut diagnostics).and_then(|document| {
                let paths = document.paths.iter().map(|(template, item)| Path {
                    template: template.clone(),
                    item: item.clone(),
                    file: root.to_owned(),
                });
                let paths = paths.collect();
                let spec = Spec { document, paths, root: root.to_owned() };
                diagnostics.is_empty().then(|| lower(&spec, sources, &mut diagnostics))
            });
            match api.filter(|_| diagnostics.is_empty() && !self.operations.is_empty()) {
                Some(api) => return Ok((api, self.warnings())),
                None => {
                    let problems = diagnostics.into_sorted();
                    if !self.blame(&problems) {
                        return Err(if problems.is_empty() { self.nothing() } else { problems });
                    }
                }
            }
        }
    }

    /// Omits the operations with problems. Returns `false` if no operation has any.
    fn blame(&mut self, problems: &[Diagnostic]) -> bool {
        let mut broken = BTreeMap::new();
        for (shared, made) in &self.schemas {
            let Ok(node) = made else { continue };
            let spans = spans(node);
            if let Some(problem) = problems.iter().find(|it| spans.contains(&it.primary.span)) {
                broken.insert(component(shared), refusal(problem));
            }
        }
        let before = self.operations.len();
        let (mut kept, mut refused) = (Vec::new(), Vec::new());
        for operation in std::mem::take(&mut self.operations) {
            let mut spans = spans(&operation.node);
            spans.insert(operation.path.span);
            match problems.iter().find(|it| spans.contains(&it.primary.span)) {
                Some(problem) => {
                    refused.push((subject(&operation), operation.node.span, refusal(problem)));
                }
                None => kept.push(operation),
            }
        }
        self.operations = kept;
        self.refused.append(&mut refused);
        self.leave_out(&broken);
        self.operations.len() < before
    }

    /// Omits the operations that need invalid schemas.
    fn leave_out(&mut self, broken: &BTreeMap<String, Refusal>) {
        for operation in std::mem::take(&mut self.operations) {
            let needed = self.needed([&operation.node]);
            match needed.iter().find_map(|name| broken.get(name)) {
                Some(refusal) => {
                    self.refused.push((subject(&operation), operation.node.span, refusal.clone()));
                }
                None => self.operations.push(operation),
            }
        }
    }

    /// Returns the shared schemas that nodes need, directly or indirectly.
    fn needed<'n>(&self, nodes: impl IntoIterator<Item = &'n Node>) -> BTreeSet<String> {
        let by_name: BTreeMap<_, _> =
            self.schemas.iter().map(|(shared, made)| (component(shared), made)).collect();
        let mut needed = BTreeSet::new();
        let mut open = Vec::new();
        nodes.into_iter().for_each(|node| references(node, &mut open));
        while let Some(name) = open.pop() {
            if let Some(Ok(node)) = by_name.get(&name) {
                if needed.insert(name) {
                    references(node, &mut open);
                }
            } else {
                needed.insert(name);
            }
        }
        needed
    }

    /// Returns the remaining operations as a document of the subset.
    fn document(&mut self) -> Node {
        let span = self.root.span;
        let mut names = Names::default();
        let needed = self.needed(self.operations.iter().map(|it| &it.node));
        let mut components = Vec::new();
        let schemas = self.schemas.clone();
        for (shared, made) in &schemas {
            let (Ok(node), true) = (made, needed.contains(&component(shared))) else { continue };
            let other = (shared.0.clone(), Side::Reply);
            let both = needed.contains(&component(&other)) && self.schemas.contains_key(&other);
            let mut node = node.clone();
            names.component(shared, both, &mut node);
            components.push((Key { text: component(shared), span: node.span }, node));
        }
        let mut paths: Vec<(Key, Node)> = Vec::new();
        let mut tags: BTreeMap<String, String> = BTreeMap::new();
        for operation in &mut self.operations {
            let mut named = Operation {
                path: operation.path.clone(),
                method: operation.method,
                tag: operation.tag.clone(),
                node: operation.node.clone(),
            };
            names.operation(&mut named);
            tags.insert(names.tag(&operation.tag), operation.tag.clone());
            let entry = (key(operation.method, operation.node.span), named.node);
            match paths.iter_mut().find(|(path, _)| *path == operation.path) {
                Some((_, Node { kind: Kind::Map(entries), .. })) => entries.push(entry),
                _ => paths.push((operation.path.clone(), map(vec![entry], operation.path.span))),
            }
        }
        let known = self.root.get("tags").map(Node::items).unwrap_or_default();
        let tags = tags.into_iter().map(|(module, tag)| {
            let about =
                known.iter().find(|it| it.get("name").and_then(|it| it.as_text()) == Some(&tag));
            let about = about.and_then(|about| words(about, "description")).and_then(Node::as_text);
            let about = about.map_or_else(|| format!("Operations of `{tag}`."), str::to_owned);
            map(
                vec![
                    (key("name", span), text(module, span)),
                    (key("description", span), text(about, span)),
                ],
                span,
            )
        });
        let tags: Vec<_> = tags.collect();
        let info = [("title", "Foreign"), ("version", "0")];
        let info = info.map(|(name, value)| (key(name, span), text(value, span))).into();
        map(
            vec![
                (key("openapi", span), text("3.1.1", span)),
                (key("info", span), map(info, span)),
                (key("tags", span), list(tags, span)),
                (key("paths", span), map(paths, span)),
                (
                    key("components", span),
                    map(vec![(key("schemas", span), map(components, span))], span),
                ),
            ],
            span,
        )
    }

    /// Returns the problems if no operation is supported.
    fn nothing(&self) -> Vec<Diagnostic> {
        let message = "no operation of this document is supported";
        let nothing = Diagnostic::new("nothing-left", self.root.span, message);
        let warnings = self.warnings().into_iter().filter(|it| it.code == "left-out");
        std::iter::once(nothing).chain(warnings).collect()
    }

    /// The warnings about ignored keys and omitted operations.
    fn warnings(&self) -> Vec<Diagnostic> {
        let ignored = self.ignored.iter().map(|(what, (count, span))| {
            Diagnostic::new("ignored", *span, format!("{what}: ignored, {count} in total"))
        });
        let refused = self.refused.iter().map(|(subject, span, refusal)| {
            Diagnostic::new(
                "left-out",
                refusal.span,
                format!("`{subject}` is omitted: {}", refusal.reason),
            )
            .also(*span, "the operation")
        });
        let mut warnings: Vec<_> = ignored.chain(refused).map(Diagnostic::warning).collect();
        warnings.sort_by_key(|it| it.primary.span);
        warnings
    }
}

fn subject(operation: &Operation) -> String {
    format!("{} {}", operation.method.to_uppercase(), operation.path.text)
}

fn refusal(problem: &Diagnostic) -> Refusal {
    Refusal { span: problem.primary.span, reason: problem.message.clone() }
}

/// Returns the places of a tree.
fn spans(node: &Node) -> BTreeSet<Span> {
    let mut spans = BTreeSet::from([node.span]);
    node.items().iter().for_each(|item| spans.append(&mut self::spans(item)));
    for (key, value) in node.entries() {
        spans.insert(key.span);
        spans.append(&mut self::spans(value));
    }
    spans
}

/// Collects the shared schemas that a tree refers to.
fn references(node: &Node, found: &mut Vec<String>) {
    node.items().iter().for_each(|item| references(item, found));
    for (key, value) in node.entries() {
        match value.as_text() {
            Some(target) if key.text == "$ref" => {
                found.extend(target.strip_prefix("#/components/schemas/").map(str::to_owned));
            }
            _ => references(value, found),
        }
    }
}
