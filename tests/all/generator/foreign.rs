//! Documents of others: what can be expressed is generated, the rest is listed with place and reason.

use std::path::Path;

use xtask::codegen::{self, CodegenError, Generated};
use xtask::diagnostic::Format;

use super::shop::workspace;

fn generated(text: &str, strict: bool) -> Result<Generated, CodegenError> {
    let folder = tempfile::tempdir().unwrap();
    let spec = folder.path().join("foreign.yaml");
    std::fs::write(&spec, text).unwrap();
    codegen::elsewhere(&spec, Path::new("out"), &workspace(), strict)
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
fn a_document_of_which_nothing_is_left_is_an_error_with_the_reasons() {
    let text = "openapi: 3.0.0\ninfo: { title: x, version: '1' }\npaths:\n  /a:\n    post:\n      \
                requestBody: { required: true, content: { text/csv: {} } }\n      responses: {}\n";
    let Err(CodegenError::Spec(report)) = generated(text, false) else { panic!() };
    assert_eq!(report.codes().collect::<Vec<_>>(), ["nothing-left", "left-out"]);
}
