//! [`ConnectionArgs`]: the choice of a server, a key and a profile on a command line.

use std::path::PathBuf;

/// The long names of the options.
pub(crate) const SANDBOX: &str = "sandbox";
pub(crate) const PROFILE: &str = "profile";
pub(crate) const INSTANCE: &str = "instance";
pub(crate) const BASE_URL: &str = "base-url";
pub(crate) const API_KEY_FILE: &str = "api-key-file";

/// The choice of a server, a key and a profile on a command line.
#[derive(Debug, Clone, Default)]
pub(crate) struct ConnectionArgs {
    /// The scenario of the sandbox inside this command, or a file with one.
    pub(crate) sandbox: Option<String>,
    pub(crate) instance: Option<String>,
    pub(crate) base_url: Option<String>,
    pub(crate) api_key_file: Option<PathBuf>,
    pub(crate) profile: Option<String>,
    /// Every value on the command line, with the long name of its option.
    pub(crate) values: Vec<(String, Vec<u8>)>,
}

impl ConnectionArgs {
    /// Returns `true` if the sandbox inside this command is used.
    pub(crate) fn is_sandbox(&self) -> bool {
        self.sandbox.is_some()
    }
}
