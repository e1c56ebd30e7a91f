//! [`CirclesError`]: a crate whose files cannot be read.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// A crate whose files cannot be read.
#[derive(Debug)]
pub enum CirclesError {
    /// A file that cannot be opened.
    Io(PathBuf, io::Error),
    /// A file that is not Rust.
    Syntax(PathBuf, syn::Error),
}

impl fmt::Display for CirclesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Syntax(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for CirclesError {}
