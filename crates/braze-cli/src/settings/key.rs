//! Secrets such as the API key: from a variable or a file, never from the command line, which other users can read.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use braze_core::{ApiKey, Credential, CredentialError, Credentials};

use super::choice::{ConnectionArgs, file_option};
use super::error::SettingsError;
use super::key_source::{KeyLocation, Source};
use super::profile::{self, KeySource, Profile};
use super::setting::{Origin, Setting};
use crate::ui::io::Io;

/// The name of a file that stands for standard input.
const STDIN: &str = "-";

/// The greatest number of bytes in a key's file.
const MAX_BYTES: u64 = 4096;

/// The place to read a secret from: by an option, else the environment, else the profile.
pub(crate) fn source(
    credential: Credential,
    args: &ConnectionArgs,
    profile: &Profile,
    io: &Io,
) -> Result<Source, SettingsError> {
    let found = |setting| Source { credential, setting };
    if let Some(file) = args.file(credential) {
        let is_stdin = file == Path::new(STDIN);
        let location =
            if is_stdin { KeyLocation::StandardInput } else { KeyLocation::File(file.into()) };
        return Ok(found(Setting::new(location, Origin::Option(file_option(credential)))));
    }
    let variable = credential.variable();
    if io.variable(variable).is_some() {
        let location = KeyLocation::Variable(variable.to_owned());
        return Ok(found(Setting::new(location, Origin::Variable(variable))));
    }
    let of_profile = profile.key(credential).cloned();
    let of_profile = of_profile.ok_or_else(|| SettingsError::NoKey {
        credential,
        profile: profile.name().map(str::to_owned),
    })?;
    Ok(found(of_profile.map(|key| match key {
        KeySource::File(path) => KeyLocation::File(path),
        KeySource::Variable(name) => KeyLocation::Variable(name),
    })))
}

/// Reads a secret, which is redacted in all messages from now on.
pub(crate) fn read(source: &Source, io: &mut Io) -> Result<Credentials, SettingsError> {
    read_with_text(source, io).map(|(credentials, _)| credentials)
}

/// Reads a secret, which is redacted in all messages from now on, and returns its text, too.
pub(crate) fn read_with_text(
    source: &Source,
    io: &mut Io,
) -> Result<(Credentials, String), SettingsError> {
    let text = text(source, io)?;
    let credentials = checked(source.credential, &text, io)
        .map_err(|error| SettingsError::InvalidKey { source: source.clone(), error })?;
    Ok((credentials, text))
}

/// Checks the text of a secret, which is redacted in all messages from now on.
pub(crate) fn checked(
    credential: Credential,
    text: &str,
    io: &Io,
) -> Result<Credentials, CredentialError> {
    // A message about a refused key may name a setting that holds it, too.
    keep(io, text);
    let credentials = Credentials::new().with(credential, text)?;
    for (_, secret) in credentials.secrets() {
        io.notes().keep_secret(secret.clone());
    }
    Ok(credentials)
}

/// Reads the text of a secret.
fn text(source: &Source, io: &mut Io) -> Result<String, SettingsError> {
    let unreadable = |error| SettingsError::UnreadableKey { source: source.clone(), error };
    let bytes = match &source.value {
        KeyLocation::StandardInput => whole(io.stdin()).map_err(unreadable)?,
        KeyLocation::File(file) => File::open(file)
            .and_then(|file| {
                warn_of_readers(&file, source, io)?;
                whole(file)
            })
            .map_err(unreadable)?,
        KeyLocation::Variable(name) => io
            .variable(name)
            .map(OsString::into_encoded_bytes)
            .ok_or_else(|| SettingsError::UnsetKey(source.clone()))?,
    };
    let Ok(text) = String::from_utf8(bytes) else {
        return Err(SettingsError::EncodedKey(source.clone()));
    };
    let in_variable = matches!(source.value, KeyLocation::Variable(_));
    Ok(if in_variable { text } else { without_line_break(&text).to_owned() })
}

/// Redacts the secrets of the environment in all messages, usable or not.
pub(crate) fn keep_environment(io: &Io) {
    for credential in Credential::ALL {
        keep_variable(io, credential.variable());
    }
}

/// Redacts all secrets that the command could come to read: those of its options and of all profiles.
///
/// For a command that fails before it has read its key: the setting that it names may hold one. Files that
/// cannot be read are passed over.
pub(crate) fn keep_all(line: &[OsString], io: &mut Io) {
    let mut files = named_on(line);
    for source in profile::key_sources(io) {
        match source {
            KeySource::File(path) => files.push(path),
            KeySource::Variable(name) => keep_variable(io, &name),
        }
    }
    for file in files {
        let bytes = match file.as_path() {
            // Reading a terminal or a device could wait forever.
            path if path == Path::new(STDIN) && !io.stdin_is_terminal() => whole(io.stdin()),
            path if path.is_file() => File::open(path).and_then(whole),
            _ => continue,
        };
        keep(io, std::str::from_utf8(&bytes.unwrap_or_default()).unwrap_or_default());
    }
}

/// The key files that a command line names, even one that cannot be parsed.
fn named_on(line: &[OsString]) -> Vec<PathBuf> {
    let options = Credential::ALL.map(|credential| format!("--{}", file_option(credential)));
    let value = |(index, word): (usize, &OsString)| {
        if options.iter().any(|option| *word == **option) {
            return line.get(index + 1).cloned();
        }
        let word = word.to_str()?;
        let value = options.iter().find_map(|option| word.strip_prefix(option)?.strip_prefix('='));
        value.map(OsString::from)
    };
    line.iter().enumerate().filter_map(value).map(PathBuf::from).collect()
}

fn keep_variable(io: &Io, name: &str) {
    keep(io, io.variable(name).unwrap_or_default().to_str().unwrap_or_default());
}

/// Redacts a key, without the quotes that people copy along.
fn keep(io: &Io, text: &str) {
    let key = text.split_whitespace().last().unwrap_or_default();
    let key = key.trim_matches(['"', '\'', '`', '\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}']);
    if let Ok(key) = ApiKey::new(key) {
        io.notes().keep_secret((*key).clone());
    }
}

/// Warns of a key file that other users of the machine can read.
fn warn_of_readers(file: &File, source: &Source, io: &Io) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;

        const OF_OTHERS: u32 = 0o077;
        let metadata = file.metadata()?;
        if metadata.is_file() && metadata.mode() & OF_OTHERS != 0 {
            io.notes().warning(&format!("other users can read {source}: `chmod 600` it"));
        }
    }
    #[cfg(not(unix))]
    let _ = (file, source, io);
    Ok(())
}

fn whole(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(io::Error::other(format!("it is longer than {MAX_BYTES} bytes")));
    }
    Ok(bytes)
}

/// Removes the line break that editors end a file with.
fn without_line_break(text: &str) -> &str {
    let text = text.strip_suffix('\n').unwrap_or(text);
    text.strip_suffix('\r').unwrap_or(text)
}
