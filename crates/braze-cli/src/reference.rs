//! [`Page`]: a reference page that the command carries, and [`Language`]: those in one language.

/// The pages in one language.
#[derive(Debug)]
pub(crate) struct Language {
    /// `pt-BR`
    pub(crate) tag: &'static str,
    /// The name of the language in itself.
    pub(crate) name: &'static str,
    pub(crate) pages: &'static [Page],
}

/// A page about one endpoint.
#[derive(Debug)]
pub(crate) struct Page {
    /// The words of the command that the endpoint is.
    pub(crate) command: &'static [&'static str],
    pub(crate) title: &'static str,
    /// Markdown. The first line says what it was written from.
    pub(crate) text: &'static str,
}

impl Page {
    /// Reports if these words begin the command.
    pub(crate) fn is_under(&self, words: &[&str]) -> bool {
        words.len() <= self.command.len()
            && self.command.iter().zip(words).all(|(known, word)| known == word)
    }

    /// The endpoint, without the verb of its command.
    pub(crate) fn noun(&self) -> String {
        self.command.split_last().map_or_else(String::new, |(_, noun)| noun.join(" "))
    }

    /// The page from its title on.
    pub(crate) fn body(&self) -> &'static str {
        self.text.split_once("\n\n").map_or(self.text, |(_, body)| body)
    }
}
