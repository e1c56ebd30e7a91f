//! `cargo xtask codegen`: the spec in, Rust out.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostics, Report};
use crate::emit::{Home, emit};
use crate::ir::Api;
use crate::load::load;
use crate::lower::lower;
use crate::print::{PrintError, print};
use crate::source::{Disk, Files, Sources};
pub use crate::tree::Drift;
use crate::tree::Tree;

/// The root document, from the root of the workspace.
pub const SPEC: &str = "spec/openapi.yaml";

/// The folder for generated code, from the root of the workspace.
pub const GENERATED: &str = "crates/braze-core/src/generated";

/// Why nothing was generated.
#[derive(Debug)]
pub enum CodegenError {
    /// The spec is wrong, and these are the places.
    Spec(Box<Report>),
    /// Generated code could not be printed.
    Print(PrintError),
    /// The file system failed.
    Io(PathBuf, io::Error),
}

impl fmt::Display for CodegenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Spec(report) => write!(f, "the spec has {} problems", report.len()),
            Self::Print(error) => error.fmt(f),
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for CodegenError {}

/// Generates code from a spec.
///
/// # Errors
///
/// All problems of the spec at once, or that of rustfmt.
pub fn generate(
    files: &dyn Files,
    spec: &str,
    home: &Home,
    style: &Path,
) -> Result<Tree, CodegenError> {
    let api = read(files, spec).map_err(CodegenError::Spec)?;
    let files = print(&emit(&api, home), style).map_err(CodegenError::Print)?;
    Ok(Tree { files })
}

/// Reads and lowers a spec, or says everything that is wrong with it.
pub(crate) fn read(files: &dyn Files, spec: &str) -> Result<Api, Box<Report>> {
    let mut sources = Sources::default();
    let mut diagnostics = Diagnostics::default();
    let loaded = load(files, spec, &mut sources, &mut diagnostics);
    let api = loaded.map(|loaded| lower(&loaded, &sources, &mut diagnostics));
    api.filter(|_| diagnostics.is_empty())
        .ok_or_else(|| Box::new(Report::new(sources, diagnostics.into_sorted())))
}

/// Generates the code of a workspace.
///
/// # Errors
///
/// Those of [`generate`].
pub fn workspace(root: &Path) -> Result<Tree, CodegenError> {
    generate(&Disk::new(root), SPEC, &Home::Core, &root.join("rustfmt.toml"))
}

/// Writes the code of a workspace, and says what was not as it should be.
///
/// # Errors
///
/// Those of [`generate`] and of the file system.
pub fn write(root: &Path) -> Result<Vec<Drift>, CodegenError> {
    let folder = root.join(GENERATED);
    workspace(root)?.write(&folder).map_err(|error| CodegenError::Io(folder, error))
}

/// Says how the code of a workspace differs from what the spec makes.
///
/// # Errors
///
/// Those of [`generate`] and of the file system.
pub fn check(root: &Path) -> Result<Vec<Drift>, CodegenError> {
    let folder = root.join(GENERATED);
    workspace(root)?.compare(&folder).map_err(|error| CodegenError::Io(folder, error))
}
