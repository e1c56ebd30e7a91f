//! [`Synth`]: a spec of as many made-up endpoints as are asked for, to see how the generator grows with them.
//!
//! The endpoints take turns: series of counts and of amounts, lists, details, reports, searches. The first ones of
//! a large spec are those of a small one. What is written depends on nothing but the number.

mod command;
mod endpoint;
mod shared;
mod twin;

use std::collections::BTreeSet;
use std::fmt;
use std::fmt::Write;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::codegen;
use crate::error::CodegenError;
use crate::spec::bundle::bundle;
use crate::spec::diagnostic::Diagnostics;
use crate::spec::source::Sources;
use crate::spec::yaml;
use crate::tree::Tree;
pub(crate) use command::Command;
use endpoint::Endpoint;

/// The root document, from the folder of the spec.
pub const ROOT: &str = "openapi.yaml";

/// The most endpoints: those that the words are enough for.
pub const MOST: usize = endpoint::MOST;

/// A spec that is made up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Synth {
    endpoints: usize,
}

/// Why no spec was made up, or none was written.
#[derive(Debug)]
pub enum SynthError {
    /// There is no spec of so many endpoints.
    Count(usize),
    /// The folder holds something already.
    Occupied(PathBuf),
    /// The file system failed.
    Io(PathBuf, io::Error),
}

impl fmt::Display for SynthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => {
                write!(f, "no spec of {count} endpoints is made up: from 1 to {MOST}")
            }
            Self::Occupied(folder) => write!(
                f,
                "`{}` is not empty: name a folder that is, or is not there yet, with `-o`",
                folder.display(),
            ),
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for SynthError {}

impl Synth {
    /// A spec of `endpoints` endpoints, from 1 to [`MOST`].
    ///
    /// # Errors
    ///
    /// If the number is out of range.
    pub fn new(endpoints: usize) -> Result<Self, SynthError> {
        match endpoints {
            1..=MOST => Ok(Self { endpoints }),
            other => Err(SynthError::Count(other)),
        }
    }

    /// The spec as the generator reads it: the root document and a file for each path.
    #[must_use]
    pub fn spec(&self) -> Tree {
        let endpoints: Vec<Endpoint> = (0..self.endpoints).map(Endpoint::new).collect();
        let mut tree = Tree::default();
        let mut used = BTreeSet::new();
        for endpoint in &endpoints {
            let text = endpoint.text();
            used.extend(shared::referred(&text));
            tree.files.insert(endpoint.file(), text);
        }
        let tags: BTreeSet<&str> = endpoints.iter().map(|endpoint| endpoint.tag).collect();
        let mut root = "tags:\n".to_owned();
        // Writing to a string does not fail.
        for tag in tags {
            let _ =
                writeln!(root, "  - {{ name: {tag}, description: What is known about {tag}. }}");
        }
        root.push_str("paths:\n");
        for endpoint in &endpoints {
            let _ = writeln!(root, "  {}: {{ $ref: {} }}", endpoint.path(), endpoint.file());
        }
        tree.files.insert(ROOT.to_owned(), shared::head(used) + &root);
        tree
    }

    /// The same endpoints as one document of OpenAPI 3.0, for other generators.
    #[must_use]
    pub fn twin(&self) -> Tree {
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let spec = self.spec().files;
        let document = bundle(&spec, ROOT, &mut sources, &mut diagnostics);
        let text = document.map(|mut document| {
            twin::lower(&mut document);
            yaml::write(&document)
        });
        Tree { files: text.map(|text| (ROOT.to_owned(), text)).into_iter().collect() }
    }

    /// Writes the spec, generates code from it and gives the time from the files of the spec to those of the code.
    /// `folder` must hold nothing; `root` is that of the workspace, whose style the code has.
    ///
    /// # Errors
    ///
    /// Those of [`write`] and of [`codegen::elsewhere`].
    pub fn time(&self, folder: &Path, root: &Path) -> Result<Duration, CodegenError> {
        let spec = folder.join("spec");
        let written = self.spec().write(&spec);
        written.map_err(|error| CodegenError::Io(spec.clone(), error))?;
        let start = Instant::now();
        codegen::elsewhere(&spec.join(ROOT), &folder.join("code"), root, true)?.write(root)?;
        Ok(start.elapsed())
    }
}

/// Writes files into a folder that holds nothing.
///
/// # Errors
///
/// If it holds something, and those of the file system.
pub fn write(tree: &Tree, folder: &Path) -> Result<(), SynthError> {
    let fail = |error| SynthError::Io(folder.to_path_buf(), error);
    std::fs::create_dir_all(folder).map_err(fail)?;
    if std::fs::read_dir(folder).map_err(fail)?.next().is_some() {
        return Err(SynthError::Occupied(folder.to_path_buf()));
    }
    tree.write(folder).map_err(fail)?;
    Ok(())
}
