//! Where the API key comes from: the environment or a file, never the command line, which other
//! users of a machine can read.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use braze_core::ApiKey;

use crate::failure::Failure;
use crate::io::Io;

/// The variable that holds the key.
const VARIABLE: &str = "BRAZE_API_KEY";

/// What is longer than this many bytes is no key.
const LONGEST: u64 = 4096;

/// The key, and where it came from in words.
///
/// The name of the file is not repeated in an error: the key itself is what is put there by mistake.
pub(super) fn read(file: Option<&Path>, io: &mut Io) -> Result<(ApiKey, &'static str), Failure> {
    let (bytes, source) = match file {
        Some(file) if file == Path::new("-") => (whole(io.stdin()), "standard input"),
        Some(file) => (File::open(file).and_then(whole), "the file of `--api-key-file`"),
        None => match io.variable(VARIABLE) {
            Some(value) => (Ok(value.into_encoded_bytes()), VARIABLE),
            None => return Err(missing()),
        },
    };
    let bytes = bytes.map_err(|error| {
        Failure::usage(format!("the API key cannot be read from {source}: {error}"))
            .tip("`--api-key-file` takes the name of a file that holds the key, not the key")
    })?;
    let key = std::str::from_utf8(&bytes)
        .map_err(|_| Failure::usage("the API key is not a text"))
        .map(|text| if file.is_some() { without_line_break(text) } else { text })
        .and_then(|text| ApiKey::new(text).map_err(|error| Failure::usage(error.to_string())))
        .map_err(|failure| failure.detail(format!("key from: {source}")))?;
    io.notes().keep_secret(key.clone());
    Ok((key, source))
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

fn missing() -> Failure {
    Failure::usage("no API key")
        .tip(format!("put it into the environment variable {VARIABLE}"))
        .tip("or name a file that holds it with `--api-key-file FILE` (`-` reads standard input)")
        .tip("`--sandbox` needs no key")
}
