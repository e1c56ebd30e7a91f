//! OpenAPI documents: the vendor's own description of an operation.
//!
//! 3.0 and 3.1 are read alike, regardless of the stated version, and sloppy documents if their
//! meaning is clear: numbers in quotes, missing flags, invented types.

mod document;
mod operation;
mod schema;

use super::facts::{Facts, Field, Format, Kind, Note, Statement};
use crate::spec::source::Sources;
use document::Document;

/// An operation of a document.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) facts: Facts,
    /// The status of its success.
    pub(crate) status: u16,
}

/// Returns `true` for an OpenAPI document in YAML or JSON, as opposed to a page.
pub(crate) fn is_document(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let is_key = |line: &str| {
        let key = line.trim_start_matches(['"', '\'']);
        let rest = key.strip_prefix("openapi").or_else(|| key.strip_prefix("swagger"));
        rest.is_some_and(|rest| rest.trim_start_matches(['"', '\'']).trim_start().starts_with(':'))
    };
    if let Some(rest) = text.strip_prefix('{') {
        // Templates and attributes of a page begin with a brace too.
        return !rest.starts_with(['%', '{', ':', '#']);
    }
    !has_front_matter(text) && text.lines().any(is_key)
}

/// Returns `true` if text follows a second `---`: the first part is the front matter of a page.
fn has_front_matter(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_end);
    lines.next() == Some("---")
        && lines.any(|line| line == "---")
        && lines.any(|line| !line.is_empty())
}

/// Reads the operations of a document.
///
/// # Errors
///
/// If the text is not YAML or JSON, or not a supported version of OpenAPI.
pub(crate) fn read(text: &str) -> Result<Vec<Operation>, Note> {
    contents(text).map(|contents| contents.operations)
}

/// Reads the operations of a document, without facts about parameters that only sentences state.
///
/// # Errors
///
/// Those of [`read`].
pub(crate) fn read_facts(text: &str) -> Result<Vec<Operation>, Note> {
    contents_with(text, false).map(|contents| contents.operations)
}

/// The content of a document.
pub(super) struct Contents {
    pub(super) operations: Vec<Operation>,
    /// Paths and operations that cannot be read.
    pub(super) unread: Vec<UnreadablePart>,
}

/// A path or an operation that cannot be read.
pub(super) struct UnreadablePart {
    /// `GET /sessions/data_series`, or the path alone.
    pub(super) subject: String,
    pub(super) note: Note,
}

/// Reads the operations of a document, and lists the parts that cannot be read.
pub(super) fn contents(text: &str) -> Result<Contents, Note> {
    contents_with(text, true)
}

fn contents_with(text: &str, prose: bool) -> Result<Contents, Note> {
    let mut sources = Sources::default();
    let root = document::parse(text, &mut sources)?;
    let version = root.node.get("openapi").or_else(|| root.node.get("swagger"));
    let version = version.and_then(document::scalar).unwrap_or_default();
    if version != "3" && !version.starts_with("3.") {
        let found = if version.is_empty() { "none".to_owned() } else { format!("`{version}`") };
        let text = format!(
            "only OpenAPI 3.0 and 3.1 are supported; the version of this document is {found}"
        );
        return Err(Note::new(text, Some(1)));
    }
    let mut document = Document::new(&root, &sources);
    document.prose = prose;
    Ok(document.contents())
}

/// Reads the shared parameters of our own root document, by their names under `components`. A key that is
/// omitted there has a meaning.
pub(crate) fn shared_parameters(text: &str) -> Vec<(String, Field)> {
    let mut sources = Sources::default();
    let Ok(root) = document::parse(text, &mut sources) else { return Vec::new() };
    let mut parameters = Document::new(&root, &sources).shared_parameters();
    for (_, field) in &mut parameters {
        field.required = std::mem::take(&mut field.required).or(|| Statement::spec(false));
        if field.value.kind.value() == Some(&Kind::Text) {
            let format = std::mem::take(&mut field.value.format);
            field.value.format = format.or(|| Statement::spec(Format::Plain));
        }
    }
    parameters
}
