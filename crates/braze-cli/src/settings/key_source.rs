//! [`Source`]: the place to read a secret from.

use std::fmt;
use std::ops::Deref;
use std::path::PathBuf;

use braze_core::Credential;

use super::choice::file_option;
use super::setting::{Origin, Setting};

/// The place to read a secret from, and the setting that names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) credential: Credential,
    pub(crate) setting: Setting<KeyLocation>,
}

/// The place that a secret is kept in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum KeyLocation {
    StandardInput,
    File(PathBuf),
    Variable(String),
}

/// The fields of a profile for a secret of this kind: the one that names a file, and the one that names a variable.
pub(crate) const fn profile_fields(credential: Credential) -> [&'static str; 2] {
    match credential {
        Credential::ApiKey => ["api_key_file", "api_key_env"],
        Credential::ScimToken => ["scim_token_file", "scim_token_env"],
        Credential::ClientKey => ["client_key_file", "client_key_env"],
    }
}

impl Deref for Source {
    type Target = Setting<KeyLocation>;

    fn deref(&self) -> &Setting<KeyLocation> {
        &self.setting
    }
}

impl fmt::Display for Source {
    /// The source in words. The name of the file or variable is not repeated: people put the key there by
    /// mistake.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [file_field, variable_field] = profile_fields(self.credential);
        match (&self.value, &self.origin) {
            (KeyLocation::StandardInput, _) => f.write_str("standard input"),
            (KeyLocation::File(_), Origin::File(place)) => {
                write!(f, "the file of `{file_field}` at {place}")
            }
            (KeyLocation::File(_), _) => {
                write!(f, "the file of `--{}`", file_option(self.credential))
            }
            (KeyLocation::Variable(_), Origin::File(place)) => {
                write!(f, "the variable of `{variable_field}` at {place}")
            }
            (KeyLocation::Variable(name), _) => f.write_str(name),
        }
    }
}
