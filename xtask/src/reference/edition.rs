//! [`Edition`]: the source of the pages of one language.

use std::collections::BTreeMap;

use super::words::{self, LANGUAGES, Words};
use crate::emit::json_text;
use crate::overlay::{Translation, translate, translated_operations};
use crate::spec::bundle::bundle;
use crate::spec::compile::read;
use crate::spec::diagnostic::{Diagnostic, Diagnostics, Report};
use crate::spec::files::{Files, read_node, relative};
use crate::spec::ir::{Api, Module, Operation};
use crate::spec::source::Sources;
use crate::spec::yaml::Node;

/// The source of the pages of one language.
pub(super) struct Edition {
    pub(super) language: &'static str,
    pub(super) words: Words,
    /// The spec with its texts in this language.
    pub(super) api: Api,
    /// The overlay with the translation.
    overlay: Option<String>,
}

impl Edition {
    /// Returns the operations and their modules.
    pub(super) fn operations(&self) -> impl Iterator<Item = (&Module, &Operation)> {
        let modules = self.api.modules.iter();
        modules.flat_map(|module| module.operations.iter().map(move |it| (module, it)))
    }

    /// Returns the first line of a page: the sources of its text.
    pub(super) fn origin(&self, described: &str) -> String {
        let (from, them) = match &self.overlay {
            Some(overlay) => (format!("{described} and {overlay}"), "them"),
            None => (described.to_owned(), "it"),
        };
        format!("Written from {from} by `cargo xtask codegen`. Change {them}, not this file.")
    }
}

/// Returns the path of an operation's page, relative to the folder of its language.
pub(super) fn place(module: &Module, it: &Operation) -> String {
    format!("{}/{}.md", module.name, it.module)
}

/// Returns an edition for each language, English first. The others contain the translated operations.
pub(super) fn editions(files: &dyn Files, spec: &str) -> Result<Vec<Edition>, Box<Report>> {
    let original = read(files, spec)?;
    let mut reading = Reading::new(files, spec);
    let tables = reading.tables();
    let translated = reading.translated();
    let Reading { sources, diagnostics, .. } = reading;
    if !diagnostics.is_empty() {
        return Err(Box::new(Report::new(sources, diagnostics.into_sorted())));
    }
    // A translated spec is one document, which no longer has the files of the operations.
    let operations = original.modules.iter().flat_map(|module| &module.operations);
    let described: BTreeMap<_, _> = operations.map(|it| (it.id.clone(), it.file.clone())).collect();
    let mut apis = vec![(None, original)];
    for (overlay, document) in translated {
        let files = BTreeMap::from([(spec.to_owned(), json_text(&document))]);
        let mut api = read(&files, spec)?;
        for it in api.modules.iter_mut().flat_map(|module| &mut module.operations) {
            it.file = described.get(&it.id).cloned().unwrap_or_default();
        }
        let translated = translated_operations(&document);
        for module in &mut api.modules {
            module.operations.retain(|it| translated.contains(it.id.as_str()));
        }
        apis.push((Some(overlay), api));
    }
    let editions = tables.into_iter().zip(apis);
    let editions = editions.map(|((language, words), (overlay, api))| Edition {
        language,
        words,
        api,
        overlay,
    });
    Ok(editions.collect())
}

/// A reader of words and overlays.
struct Reading<'a> {
    files: &'a dyn Files,
    spec: &'a str,
    sources: Sources,
    diagnostics: Diagnostics,
}

impl<'a> Reading<'a> {
    fn new(files: &'a dyn Files, spec: &'a str) -> Self {
        Self { files, spec, sources: Sources::default(), diagnostics: Diagnostics::default() }
    }

    /// Reads the tables of words, which have the same keys in all languages.
    fn tables(&mut self) -> Vec<(&'static str, Words)> {
        let mut tables = Vec::new();
        let mut first = None;
        for (language, text) in LANGUAGES {
            let read = words::read(language, text, &mut self.sources, &mut self.diagnostics);
            let Some((node, words)) = read else { continue };
            let first = first.get_or_insert_with(|| node.clone());
            words::compare(first, &node, &mut self.diagnostics);
            tables.push((language, words));
        }
        tables
    }

    /// Returns the bundled spec in every language but English, with the path of the overlay.
    fn translated(&mut self) -> Vec<(String, Node)> {
        let Self { files, spec, sources, diagnostics } = self;
        let Some(bundle) = bundle(*files, spec, sources, diagnostics) else { return Vec::new() };
        let mut known = Vec::new();
        let mut translated = Vec::new();
        for (language, _) in &LANGUAGES[1..] {
            let path = overlay(spec, language);
            known.push(path.clone());
            let overlay = read_node(*files, &path, sources, diagnostics).1;
            let Some(overlay) = overlay else { continue };
            let translation = Translation { language, path: &path, overlay: &overlay };
            let document = translate(&bundle, spec, &translation, diagnostics);
            translated.extend(document.map(|document| (path, document)));
        }
        for path in files.list(&relative(spec, "overlays")) {
            if !known.contains(&path) {
                let source = sources.add(path.clone(), files.read(&path).unwrap_or_default());
                let message = format!("`{path}` is not for a supported language");
                diagnostics.push(Diagnostic::new("unknown-language", source.start(), message).help(
                    "add a table for the language to `xtask/src/reference/words` and list it in `words.rs`",
                ));
            }
        }
        translated
    }
}

/// Returns the path of the overlay for a language.
fn overlay(spec: &str, language: &str) -> String {
    relative(spec, &format!("overlays/{language}.yaml"))
}
