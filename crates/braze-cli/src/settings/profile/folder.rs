//! [`SettingsFolder`]: the folder for settings, to which a profile can be added.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use braze_core::BaseUrl;

use super::document::Document;
use super::file::{self, Source};
use super::name::ProfileName;
use crate::private_file;
use crate::settings::error::SettingsError;
use crate::settings::server;
use crate::ui::io::Io;

/// The folder for settings, to which a profile can be added.
#[derive(Debug)]
pub(crate) struct SettingsFolder {
    path: PathBuf,
    /// The file of profiles, if there is one.
    source: Option<Source>,
    names: Vec<String>,
    /// A file in the working directory, which is read in place of that one.
    pub(crate) overshadowed_by: Option<PathBuf>,
}

/// A profile that is to be added.
pub(crate) struct NewProfile<'a> {
    pub(crate) name: &'a ProfileName,
    pub(crate) server: &'a BaseUrl,
    pub(crate) key: NewKey<'a>,
}

/// The key of a profile that is to be added.
#[derive(Clone, Copy)]
pub(crate) enum NewKey<'a> {
    /// The path of the file that holds it.
    InFile(&'a str),
    /// It is written to a file in the folder.
    Text(&'a str),
}

impl SettingsFolder {
    /// Reads the profiles that are there.
    pub(crate) fn find(io: &Io) -> Result<Self, SettingsError> {
        let home = io.variable("HOME").map(PathBuf::from);
        let path = file::folder(io, home.as_deref()).ok_or(SettingsError::NoFolder)?;
        let name = path.join(file::NAME);
        let source = match File::open(&name).and_then(file::read) {
            Ok(text) => Some(Source { path: name, text, home }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(SettingsError::UnreadableFile { path: name, error }),
        };
        let document = source.as_ref().map(Document::read).transpose()?;
        let names = document.into_iter().flat_map(|document| document.profiles);
        let names = names.map(|(name, _)| name).collect();
        let here = file::here(io).filter(|here| here.exists());
        Ok(Self { path, source, names, overshadowed_by: here })
    }

    /// Returns `true` if it has a profile of this name.
    pub(crate) fn has(&self, name: &ProfileName) -> bool {
        self.names.iter().any(|known| known == name.as_str())
    }

    /// Returns `true` if there is no file of profiles yet.
    pub(crate) fn is_new(&self) -> bool {
        self.source.is_none()
    }

    /// The file of profiles.
    pub(crate) fn file(&self) -> PathBuf {
        self.path.join(file::NAME)
    }

    /// The file for the key of a profile.
    pub(crate) fn key_file(&self, name: &ProfileName) -> PathBuf {
        self.path.join(key_file(name))
    }

    /// Adds a profile. Both files are written, or neither.
    ///
    /// # Errors
    ///
    /// With the file that cannot be written.
    pub(crate) fn add(&self, profile: &NewProfile<'_>) -> Result<(), (PathBuf, io::Error)> {
        create_folder(&self.path).map_err(|error| (self.path.clone(), error))?;
        let key_file = self.key_file(profile.name);
        if let NewKey::Text(text) = profile.key {
            let create = || {
                let mut file = private_file::create(&key_file)?;
                file.write_all(format!("{text}\n").as_bytes())?;
                file.sync_all()
            };
            create().map_err(|error| (key_file.clone(), error))?;
        }
        self.append(&profile.toml(self.source.as_ref())).map_err(|error| {
            if let NewKey::Text(_) = profile.key {
                // It was made just now, and nothing names it.
                let _ = fs::remove_file(&key_file);
            }
            (self.file(), error)
        })
    }

    /// A new file is only made where there is none, and one that exists keeps what it has.
    fn append(&self, text: &str) -> io::Result<()> {
        let mut options = File::options();
        let options = match &self.source {
            None => options.write(true).create_new(true),
            Some(_) => options.append(true),
        };
        let mut file = options.open(self.file())?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    }
}

impl NewProfile<'_> {
    /// The profile as it stands at the end of the file, or as the whole of a new one.
    fn toml(&self, source: Option<&Source>) -> String {
        let name = self.name;
        let mut text = match source.map(|source| source.text.as_str()) {
            None => format!(
                "# The profile to use where none is chosen.\nprofile = {}\n\n",
                quoted(name.as_str())
            ),
            Some(text) if text.is_empty() || text.ends_with("\n\n") => String::new(),
            Some(text) if text.ends_with('\n') => "\n".to_owned(),
            Some(_) => "\n\n".to_owned(),
        };
        let (server, value) = match server::listed(self.server) {
            Some(instance) => ("instance", instance.name().to_ascii_lowercase()),
            None => ("base_url", self.server.to_string()),
        };
        let key = match self.key {
            NewKey::InFile(path) => path.to_owned(),
            NewKey::Text(_) => key_file(name),
        };
        let (value, key) = (quoted(&value), quoted(&key));
        text.push_str(&format!("[profiles.{name}]\n{server} = {value}\napi_key_file = {key}\n"));
        text
    }
}

fn key_file(name: &ProfileName) -> String {
    format!("{name}.key")
}

/// A text as TOML, whose escapes are those of JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Creates the folder, if there is none, for its owner alone.
fn create_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}
