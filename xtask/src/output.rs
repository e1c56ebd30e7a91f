//! [`Output`]: files that are written together, without touching other files.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The mark in the first lines of files that a command of this package may replace or remove.
const MARK: &str = "by `cargo xtask ";

/// The number of lines that are searched for the mark.
const HEAD: usize = 3;

/// The maximum number of foreign files that an error names.
const MAX_NAMED: usize = 10;

/// The condition under which a file may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Claim {
    /// There is no file, or it has the mark.
    Generated,
    /// There is no file.
    New,
    /// The file is also edited by hand. The caller has inserted its own part.
    Shared,
}

/// Files to write, and files to remove. All are checked before any is changed, and a failure
/// half-way is rolled back. Links are not followed.
#[derive(Debug, Default)]
pub(crate) struct Output {
    files: Vec<(PathBuf, Claim, String)>,
    removed: Vec<PathBuf>,
}

impl Output {
    /// Adds a file.
    pub(crate) fn add(&mut self, path: PathBuf, claim: Claim, text: String) {
        self.files.push((path, claim, text));
    }

    /// Adds a file to remove.
    pub(crate) fn remove(&mut self, path: PathBuf) {
        self.removed.push(path);
    }

    /// Writes and removes the files.
    ///
    /// # Errors
    ///
    /// The list of foreign files in the way, if there are any, and those of the file system.
    pub(crate) fn write(&self) -> io::Result<()> {
        self.check()?;
        let mut undo = Vec::new();
        let done = self.act(&mut undo);
        if done.is_err() {
            for (path, before) in undo.into_iter().rev() {
                // The first failure is the one to report.
                let _ = match before {
                    Some(text) => fs::write(path, text),
                    None => fs::remove_file(path),
                };
            }
        }
        done
    }

    fn check(&self) -> io::Result<()> {
        let mut others = BTreeSet::new();
        for (path, claim, _) in &self.files {
            let is_free = match (Entry::from_path(path)?, claim) {
                (Entry::Nothing, _) => true,
                (Entry::File, Claim::Shared) => true,
                (Entry::File, Claim::Generated) => is_generated(path)?,
                (Entry::File, Claim::New) | (Entry::Other, _) => false,
            };
            if !is_free {
                others.insert(path);
            }
        }
        for path in &self.removed {
            if Entry::from_path(path)? == Entry::Other || !is_generated(path)? {
                others.insert(path);
            }
        }
        if others.is_empty() { Ok(()) } else { Err(occupied(&others)) }
    }

    fn act(&self, undo: &mut Vec<(PathBuf, Option<Vec<u8>>)>) -> io::Result<()> {
        for path in &self.removed {
            let before = fs::read(path)?;
            fs::remove_file(path)?;
            undo.push((path.clone(), Some(before)));
        }
        for (path, _, text) in &self.files {
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            let before = match fs::read(path) {
                Ok(before) => Some(before),
                Err(error) if error.kind() == io::ErrorKind::NotFound => None,
                Err(error) => return Err(error),
            };
            undo.push((path.clone(), before));
            fs::write(path, text)?;
        }
        Ok(())
    }
}

/// The kind of entry at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    Nothing,
    File,
    /// A link or a folder.
    Other,
}

impl Entry {
    fn from_path(path: &Path) -> io::Result<Self> {
        match fs::symlink_metadata(path) {
            Ok(found) if found.is_file() => Ok(Self::File),
            Ok(_) => Ok(Self::Other),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::Nothing),
            Err(error) => Err(error),
        }
    }
}

/// Returns `true` if the first lines of a file contain the mark.
fn is_generated(path: &Path) -> io::Result<bool> {
    let text = fs::read(path)?;
    Ok(String::from_utf8_lossy(&text).lines().take(HEAD).any(|line| line.contains(MARK)))
}

/// Returns the files and links below a folder, sorted.
///
/// # Errors
///
/// Those of the file system, and if the folder is a link or a file.
pub(crate) fn below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    match fs::symlink_metadata(folder) {
        Ok(it) if it.is_dir() => collect(folder, &mut found)?,
        Ok(_) => return Err(io::Error::other("not a folder, and links are not followed")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        // The type of a link is that of the link itself.
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), found)?;
        } else {
            found.push(entry.path());
        }
    }
    Ok(())
}

fn occupied(others: &BTreeSet<&PathBuf>) -> io::Error {
    let named: Vec<_> =
        others.iter().take(MAX_NAMED).map(|path| path.display().to_string()).collect();
    let more = match others.len() - named.len() {
        0 => String::new(),
        more => format!("\n  and {more} more"),
    };
    io::Error::other(format!(
        "nothing was written: this command must not replace these files:\n  {}{more}\n\
         choose an empty folder, or move the files away",
        named.join("\n  "),
    ))
}
