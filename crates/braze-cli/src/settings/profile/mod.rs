//! [`Profile`]: settings of a workspace under a name, from `braze.toml`.

mod document;
mod field;
mod file;
mod folder;
pub(super) mod looked;
mod name;
mod reader;
mod values;

use super::choice::PROFILE;
use super::error::SettingsError;
use super::setting::{Origin, Setting};
use crate::ui::io::Io;

use document::Document;
pub(crate) use file::look;
pub(crate) use folder::{NewKey, NewProfile, SettingsFolder};
pub(crate) use looked::{Looked, State};
pub(crate) use name::ProfileName;
pub(crate) use values::{KeySource, Profile};

const VARIABLE: &str = "BRAZE_PROFILE";

/// An example of the file, for help.
pub(crate) const EXAMPLE: &str = include_str!("example.toml");

impl Profile {
    /// The chosen profile: by the option, by the environment, or by the file itself.
    pub(crate) fn chosen(option: Option<&str>, io: &Io) -> Result<Self, SettingsError> {
        let found = look(io)?;
        let wanted = wanted(option, io)?;
        let Some(file) = found.file else {
            return match wanted {
                Some(wanted) => Err(SettingsError::NoFile { wanted, looked: found.looked }),
                None => {
                    for looked in &found.looked {
                        if matches!(looked.state, State::Unreadable(_)) {
                            io.notes().warning(&format!("{looked}"));
                        }
                    }
                    Ok(Self::default())
                }
            };
        };
        let mut document = Document::read(&file)?;
        let Some(wanted) = wanted.or(document.default.take()) else { return Ok(Self::default()) };
        let position = document.profiles.iter().position(|(name, _)| *name == wanted.value);
        match position {
            Some(position) => {
                let (_, profile) = document.profiles.swap_remove(position);
                Ok(Self { name: Some(wanted), ..profile })
            }
            None => {
                let known = document.profiles.into_iter().map(|(name, _)| name).collect();
                Err(SettingsError::UnknownProfile { wanted, path: file.path, known })
            }
        }
    }
}

/// The places of the keys of all profiles, as far as the file can be read.
pub(crate) fn key_sources(io: &Io) -> Vec<KeySource> {
    let file = look(io).ok().and_then(|found| found.file);
    let profiles = file.map(|file| Document::profiles_of(&file)).unwrap_or_default();
    let keys = profiles.into_iter().flat_map(|(_, profile)| profile.keys);
    keys.map(|(_, source)| source.value).collect()
}

fn wanted(option: Option<&str>, io: &Io) -> Result<Option<Setting<String>>, SettingsError> {
    if let Some(name) = option {
        return Ok(Some(Setting::new(name.to_owned(), Origin::Option(PROFILE))));
    }
    let Some(name) = io.variable(VARIABLE) else { return Ok(None) };
    match name.into_string() {
        Ok(name) => Ok(Some(Setting::new(name, Origin::Variable(VARIABLE)))),
        Err(_) => Err(SettingsError::Variable(VARIABLE)),
    }
}
