//! The import: drafts for `spec/paths/` from an OpenAPI document of the vendor.
//!
//! Facts of the document go into the draft, in the subset that codegen reads. A fact that is missing
//! or stated in prose is a [`Decision`] for a person. Operations that the spec has are left unchanged:
//! `docs-check` compares them.

mod build;
mod command;
mod decision;
mod draft;
mod example;
mod place;
mod roles;
mod schema;
mod shared;

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::codegen::SPEC;
use crate::docs_check::openapi::{self, Operation};
use crate::docs_check::{KnownOperation, Note, Spec, one_line};
use crate::new_endpoint::RootDocument;
use crate::output::{Claim, Output};
use crate::spec::diagnostic::Report;
use crate::spec::files::{Disk, Files};
use crate::spec::source::Sources;
use build::Build;
use draft::Draft;
use place::Place;
use shared::Shared;

pub(crate) use command::Import as Command;
pub use command::report;
pub use decision::Decision;

/// The import of one operation of a document.
#[derive(Debug)]
pub struct Import {
    /// `GET /sessions/data_series`
    pub subject: String,
    /// The path.
    pub path: String,
    /// The tag, which the names begin with.
    pub tag: String,
    /// The file of the path.
    pub file: String,
    /// The proposal.
    pub proposal: Proposal,
    /// The questions that a person must decide.
    pub decisions: Vec<Decision>,
    /// Facts that the spec cannot express.
    pub left_out: Vec<Note>,
}

/// The proposal of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposal {
    /// An operation of a new path: the text of a file that describes only this operation.
    New(String),
    /// The spec describes the operation, and `docs-check` compares it.
    Described,
    /// The spec has the path without this operation.
    OtherMethod,
    /// Another path, named here, has the same names.
    SameNames(String),
}

/// A failure of an import.
#[derive(Debug)]
pub enum ImportError {
    /// Our own spec has problems, in these places.
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

/// Imports the operations of a document, named `document`, into a spec without writing files.
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
        return Err(failed("this is not an OpenAPI document"));
    }
    let operations = openapi::read_facts(text).map_err(ImportError::Document)?;
    if operations.is_empty() {
        return Err(failed("the document has no operation"));
    }
    let with_prose = openapi::read(text).map_err(ImportError::Document)?;
    let importer = Importer {
        files,
        root,
        document,
        spec,
        shared: Shared::read(files, root),
        operations: &operations,
    };
    let pairs = operations.iter().zip(&with_prose);
    Ok(pairs.map(|(operation, prose)| importer.operation(operation, prose)).collect())
}

/// Imports a document into the spec of a workspace: writes drafts, lists them in the root document,
/// and changes nothing else. One file describes all operations of a path.
///
/// # Errors
///
/// Those of [`import`], and those of the file system. A draft never replaces a file. Then nothing
/// is written.
pub fn into_workspace(root: &Path, document: &Path) -> Result<Vec<Import>, ImportError> {
    let failed = |path: &Path, error| ImportError::Io(path.to_path_buf(), error);
    let text = std::fs::read_to_string(document).map_err(|error| failed(document, error))?;
    let name = document.file_name().unwrap_or_default().to_string_lossy();
    let imports = import(&Disk::new(root), SPEC, &name, &text)?;
    let spec = root.join(SPEC);
    let listing = std::fs::read_to_string(&spec).map_err(|error| failed(&spec, error))?;
    let mut listing = RootDocument::new(listing);
    let mut drafts: BTreeMap<&str, String> = BTreeMap::new();
    for import in &imports {
        let Proposal::New(text) = &import.proposal else { continue };
        match drafts.get_mut(import.file.as_str()) {
            // The first line of a file is for editors.
            Some(file) => file.push_str(text.split_once('\n').map_or("", |(_, rest)| rest)),
            None => _ = drafts.insert(&import.file, text.clone()),
        }
        let file = import.file.strip_prefix("spec/").unwrap_or(&import.file);
        let listed = listing.list(&import.path, file, &import.tag);
        listed.map_err(|error| failed(&spec, io::Error::other(error.to_string())))?;
    }
    if !drafts.is_empty() {
        let mut output = Output::default();
        for (file, text) in drafts {
            output.add(root.join(file), Claim::New, text);
        }
        output.add(spec, Claim::Shared, listing.into_text());
        output.write().map_err(|error| failed(root, error))?;
    }
    Ok(imports)
}

struct Importer<'a> {
    files: &'a dyn Files,
    root: &'a str,
    document: &'a str,
    spec: Spec,
    shared: Shared,
    operations: &'a [Operation],
}

impl Importer<'_> {
    /// Imports an operation. `prose` is the same one with the facts of its sentences.
    fn operation(&self, operation: &Operation, prose: &Operation) -> Import {
        let facts = &operation.facts;
        let method = facts.method.value().cloned().unwrap_or_default();
        let path = facts.path.value().cloned().unwrap_or_default();
        let same = |known: &&KnownOperation| known.facts.path.value() == Some(&path);
        let on_path: Vec<&KnownOperation> = self.spec.operations.iter().filter(same).collect();
        let is_known = on_path.iter().any(|known| known.facts.method.value() == Some(&method));
        let mut place = Place::new(method, path, self.operations, self.root);
        let mut sources = Sources::default();
        let build = Build(sources.add(String::new(), String::new()).start());
        let mut draft = Draft::new(build, &self.shared);
        let other = self.same_names(&place);
        let proposal = match (on_path.first(), other) {
            (Some(known), _) => {
                place.file.clone_from(&known.file);
                if is_known { Proposal::Described } else { Proposal::OtherMethod }
            }
            (None, Some(other)) => Proposal::SameNames(other),
            (None, None) => {
                draft.prose(operation, prose);
                Proposal::New(draft.file(operation, &place, self.document))
            }
        };
        Import {
            subject: one_line(&format!("{} {}", place.method, place.path)),
            path: place.path,
            tag: place.tag,
            file: place.file,
            left_out: match proposal {
                Proposal::New(_) => facts.notes.clone(),
                _ => Vec::new(),
            },
            proposal,
            decisions: draft.decisions,
        }
    }

    /// Returns another path, of the document or of the spec, whose file has the same name.
    fn same_names(&self, place: &Place) -> Option<String> {
        let earlier = self.operations.iter().filter_map(|it| it.facts.path.value());
        let earlier = earlier.take_while(|path| **path != place.path);
        let is_same = |path: &&String| {
            Place::new("GET".to_owned(), (*path).clone(), self.operations, self.root).file
                == place.file
        };
        let own = self.spec.operations.iter().find(|known| known.file == place.file);
        let own = own.and_then(|known| known.facts.path.value().cloned());
        let there = || self.files.read(&place.file).ok().map(|_| place.file.clone());
        earlier.clone().find(is_same).cloned().or(own).or_else(there)
    }
}
