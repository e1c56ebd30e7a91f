//! [`from_here`]: paths relative to the working directory.

use std::path::{Component, Path, PathBuf};

/// Returns a path from the working directory, if both are in the same tree.
pub(crate) fn from_here(path: &Path) -> PathBuf {
    match std::env::current_dir() {
        Ok(here) => between(&here, path),
        Err(_) => path.to_path_buf(),
    }
}

/// Returns the path from a folder to another path. A relative path stays as it is.
#[must_use]
pub fn between(folder: &Path, path: &Path) -> PathBuf {
    let common = folder.components().zip(path.components()).take_while(|(a, b)| a == b).count();
    let is_near = folder.components().take(common).any(|it| matches!(it, Component::Normal(_)));
    if path.is_relative() || !is_near {
        return path.to_path_buf();
    }
    let up = folder.components().skip(common).map(|_| Component::ParentDir);
    up.chain(path.components().skip(common)).collect()
}
