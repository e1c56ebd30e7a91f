//! [`Profile`]: the values of a profile.

use std::path::PathBuf;

use braze_core::BaseUrl;
use braze_core::export::Zone;

use crate::settings::setting::{Origin, Setting};

/// Settings of a workspace under a name. None of them has to be there.
#[derive(Debug, Clone, Default)]
pub(crate) struct Profile {
    /// Its name, and who chose it. `None`: no profile is in force.
    pub(crate) name: Option<Setting<String>>,
    pub(crate) server: Option<Setting<BaseUrl>>,
    pub(crate) key: Option<Setting<KeySource>>,
    pub(crate) workspace: Option<Setting<String>>,
    pub(crate) concurrency: Option<Setting<u16>>,
    /// In percent.
    pub(crate) reserve: Option<Setting<u8>>,
    pub(crate) time_zone: Option<Setting<Zone>>,
}

/// Where the key of a profile is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum KeySource {
    File(PathBuf),
    Variable(String),
}

impl Profile {
    /// The profile's name.
    pub(crate) fn name(&self) -> Option<&str> {
        self.name.as_ref().map(|name| name.value.as_str())
    }

    /// Whether it was asked for on this command line.
    pub(crate) fn is_by_option(&self) -> bool {
        self.name.as_ref().is_some_and(|name| matches!(name.origin, Origin::Option(_)))
    }

    /// What the workspace is called where several are kept together: as the profile says, else as the
    /// profile is called.
    pub(crate) fn workspace(&self) -> Option<&Setting<String>> {
        self.workspace.as_ref().or(self.name.as_ref())
    }
}
