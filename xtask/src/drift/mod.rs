//! The drift check: what the vendor publishes about an operation, compared with the spec.
//!
//! Pages and OpenAPI documents are read into the same [`Facts`] that the spec is, and [`compare`]
//! goes through them. Reading is lenient: what is not found is not said, and what is not understood
//! is a contradiction, since nobody else would look at it.

mod command;
mod compare;
mod facts;
mod finding;
mod inline;
pub(crate) mod openapi;
mod page;
mod prose;
mod report;
mod spec;
mod words;

pub(crate) use command::DocsCheck;
pub use command::check_paths;
pub use compare::compare;
pub(crate) use compare::same_field;
pub(crate) use facts::list;
pub use facts::{Example, Facts, Field, Format, Kind, Note, Place, Pool, Rate, Said, Value};
pub use finding::{Fact, Finding, Verdict};
pub(crate) use report::one_line;
pub use report::{json, table};
pub use spec::{Known, Spec};

use crate::suggest::nearest;
use compare::normal_path;

/// What was found about one operation of a file.
#[derive(Debug)]
pub struct Outcome {
    /// The file as it is to be shown.
    pub file: String,
    /// What the file is about: `GET /sessions/data_series`.
    pub subject: String,
    /// The operation of the spec that it was compared with: `sessions.data_series`.
    pub operation: Option<String>,
    /// All facts, in order.
    pub findings: Vec<Finding>,
}

impl Outcome {
    /// How many findings have a verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.findings.iter().filter(|finding| finding.verdict == verdict).count()
    }

    /// An outcome that is one contradiction: there is nothing to compare.
    fn failed(file: &str, fact: &str, line: Option<usize>, remark: String) -> Self {
        let finding = Finding {
            fact: Fact(vec![fact.to_owned()]),
            verdict: Verdict::Contradiction,
            spec: String::new(),
            vendor: String::new(),
            line,
            remark,
        };
        Self {
            file: file.to_owned(),
            subject: String::new(),
            operation: None,
            findings: vec![finding],
        }
    }
}

/// Checks a file: a page, or an OpenAPI document with one operation or several.
#[must_use]
pub fn check(spec: &Spec, file: &str, text: &str) -> Vec<Outcome> {
    if !openapi::is_document(text) {
        return vec![outcome(spec, file, &page::read(text))];
    }
    match openapi::read(text) {
        Err(problem) => {
            vec![Outcome::failed(file, "document", problem.line, problem.text)]
        }
        Ok(operations) if operations.is_empty() => {
            let remark = "the document has no operation".to_owned();
            vec![Outcome::failed(file, "document", None, remark)]
        }
        Ok(operations) => {
            operations.iter().map(|operation| outcome(spec, file, &operation.facts)).collect()
        }
    }
}

/// The outcome for a file that could not be read at all.
#[must_use]
pub fn unreadable(file: &str, error: &std::io::Error) -> Outcome {
    Outcome::failed(file, "document", None, format!("it cannot be read: {error}"))
}

fn outcome(spec: &Spec, file: &str, facts: &Facts) -> Outcome {
    let words = [facts.method.value(), facts.path.value()];
    let subject: Vec<&str> = words.into_iter().flatten().map(String::as_str).collect();
    let subject = subject.join(" ");
    if let Some(known) = spec.find(facts) {
        let findings = compare(&known.facts, facts);
        return Outcome {
            file: file.to_owned(),
            subject,
            operation: Some(known.id.clone()),
            findings,
        };
    }
    let remark = if subject.is_empty() {
        "nothing on it says which operation it is about".to_owned()
    } else {
        format!("the spec has no operation {subject}")
    };
    Outcome { subject, ..Outcome::failed(file, "path", facts.path.line(), remark) }
}

impl Spec {
    /// The operation that facts are about: by method and path, and where one of them is wrong by
    /// whatever else names it.
    #[must_use]
    pub fn find(&self, facts: &Facts) -> Option<&Known> {
        let known = || self.operations.iter();
        let path = |said: &Said<String>| said.value().map(|path| normal_path(path));
        let same_path = |known: &&Known, wanted: &Said<String>| {
            wanted.value().is_some() && path(&known.facts.path) == path(wanted)
        };
        let same_method = |known: &&Known| known.facts.method.value() == facts.method.value();
        let own = || known().filter(|known| same_path(known, &facts.path));
        let permission = |known: &&Known| {
            let named = facts.permission.value();
            known.facts.permission.value().is_some_and(|own| {
                named.is_some_and(|named| own.iter().any(|name| named.contains(name)))
            })
        };
        own()
            .find(same_method)
            .or_else(|| own().next())
            .or_else(|| known().find(|known| same_path(known, &facts.example.path)))
            .or_else(|| known().find(permission))
            .or_else(|| {
                let paths = known().filter_map(|known| known.facts.path.value());
                let near = nearest(facts.path.value()?, paths.map(String::as_str))?;
                known().find(|known| known.facts.path.value().is_some_and(|path| path == near))
            })
    }
}
