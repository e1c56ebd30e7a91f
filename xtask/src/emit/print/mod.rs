//! [`print`]: from tokens to the text of a file, formatted as rustfmt would leave it.

mod expression;
mod layout;
mod token;

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::emit::File;

/// Generated code that could not be printed: a fault of the generator, or rustfmt is not there.
#[derive(Debug)]
pub struct PrintError(String);

impl fmt::Display for PrintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for PrintError {}

/// Ends each piece while all of them go through rustfmt together, which costs more to start than to run.
const END: &str = "// ======== end of piece ========";

/// The texts of files. `style` is the `rustfmt.toml` that they follow.
pub(crate) fn print(
    files: impl Iterator<Item = (String, File)>,
    style: &Path,
) -> Result<BTreeMap<String, String>, PrintError> {
    let mut foreign = Foreign::default();
    let mut laid_out = Vec::new();
    for (path, file) in files {
        let head = file.head();
        let mut pieces = Vec::new();
        for stream in file.imports.into_iter().chain(file.items) {
            let tokens = token::read(stream);
            pieces.push(match layout::items(&tokens) {
                Some(text) => Piece::Own(text),
                None => Piece::Foreign(foreign.add(&path, token::flat(&tokens))?),
            });
        }
        laid_out.push((path, head, pieces));
    }
    let foreign = foreign.formatted(style)?;
    let texts = laid_out.into_iter().map(|(path, mut text, pieces)| {
        for piece in &pieces {
            let piece = match piece {
                Piece::Own(own) => own,
                Piece::Foreign(at) => foreign.get(*at).map_or("", String::as_str),
            };
            text.push('\n');
            spaced(piece, &mut text);
        }
        (path, text)
    });
    Ok(texts.collect())
}

/// Items that belong together.
enum Piece {
    Own(String),
    /// One of [`Foreign`].
    Foreign(usize),
}

/// Pieces that go through rustfmt. Those that are equal go there once.
#[derive(Default)]
struct Foreign {
    places: HashMap<String, usize>,
    text: String,
}

impl Foreign {
    /// Adds a piece; gives its place.
    fn add(&mut self, path: &str, tokens: String) -> Result<usize, PrintError> {
        let place = self.places.len();
        if let Some(known) = self.places.get(&tokens) {
            return Ok(*known);
        }
        let parsed = syn::parse_file(&tokens).map_err(|error| {
            PrintError(format!("generated code of {path} is not Rust: {error}: {tokens}"))
        })?;
        self.text.push_str(&format!("{}\n{END}\n\n", prettyplease::unparse(&parsed)));
        self.places.insert(tokens, place);
        Ok(place)
    }

    fn formatted(self, style: &Path) -> Result<Vec<String>, PrintError> {
        if self.text.is_empty() {
            return Ok(Vec::new());
        }
        let formatted = rustfmt(&self.text, style)?;
        Ok(formatted.split(END).map(|text| text.trim().to_owned()).collect())
    }
}

fn rustfmt(text: &str, style: &Path) -> Result<String, PrintError> {
    let fail = |error: &dyn fmt::Display| PrintError(format!("rustfmt failed: {error}"));
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--emit", "stdout", "--quiet", "--config-path"])
        .arg(style)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| {
            fail(&format_args!("{error} (it comes with `rustup component add rustfmt`)"))
        })?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(text.as_bytes()).map_err(|error| fail(&error))?;
    }
    let output = child.wait_with_output().map_err(|error| fail(&error))?;
    if !output.status.success() {
        return Err(fail(&String::from_utf8_lossy(&output.stderr)));
    }
    String::from_utf8(output.stdout).map_err(|error| fail(&error))
}

/// Sets an empty line between the items of a block, which printers leave out.
fn spaced(text: &str, out: &mut String) {
    let mut before = "";
    for line in text.lines() {
        if begins_item(line) && !before.is_empty() && !opens(before) {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
        before = line;
    }
}

/// Whether the next line belongs to this one: a block's first, an attribute's item, a list's next.
fn opens(line: &str) -> bool {
    let trimmed = line.trim_start();
    line.ends_with(['{', ',', ')', ']']) && !line.ends_with("};")
        || trimmed.starts_with("///")
        || trimmed.starts_with("//!")
        || trimmed.starts_with("#[")
}

fn begins_item(line: &str) -> bool {
    let indented = line.strip_prefix("    ").unwrap_or_default();
    ["fn ", "pub ", "pub(crate) ", "const ", "type ", "///", "#["]
        .iter()
        .any(|start| indented.starts_with(start))
}
