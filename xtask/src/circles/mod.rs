//! Circles: files of a crate that import one another.
//!
//! A name counts for the file that defines it, through any re-exports, in `use` and in paths in
//! code alike. Re-exports and `mod` lines do not count as imports, since they only locate a name and need
//! nothing from it.

mod error;
mod imports;
mod modules;
mod names;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

pub use error::CirclesError;
use modules::Modules;

/// The imports of each file: the files it imports from, with the names.
pub type Imports = BTreeMap<PathBuf, BTreeMap<PathBuf, BTreeSet<String>>>;

/// Files that import one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circle {
    /// The importing file, the imported file, and the names.
    pub ties: Vec<(PathBuf, PathBuf, BTreeSet<String>)>,
}

impl fmt::Display for Circle {
    /// Writes a line for each import: `a.rs -> b.rs: names`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (from, to, names) in &self.ties {
            let names: Vec<_> = names.iter().map(String::as_str).collect();
            writeln!(f, "{} -> {}: {}", from.display(), to.display(), names.join(", "))?;
        }
        Ok(())
    }
}

/// Returns the circles of a crate. `root` is its `lib.rs` or `main.rs`; paths are relative to `shown_from`.
///
/// # Errors
///
/// [`CirclesError`] if a file cannot be read or parsed.
pub fn circles(root: &Path, shown_from: &Path) -> Result<Vec<Circle>, CirclesError> {
    let imports = imports(root)?;
    let shown = |path: &Path| path.strip_prefix(shown_from).unwrap_or(path).to_path_buf();
    let circles = components(&imports).into_iter().map(|files| {
        let mut ties = Vec::new();
        for from in &files {
            let within = imports[from].iter().filter(|(to, _)| files.contains(*to));
            ties.extend(within.map(|(to, names)| (shown(from), shown(to), names.clone())));
        }
        Circle { ties }
    });
    Ok(circles.collect())
}

/// Returns the circles of the crate in a folder, from `src/lib.rs`, or from `src/main.rs` without it.
///
/// # Errors
///
/// As [`circles`].
pub fn circles_of_crate(folder: &Path, shown_from: &Path) -> Result<Vec<Circle>, CirclesError> {
    let sources = folder.join("src");
    let library = sources.join("lib.rs");
    let root = if library.exists() { library } else { sources.join("main.rs") };
    circles(&root, shown_from)
}

/// Returns the folders of the workspace's crates: all in `crates`, and `xtask` and `tests/bench`.
///
/// # Errors
///
/// As reading the folder `crates`.
pub fn crates(root: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in std::fs::read_dir(root.join("crates"))? {
        folders.push(entry?.path());
    }
    folders.sort();
    folders.extend([root.join("xtask"), root.join("tests/bench")]);
    Ok(folders)
}

/// Returns the imports of each file of a crate from its other files.
///
/// # Errors
///
/// As [`circles`].
pub fn imports(root: &Path) -> Result<Imports, CirclesError> {
    let modules = Modules::read(root)?;
    let mut imports = Imports::new();
    for (path, module) in modules.iter() {
        let found = imports.entry(module.file.clone()).or_default();
        for (file, name) in imports::imports_of_module(&modules, path, module) {
            if file != module.file {
                found.entry(file).or_default().insert(name);
            }
        }
    }
    Ok(imports)
}

/// Returns the groups of several files that reach each other.
fn components(imports: &Imports) -> Vec<BTreeSet<PathBuf>> {
    let reach = |start: &PathBuf| -> BTreeSet<PathBuf> {
        let (mut seen, mut next) = (BTreeSet::new(), vec![start]);
        while let Some(file) = next.pop() {
            for to in imports.get(file).into_iter().flatten().map(|(to, _)| to) {
                if seen.insert(to.clone()) {
                    next.push(to);
                }
            }
        }
        seen
    };
    let reached: BTreeMap<_, _> = imports.keys().map(|file| (file, reach(file))).collect();
    let mut groups: Vec<BTreeSet<PathBuf>> = Vec::new();
    for (file, seen) in &reached {
        if !seen.contains(*file) || groups.iter().any(|group| group.contains(*file)) {
            continue;
        }
        let mutual =
            seen.iter().filter(|other| reached.get(other).is_some_and(|it| it.contains(*file)));
        groups.push(mutual.cloned().collect());
    }
    groups
}
