//! [`Profile`]: the values of a profile.

use std::path::PathBuf;

use braze_core::export::Zone;
use braze_core::{BaseUrl, Credential};

use crate::settings::setting::{Origin, Setting};

/// Settings of a workspace under a name, all of them optional.
#[derive(Debug, Clone, Default)]
pub(crate) struct Profile {
    /// Its name, and the setting that chose it; `None` without a profile.
    pub(crate) name: Option<Setting<String>>,
    pub(crate) server: Option<Setting<BaseUrl>>,
    /// The places of secrets.
    pub(crate) keys: Vec<(Credential, Setting<KeySource>)>,
    pub(crate) workspace: Option<Setting<String>>,
    pub(crate) concurrency: Option<Setting<u16>>,
    /// In percent.
    pub(crate) reserve: Option<Setting<u8>>,
    pub(crate) time_zone: Option<Setting<Zone>>,
}

/// The place that the key of a profile is kept in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum KeySource {
    File(PathBuf),
    Variable(String),
}

impl Profile {
    /// The place of the secret of this kind.
    pub(crate) fn key(&self, credential: Credential) -> Option<&Setting<KeySource>> {
        let named = self.keys.iter().find(|(kind, _)| *kind == credential);
        named.map(|(_, source)| source)
    }

    /// The profile's name.
    pub(crate) fn name(&self) -> Option<&str> {
        self.name.as_ref().map(|name| name.value.as_str())
    }

    /// Returns `true` if an option chose it.
    pub(crate) fn is_by_option(&self) -> bool {
        self.name.as_ref().is_some_and(|name| matches!(name.origin, Origin::Option(_)))
    }

    /// The name of the workspace where several are kept together, else the name of the profile.
    pub(crate) fn workspace(&self) -> Option<&Setting<String>> {
        self.workspace.as_ref().or(self.name.as_ref())
    }
}
