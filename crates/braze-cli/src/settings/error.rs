//! [`SettingsError`]: the reason why settings cannot be used.

use std::io;
use std::path::PathBuf;

use braze_core::{Credential, CredentialError, Error, ProxyError};

use super::key_source::Source;
use super::profile::looked::Looked;
use super::setting::{Origin, Place, Setting};

/// The reason why settings cannot be used.
#[derive(Debug)]
pub(crate) enum SettingsError {
    /// A variable is not valid UTF-8.
    Variable(&'static str),
    /// A value cannot be used.
    Value { origin: Origin, problem: String },
    /// Two variables choose a server each.
    TwoServers([&'static str; 2]),
    /// No setting chooses a server. `profile`: the name of the profile.
    NoServer { profile: Option<String> },
    /// No setting names a secret of this kind. `profile`: the name of the profile.
    NoKey { credential: Credential, profile: Option<String> },
    /// The variable that holds the key is not set.
    UnsetKey(Source),
    /// The key cannot be read.
    UnreadableKey { source: Source, error: io::Error },
    /// The key is not valid UTF-8.
    EncodedKey(Source),
    /// The key is not one of Braze.
    InvalidKey { source: Source, error: CredentialError },
    /// A setting other than the key's holds the key.
    MisplacedKey { place: String },
    /// No variable says where the folder for settings is.
    NoFolder,
    /// A file of profiles cannot be read.
    UnreadableFile { path: PathBuf, error: io::Error },
    /// A file of profiles has problems. No value is repeated: a key may be in a wrong place.
    InvalidFile { path: PathBuf, problems: Vec<(Place, String)> },
    /// A profile was chosen, and there is no file of profiles.
    NoFile { wanted: Setting<String>, looked: Vec<Looked> },
    /// The file does not have the chosen profile.
    UnknownProfile { wanted: Setting<String>, path: PathBuf, known: Vec<String> },
    /// A proxy of the environment cannot be used.
    Proxy(ProxyError),
    /// The client cannot be made.
    Client(Error),
    /// The sandbox cannot be started.
    Sandbox(io::Error),
}
