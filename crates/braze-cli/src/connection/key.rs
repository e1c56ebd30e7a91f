//! Where the API key comes from: a variable or a file, never the command line, which other users of a
//! machine can read.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use braze_core::ApiKey;
use clap::ArgMatches;

use super::API_KEY_FILE;
use crate::failure::Failure;
use crate::io::Io;
use crate::profile::{KeySource, Profile};
use crate::setting::{Origin, Setting};

/// The variable that holds the key.
const VARIABLE: &str = "BRAZE_API_KEY";

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
        let is_stdin = file == Path::new("-");
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
        Kept::File(file) => File::open(file).and_then(whole),
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
    let in_variable = matches!(source.value, Kept::Variable(_));
    let key = std::str::from_utf8(&bytes)
        .map_err(|_| Failure::usage("the API key is not a text"))
        .map(|text| if in_variable { text } else { without_line_break(text) })
        .and_then(|text| ApiKey::new(text).map_err(|error| Failure::usage(error.to_string())))
        .map_err(|failure| failure.detail(format!("key from: {words}")))?;
    io.notes().keep_secret(key.clone());
    Ok(key)
}

/// The key of the environment, if it holds one: what must not be repeated, whatever is asked for.
pub(crate) fn of_environment(io: &Io) -> Option<ApiKey> {
    ApiKey::new(io.variable(VARIABLE)?.to_str()?).ok()
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
