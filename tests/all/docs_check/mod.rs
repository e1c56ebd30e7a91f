//! The comparison of the vendor's pages and documents with the spec.

mod broken;
mod command;
mod document;
mod documents;
mod import;
mod language;
mod map;
mod mutation;
mod page;
mod pages;
mod unknown;
mod unread;
mod vocabulary;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use xtask::codegen::SPEC;
use xtask::docs_check::{Fact, Finding, Outcome, Spec, Verdict, check};
use xtask::spec::files::Disk;

/// The spec of the workspace.
fn spec() -> &'static Spec {
    static LOADED: LazyLock<Spec> = LazyLock::new(|| {
        Spec::load(&Disk::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")), SPEC).unwrap()
    });
    &LOADED
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/docs_check")
}

/// A page or document of the fixtures.
fn fixture(path: &str) -> String {
    std::fs::read_to_string(fixtures().join(path)).unwrap()
}

/// The one outcome of a text.
fn outcome(text: &str) -> Outcome {
    let mut outcomes = check(spec(), "here", text);
    assert_eq!(outcomes.len(), 1);
    outcomes.remove(0)
}

/// The findings that are contradictions.
fn contradictions(outcome: &Outcome) -> Vec<&Finding> {
    let all = outcome.findings.iter();
    all.filter(|finding| finding.verdict == Verdict::Contradiction).collect()
}

/// Returns true if a contradiction is about a fact, or about something within it.
fn names(contradictions: &[&Finding], fact: &Fact) -> bool {
    contradictions.iter().any(|finding| finding.fact.0.starts_with(&fact.0))
}
