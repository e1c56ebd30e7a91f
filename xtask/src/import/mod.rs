//! The import: an OpenAPI document of the vendor's in, a draft for `spec/paths/` out.
//!
//! What the document says goes into the draft, in the subset that codegen reads. What it does not
//! say, or says in prose, is a [`Decision`] for a person. A path that the spec has already is never
//! written to: for it, a change is proposed.

mod amend;
mod build;
mod command;
mod diff;
mod draft;
mod edit;
mod example;
mod roles;
mod schema;
mod shared;

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::codegen::SPEC;
use crate::diagnostic::Report;
use crate::drift::openapi::{self, Operation};
use crate::drift::{Finding, Known, Note, Spec, Verdict, compare, one_line};
use crate::names;
use crate::source::{Disk, Files, Sources};
use build::Build;
use draft::Draft;
use shared::{SOURCE, Shared};

pub(crate) use command::Import as Command;
pub use command::report;

/// What an import comes to, for one operation of a document.
#[derive(Debug)]
pub struct Import {
    /// `GET /sessions/data_series`
    pub subject: String,
    /// The file of the path.
    pub file: String,
    /// What is proposed for it.
    pub proposal: Proposal,
    /// What a person must decide on.
    pub decisions: Vec<Decision>,
    /// What the spec has no place for.
    pub left_out: Vec<Note>,
}

/// What an import proposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposal {
    /// A file that is not there yet, with this text.
    New(String),
    /// A change of a file that is there.
    Change {
        /// The change as a patch.
        patch: String,
        /// What the file would be then.
        text: String,
    },
    /// The spec says all that already.
    Nothing,
}

/// Something that a person must decide on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The key or field that it is about.
    pub about: String,
    /// What is to be decided, and what stands there meanwhile.
    pub what: String,
    /// The line of the document, counted from 1.
    pub line: Option<usize>,
}

impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", one_line(&self.about), one_line(&self.what))?;
        match self.line {
            Some(line) => write!(f, " (line {line})"),
            None => Ok(()),
        }
    }
}

/// Why nothing could be imported.
#[derive(Debug)]
pub enum ImportError {
    /// Our own spec is wrong, and these are the places.
    Spec(Box<Report>),
    /// The document cannot be read.
    Document(Note),
    /// The file system failed.
    Io(PathBuf, io::Error),
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Spec(report) => write!(f, "the spec has {} problems", report.len()),
            Self::Document(note) => match note.line {
                Some(line) => write!(f, "line {line}: {}", note.text),
                None => f.write_str(&note.text),
            },
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for ImportError {}

/// Imports the operations of a document, whose name is `document`, into a spec. Writes nothing.
///
/// # Errors
///
/// If the spec has problems, or the document cannot be read.
pub fn import(
    files: &dyn Files,
    root: &str,
    document: &str,
    text: &str,
) -> Result<Vec<Import>, ImportError> {
    let spec = Spec::load(files, root).map_err(ImportError::Spec)?;
    let failed = |text: &str| ImportError::Document(Note { text: text.to_owned(), line: None });
    if !openapi::is_document(text) {
        return Err(failed("this is no OpenAPI document"));
    }
    let operations = openapi::read(text).map_err(ImportError::Document)?;
    if operations.is_empty() {
        return Err(failed("the document has no operation"));
    }
    let importer = Importer { files, root, document, spec, shared: Shared::read(files, root) };
    Ok(operations.iter().map(|operation| importer.operation(operation)).collect())
}

/// Imports a document into the spec of a workspace: drafts are written, and nothing that is there is
/// changed.
///
/// # Errors
///
/// Those of [`import`], and those of the file system: a draft takes the place of no file.
pub fn into_workspace(root: &Path, document: &Path) -> Result<Vec<Import>, ImportError> {
    let failed = |path: &Path, error| ImportError::Io(path.to_path_buf(), error);
    let text = std::fs::read_to_string(document).map_err(|error| failed(document, error))?;
    let name = document.file_name().unwrap_or_default().to_string_lossy();
    let imports = import(&Disk::new(root), SPEC, &name, &text)?;
    for import in &imports {
        if let Proposal::New(text) = &import.proposal {
            let path = root.join(&import.file);
            create(&path, text).map_err(|error| failed(&path, error))?;
        }
    }
    Ok(imports)
}

/// Writes a file that is not there.
fn create(path: &Path, text: &str) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    std::fs::File::create_new(path)?.write_all(text.as_bytes())
}

/// Where an operation goes, and what it is called.
struct Place {
    method: String,
    path: String,
    tag: String,
    id: String,
    file: String,
}

struct Importer<'a> {
    files: &'a dyn Files,
    root: &'a str,
    document: &'a str,
    spec: Spec,
    shared: Shared,
}

