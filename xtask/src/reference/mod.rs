//! The reference pages: one for each endpoint in English, and for each series in every language, in
//! Markdown.
//!
//! The text about an endpoint comes from the spec, in other languages through an overlay. The text that
//! all pages share comes from `words/<language>.yaml`.

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

use crate::emit::File;
use crate::emit::print;
use crate::error::CodegenError;
use crate::spec::files::Files;
use crate::tree::Tree;

use edition::editions;

/// The generated files of the reference.
#[derive(Debug)]
pub struct Reference {
    /// The pages in the command, below `reference/`, with an index page for each language,
    /// and the module with their table.
    pub embedded: Tree,
    /// The module that compiles the programs on the pages.
    pub compiled: Tree,
}

/// Generates the pages of a spec and of the overlays beside it.
///
/// # Errors
///
/// All problems of the spec, or else those of the overlays, or that of rustfmt.
pub fn generate(files: &dyn Files, spec: &str, style: &Path) -> Result<Reference, CodegenError> {
    let editions = editions(files, spec).map_err(CodegenError::Spec)?;
    let mut pages = BTreeMap::new();
    for edition in &editions {
        for (module, it) in edition.operations() {
            let path = embed::page(edition.language, &edition::place(module, it));
            pages.insert(path, page::page(edition, module, it));
        }
    }
    for edition in &editions {
        let path = embed::page(edition.language, "README.md");
        pages.insert(path, index::index(edition, &editions));
    }
    let mut embedded = module(embed::table(&editions), style)?;
    embedded.append(&mut pages);
    let compiled = module(embed::programs(&editions), style)?;
    Ok(Reference { embedded: Tree { files: embedded }, compiled: Tree { files: compiled } })
}

/// Returns a folder with one module in Rust.
fn module(file: File, style: &Path) -> Result<BTreeMap<String, String>, CodegenError> {
    print(std::iter::once(("mod.rs".to_owned(), file)), Some(style)).map_err(CodegenError::Print)
}
