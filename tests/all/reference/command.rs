//! `braze reference`: the pages, printed by the command.

use std::process::Command;

use super::{LANGUAGES, sessions};
use crate::cli::clear_environment;

/// Exit code, stdout and stderr of a run with these arguments, as a shell reads them.
pub(super) fn run(arguments: &str) -> (Option<i32>, String, String) {
    let mut command = Command::new("/bin/sh");
    clear_environment(&mut command);
    let line = format!("exec '{}' {arguments}", env!("CARGO_BIN_EXE_braze-under-test"));
    let output = command.arg("-c").arg(line).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// The output of a successful run.
fn printed(arguments: &str) -> String {
    let (code, stdout, stderr) = run(arguments);
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "{arguments}");
    stdout
}

#[test]
fn the_page_about_sessions_in_every_language() {
    for language in LANGUAGES {
        let page = printed(&format!("reference sessions --lang {language}"));
        insta::assert_snapshot!(format!("sessions_{language}"), page);
    }
}

#[test]
fn the_pages_about_all_other_endpoints() {
    let list = printed("reference");
    for line in list.lines().filter(|line| !line.starts_with("sessions ")) {
        let (command, _) = line.split_once("  ").unwrap();
        let name = command.replace(' ', "_");
        insta::assert_snapshot!(name, printed(&format!("reference {command}")));
    }
}

#[test]
fn a_page_is_printed_without_the_line_about_its_origin() {
    for language in LANGUAGES {
        let page = sessions(language);
        let (origin, body) = page.split_once("\n\n").unwrap();
        assert!(origin.starts_with("<!-- Written from spec/"), "{origin}");
        assert_eq!(printed(&format!("reference sessions get --lang {language}")), body);
    }
}

#[test]
fn without_an_endpoint_the_pages_are_listed() {
    insta::assert_snapshot!("list", printed("reference"));
    insta::assert_snapshot!("list_de", printed("reference --lang de"));
    insta::assert_snapshot!("list_of_a_group", printed("reference kpi"));
}

#[test]
fn the_language_is_found_in_any_case_and_english_is_the_default() {
    assert_eq!(
        printed("reference sessions --lang PT-br"),
        printed("reference sessions --lang pt-BR")
    );
    assert_eq!(printed("reference sessions"), printed("reference sessions --lang en"));
}

#[test]
fn mistakes_are_told_with_what_there_is() {
    for (name, arguments) in [
        ("unknown_page", "reference session"),
        ("too_many_words", "reference sessions get it"),
        ("unknown_language", "reference sessions --lang it"),
    ] {
        let (code, stdout, stderr) = run(arguments);
        assert_eq!((code, stdout.as_str()), (Some(2), ""), "{arguments}");
        insta::assert_snapshot!(name, stderr);
    }
}

#[test]
fn help() {
    insta::assert_snapshot!("help", printed("reference --help"));
}
