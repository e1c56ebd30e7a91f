//! [`Files`]: the files of a spec, on disk or in memory.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use crate::spec::diagnostic::{Diagnostic, Diagnostics};
use crate::spec::source::{SourceId, Sources};
use crate::spec::yaml::{self, Node};

/// A source of spec files.
pub trait Files {
    /// Reads a file; paths are relative, separated by `/`.
    ///
    /// # Errors
    ///
    /// Those of the file system.
    fn read(&self, path: &str) -> io::Result<String>;

    /// Returns the paths of the YAML files below a folder, sorted.
    fn list(&self, folder: &str) -> Vec<String>;
}

/// The files of a folder on disk.
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

/// Reads a file as YAML, without any fixups.
pub(crate) fn read_node(
    files: &dyn Files,
    path: &str,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> (SourceId, Option<Node>) {
    match files.read(path) {
        Ok(text) => {
            let source = sources.add(path.to_owned(), text);
            (source, yaml::parse(sources, source, diagnostics))
        }
        Err(error) => {
            let source = sources.add(path.to_owned(), String::new());
            let message = format!("`{path}` cannot be read: {error}");
            diagnostics.push(Diagnostic::new("missing-file", source.start(), message));
            (source, None)
        }
    }
}

/// Resolves a path from the folder of the file that contains it, including `..`.
pub(crate) fn relative(file: &str, path: &str) -> String {
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            other => parts.push(other),
        }
    }
    parts.join("/")
}
