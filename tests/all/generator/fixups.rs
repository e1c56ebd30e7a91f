//! Fixups: a spec that is mended before it is read.

use std::collections::BTreeMap;

use xtask::Home;
use xtask::codegen::CodegenError;
use xtask::spec::diagnostic::Format;
use xtask::tree::Tree;

use super::shop::{SHOP, generate_from};

fn with(fixups: &str) -> Result<Tree, CodegenError> {
    let files = [("openapi.yaml", SHOP), ("fixups.yaml", fixups)];
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
    generate_from(&BTreeMap::from(files), "openapi.yaml", &Home::Elsewhere)
}

fn problems(fixups: &str) -> String {
    match with(fixups) {
        Err(CodegenError::Spec(report)) => report.render(Format::Plain),
        other => panic!("{other:?}"),
    }
}

const ROW: &str = "/paths/~1orders~1data_series/get/responses/200/content/application~1json/schema/\
                   properties/data/items/properties/orders";

#[test]
fn a_value_is_replaced_before_the_spec_is_read() {
    let fixup = format!(
        "- at: {ROW}/type\n  reason: replies hold halves\n  replace: {{ from: integer, to: number }}\n"
    );
    let tree = with(&fixup).unwrap();
    assert!(tree.files["orders/data_series.rs"].contains("pub orders: f64"));
}

#[test]
fn a_value_is_added_and_another_removed() {
    let fixup = format!(
        "- at: {ROW}/description\n  reason: it says nothing\n  add: How many were placed.\n\
         - at: /paths/~1orders~1data_series/get/x-braze-pool\n  reason: it has no limit of its own\n  \
           remove: slow\n"
    );
    let tree = with(&fixup).unwrap();
    let text = &tree.files["orders/data_series.rs"];
    assert!(text.contains("/// How many were placed."));
    assert!(text.contains(".pool(&Pool::DEFAULT)"));
}

#[test]
fn a_fixup_that_no_longer_applies_is_an_error() {
    let fixups = format!(
        "- at: {ROW}/type\n  reason: it was a text once\n  replace: {{ from: string, to: integer }}\n\
         - at: {ROW}/format\n  reason: it had a format once\n  remove: int32\n\
         - at: {ROW}/minimum\n  reason: it had no minimum once\n  add: 0\n\
         - at: /paths/~1gone/get\n  reason: it was there once\n  remove: {{}}\n\
         - at: /info\n  file: paths/gone.yaml\n  reason: the file was there once\n  remove: {{}}\n"
    );
    insta::assert_snapshot!(problems(&fixups));
}

#[test]
fn a_fixup_says_exactly_one_thing_and_why() {
    insta::assert_snapshot!(problems(
        "- at: /info/title\n  add: x\n- at: /info/title\n  reason: none\n- at: info\n  reason: none\n  remove: x\n"
    ));
}
