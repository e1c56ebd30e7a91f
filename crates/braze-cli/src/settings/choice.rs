//! [`ConnectionArgs`]: the choice of a server, a key and a profile on a command line.

use std::path::{Path, PathBuf};

use braze_core::Credential;

/// The long names of the options.
pub(crate) const SANDBOX: &str = "sandbox";
pub(crate) const PROFILE: &str = "profile";
pub(crate) const INSTANCE: &str = "instance";
pub(crate) const BASE_URL: &str = "base-url";

/// The option that names the file with a secret of this kind.
pub(crate) const fn file_option(credential: Credential) -> &'static str {
    match credential {
        Credential::ApiKey => "api-key-file",
        Credential::ScimToken => "scim-token-file",
        Credential::ClientKey => "client-key-file",
    }
}

/// The choice of a server, a key and a profile on a command line.
#[derive(Debug, Clone, Default)]
pub(crate) struct ConnectionArgs {
    /// The scenario of the sandbox inside this command, or a file with one.
    pub(crate) sandbox: Option<String>,
    pub(crate) instance: Option<String>,
    pub(crate) base_url: Option<String>,
    /// The files with secrets.
    pub(crate) files: Vec<(Credential, PathBuf)>,
    pub(crate) profile: Option<String>,
    /// Every value on the command line, with the long name of its option.
    pub(crate) values: Vec<(String, Vec<u8>)>,
}

impl ConnectionArgs {
    /// The file with a secret of this kind.
    pub(crate) fn file(&self, credential: Credential) -> Option<&Path> {
        let named = self.files.iter().find(|(kind, _)| *kind == credential);
        named.map(|(_, file)| file.as_path())
    }

    /// Returns `true` if the sandbox inside this command is used.
    pub(crate) fn is_sandbox(&self) -> bool {
        self.sandbox.is_some()
    }
}
