//! [`bundle`]: a spec as one document, for other tools and overlays.

use crate::spec::diagnostic::Diagnostics;
use crate::spec::files::{Files, relative};
use crate::spec::fixups::Fixups;
use crate::spec::load::read_file;
use crate::spec::source::Sources;
use crate::spec::yaml::{Kind, Node};

/// Bundles the root document and the files of its paths. Every value keeps the place
/// that it was read from. Files that cannot be read are reported.
pub(crate) fn bundle(
    files: &dyn Files,
    root: &str,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Node> {
    let mut fixups = Fixups::beside(root, files, sources, diagnostics);
    let mut document: Node = read_file(files, root, &mut fixups, sources, diagnostics).1?;
    let Kind::Map(entries) = &mut document.kind else { return Some(document) };
    let paths = entries.iter_mut().filter(|(key, _)| key.text == "paths");
    for (_, paths) in paths {
        let Kind::Map(paths) = &mut paths.kind else { continue };
        for (_, item) in paths {
            let Some(reference) = item.get("$ref").and_then(Node::as_text) else { continue };
            let file = relative(root, reference);
            let mut described: Node =
                read_file(files, &file, &mut fixups, sources, diagnostics).1?;
            make_local(&mut described, &file, root);
            *item = described;
        }
    }
    Some(document)
}

/// Rewrites references from a file to the root document as references within one document.
fn make_local(node: &mut Node, file: &str, root: &str) {
    match &mut node.kind {
        Kind::List(items) => {
            items.iter_mut().for_each(|item| make_local(item, file, root));
        }
        Kind::Map(entries) => {
            for (key, value) in entries {
                match &mut value.kind {
                    Kind::Text(target) if key.text == "$ref" => {
                        let local = target
                            .split_once('#')
                            .filter(|(to, _)| !to.is_empty() && relative(file, to) == root);
                        if let Some((_, pointer)) = local {
                            *target = format!("#{pointer}");
                        }
                    }
                    _ => make_local(value, file, root),
                }
            }
        }
        _ => {}
    }
}
