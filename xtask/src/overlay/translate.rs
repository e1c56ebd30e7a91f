//! [`translate`]: a spec in another language. Texts change and nothing else does: there is one
//! contract in all languages.

use std::collections::BTreeMap;

use serde_json::Value;

use super::apply::{Change, ChangeKind, apply};
use super::document::Overlay;
use super::location::{Location, Step};
use super::texts::{SOURCES, Text, kept, parts_of, texts};
use crate::spec::diagnostic::{Diagnostic, Diagnostics};
use crate::spec::files::relative;
use crate::spec::source::Span;
use crate::spec::yaml::{Kind, Node};

/// The operations that are translated: of them no text may be left out. Others are in English only.
pub(crate) const TRANSLATED: [&str; 9] = [
    "events.data_series",
    "kpi.dau.data_series",
    "kpi.mau.data_series",
    "kpi.new_users.data_series",
    "kpi.uninstalls.data_series",
    "purchases.quantity_series",
    "purchases.revenue_series",
    "segments.data_series",
    "sessions.data_series",
];

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

/// A spec in one document with its texts translated. What is wrong with the overlay is noted, and so is
/// each text that it leaves out of an operation that is translated.
pub(crate) fn translate(
    bundle: &Node,
    root: &str,
    translation: &Translation<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Node> {
    let overlay = Overlay::open(translation.overlay, diagnostics)?;
    check_extends(&overlay, root, translation, diagnostics);
    let mut document = bundle.to_json();
    let texts = texts(bundle);
    let translated = translated(&overlay, &mut document, &texts, diagnostics);
    let parts: Vec<_> = TRANSLATED.iter().flat_map(|id| parts_of(bundle, id)).collect();
    for text in texts.iter().filter(|text| parts.iter().any(|part| text.location.is_within(part))) {
        let left_out = match translated.get(&text.location) {
            None => untranslated(text, translation),
            Some((new, span)) if is_same(text.text, new) => {
                untranslated(text, translation).also(*span, "still in English")
            }
            Some(_) => continue,
        };
        diagnostics.push(left_out.help("this operation is complete in every language"));
    }
    Some(with_texts(bundle, &document))
}

/// Translates the texts of a document, and says which ones that were: their translations, with the
/// places of these.
fn translated(
    overlay: &Overlay,
    document: &mut Value,
    texts: &[Text<'_>],
    diagnostics: &mut Diagnostics,
) -> BTreeMap<Location, (String, Span)> {
    let known: BTreeMap<_, _> = texts.iter().map(|text| (&text.location, text)).collect();
    let mut translated: BTreeMap<Location, (String, Span)> = BTreeMap::new();
    let applied = apply(overlay, document, diagnostics);
    for (action, applied) in overlay.actions.value.iter().zip(applied) {
        if applied.selected == Some(0) {
            diagnostics.push(
                Diagnostic::new("no-match", action.target.span, "this target matches nothing")
                    .help(
                        "the text has changed in the spec, or has moved: translate what is there",
                    ),
            );
        }
        for Change { location, kind, span } in applied.changes {
            let text = known.get(&location).filter(|_| kind == ChangeKind::Replaced);
            let Some(text) = text else {
                diagnostics.push(not_a_text(&location, span));
                continue;
            };
            let new = location.get(document).and_then(Value::as_str).unwrap_or_default();
            check_kept(text, new, span, diagnostics);
            if let Some((_, first)) = translated.get(&location) {
                diagnostics.push(
                    Diagnostic::new("translated-twice", span, "this text is translated already")
                        .label(format!("`{location}` again"))
                        .also(*first, "the first one"),
                );
            }
            translated.insert(location, (new.to_owned(), span));
        }
    }
    translated
}

/// Whether a translation says nothing new. Single words may be the same in two languages.
fn is_same(text: &str, new: &str) -> bool {
    text == new && text.contains(' ')
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
    let Some((parent, Step::Name(key))) = text.location.split() else { return diagnostic };
    // By its text rather than by its place: then a change of the text is an error here.
    let english = Value::from(text.text);
    let (target, update) = if parent == Location::default().name(SOURCES) {
        (format!("{parent}[?@ == {english}]"), "…".to_owned())
    } else {
        // Within the path or the section, so that a query does not go through the whole document.
        let within =
            parent.first(if parent.is_within(&Location::default().name("paths")) { 2 } else { 1 });
        let filter = format!("[?@.{key} == {english}]");
        let target =
            if within == parent { format!("${filter}") } else { format!("{within}..{filter}") };
        (target, format!("{{ {key}: … }}"))
    };
    let target = target.replace('\'', "''");
    diagnostic.help(format!("add to `{path}`: `{{ target: '{target}', update: {update} }}`"))
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
