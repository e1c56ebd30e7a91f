//! [`translate`]: translates the texts of a spec.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json_path::JsonPath;

use super::document::{Action, Overlay};
use super::location::{Location, Step};
use super::texts::{
    SOURCES, Text, fixed_pieces, parts_of, texts, translated_operations, with_texts,
};
use crate::spec::diagnostic::{Diagnostic, Diagnostics};
use crate::spec::files::relative;
use crate::spec::source::Span;
use crate::spec::yaml::{Kind, Node};

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

/// Returns a bundled spec with its texts translated.
///
/// Reports all problems of the overlay, and each missing text of the operations that must
/// be translated.
pub(crate) fn translate(
    bundle: &Node,
    root: &str,
    translation: &Translation<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Node> {
    let overlay = Overlay::parse(translation.overlay, diagnostics)?;
    check_extends(&overlay, root, translation, diagnostics);
    let texts = texts(bundle);
    let known = texts.iter().map(|text| (&text.location, text)).collect();
    let mut translator = Translator { known, translated: BTreeMap::new(), diagnostics };
    let document = with_texts(bundle);
    for action in &overlay.actions.value {
        translator.action(action, &document);
    }
    let translated = translator.translated;
    let parts = parts_of(bundle, &translated_operations(bundle));
    for text in texts.iter().filter(|text| parts.iter().any(|part| text.location.is_within(part))) {
        let missing = match translated.get(&text.location) {
            None => untranslated(text, translation),
            Some((new, span)) if is_same(text.text, new) => {
                untranslated(text, translation).also(*span, "still in English")
            }
            Some(_) => continue,
        };
        diagnostics.push(missing.help("every language must translate this operation completely"));
    }
    let mut document = bundle.clone();
    for (location, (text, _)) in translated {
        if let Some(node) = location.find_mut(&mut document) {
            node.kind = Kind::Text(text);
        }
    }
    Some(document)
}

/// A collector of the translations of an overlay.
struct Translator<'a> {
    /// The texts of the spec.
    known: BTreeMap<&'a Location, &'a Text<'a>>,
    /// The translations, and their places in the overlay.
    translated: BTreeMap<Location, (String, Span)>,
    diagnostics: &'a mut Diagnostics,
}

impl Translator<'_> {
    /// Translates the texts that an action selects in the English document.
    fn action(&mut self, action: &Action, document: &Value) {
        let target = &action.target;
        let path = match JsonPath::parse(&target.value) {
            Ok(path) => path,
            Err(error) => {
                let (label, help) = if target.value.starts_with('$') {
                    let position = error.position().saturating_sub(1);
                    let label = format!("valid up to character {position}");
                    (label, error.message().trim_end().to_owned())
                } else {
                    (String::new(), "begin the query at the root, with `$`".to_owned())
                };
                let message = "this is not a JSONPath (RFC 9535)";
                let problem = Diagnostic::new("bad-target", target.span, message);
                self.diagnostics.push(problem.label(label).help(help));
                return;
            }
        };
        let nodes = path.query_located(document);
        let mut selected: Vec<_> = nodes.locations().map(Location::from).collect();
        selected.sort();
        selected.dedup();
        if selected.is_empty() {
            self.diagnostics.push(
                Diagnostic::new("no-match", target.span, "this target matches nothing").help(
                    "the English text was changed or moved: update the target and the translation",
                ),
            );
        }
        for location in selected {
            self.update(location, &action.update);
        }
    }

    /// Translates the text at a location, or those within the object there.
    fn update(&mut self, location: Location, update: &Node) {
        let new = match &update.kind {
            Kind::Map(entries) => {
                for (key, value) in entries {
                    self.update(location.name(&key.text), value);
                }
                return;
            }
            Kind::Text(new) => Some(new),
            _ => None,
        };
        let (Some(new), Some(text)) = (new, self.known.get(&location)) else {
            let message = format!("the spec has no text at `{location}`");
            self.diagnostics.push(
                Diagnostic::new("not-a-text", update.span, message)
                    .help("only texts of the spec can be translated"),
            );
            return;
        };
        check_fixed_pieces(text, new, update.span, self.diagnostics);
        if let Some((_, first)) = self.translated.get(&location) {
            self.diagnostics.push(
                Diagnostic::new("translated-twice", update.span, "this text is already translated")
                    .label(format!("`{location}` again"))
                    .also(*first, "the first translation"),
            );
        }
        self.translated.insert(location, (new.clone(), update.span));
    }
}

/// Returns `true` if a text is not translated. A single word may be the same in two languages.
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
        let message = format!("`{}` is not the spec of this overlay", extends.value);
        diagnostics.push(
            Diagnostic::new("wrong-spec", extends.span, message)
                .help(format!("the spec is `{root}`: name it relative to this file")),
        );
    }
}

/// Checks that the translation has the same code and links as the English text.
fn check_fixed_pieces(text: &Text<'_>, new: &str, span: Span, diagnostics: &mut Diagnostics) {
    let (before, after) = (fixed_pieces(text.text), fixed_pieces(new));
    for piece in before.difference(&after) {
        diagnostics.push(
            Diagnostic::new("lost-piece", span, format!("the translation omits {piece}"))
                .also(text.span, "the English text"),
        );
    }
    for piece in after.difference(&before) {
        diagnostics.push(
            Diagnostic::new(
                "new-piece",
                span,
                format!("the English text does not contain {piece}"),
            )
            .also(text.span, "the English text"),
        );
    }
}

fn untranslated(text: &Text<'_>, translation: &Translation<'_>) -> Diagnostic {
    let Translation { language, path, .. } = translation;
    let message = format!("this text is not translated into `{language}`");
    let diagnostic = Diagnostic::new("untranslated", text.span, message);
    let Some((parent, Step::Name(key))) = text.location.split() else { return diagnostic };
    // The query selects by text rather than by place, so that a change of the text is an error here.
    let english = Value::from(text.text);
    let (target, update) = if parent == Location::default().name(SOURCES) {
        (format!("{parent}[?@ == {english}]"), "…".to_owned())
    } else {
        // The query is limited to the path or the section, so that it does not search the whole document.
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
