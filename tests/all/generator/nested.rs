//! Broken specs of nested series: one thing wrong, and what is said about it.

use xtask::spec::diagnostic::Format;

use super::shop::problems;

const SPEC: &str = include_str!("../../fixtures/specs/words/nested_series.yaml");

/// The report about the spec with the pieces on the left replaced by those on the right.
fn report(changes: &[(&str, &str)]) -> String {
    let mut spec = SPEC.to_owned();
    for (old, new) in changes {
        assert!(spec.contains(old), "the spec has no `{old}`");
        spec = spec.replacen(old, new, 1);
    }
    problems(&spec).render(Format::Plain)
}

#[test]
fn a_label_that_nothing_gives() {
    let report = report(&[("labels: [side, door]", "labels: [side, door, floor]")]);
    insta::assert_snapshot!(report);
}

#[test]
fn a_label_that_is_not_declared() {
    insta::assert_snapshot!(report(&[("labels: [side, door]", "labels: [side]")]));
}

#[test]
fn objects_without_a_label() {
    let change = ("                              x-braze-label: side\n", "");
    insta::assert_snapshot!(report(&[change]));
}

#[test]
fn a_key_that_is_not_a_string() {
    insta::assert_snapshot!(report(&[(
        "x-braze-label-key: [id, name]",
        "x-braze-label-key: [id, people]"
    )]));
}

#[test]
fn a_key_without_a_label() {
    let label = "                                x-braze-label: door\n";
    insta::assert_snapshot!(report(&[(label, "")]));
}

#[test]
fn rows_within_something_else_than_an_object() {
    insta::assert_snapshot!(report(&[("rows: data.stats", "rows: message.stats")]));
}

#[test]
fn a_dimension_that_is_not_a_parameter() {
    insta::assert_snapshot!(report(&[("dimensions: [shop_id]", "dimensions: [shop]")]));
}

#[test]
fn neither_a_value_nor_labels() {
    let change = ("        labels: [side, door]\n", "");
    insta::assert_snapshot!(report(&[change]));
}

#[test]
fn a_start_that_is_a_number() {
    let change = ("start: starting_at", "start: length");
    insta::assert_snapshot!(report(&[change]));
}

#[test]
fn a_list_of_all_values_that_cannot_be() {
    let listing = r#"{ list: doors.shops, id: id, name: name, edited-since: "edited[gt]" }"#;
    let mut all = String::new();
    for (old, new) in [
        ("shop_id: { list", "shop: { list"),
        ("list: doors.shops", "list: doors.shop"),
        ("list: doors.shops", "list: doors.owners"),
        (listing, "{ list: doors.shops }"),
        ("name: name, edited-since", "name: title, edited-since"),
        ("edited-since: \"edited[gt]\"", "edited-since: edited"),
    ] {
        all.push_str(&format!("### {new}\n{}\n", report(&[(old, new)])));
    }
    insta::assert_snapshot!(all);
}
