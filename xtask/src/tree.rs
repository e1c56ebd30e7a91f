//! [`Tree`]: a folder of generated files, written or compared.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::output::{Claim, Output, below};

/// Generated files by their paths below a folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    /// Texts by path.
    pub files: BTreeMap<String, String>,
}

/// A difference between a folder and its expected content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drift {
    /// The file is missing.
    Missing(PathBuf),
    /// The file exists but should not.
    Unexpected(PathBuf),
    /// The file differs, from this line on.
    Stale(PathBuf, usize),
}

impl Drift {
    /// Returns the path of the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        let (Self::Missing(path) | Self::Unexpected(path) | Self::Stale(path, _)) = self;
        path
    }

    /// Changes the path.
    #[must_use]
    pub(crate) fn map(self, path: impl Fn(&Path) -> PathBuf) -> Self {
        match self {
            Self::Missing(from) => Self::Missing(path(&from)),
            Self::Unexpected(from) => Self::Unexpected(path(&from)),
            Self::Stale(from, line) => Self::Stale(path(&from), line),
        }
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(f, "{} is missing", path.display()),
            Self::Unexpected(path) => {
                write!(f, "{} is not generated from the spec any longer", path.display())
            }
            Self::Stale(path, line) => write!(f, "{}:{line} is stale", path.display()),
        }
    }
}

impl Tree {
    /// Returns the differences of a folder, in file order.
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

    /// Writes the files that differ, removes outdated generated files, and returns the differences.
    ///
    /// # Errors
    ///
    /// If the folder contains foreign files, and those of the file system. Then nothing is written.
    pub fn write(&self, folder: &Path) -> io::Result<Vec<Drift>> {
        let drifts = self.compare(folder)?;
        let mut output = Output::default();
        for drift in &drifts {
            match drift {
                Drift::Unexpected(path) => output.remove(path.clone()),
                Drift::Missing(path) | Drift::Stale(path, _) => {
                    let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy();
                    let text = self.files.get(name.as_ref()).cloned().unwrap_or_default();
                    output.add(path.clone(), Claim::Generated, text);
                }
            }
        }
        output.write()?;
        for drift in &drifts {
            if let Drift::Unexpected(path) = drift {
                remove_empty(path, folder);
            }
        }
        Ok(drifts)
    }

    fn unexpected(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut found = below(folder)?;
        let expected: BTreeSet<_> = self.files.keys().map(|known| folder.join(known)).collect();
        found.retain(|path| !expected.contains(path));
        Ok(found)
    }
}

/// Compares a file with its expected text.
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

/// Writes a file if it differs, and returns the difference.
pub(crate) fn write_file(path: &Path, text: &str) -> io::Result<Option<Drift>> {
    let drift = compare_file(path, text)?;
    if drift.is_some() {
        let mut output = Output::default();
        output.add(path.to_path_buf(), Claim::Shared, text.to_owned());
        output.write()?;
    }
    Ok(drift)
}

/// Removes the folders that a removed file leaves empty.
fn remove_empty(removed: &Path, folder: &Path) {
    for parent in removed.ancestors().skip(1).take_while(|it| *it != folder) {
        if std::fs::remove_dir(parent).is_err() {
            // It is not empty.
            break;
        }
    }
}

fn first_difference(present: &str, wanted: &str) -> usize {
    let pairs = present.lines().zip(wanted.lines());
    pairs.take_while(|(present, wanted)| present == wanted).count() + 1
}
