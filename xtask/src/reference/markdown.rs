//! Markdown: a writer of tables, headings and blocks of code.

use std::fmt::Write;

/// A document that is written from top to bottom, with empty lines between its blocks.
#[derive(Debug, Default)]
pub(super) struct Document(String);

impl Document {
    /// Creates a document that opens with a comment.
    pub(super) fn with_comment(text: &str) -> Self {
        Self(format!("<!-- {text} -->\n"))
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }

    /// Adds a heading; the title of the document has level 1.
    pub(super) fn heading(&mut self, level: usize, text: &str) {
        self.block(&format!("{} {text}", "#".repeat(level)));
    }

    /// Adds a paragraph, unless it is empty.
    pub(super) fn paragraph(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.block(text.trim());
        }
    }

    pub(super) fn list(&mut self, items: &[String]) {
        let items: Vec<_> = items.iter().map(|item| format!("- {item}")).collect();
        self.paragraph(&items.join("\n"));
    }

    pub(super) fn code(&mut self, language: &str, text: &str) {
        self.block(&format!("```{language}\n{}\n```", text.trim_end()));
    }

    pub(super) fn table<const N: usize>(&mut self, head: [&String; N], rows: &[[String; N]]) {
        let mut table = String::new();
        row(&mut table, &head.map(String::clone));
        row(&mut table, &head.map(|_| "---".to_owned()));
        for cells in rows {
            row(&mut table, cells);
        }
        self.paragraph(&table);
    }

    fn block(&mut self, text: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        // Writing to a string cannot fail.
        let _ = writeln!(self.0, "{text}");
    }
}

fn row(table: &mut String, cells: &[String]) {
    for cell in cells {
        // Non-breaking spaces stay as they are.
        let words: Vec<_> = cell.split_ascii_whitespace().collect();
        let _ = write!(table, "| {} ", words.join(" ").replace('|', "\\|"));
    }
    table.push_str("|\n");
}

/// Returns a piece of code within a line.
pub(super) fn code(text: &str) -> String {
    format!("`{text}`")
}
