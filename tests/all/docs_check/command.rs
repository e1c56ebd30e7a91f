//! `cargo xtask docs-check` and `cargo xtask import` as they are called.

use std::process::ExitCode;

use xtask::cli::run;
use xtask::docs_check::{Verdict, check_paths};

use super::{fixtures, spec};

fn exit_code(arguments: &[&str]) -> String {
    let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
    format!("{:?}", run(&arguments))
}

#[test]
fn a_contradiction_fails_the_command() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.md");
    std::fs::write(&page, "# News\n").unwrap();
    let code = exit_code(&["docs-check", page.to_str().unwrap()]);
    assert_eq!(code, format!("{:?}", ExitCode::FAILURE));
}

#[test]
fn pages_that_agree_pass_the_command() {
    let page = fixtures().join("pages/newer.md");
    let code = exit_code(&["docs-check", page.to_str().unwrap(), "--format", "json"]);
    assert_eq!(code, format!("{:?}", ExitCode::SUCCESS));
}

#[test]
fn a_folder_without_anything_to_check_fails_the_command() {
    let folder = tempfile::tempdir().unwrap();
    let code = exit_code(&["docs-check", folder.path().to_str().unwrap()]);
    assert_eq!(code, format!("{:?}", ExitCode::FAILURE));
}

#[test]
fn what_is_not_understood_is_a_matter_of_usage() {
    for arguments in [
        &["docs-check"][..],
        &["docs-check", "--format", "xml", "page.md"],
        &["docs-check", "page.md", "--loud"],
        &["import"],
        &["import", "one.yaml", "another.yaml"],
    ] {
        assert_eq!(exit_code(arguments), format!("{:?}", ExitCode::from(2)), "{arguments:?}");
    }
}

#[test]
fn a_document_that_is_not_there_fails_the_import() {
    assert_eq!(exit_code(&["import", "missing.yaml"]), format!("{:?}", ExitCode::FAILURE));
}

#[test]
fn folders_are_read_to_the_last_in_the_order_of_names() {
    let outcomes = check_paths(spec(), &[fixtures().join("pages"), fixtures().join("missing.md")]);
    let files: Vec<_> = outcomes
        .iter()
        .map(|outcome| outcome.file.rsplit('/').next().unwrap().to_owned())
        .collect();
    let pages = [
        "de.md", "en.md", "es.md", "fr.md", "ja.md", "ko.md", "list.md", "newer.md", "older.md",
        "pt-BR.md",
    ];
    assert_eq!(files, [&pages[..], &["missing.md"]].concat());
    let missing = outcomes.last().unwrap();
    assert_eq!(missing.count(Verdict::Contradiction), 1);
    assert!(missing.findings[0].remark.starts_with("cannot be read: "));
}
