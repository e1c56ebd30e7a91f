//! [`Profile`]: settings of a workspace under a name, from `braze.toml`.

mod document;
mod field;
mod file;

use std::path::PathBuf;

use braze_core::export::Zone;
use braze_core::{ApiKey, BaseUrl};
use clap::{Arg, ArgMatches};

use crate::settings::setting::{Origin, Setting};
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::nearest::nearest;

use document::Document;
pub(crate) use file::{Looked, State, look};

const OPTION: &str = "profile";
const VARIABLE: &str = "BRAZE_PROFILE";

/// What the file looks like, for help.
pub(crate) const EXAMPLE: &str = include_str!("example.toml");

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

/// The option that chooses a profile.
pub(crate) fn argument() -> Arg {
    Arg::new(OPTION).long(OPTION).value_name("NAME").help(
        "Profile of `braze.toml` to take settings from; `braze doctor --help` shows such a file",
    )
}

impl Profile {
    /// The profile that is chosen: by the option, by the environment, by the file itself.
    pub(crate) fn chosen(matches: &ArgMatches, io: &Io) -> Result<Self, Failure> {
        let found = look(io)?;
        let wanted = wanted(matches, io)?;
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

/// Where the keys of all profiles are kept, as far as that can be read.
pub(crate) fn key_sources(io: &Io) -> Vec<KeySource> {
    let file = look(io).ok().and_then(|found| found.file);
    let profiles = file.map(|file| Document::profiles_of(&file)).unwrap_or_default();
    profiles.into_iter().filter_map(|(_, profile)| Some(profile.key?.value)).collect()
}

fn wanted(matches: &ArgMatches, io: &Io) -> Result<Option<Setting<String>>, Failure> {
    if let Some(name) = matches.get_one::<String>(OPTION) {
        return Ok(Some(Setting::new(name.clone(), Origin::Option(OPTION))));
    }
    let Some(name) = io.variable(VARIABLE) else { return Ok(None) };
    match name.into_string() {
        Ok(name) => Ok(Some(Setting::new(name, Origin::Variable(VARIABLE)))),
        Err(_) => Err(Failure::usage(format!("{VARIABLE} is not a text"))),
    }
}

fn no_file(wanted: &Setting<String>, looked: &[Looked]) -> Failure {
    let failure = Failure::usage(format!(
        "there is no profile {}, since no file of profiles was found",
        quoted(&wanted.value)
    ))
    .detail(format!("asked for by: {}", wanted.origin));
    let looked = looked.iter().map(ToString::to_string);
    looked
        .fold(failure, Failure::detail)
        .tip("`braze doctor --help` shows such a file, and says where it is looked for")
}

fn unknown(wanted: &Setting<String>, document: &Document, file: &str) -> Failure {
    let names: Vec<&str> = document.profiles.iter().map(|(name, _)| name.as_str()).collect();
    let failure =
        Failure::usage(format!("there is no profile {} in {file}", quoted(&wanted.value)))
            .detail(format!("asked for by: {}", wanted.origin));
    match (nearest(&wanted.value, names.iter().copied()), names.as_slice()) {
        (Some(near), _) => failure.tip(format!("a similar profile exists: `{near}`")),
        (None, []) => failure.tip("the file has no profile: begin one with `[profiles.NAME]`"),
        (None, names) => failure.tip(format!("its profiles are `{}`", names.join("`, `"))),
    }
}

/// A name in quotes, unless it looks like a key that was put in its place.
fn quoted(name: &str) -> String {
    if ApiKey::is_like(name) {
        "of the name that was given".to_owned()
    } else {
        format!("`{name}`")
    }
}
