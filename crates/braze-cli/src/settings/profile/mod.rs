//! [`Profile`]: settings of a workspace under a name, from `braze.toml`.

mod document;
mod field;
mod file;
mod reader;
mod values;

use braze_core::ApiKey;

use super::choice::PROFILE;
use super::setting::{Origin, Setting};
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::nearest::nearest;

use document::Document;
pub(crate) use file::{Looked, State, look};
pub(crate) use values::{KeySource, Profile};

const VARIABLE: &str = "BRAZE_PROFILE";

/// An example of the file, for help.
pub(crate) const EXAMPLE: &str = include_str!("example.toml");

impl Profile {
    /// The chosen profile: by the option, by the environment, or by the file itself.
    pub(crate) fn chosen(option: Option<&str>, io: &Io) -> Result<Self, Failure> {
        let found = look(io)?;
        let wanted = wanted(option, io)?;
        let Some(file) = found.file else {
            return match wanted {
                Some(wanted) => Err(no_file(&wanted, &found.looked)),
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
            None => Err(unknown(&wanted, &document, &file.path.display().to_string())),
        }
    }
}

/// The places of the keys of all profiles, as far as the file can be read.
pub(crate) fn key_sources(io: &Io) -> Vec<KeySource> {
    let file = look(io).ok().and_then(|found| found.file);
    let profiles = file.map(|file| Document::profiles_of(&file)).unwrap_or_default();
    profiles.into_iter().filter_map(|(_, profile)| Some(profile.key?.value)).collect()
}

fn wanted(option: Option<&str>, io: &Io) -> Result<Option<Setting<String>>, Failure> {
    if let Some(name) = option {
        return Ok(Some(Setting::new(name.to_owned(), Origin::Option(PROFILE))));
    }
    let Some(name) = io.variable(VARIABLE) else { return Ok(None) };
    match name.into_string() {
        Ok(name) => Ok(Some(Setting::new(name, Origin::Variable(VARIABLE)))),
        Err(_) => Err(Failure::usage(format!("{VARIABLE} is not valid UTF-8"))),
    }
}

fn no_file(wanted: &Setting<String>, looked: &[Looked]) -> Failure {
    let failure = Failure::usage(format!(
        "there is no profile {}: no `braze.toml` was found",
        quoted(&wanted.value)
    ))
    .detail(format!("chosen by: {}", wanted.origin));
    let looked = looked.iter().map(ToString::to_string);
    looked
        .fold(failure, Failure::detail)
        .tip("`braze doctor --help` shows such a file and the places that are searched")
}

fn unknown(wanted: &Setting<String>, document: &Document, file: &str) -> Failure {
    let names: Vec<&str> = document.profiles.iter().map(|(name, _)| name.as_str()).collect();
    let failure =
        Failure::usage(format!("there is no profile {} in {file}", quoted(&wanted.value)))
            .detail(format!("chosen by: {}", wanted.origin));
    match (nearest(&wanted.value, names.iter().copied()), names.as_slice()) {
        (Some(near), _) => failure.tip(format!("a similar profile exists: `{near}`")),
        (None, []) => failure.tip("the file has no profile: add one with `[profiles.NAME]`"),
        (None, names) => failure.tip(format!("its profiles are `{}`", names.join("`, `"))),
    }
}

/// A name in quotes, unless it looks like a key that was put in its place.
fn quoted(name: &str) -> String {
    if ApiKey::is_like(name) { "of that name".to_owned() } else { format!("`{name}`") }
}
