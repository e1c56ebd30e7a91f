//! The pages in Rust: embedded in the command, and compiled by the tests.

use quote::{format_ident, quote};

use super::edition::{Edition, place};
use crate::emit::File;
use crate::spec::names;

/// Returns the path of a page of a language, from the command's folder for generated files.
pub(super) fn page(language: &str, path: &str) -> String {
    format!("reference/{language}/{path}")
}

/// Returns the module with a table of all pages.
pub(super) fn table(editions: &[Edition]) -> File {
    let languages = editions.iter().map(|edition| {
        let (tag, name) = (edition.language, &edition.words.language);
        let pages = edition.operations().map(|(module, it)| {
            let (command, title) = (it.words(), &it.summary);
            let text = self::page(tag, &place(module, it));
            quote! {
                Page { command: &[#(#command),*], title: #title, text: include_str!(#text) }
            }
        });
        quote! { Language { tag: #tag, name: #name, pages: &[#(#pages),*] } }
    });
    let items = quote! {
        /// The languages, that of the spec first.
        pub(crate) const LANGUAGES: &[Language] = &[#(#languages),*];
    };
    File {
        from: root(editions),
        about: "The reference pages in the command.".to_owned(),
        imports: vec![quote! { use crate::reference::{Language, Page}; }],
        items: vec![items],
    }
}

/// Returns the module with the pages as doc comments, so that the programs on them are compiled.
/// They are the same in all languages.
pub(super) fn programs(editions: &[Edition]) -> File {
    let operations = editions.first().into_iter().flat_map(|edition| {
        let language = edition.language;
        edition.operations().map(move |(module, it)| (language, module, it))
    });
    let items = operations.map(|(language, module, it)| {
        let name = names::type_name(&it.id).unwrap_or_else(|| it.request.clone());
        let name = format_ident!("{name}");
        let page = self::page(language, &place(module, it));
        let page = format!("../../crates/braze-cli/src/generated/{page}");
        quote! {
            #[doc = include_str!(#page)]
            pub struct #name;
        }
    });
    File {
        from: root(editions),
        about: "The programs on the reference pages, compiled.".to_owned(),
        imports: Vec::new(),
        items: items.collect(),
    }
}

/// Returns the root document of the editions.
fn root(editions: &[Edition]) -> String {
    editions.first().map_or_else(String::new, |edition| edition.api.root.clone())
}
