//! [`print`]: prints tokens as the text of a file.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::emit::File;

/// Generated code could not be printed: the generator has a bug, or rustfmt is missing.
#[derive(Debug)]
pub struct PrintError(String);

impl fmt::Display for PrintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for PrintError {}

/// The mark between files that go through rustfmt together, since starting it costs more than its work.
const END: &str = "\n// ======== end of file ========\n";

/// Prints files.
///
/// With `style`, a `rustfmt.toml`, they go through rustfmt as well, which takes longer than everything else
/// together: code of the workspace does, since people read it; code elsewhere is marked as not for rustfmt.
pub(crate) fn print(
    files: impl Iterator<Item = (String, File)>,
    style: Option<&Path>,
) -> Result<BTreeMap<String, String>, PrintError> {
    let mut printed = Vec::new();
    for (path, file) in files {
        let head = file.head();
        let mut body = String::new();
        for stream in file.imports.into_iter().chain(file.items) {
            let items = syn::parse2(stream.clone()).map_err(|error| {
                PrintError(format!("generated code of {path} is not valid Rust: {error}: {stream}"))
            })?;
            body.push('\n');
            spaced(&prettyplease::unparse(&items), &mut body);
        }
        printed.push((path, head, body));
    }
    if let Some(style) = style {
        let bodies: Vec<_> = printed.iter().map(|(_, _, body)| body.as_str()).collect();
        let formatted = rustfmt(&bodies.join(END), style)?;
        for ((_, _, body), formatted) in printed.iter_mut().zip(formatted.split(END.trim())) {
            *body = format!("\n{}\n", formatted.trim());
        }
    }
    Ok(printed.into_iter().map(|(path, head, body)| (path, head + &body)).collect())
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
            fail(&format_args!("{error} (install it with `rustup component add rustfmt`)"))
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

/// Appends a text with the empty lines between members that prettyplease omits.
fn spaced(text: &str, out: &mut String) {
    let mut before = "";
    for line in text.lines() {
        if begins_member(line) && !before.is_empty() && !is_continued(before) {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
        before = line;
    }
}

/// Returns `true` if the next line belongs to this one: a block, an attribute or a list goes on.
fn is_continued(line: &str) -> bool {
    let trimmed = line.trim_start();
    line.ends_with(['{', ',', ')', ']']) && !line.ends_with("};")
        || trimmed.starts_with("///")
        || trimmed.starts_with("//!")
        || trimmed.starts_with("#[")
}

fn begins_member(line: &str) -> bool {
    let indented = line.strip_prefix("    ").unwrap_or_default();
    ["fn ", "pub ", "pub(crate) ", "const ", "type ", "///", "#["]
        .iter()
        .any(|start| indented.starts_with(start))
}
