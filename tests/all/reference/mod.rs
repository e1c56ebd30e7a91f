//! Overlays and reference pages: one contract in five languages.

mod command;
mod facts;
mod little;
mod pages;
mod samples;
mod translations;

use std::collections::BTreeMap;
use std::fs;

use crate::generator::shop::workspace;

/// The languages, that of the spec first.
const LANGUAGES: [&str; 5] = ["en", "de", "es", "fr", "pt-BR"];

/// The folder of the pages, within that of the command.
const REFERENCE: &str = "crates/braze-cli/src/generated/reference";

/// The pages about endpoints in one language as they are checked in, by their paths within it.
fn pages(language: &str) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    let folder = workspace().join(REFERENCE).join(language);
    for tag in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
        for page in fs::read_dir(&tag).into_iter().flatten().map(|entry| entry.unwrap().path()) {
            let path = page.strip_prefix(&folder).unwrap().to_str().unwrap().replace('\\', "/");
            pages.insert(path, fs::read_to_string(&page).unwrap());
        }
    }
    pages
}

/// The page about sessions.
fn sessions(language: &str) -> String {
    pages(language).remove("sessions/data_series.md").unwrap()
}

/// The blocks of code in a language on a page.
fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    let blocks = page.split(fence.as_str()).skip(1);
    blocks.map(|block| block.split("\n```").next().unwrap()).collect()
}
