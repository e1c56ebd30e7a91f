//! `cargo xtask import FILE`: drafts the operations of a document and prints what is left to do.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use super::{Import as Imported, ImportError, Proposal, into_workspace};
use crate::docs_check::one_line;
use crate::error::CodegenError;
use crate::failure::{Failure, print};

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
        let imports = into_workspace(root, &self.file).map_err(|error| match error {
            ImportError::Spec(report) => Failure::shown(CodegenError::Spec(report), root, false),
            ImportError::Document(_) => Failure::new(format!("{}: {error}", self.file.display())),
            ImportError::Io(..) => Failure::new(error),
        })?;
        imports.iter().for_each(|import| print(&report(import)));
        let drafts = imports.iter().filter(|it| matches!(it.proposal, Proposal::New(_))).count();
        print(&format!("{drafts} of {} operations drafted\n", imports.len()));
        Ok(())
    }
}

/// Describes the proposal and what is left to do.
#[must_use]
pub fn report(import: &Imported) -> String {
    let (subject, file) = (&import.subject, &import.file);
    let mut out = match &import.proposal {
        Proposal::New(_) => format!("{subject}: a draft in {file}\n"),
        Proposal::Described => {
            format!(
                "{subject}: already described in {file}, not changed; compare it with `cargo xtask docs-check`\n"
            )
        }
        Proposal::OtherMethod => format!(
            "{subject}: {file} describes the path without this operation and is left alone; begin it with \
             `cargo xtask new-endpoint {} --method {}`\n",
            one_line(&import.path),
            subject.split(' ').next().unwrap_or_default(),
        ),
        Proposal::SameNames(other) => format!(
            "{subject}: no draft, for `{}` has the same names; begin it with `cargo xtask new-endpoint {} \
             --tag TAG`\n",
            one_line(other),
            one_line(&import.path),
        ),
    };
    let mut list = |title: &str, items: Vec<String>| {
        if !items.is_empty() {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{title}\n  - {}", items.join("\n  - "));
        }
    };
    list("for a person to decide:", import.decisions.iter().map(ToString::to_string).collect());
    let left_out = import.left_out.iter().map(|note| match note.line {
        Some(line) => format!("{} (line {line})", one_line(&note.text)),
        None => one_line(&note.text),
    });
    list("not carried over:", left_out.collect());
    out
}
