//! The comparison of the vendor's pages and documents with the spec.
//!
//! Pages and OpenAPI documents are read into the same [`Facts`] as the spec, and [`compare`]
//! compares them. Reading is lenient: a fact that is not found is not stated, and one that is not understood
//! is a contradiction, so that a person looks at it.

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
pub use facts::{Example, Facts, Field, Format, Kind, Note, Place, Pool, Rate, Statement, Value};
pub use finding::{Fact, Finding, Verdict};
pub(crate) use report::one_line;
pub use report::{json, table};
pub use spec::{KnownOperation, Spec};

use std::fmt::Write;

use compare::normal_path;

/// The result for one operation of a file.
#[derive(Debug)]
pub struct Outcome {
    /// The name of the file for display.
    pub file: String,
    /// The operation of the file: `GET /sessions/data_series`.
    pub subject: String,
    /// The operation of the spec that it was compared with: `sessions.data_series`.
    pub operation: Option<String>,
    /// `true` for an operation that the spec lacks.
    pub is_unknown: bool,
    /// All facts, in order.
    pub findings: Vec<Finding>,
}

impl Outcome {
    /// The number of findings with a verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.findings.iter().filter(|finding| finding.verdict == verdict).count()
    }

    /// Creates an outcome with one contradiction, if nothing can be compared.
    fn failed(
        file: &str,
        subject: String,
        fact: &str,
        line: Option<usize>,
        remark: String,
    ) -> Self {
        let finding = Finding {
            fact: Fact(vec![fact.to_owned()]),
            verdict: Verdict::Contradiction,
            spec: String::new(),
            vendor: String::new(),
            line,
            remark,
        };
        let findings = vec![finding];
        Self { file: file.to_owned(), subject, operation: None, is_unknown: false, findings }
    }

    /// Turns the contradiction about an operation that the spec lacks into a note.
    pub(crate) fn excuse_unknown(&mut self) {
        if self.is_unknown {
            self.findings.iter_mut().for_each(|finding| finding.verdict = Verdict::Note);
        }
    }
}

/// Checks a file: a page, or an OpenAPI document with one operation or several.
#[must_use]
pub fn check(spec: &Spec, file: &str, text: &str) -> Vec<Outcome> {
    if !openapi::is_document(text) {
        return vec![outcome(spec, file, &page::read(text), true)];
    }
    let failed = |line, remark| Outcome::failed(file, String::new(), "document", line, remark);
    let contents = match openapi::contents(text) {
        Err(problem) => return vec![failed(problem.line, problem.text)],
        Ok(contents) => contents,
    };
    if contents.operations.is_empty() && contents.unread.is_empty() {
        return vec![failed(None, "the document has no operation".to_owned())];
    }
    let paths = || contents.operations.iter().filter_map(|it| it.facts.path.value());
    let is_alone =
        |facts: &Facts| paths().filter(|path| facts.path.value() == Some(path)).count() < 2;
    let read = contents.operations.iter();
    let read = read.map(|it| outcome(spec, file, &it.facts, is_alone(&it.facts)));
    let unread = contents.unread.iter().map(|unread| {
        let (subject, note) = (unread.subject.clone(), &unread.note);
        Outcome::failed(file, subject, "document", note.line, note.text.clone())
    });
    read.chain(unread).collect()
}

/// Returns the outcome for a file that cannot be read at all.
#[must_use]
pub fn unreadable(file: &str, error: &std::io::Error) -> Outcome {
    let remark = format!("cannot be read: {error}");
    Outcome::failed(file, String::new(), "document", None, remark)
}

fn outcome(spec: &Spec, file: &str, facts: &Facts, is_alone: bool) -> Outcome {
    let words = [facts.method.value(), facts.path.value()];
    let subject: Vec<&str> = words.into_iter().flatten().map(String::as_str).collect();
    let subject = subject.join(" ");
    if let Some(known) = spec.find(facts, is_alone) {
        return Outcome {
            file: file.to_owned(),
            subject,
            operation: Some(known.id.clone()),
            is_unknown: false,
            findings: compare(&known.facts, facts),
        };
    }
    if facts.path.value().is_none() {
        let remark = "the page does not name its operation".to_owned();
        return Outcome::failed(file, subject, "path", facts.path.line(), remark);
    }
    let mut remark = format!("the spec has no operation {subject}");
    if let Some(path) = facts.example.path.value().filter(|path| facts.path.value() != Some(path)) {
        let _ = write!(remark, "; the example requests {path}");
    }
    let failed = Outcome::failed(file, subject, "path", facts.path.line(), remark);
    Outcome { is_unknown: true, ..failed }
}

impl Spec {
    /// Finds the operation of some facts: the one with their path and method. An operation that is
    /// alone on its path may have another method; a page whose path is mangled is known by the path
    /// of its example request and its permission together.
    #[must_use]
    pub fn find(&self, facts: &Facts, is_alone: bool) -> Option<&KnownOperation> {
        let own = self.on_path(&facts.path);
        let same_method =
            |known: &&KnownOperation| known.facts.method.value() == facts.method.value();
        if let Some(known) = own.iter().copied().find(same_method) {
            return Some(known);
        }
        if !own.is_empty() {
            return own.first().copied().filter(|_| is_alone && own.len() == 1);
        }
        let permission = |known: &&KnownOperation| {
            let named = facts.permission.value();
            known.facts.permission.value().is_some_and(|own| {
                named.is_some_and(|named| own.iter().any(|name| named.contains(name)))
            })
        };
        self.on_path(&facts.example.path).into_iter().find(permission)
    }

    fn on_path(&self, path: &Statement<String>) -> Vec<&KnownOperation> {
        let normal = |said: &Statement<String>| said.value().map(|path| normal_path(path));
        let wanted = normal(path);
        let same =
            |known: &&KnownOperation| wanted.is_some() && normal(&known.facts.path) == wanted;
        self.operations.iter().filter(same).collect()
    }
}
