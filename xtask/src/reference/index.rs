//! [`index`]: the page that lists the pages of a language.

use super::edition::{Edition, place};
use super::markdown::{Document, code};

/// Returns the list of all pages of a language, with links to those of the others.
pub(super) fn index(edition: &Edition, all: &[Edition]) -> String {
    let words = &edition.words.index;
    let mut page = Document::with_comment(&edition.origin(&edition.api.root));
    page.heading(1, &words.title);
    let languages = all.iter().map(|other| match &other.words.language {
        name if other.language == edition.language => format!("**{name}**"),
        name => format!("[{name}](../{}/README.md)", other.language),
    });
    page.paragraph(&languages.collect::<Vec<_>>().join(" · "));
    page.paragraph(&words.about);
    let rows = edition.operations().map(|(module, it)| {
        let endpoint = code(&format!("{} {}", it.method.as_str(), it.template));
        [
            format!("[{endpoint}]({})", place(module, it)),
            it.summary.clone(),
            code(&format!("braze {}", it.words().join(" "))),
        ]
    });
    let rows: Vec<_> = rows.collect();
    page.table([&words.endpoint, &words.purpose, &words.command], &rows);
    page.into_text()
}
