//! The search for `braze.toml`.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::looked::{Looked, State};
use crate::settings::error::SettingsError;
use crate::settings::setting::Place;
use crate::ui::io::Io;

pub(super) const NAME: &str = "braze.toml";

/// The greatest number of bytes in a file of profiles.
const MAX_BYTES: u64 = 1 << 20;

/// A file of profiles.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) path: PathBuf,
    pub(super) text: String,
    /// The folder that `~` stands for.
    pub(super) home: Option<PathBuf>,
}

/// The places that were searched, in order, and the first file that exists.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) looked: Vec<Looked>,
    pub(super) file: Option<Source>,
}

impl Source {
    /// The place of a byte of its text.
    pub(super) fn place(&self, offset: usize) -> Place {
        Place::at(self.path.clone(), &self.text, offset)
    }

    /// The folder that relative names of files begin in.
    pub(super) fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }
}

/// Searches the working directory, then the folder for settings. Only the first file is used.
///
/// An unreadable file in the folder for settings stops no command: nobody chose that folder.
pub(crate) fn look(io: &Io) -> Result<Found, SettingsError> {
    let home = io.variable("HOME").map(PathBuf::from);
    let mut looked = Vec::new();
    for (path, is_default) in candidates(io, home.as_deref()) {
        match File::open(&path).and_then(read) {
            Ok(text) => {
                looked.push(Looked { path: path.clone(), state: State::Read });
                return Ok(Found { looked, file: Some(Source { path, text, home }) });
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                looked.push(Looked { path, state: State::NotThere });
            }
            Err(error) if is_default => {
                looked.push(Looked { path, state: State::Unreadable(error.to_string()) });
            }
            Err(error) => {
                return Err(SettingsError::UnreadableFile { path, error });
            }
        }
    }
    Ok(Found { looked, file: None })
}

/// The places, each with `true` for the default one.
fn candidates(io: &Io, home: Option<&Path>) -> Vec<(PathBuf, bool)> {
    let default = folder(io, home).map(|folder| (folder.join(NAME), true));
    here(io).map(|path| (path, false)).into_iter().chain(default).collect()
}

/// The file in the working directory.
pub(super) fn here(io: &Io) -> Option<PathBuf> {
    io.folder().map(|folder| folder.join(NAME))
}

/// The folder for settings.
pub(super) fn folder(io: &Io, home: Option<&Path>) -> Option<PathBuf> {
    // A relative path is to be passed over, by the XDG specification.
    let config = io.variable("XDG_CONFIG_HOME").map(PathBuf::from).filter(|it| it.is_absolute());
    let config = config.or_else(|| home.map(|home| home.join(".config")))?;
    Some(config.join("braze"))
}

pub(super) fn read(file: File) -> io::Result<String> {
    let mut text = String::new();
    file.take(MAX_BYTES + 1).read_to_string(&mut text)?;
    if text.len() as u64 > MAX_BYTES {
        return Err(io::Error::other(format!("it is longer than {MAX_BYTES} bytes")));
    }
    Ok(text)
}
