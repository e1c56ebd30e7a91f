//! `cargo xtask import FILE`: a document in, a draft on disk or a proposal on the screen.

use std::fmt::Write;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::{Import as Imported, ImportError, Proposal, import};
use crate::cli::{Failure, print};
use crate::codegen::{CodegenError, SPEC};
use crate::source::Disk;

/// The command and its argument.
#[derive(Debug)]
pub(crate) struct Import {
    file: PathBuf,
}

impl Import {
    pub(crate) fn parse(arguments: &[String]) -> Result<Self, Failure> {
        match arguments {
            [file] if !file.starts_with("--") => Ok(Self { file: file.into() }),
            _ => Err(Failure::Usage("`import` takes one OpenAPI document".to_owned())),
        }
    }

    pub(crate) fn run(self, root: &Path) -> Result<(), Failure> {
        let shown = self.file.display();
        let text = std::fs::read_to_string(&self.file)
            .map_err(|error| Failure::new(format!("{shown}: {error}")))?;
        let name = self.file.file_name().unwrap_or_default().to_string_lossy();
        let imports =
            import(&Disk::new(root), SPEC, &name, &text).map_err(|error| match error {
                ImportError::Spec(report) => Failure::shown(&CodegenError::Spec(report), false),
                ImportError::Document(_) => Failure::new(format!("{shown}: {error}")),
            })?;
        for import in &imports {
            if let Proposal::New(text) = &import.proposal {
                create(&root.join(&import.file), text)?;
            }
            print(&report(import));
        }
        Ok(())
    }
}

/// Writes a file that is not there.
fn create(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::new(format!("{}: {error}", path.display()));
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent).map_err(failed)?;
    }
    let mut file = std::fs::File::create_new(path).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)
}

/// What was proposed, and what is left to do.
#[must_use]
pub fn report(import: &Imported) -> String {
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = match &import.proposal {
        Proposal::New(_) => writeln!(out, "{}: a draft in {}", import.subject, import.file),
        Proposal::Change(diff) => {
            writeln!(
                out,
                "{}: described in {}, where nothing is written; this would change:\n\n{diff}",
                import.subject, import.file
            )
        }
        Proposal::Nothing => {
            let same = if import.decisions.is_empty() { "says the same" } else { "stays as it is" };
            writeln!(out, "{}: {} {same}", import.subject, import.file)
        }
    };
    let mut list = |title: &str, items: Vec<String>| {
        if !items.is_empty() {
            let _ = writeln!(out, "{title}");
            items.iter().for_each(|item| out.push_str(&format!("  - {item}\n")));
        }
    };
    list("for a person to decide:", import.decisions.iter().map(ToString::to_string).collect());
    let left_out = import.left_out.iter().map(|note| match note.line {
        Some(line) => format!("{} (line {line})", note.text),
        None => note.text.clone(),
    });
    list("not carried over:", left_out.collect());
    out
}
