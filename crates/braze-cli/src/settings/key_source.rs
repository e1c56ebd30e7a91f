//! [`Source`]: the place to read the API key from.

use std::fmt;
use std::path::PathBuf;

use super::choice::API_KEY_FILE;
use super::setting::{Origin, Setting};

/// The place to read the key from, and the setting that names it.
pub(crate) type Source = Setting<KeyLocation>;

/// The place that a key is kept in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum KeyLocation {
    StandardInput,
    File(PathBuf),
    Variable(String),
}

impl fmt::Display for Source {
    /// The source in words. The name of the file or variable is not repeated: people put the key there by
    /// mistake.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.value, &self.origin) {
            (KeyLocation::StandardInput, _) => f.write_str("standard input"),
            (KeyLocation::File(_), Origin::File(place)) => {
                write!(f, "the file of `api_key_file` at {place}")
            }
            (KeyLocation::File(_), _) => write!(f, "the file of `--{API_KEY_FILE}`"),
            (KeyLocation::Variable(_), Origin::File(place)) => {
                write!(f, "the variable of `api_key_env` at {place}")
            }
            (KeyLocation::Variable(name), _) => f.write_str(name),
        }
    }
}
