//! [`translate`]: a spec in another language. Texts change and nothing else does: there is one
//! contract in all languages.

use std::collections::BTreeMap;

use serde_json::Value;

use super::apply::{ChangeKind, apply};
use super::document::Overlay;
use super::location::Location;
use super::texts::{Text, kept, parts_of, texts};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::load::relative;
use crate::source::Span;
use crate::yaml::{Kind, Node};

/// The operations of which no text may be left untranslated.
const COMPLETE: [&str; 1] = ["sessions.data_series"];

/// An overlay that translates a spec.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Translation<'a> {
    /// The language: `pt-BR`.
    pub(crate) language: &'a str,
    /// The overlay's path.
    pub(crate) path: &'a str,
    /// The overlay as it was read.
    pub(crate) overlay: &'a Node,
}

/// A spec in one document with its texts translated. What is wrong with the overlay is noted, what
/// it leaves out too: as a warning, unless the operation must be complete.
pub(crate) fn translate(
    bundle: &Node,
    root: &str,
    translation: &Translation<'_>,
    diagnostics: &mut Diagnostics,
    warnings: &mut Diagnostics,
) -> Option<Node> {
    let overlay = Overlay::open(translation.overlay, diagnostics)?;
    check_extends(&overlay, root, translation, diagnostics);
    let mut document = bundle.to_json();
    let applied = apply(&overlay, &mut document, diagnostics);
    let texts = texts(bundle);
    let known: BTreeMap<_, _> = texts.iter().map(|text| (&text.location, text)).collect();
    let mut translated: BTreeMap<Location, Span> = BTreeMap::new();
    for (action, applied) in overlay.actions.value.iter().zip(&applied) {
        if applied.selected == 0 {
            diagnostics.push(
                Diagnostic::new("no-match", action.target.span, "this target matches nothing")
                    .help("compare it with the spec: the place may have moved"),
            );
        }
        for change in &applied.changes {
            let text = known.get(&change.location);
            let Some(text) = text.filter(|_| change.kind == ChangeKind::Replaced) else {
                diagnostics.push(not_a_text(&change.location, change.span));
                continue;
            };
            if let Some(first) = translated.insert(change.location.clone(), change.span) {
                diagnostics.push(
                    Diagnostic::new("translated-twice", change.span, "this text is there already")
                        .label(format!("`{}` again", change.location))
                        .also(first, "the first one"),
                );
            }
            let new = change.location.get(&document).and_then(Value::as_str).unwrap_or_default();
            check_kept(text, new, change.span, diagnostics);
            if new == text.text && new.contains(' ') {
                translated.remove(&change.location);
            }
        }
    }
    let parts: Vec<_> = COMPLETE.iter().flat_map(|id| parts_of(bundle, id)).collect();
    for text in texts.iter().filter(|text| !translated.contains_key(&text.location)) {
        let left_out = untranslated(text, translation);
        if parts.iter().any(|part| text.location.is_within(part)) {
            diagnostics.push(left_out.help("this operation is complete in every language"));
        } else {
            warnings.push(left_out.warning());
        }
    }
    Some(with_texts(bundle, &document))
}

fn check_extends(
    overlay: &Overlay,
    root: &str,
    translation: &Translation<'_>,
    diagnostics: &mut Diagnostics,
) {
    let Some(extends) = &overlay.extends else { return };
    if relative(translation.path, &extends.value) != root {
        let message = format!("`{}` is not the spec that is translated here", extends.value);
        diagnostics.push(
            Diagnostic::new("wrong-spec", extends.span, message)
                .help(format!("the spec is `{root}`: name it relative to this file")),
        );
    }
}

fn not_a_text(location: &Location, span: Span) -> Diagnostic {
    Diagnostic::new("not-a-text", span, format!("the spec has no text at `{location}`"))
        .help("a translation changes the texts that are there, and nothing else")
}

/// What stands in code, and where links lead, is the same in all languages.
fn check_kept(text: &Text<'_>, new: &str, span: Span, diagnostics: &mut Diagnostics) {
    let (before, after) = (kept(text.text), kept(new));
    for piece in before.difference(&after) {
        diagnostics.push(
            Diagnostic::new("lost-piece", span, format!("the translation leaves out {piece}"))
                .also(text.span, "the text that is translated"),
        );
    }
    for piece in after.difference(&before) {
        diagnostics.push(
            Diagnostic::new("new-piece", span, format!("the spec says nothing of {piece}"))
                .also(text.span, "the text that is translated"),
        );
    }
}

fn untranslated(text: &Text<'_>, translation: &Translation<'_>) -> Diagnostic {
    let Translation { language, path, .. } = translation;
    let message = format!("this text is not translated into `{language}`");
    let diagnostic = Diagnostic::new("untranslated", text.span, message);
    match text.location.split() {
        Some((parent, super::location::Step::Name(key))) => diagnostic
            .help(format!("add to `{path}`: `{{ target: \"{parent}\", update: {{ {key}: … }} }}`")),
        _ => diagnostic,
    }
}

/// The tree with the texts of a document that differs from it in nothing else.
fn with_texts(node: &Node, document: &Value) -> Node {
    let kind = match (&node.kind, document) {
        (Kind::Text(_), Value::String(text)) => Kind::Text(text.clone()),
        (Kind::List(items), Value::Array(values)) => {
            Kind::List(items.iter().zip(values).map(|(item, it)| with_texts(item, it)).collect())
        }
        (Kind::Map(entries), Value::Object(properties)) => {
            let entries = entries.iter().map(|(key, value)| {
                let new = properties.get(&key.text);
                (key.clone(), new.map_or_else(|| value.clone(), |new| with_texts(value, new)))
            });
            Kind::Map(entries.collect())
        }
        (kind, _) => kind.clone(),
    };
    Node { kind, span: node.span }
}
