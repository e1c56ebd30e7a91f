//! [`Spec`]: the root document and the files of its paths, read and checked one by one.

use std::collections::BTreeSet;

use crate::spec::diagnostic::{Diagnostic, Diagnostics};
use crate::spec::files::{Files, read_node, relative};
use crate::spec::fixups::Fixups;
use crate::spec::model::{Document, PathItem, Read};
use crate::spec::source::{SourceId, Sources};
use crate::spec::yaml::{Key, Node};

/// The placeholder for descriptions that a person has to write.
pub(crate) const UNDESCRIBED: &str = "describe this";

/// A spec with all its files.
#[derive(Debug)]
pub(crate) struct Spec {
    pub(crate) document: Document,
    pub(crate) paths: Vec<Path>,
    /// The path of the root document.
    pub(crate) root: String,
}

/// A path and the file that describes it.
#[derive(Debug)]
pub(crate) struct Path {
    pub(crate) template: Key,
    pub(crate) item: PathItem,
    /// The file that describes it.
    pub(crate) file: String,
}

/// Reads a spec. Parts that cannot be read are reported and omitted.
pub(crate) fn load(
    files: &dyn Files,
    root: &str,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Spec> {
    let mut fixups = Fixups::beside(root, files, sources, diagnostics);
    let (source, document) = read_file::<Document>(files, root, &mut fixups, sources, diagnostics);
    let document = document?;
    check_version(&document, diagnostics);
    let mut paths = Vec::new();
    for (template, item) in document.paths.iter() {
        let Some(reference) = &item.reference else {
            paths.push(Path {
                template: template.clone(),
                item: item.clone(),
                file: root.to_owned(),
            });
            continue;
        };
        let file = relative(root, &reference.value);
        if files.read(&file).is_err() || reference.value.contains('#') {
            diagnostics.push(
                Diagnostic::new(
                    "missing-file",
                    reference.span,
                    format!("there is no file `{}` to read this path from", reference.value),
                )
                .label(format!("looked for `{file}`")),
            );
            continue;
        }
        if let (_, Some(item)) = read_file(files, &file, &mut fixups, sources, diagnostics) {
            paths.push(Path { template: template.clone(), item, file });
        }
    }
    unlisted(files, root, source, &document, diagnostics);
    fixups.finish(diagnostics);
    Some(Spec { document, paths, root: root.to_owned() })
}

/// Reads a file of a spec with its fixups applied.
pub(crate) fn read_file<T: Read>(
    files: &dyn Files,
    path: &str,
    fixups: &mut Fixups,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> (SourceId, Option<T>) {
    let (source, node) = read_node(files, path, sources, diagnostics);
    let piece = node.and_then(|mut node| {
        fixups.apply(path, &mut node, diagnostics);
        undescribed(&node, diagnostics);
        T::read(&node, diagnostics)
    });
    (source, piece)
}

/// Reports placeholders that are still to be described.
fn undescribed(node: &Node, diagnostics: &mut Diagnostics) {
    node.items().iter().for_each(|item| undescribed(item, diagnostics));
    node.entries().iter().for_each(|(_, value)| undescribed(value, diagnostics));
    if node.as_text() == Some(UNDESCRIBED) {
        diagnostics.push(
            Diagnostic::new("undescribed", node.span, "this description is still a placeholder")
                .help("write the description, or remove the key"),
        );
    }
}

fn check_version(document: &Document, diagnostics: &mut Diagnostics) {
    let version = &document.openapi;
    if !version.value.starts_with("3.1.") {
        diagnostics.push(
            Diagnostic::new(
                "openapi-version",
                version.span,
                format!("OpenAPI `{}` is not supported", version.value),
            )
            .help("write `openapi: 3.1.1`, with schemas in JSON Schema 2020-12"),
        );
    }
}

/// Reports files below `paths` that no path refers to.
fn unlisted(
    files: &dyn Files,
    root: &str,
    source: SourceId,
    document: &Document,
    diagnostics: &mut Diagnostics,
) {
    let references = document.paths.iter().filter_map(|(_, item)| item.reference.as_ref());
    let listed: BTreeSet<_> =
        references.map(|reference| relative(root, &reference.value)).collect();
    for file in files.list(&relative(root, "paths")) {
        if !listed.contains(&file) {
            let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
            let shown = file.strip_prefix(folder).unwrap_or(&file).trim_start_matches('/');
            diagnostics.push(
                Diagnostic::new(
                    "unlisted-file",
                    source.start(),
                    format!("`{file}` is not listed under `paths`"),
                )
                .help(format!(
                    "add `/the/path: {{ $ref: {shown} }}` under `paths`, or remove the file"
                )),
            );
        }
    }
}
