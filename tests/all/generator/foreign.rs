//! Documents of others: what can be expressed is generated, the rest is listed with place and reason.

use std::path::Path;

use xtask::codegen::{self, CodegenError, Generated};
use xtask::spec::diagnostic::Format;
use xtask::tree::Tree;

fn generated(text: &str, strict: bool) -> Result<Generated, CodegenError> {
    let folder = tempfile::tempdir().unwrap();
    let spec = folder.path().join("foreign.yaml");
    std::fs::write(&spec, text).unwrap();
    codegen::elsewhere(&spec, Path::new("out"), strict)
}

/// The code written from a foreign document.
pub(crate) fn tree() -> Tree {
    generated(FOREIGN, false).unwrap().folders.remove(0).1
}

const FOREIGN: &str = include_str!("../../fixtures/specs/foreign.yaml");

#[test]
fn what_can_be_expressed_is_generated_and_the_rest_listed() {
    let generated = generated(FOREIGN, false).unwrap();
    let files = &generated.folders[0].1.files;
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    let told = generated.warnings.render(Format::Plain);
    insta::assert_snapshot!(format!("{}\n\n{told}", names.join("\n")));
    insta::assert_snapshot!("components", files["components.rs"]);
    let own: String = files.values().map(String::as_str).collect();
    assert!(own.contains("pub anything: Option<Value>"), "no type is given, so it is any JSON");
}

#[test]
fn strictly_it_is_all_or_nothing() {
    let Err(CodegenError::Spec(report)) = generated(FOREIGN, true) else { panic!() };
    assert!(report.codes().any(|code| code == "outside-subset"));
    assert!(report.is_located());
}

#[test]
fn a_document_with_keys_of_our_own_is_read_strictly() {
    let own = FOREIGN.replace("x-logo: { url: https://example.com }", "x-braze-logo: 1");
    assert!(matches!(generated(&own, false), Err(CodegenError::Spec(_))));
}

#[test]
fn keys_of_our_own_in_the_files_of_paths_count_too() {
    let folder = tempfile::tempdir().unwrap();
    let write = |file: &str, text: &str| std::fs::write(folder.path().join(file), text).unwrap();
    let head = "openapi: 3.0.3\ninfo: { title: x, version: '1' }\n";
    write("openapi.yaml", &format!("{head}paths:\n  /a: {{ $ref: 'a.yaml' }}\n"));
    write("a.yaml", "get: { operationId: a.b, x-braze-permission: a, responses: {} }\n");
    let spec = folder.path().join("openapi.yaml");
    let generated = codegen::elsewhere(&spec, Path::new("out"), false);
    let Err(CodegenError::Spec(report)) = generated else { panic!() };
    assert!(report.codes().any(|code| code == "openapi-version"), "it is read strictly");
}

#[test]
fn control_characters_that_json_may_hold_stand_in_no_way() {
    let text = FOREIGN.replace("title: A pet", "title: \"A pet\u{80}\"");
    assert!(generated(&text, false).is_ok());
}

#[test]
fn a_document_of_which_nothing_is_left_is_an_error_with_the_reasons() {
    let text = "openapi: 3.0.0\ninfo: { title: x, version: '1' }\npaths:\n  /a:\n    post:\n      \
                requestBody: { required: true, content: { text/csv: {} } }\n      responses: {}\n";
    let Err(CodegenError::Spec(report)) = generated(text, false) else { panic!() };
    assert_eq!(report.codes().collect::<Vec<_>>(), ["nothing-left", "left-out"]);
}
