//! [`Sources`]: the texts that were read, and [`Span`]s within them.

use std::fmt;
use std::path::Path;

/// The texts of all files that were read, in the order of reading.
#[derive(Debug, Default)]
pub struct Sources(Vec<Source>);

/// A file that was read. `Debug` shows only its path.
pub struct Source {
    /// The path as messages show it.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// The byte offset of each line.
    lines: Vec<usize>,
}

/// The id of a [`Source`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(usize);

/// A range of a source, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub source: SourceId,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Source").field(&self.path).finish()
    }
}

impl Sources {
    /// Adds a file.
    pub(crate) fn add(&mut self, path: String, text: String) -> SourceId {
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0).chain(newlines.map(|(at, _)| at + 1)).collect();
        self.0.push(Source { path, text, lines });
        SourceId(self.0.len() - 1)
    }

    /// Prefixes the paths of all files with a folder.
    pub(crate) fn move_below(&mut self, folder: &Path) {
        for source in &mut self.0 {
            source.path = folder.join(&source.path).display().to_string();
        }
    }

    /// Returns the file of an id.
    #[must_use]
    pub fn get(&self, id: SourceId) -> &Source {
        &self.0[id.0]
    }

    /// Returns line and column of a byte, both counted from 1, the column in characters.
    #[must_use]
    pub fn line_column(&self, id: SourceId, at: usize) -> (usize, usize) {
        let line = self.line(id, at);
        let source = self.get(id);
        let before = source.text.get(source.lines[line - 1]..at).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    /// Returns the line of a byte, counted from 1.
    pub(crate) fn line(&self, id: SourceId, at: usize) -> usize {
        self.get(id).lines.partition_point(|start| *start <= at)
    }
}

impl SourceId {
    /// Returns the empty span before the first character.
    pub(crate) fn start(self) -> Span {
        Span { source: self, start: 0, end: 0 }
    }
}
