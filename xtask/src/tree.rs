//! [`Tree`]: a folder of generated files, written or compared.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Generated files by their paths below a folder that holds nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    /// Texts by path.
    pub files: BTreeMap<String, String>,
}

/// How a folder differs from what should be in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drift {
    /// The file is not there.
    Missing(PathBuf),
    /// The file is there and should not be.
    Unexpected(PathBuf),
    /// The file has another text, from this line on.
    Stale(PathBuf, usize),
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(f, "{} is missing", path.display()),
            Self::Unexpected(path) => {
                write!(f, "{} belongs to nothing in the spec", path.display())
            }
            Self::Stale(path, line) => write!(f, "{}:{line} is stale", path.display()),
        }
    }
}

impl Tree {
    /// How a folder differs, in the order of its files.
    ///
    /// # Errors
    ///
    /// Those of the file system.
    pub fn compare(&self, folder: &Path) -> io::Result<Vec<Drift>> {
        let mut drifts = Vec::new();
        for (path, text) in &self.files {
            drifts.extend(compare_file(&folder.join(path), text)?);
        }
        drifts.extend(self.unexpected(folder)?.into_iter().map(Drift::Unexpected));
        Ok(drifts)
    }

    /// Writes what differs and removes what does not belong there; says what it did.
    ///
    /// # Errors
    ///
    /// Those of the file system.
    pub fn write(&self, folder: &Path) -> io::Result<Vec<Drift>> {
        let drifts = self.compare(folder)?;
        for drift in &drifts {
            match drift {
                Drift::Unexpected(path) => std::fs::remove_file(path)?,
                Drift::Missing(path) | Drift::Stale(path, _) => {
                    if let Some(parent) = path.parent() {
                        std::fs::create_dir_all(parent)?;
                    }
                    let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy();
                    let text = self.files.get(name.as_ref()).map_or("", String::as_str);
                    std::fs::write(path, text)?;
                }
            }
        }
        remove_empty(folder)?;
        Ok(drifts)
    }

    fn unexpected(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        files_below(folder, &mut found)?;
        let expected: BTreeSet<_> = self.files.keys().map(|known| folder.join(known)).collect();
        found.retain(|path| !expected.contains(path));
        found.sort();
        Ok(found)
    }
}

/// How a file differs from the text that should be in it.
pub(crate) fn compare_file(path: &Path, text: &str) -> io::Result<Option<Drift>> {
    match std::fs::read_to_string(path) {
        Ok(present) if present == text => Ok(None),
        Ok(present) => Ok(Some(Drift::Stale(path.into(), first_difference(&present, text)))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Ok(Some(Drift::Missing(path.into())))
        }
        Err(error) => Err(error),
    }
}

/// Writes a file if it differs; says what it did.
pub(crate) fn write_file(path: &Path, text: &str) -> io::Result<Option<Drift>> {
    let drift = compare_file(path, text)?;
    if drift.is_some() {
        std::fs::write(path, text)?;
    }
    Ok(drift)
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            files_below(&path, found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

/// Removes the folders below one that hold nothing.
fn remove_empty(folder: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_empty(&path)?;
            if std::fs::read_dir(&path)?.next().is_none() {
                std::fs::remove_dir(&path)?;
            }
        }
    }
    Ok(())
}

fn first_difference(present: &str, wanted: &str) -> usize {
    let pairs = present.lines().zip(wanted.lines());
    pairs.take_while(|(present, wanted)| present == wanted).count() + 1
}
