//! The reference pages: one for each endpoint and language, in Markdown.
//!
//! What a page says of its endpoint comes from the spec, in other languages through an overlay. What
//! all pages say alike comes from `words/<language>.yaml`.

mod edition;
mod embed;
mod fields;
mod index;
mod markdown;
mod page;
mod samples;
mod words;

use std::collections::BTreeMap;
use std::path::Path;

use crate::codegen::CodegenError;
use crate::diagnostic::Report;
use crate::emit::File;
use crate::print::print;
use crate::source::Files;
use crate::tree::Tree;

use edition::editions;

/// Everything that is written for the reference.
#[derive(Debug)]
pub struct Reference {
    /// The pages, and for each language one that lists them.
    pub pages: Tree,
    /// The pages as the command carries them, and the module that lists them.
    pub embedded: Tree,
    /// The module that compiles the programs on the pages.
    pub compiled: Tree,
    /// What is not translated.
    pub warnings: Report,
}

/// Writes the pages of a spec and of the overlays beside it.
///
/// # Errors
///
/// All problems of the spec, or else all of the overlays, or that of rustfmt.
pub fn generate(files: &dyn Files, spec: &str, style: &Path) -> Result<Reference, CodegenError> {
    let (editions, warnings) = editions(files, spec).map_err(CodegenError::Spec)?;
    let mut pages = BTreeMap::new();
    for edition in &editions {
        for (module, it) in edition.operations() {
            let path = format!("{}/{}", edition.language, edition::place(module, it));
            pages.insert(path, page::page(edition, module, it));
        }
    }
    let mut embedded = module(embed::table(&editions), style)?;
    embedded.extend(pages.iter().map(|(path, page)| (embed::copy(path), page.clone())));
    let compiled = module(embed::programs(&editions), style)?;
    for edition in &editions {
        let path = format!("{}/README.md", edition.language);
        pages.insert(path, index::index(edition, &editions));
    }
    Ok(Reference {
        pages: Tree { files: pages },
        embedded: Tree { files: embedded },
        compiled: Tree { files: compiled },
        warnings,
    })
}

/// A folder with one module in Rust.
fn module(file: File, style: &Path) -> Result<BTreeMap<String, String>, CodegenError> {
    print(std::iter::once(("mod.rs".to_owned(), file)), style).map_err(CodegenError::Print)
}