impl Importer<'_> {
    fn operation(&self, operation: &Operation) -> Import {
        let facts = &operation.facts;
        let method = facts.method.value().cloned().unwrap_or_default();
        let path = facts.path.value().cloned().unwrap_or_default();
        let same = |known: &&Known| known.facts.path.value() == Some(&path);
        let on_path: Vec<&Known> = self.spec.operations.iter().filter(same).collect();
        let known = on_path.iter().find(|known| known.facts.method.value() == Some(&method));
        let place = self.place(method, path, &on_path);
        let mut sources = Sources::default();
        let build = Build(sources.add(String::new(), String::new()).start());
        let mut draft = Draft::new(build, &self.shared);
        let proposal = match known {
            Some(known) => self.change(known, operation, &place, &mut draft),
            None => self.addition(operation, &place, &mut draft),
        };
        let mut decisions = draft.decisions;
        if known.is_none() && !matches!(proposal, Proposal::Nothing) {
            decisions.extend(self.listing(&place));
        }
        Import {
            subject: one_line(&format!("{} {}", place.method, place.path)),
            file: place.file,
            proposal,
            decisions,
            left_out: facts.notes.clone(),
        }
    }

    /// The names of an operation follow from its path, its file from those of its neighbours.
    fn place(&self, method: String, path: String, on_path: &[&Known]) -> Place {
        let pieces = path.split('/').filter(|piece| !piece.is_empty() && !piece.contains('{'));
        let mut pieces: Vec<String> = pieces.map(names::snake).collect();
        pieces.retain(|piece| !piece.is_empty());
        let tag = if pieces.is_empty() { "root".to_owned() } else { pieces.remove(0) };
        let word = method.to_lowercase();
        if pieces.is_empty() || !on_path.is_empty() {
            pieces.push(word);
        }
        let id = format!("{tag}.{}", pieces.join("."));
        let folder = self.root.rsplit_once('/').map_or(String::new(), |(it, _)| format!("{it}/"));
        let file = match on_path.first() {
            Some(known) => known.file.clone(),
            None => format!("{folder}paths/{tag}/{}.yaml", pieces.join("_")),
        };
        Place { method, path, tag, id, file }
    }

    /// A new file, or a new operation in the file of its path.
    fn addition(&self, operation: &Operation, place: &Place, draft: &mut Draft<'_>) -> Proposal {
        let text = draft.file(operation, place, self.document);
        match self.files.read(&place.file) {
            Err(_) => Proposal::New(text),
            Ok(present) => {
                let body: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
                let together = format!("{}\n{}\n", present.trim_end(), body.join("\n"));
                change(&place.file, &present, together)
            }
        }
    }

    /// A change of what the spec has.
    fn change(
        &self,
        known: &Known,
        operation: &Operation,
        place: &Place,
        draft: &mut Draft<'_>,
    ) -> Proposal {
        let findings = compare(&known.facts, &operation.facts);
        let present = self.files.read(&place.file).unwrap_or_default();
        let contradictions: Vec<_> =
            findings.iter().filter(|it| it.verdict == Verdict::Contradiction).collect();
        let (text, left) =
            amend::amended(&present, &place.method, &operation.facts, &contradictions, draft);
        let changed = Changed { files: self.files, file: &place.file, text: &text };
        match Spec::load(&changed, self.root) {
            Ok(spec) => {
                let amended = spec.operations.iter().find(|it| it.id == known.id);
                let findings =
                    amended.map_or(Vec::new(), |it| compare(&it.facts, &operation.facts));
                let left = findings.iter().filter(|it| it.verdict == Verdict::Contradiction);
                draft.decisions.extend(left.map(decision));
            }
            Err(report) => {
                draft.decisions.extend(left.into_iter().map(decision));
                draft.decisions.extend(report.messages().map(|message| Decision {
                    about: place.file.clone(),
                    what: format!("with this change alone: {message}"),
                    line: None,
                }));
            }
        }
        change(&place.file, &present, text)
    }

    /// What the root document needs before codegen knows of a new path.
    fn listing(&self, place: &Place) -> Vec<Decision> {
        let mut listing = Vec::new();
        let mut add = |about: &str, what: String| {
            listing.push(Decision { about: format!("{}: {about}", self.root), what, line: None });
        };
        let folder = self.root.rsplit_once('/').map_or("", |(folder, _)| folder);
        let file = place.file.strip_prefix(folder).unwrap_or(&place.file).trim_start_matches('/');
        add("paths", format!("list `{}: {{ $ref: {file} }}`", place.path));
        if !self.shared.has_tag(&place.tag) {
            add("tags", format!("describe the tag `{}`, which is new", place.tag));
        }
        if !self.shared.has_source() {
            let what = format!("describe the source `{SOURCE}`: the vendor's OpenAPI documents");
            add("x-braze-sources", what);
        }
        listing
    }
}

fn change(file: &str, present: &str, text: String) -> Proposal {
    let patch = diff::unified(file, present, &text);
    if patch.is_empty() { Proposal::Nothing } else { Proposal::Change { patch, text } }
}

/// A contradiction that no change of the one file mends.
fn decision(finding: &Finding) -> Decision {
    let said =
        |side: &str| if side.is_empty() { "nothing".to_owned() } else { format!("`{side}`") };
    let what =
        format!("the spec says {}, the document {}", said(&finding.spec), said(&finding.vendor));
    Decision { about: finding.fact.to_string(), what, line: finding.line }
}

/// Files of which one has another text.
struct Changed<'a> {
    files: &'a dyn Files,
    file: &'a str,
    text: &'a str,
}

impl Files for Changed<'_> {
    fn read(&self, path: &str) -> io::Result<String> {
        if path == self.file { Ok(self.text.to_owned()) } else { self.files.read(path) }
    }

    fn list(&self, folder: &str) -> Vec<String> {
        self.files.list(folder)
    }
}
