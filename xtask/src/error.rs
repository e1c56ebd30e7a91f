//! [`CodegenError`]: a failure of code generation.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::emit::PrintError;
use crate::spec::diagnostic::Report;

/// A failure of code generation.
#[derive(Debug)]
pub enum CodegenError {
    /// The spec has problems, in these places.
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
