//! [`Sources`]: the texts that were read, and [`Span`]s within them.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostics;
use crate::yaml;

/// The texts of all files that were read, in the order of reading.
#[derive(Debug, Default)]
pub struct Sources(Vec<Source>);

/// A file that was read. `Debug` shows its path only.
pub struct Source {
    /// The path as messages show it.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// Where each line begins, in bytes.
    lines: Vec<usize>,
}

/// Stands for a [`Source`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(usize);

/// A piece of a source, in bytes.
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

    /// Shows all files below a folder.
    pub(crate) fn move_below(&mut self, folder: &Path) {
        for source in &mut self.0 {
            source.path = folder.join(&source.path).display().to_string();
        }
    }

    /// The file, which an id always names.
    #[must_use]
    pub fn get(&self, id: SourceId) -> &Source {
        &self.0[id.0]
    }

    /// Line and column of a byte, both counted from 1, the column in characters.
    #[must_use]
    pub fn line_column(&self, id: SourceId, at: usize) -> (usize, usize) {
        let line = self.line(id, at);
        let source = self.get(id);
        let before = source.text.get(source.lines[line - 1]..at).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    /// The line of a byte, counted from 1.
    pub(crate) fn line(&self, id: SourceId, at: usize) -> usize {
        self.get(id).lines.partition_point(|start| *start <= at)
    }
}

impl SourceId {
    /// The place before the first character.
    pub(crate) fn start(self) -> Span {
        Span { source: self, start: 0, end: 0 }
    }
}

/// Where specs are read from.
pub trait Files {
    /// The text of a file; paths are relative, separated by `/`.
    ///
    /// # Errors
    ///
    /// Those of the file system.
    fn read(&self, path: &str) -> io::Result<String>;

    /// The YAML files below a folder, with their paths, sorted.
    fn list(&self, folder: &str) -> Vec<String>;
}

/// Files of a folder on disk.
#[derive(Debug, Clone)]
pub struct Disk(PathBuf);

impl Disk {
    /// The files below a folder.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self(root.into())
    }
}

impl Files for Disk {
    fn read(&self, path: &str) -> io::Result<String> {
        std::fs::read_to_string(self.0.join(path))
    }

    fn list(&self, folder: &str) -> Vec<String> {
        let mut found = Vec::new();
        collect(&self.0.join(folder), folder, &mut found);
        found.sort();
        found
    }
}

fn collect(folder: &Path, shown: &str, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let shown = format!("{shown}/{name}");
        if entry.path().is_dir() {
            collect(&entry.path(), &shown, found);
        } else if shown.ends_with(".yaml") {
            found.push(shown);
        }
    }
}

impl Files for BTreeMap<String, String> {
    fn read(&self, path: &str) -> io::Result<String> {
        self.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn list(&self, folder: &str) -> Vec<String> {
        let below = |path: &&String| {
            path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
                && path.ends_with(".yaml")
        };
        self.keys().filter(below).cloned().collect()
    }
}

/// A YAML document as JSON; `None` where it is no YAML.
#[must_use]
pub fn json(text: &str) -> Option<serde_json::Value> {
    let mut sources = Sources::default();
    let mut diagnostics = Diagnostics::default();
    let source = sources.add(String::new(), text.to_owned());
    yaml::parse(&sources, source, &mut diagnostics).map(|node| node.to_json())
}
