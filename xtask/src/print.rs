//! [`print`]: from tokens to the text of a file, formatted as rustfmt would leave it.

use std::collections::BTreeMap;
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

/// Ends each file's items while all of them go through rustfmt together, which costs more to start
/// than to run.
const END: &str = "// ======== end of file ========";

/// The texts of files. `style` is the `rustfmt.toml` that they follow.
pub(crate) fn print(
    files: &BTreeMap<String, File>,
    style: &Path,
) -> Result<BTreeMap<String, String>, PrintError> {
    let mut items = String::new();
    for (path, file) in files {
        items.push_str(&unformatted(path, file)?);
        items.push_str(&format!("\n{END}\n\n"));
    }
    let formatted = rustfmt(&items, style)?;
    let formatted = formatted.split(END).map(str::trim);
    let printed = files
        .iter()
        .zip(formatted)
        .map(|((path, file), items)| (path.clone(), format!("{}\n{}", file.head(), spaced(items))));
    Ok(printed.collect())
}

/// The imports and items of a file, each group and item printed on its own.
fn unformatted(path: &str, file: &File) -> Result<String, PrintError> {
    let mut text = String::new();
    for tokens in file.imports.iter().chain(&file.items) {
        let parsed = syn::parse2::<syn::File>(tokens.clone()).map_err(|error| {
            PrintError(format!("generated code of {path} is not Rust: {error}: {tokens}"))
        })?;
        text.push('\n');
        text.push_str(&prettyplease::unparse(&parsed));
    }
    Ok(text)
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
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 256);
    let mut before = "";
    for line in text.lines() {
        if begins_item(line) && !before.is_empty() && !opens(before) {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
        before = line;
    }
    out
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
