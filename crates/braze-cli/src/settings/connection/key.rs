//! Where the API key comes from: a variable or a file, never the command line, which other users of a
//! machine can read.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use braze_core::ApiKey;
use clap::ArgMatches;

use super::API_KEY_FILE;
use crate::settings::profile::{self, KeySource, Profile};
use crate::settings::setting::{Origin, Setting};
use crate::ui::failure::Failure;
use crate::ui::io::Io;

/// The variable that holds the key.
const VARIABLE: &str = "BRAZE_API_KEY";

/// The name of a file that stands for standard input.
const STDIN: &str = "-";

/// What is longer than this many bytes is no key.
const LONGEST: u64 = 4096;

/// Where the key is to be read.
pub(crate) type Source = Setting<Kept>;

/// Where a key is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kept {
    StandardInput,
    File(PathBuf),
    Variable(String),
}

/// Where the key is to be read: as an option says, else the environment, else the profile.
pub(crate) fn source(matches: &ArgMatches, profile: &Profile, io: &Io) -> Result<Source, Failure> {
    if let Some(file) = matches.get_one::<PathBuf>(API_KEY_FILE) {
        let is_stdin = file == Path::new(STDIN);
        let kept = if is_stdin { Kept::StandardInput } else { Kept::File(file.clone()) };
        return Ok(Setting::new(kept, Origin::Option(API_KEY_FILE)));
    }
    if io.variable(VARIABLE).is_some() {
        let kept = Kept::Variable(VARIABLE.to_owned());
        return Ok(Setting::new(kept, Origin::Variable(VARIABLE)));
    }
    let of_profile = profile.key.clone().ok_or_else(|| missing(profile))?;
    Ok(of_profile.map(|key| match key {
        KeySource::File(path) => Kept::File(path),
        KeySource::Variable(name) => Kept::Variable(name),
    }))
}

/// What a source is called. The name of the file or variable is not repeated: the key itself is what
/// is put there by mistake.
pub(crate) fn in_words(source: &Source) -> String {
    match (&source.value, &source.origin) {
        (Kept::StandardInput, _) => "standard input".to_owned(),
        (Kept::File(_), Origin::File(place)) => format!("the file of `api_key_file` at {place}"),
        (Kept::File(_), _) => format!("the file of `--{API_KEY_FILE}`"),
        (Kept::Variable(_), Origin::File(place)) => {
            format!("the variable of `api_key_env` at {place}")
        }
        (Kept::Variable(name), _) => name.clone(),
    }
}

/// The key. It is kept out of everything that is said from now on.
pub(crate) fn read(source: &Source, io: &mut Io) -> Result<ApiKey, Failure> {
    let words = in_words(source);
    let bytes = match &source.value {
        Kept::StandardInput => whole(io.stdin()),
        Kept::File(file) => File::open(file).and_then(|file| {
            warn_of_readers(&file, &words, io)?;
            whole(file)
        }),
        Kept::Variable(name) => match io.variable(name) {
            Some(value) => Ok(value.into_encoded_bytes()),
            None => {
                return Err(Failure::usage(format!("no API key: {words} is not set")).tip(
                    "`api_key_env` takes the name of a variable that holds the key, not the key",
                ));
            }
        },
    };
    let bytes = bytes.map_err(|error| {
        let option = match source.origin {
            Origin::File(_) => "api_key_file",
            _ => "--api-key-file",
        };
        Failure::usage(format!("the API key cannot be read from {words}: {error}"))
            .tip(format!("`{option}` takes the name of a file that holds the key, not the key"))
    })?;
    // What is said of one that is refused may name a setting that holds it too.
    keep(io, std::str::from_utf8(&bytes).unwrap_or_default());
    let in_variable = matches!(source.value, Kept::Variable(_));
    let key = std::str::from_utf8(&bytes)
        .map_err(|_| Failure::usage("the API key is not a text"))
        .map(|text| if in_variable { text } else { without_line_break(text) })
        .and_then(|text| ApiKey::new(text).map_err(|error| Failure::usage(error.to_string())))
        .map_err(|failure| failure.detail(format!("key from: {words}")))?;
    io.notes().keep_secret(key.clone());
    Ok(key)
}

/// Keeps out of everything that is said what the environment holds as a key, be it fit for use or not.
pub(crate) fn keep_environment(io: &Io) {
    keep_variable(io, VARIABLE);
}

/// Keeps all keys out of what is said that the command could come to read: those that its line names and
/// those of all profiles. For a command that fails before it has read its key: a key may stand in the setting
/// that it is about to name. Files that cannot be read are passed over.
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
            // Nobody may be about to write to a terminal, or to what is not a plain file.
            path if path == Path::new(STDIN) && !io.stdin_is_terminal() => whole(io.stdin()),
            path if path.is_file() => File::open(path).and_then(whole),
            _ => continue,
        };
        keep(io, std::str::from_utf8(&bytes.unwrap_or_default()).unwrap_or_default());
    }
}

/// The files of keys that a command line names, which may be one that cannot be understood.
fn named_on(line: &[OsString]) -> Vec<PathBuf> {
    let option = format!("--{API_KEY_FILE}");
    let value = |(index, word): (usize, &OsString)| {
        if *word == *option {
            return line.get(index + 1).cloned();
        }
        Some(word.to_str()?.strip_prefix(&option)?.strip_prefix('=')?.into())
    };
    line.iter().enumerate().filter_map(value).map(PathBuf::from).collect()
}

fn keep_variable(io: &Io, name: &str) {
    keep(io, io.variable(name).unwrap_or_default().to_str().unwrap_or_default());
}

/// Keeps a key secret, with what people copy along taken off.
fn keep(io: &Io, text: &str) {
    let key = text.split_whitespace().last().unwrap_or_default();
    let key = key.trim_matches(['"', '\'', '`', '\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}']);
    if let Ok(key) = ApiKey::new(key) {
        io.notes().keep_secret(key);
    }
}

/// Warns of a key that other users of the machine can read.
fn warn_of_readers(file: &File, words: &str, io: &Io) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;

        const OF_OTHERS: u32 = 0o077;
        let metadata = file.metadata()?;
        if metadata.is_file() && metadata.mode() & OF_OTHERS != 0 {
            io.notes().warning(&format!("{words} is open to other users: `chmod 600` it"));
        }
    }
    #[cfg(not(unix))]
    let _ = (file, words, io);
    Ok(())
}

fn whole(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST {
        return Err(io::Error::other(format!("it holds more than {LONGEST} bytes")));
    }
    Ok(bytes)
}

/// Editors end a file with a line break, which is no part of the key.
fn without_line_break(text: &str) -> &str {
    let text = text.strip_suffix('\n').unwrap_or(text);
    text.strip_suffix('\r').unwrap_or(text)
}

fn missing(profile: &Profile) -> Failure {
    let failure = Failure::usage("no API key")
        .tip(format!("put it into the environment variable {VARIABLE}"))
        .tip("or name a file that holds it with `--api-key-file FILE` (`-` reads standard input)");
    let failure = match profile.name() {
        Some(name) => failure
            .tip(format!("or give the profile `{name}` a field `api_key_file` or `api_key_env`")),
        None => failure,
    };
    failure.tip("`--sandbox` needs no key")
}
