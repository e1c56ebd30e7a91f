//! Required parts of a page or a document that are not understood: none of them may
//! pass.

use xtask::docs_check::{check, json, table};

use super::{contradictions, fixture, outcome, spec};

/// The facts that are contradicted on a page in English with something replaced.
fn contradicted(replacements: &[(&str, &str)]) -> Vec<String> {
    let mut page = fixture("pages/en.md");
    for (old, new) in replacements {
        assert!(page.contains(old), "{old}");
        page = page.replace(old, new);
    }
    contradictions(&outcome(&page)).iter().map(|finding| finding.fact.to_string()).collect()
}

const TITLES: &str = "| Parameter| Required | Data Type | Description |";
const REQUIRED: (&str, &str) = ("| Required |", "| Always |");
const OPTIONAL: (&str, &str) = ("| Optional |", "| Sometimes |");

#[test]
fn a_table_with_other_titles_is_read_as_long_as_its_words_are_known() {
    let titles = (TITLES, "| Field | Presence | Kind | Notes |");
    assert_eq!(contradicted(&[titles]), [""; 0]);
    assert_eq!(
        contradicted(&[titles, ("`length` | Required", "`length` | Optional")]),
        ["parameters.length.required"]
    );
}

#[test]
fn a_table_in_words_that_are_not_known_is_a_contradiction() {
    let titles = (TITLES, "| Field | Presence | Kind | Notes |");
    let page = [titles, REQUIRED, OPTIONAL]
        .iter()
        .fold(fixture("pages/en.md"), |page, change| page.replace(change.0, change.1));
    let outcome = outcome(&page);
    let found: Vec<_> = contradictions(&outcome).iter().map(|it| it.remark.clone()).collect();
    insta::assert_snapshot!(found.join("\n"));
}

#[test]
fn a_second_table_that_is_not_understood_is_a_contradiction_too() {
    let more = "\n| 字段 | 必填 | 类型 | 说明 |\n|---|---|---|---|\n| `app_id` | 是 | 串 | x |\n";
    let found = contradicted(&[("## Example request", &format!("{more}\n## Example request"))]);
    assert_eq!(found, ["document"]);
}

#[test]
fn a_table_about_something_else_is_passed_over() {
    let errors = "\n| Error | Troubleshooting |\n|---|---|\n| `Bad request` | Look again. |\n";
    let found = contradicted(&[("{% alert tip %}", &format!("{errors}\n{{% alert tip %}}"))]);
    assert_eq!(found, [""; 0]);
}

#[test]
fn a_page_without_its_table_is_a_contradiction() {
    let page = fixture("pages/en.md");
    let without: Vec<_> = page.lines().filter(|line| !line.starts_with('|')).collect();
    let outcome = outcome(&without.join("\n"));
    let found: Vec<_> = contradictions(&outcome).iter().map(|it| it.fact.to_string()).collect();
    assert_eq!(found, ["parameters"]);
}

#[test]
fn the_order_of_parameters_is_no_fact_and_a_name_may_stand_there_once() {
    let page = fixture("pages/en.md");
    let row = |name: &str| {
        let start = format!("| `{name}`");
        page.lines().find(|line| line.starts_with(&start)).unwrap().to_owned()
    };
    let (unit, app) = (row("unit"), row("app_id"));
    let swapped = page.replace(&unit, "row").replace(&app, &unit).replace("row", &app);
    assert!(contradictions(&outcome(&swapped)).is_empty());
    let twice = page.replace(&unit, &format!("{unit}\n{unit}"));
    let found = outcome(&twice);
    assert_eq!(contradictions(&found)[0].remark, "listed twice");
}

#[test]
fn a_pool_is_known_by_each_of_its_names() {
    let page = |name: &str| {
        fixture("pages/en.md")
            .replace("/sessions/data_series", "/purchases/quantity_series")
            .replace("sessions.data_series", "purchases.quantity_series")
            .replace("`segment_id`", "`product`")
            .replace("&segment_id=", "&product=")
            .replace("\"sessions\" : (int)", "\"purchase_quantity\" : (int)")
            .replace("endpoint='default'", &format!("endpoint='{name}'"))
    };
    for known in ["purchases product list", "purchases_product_list", "lists_and_purchases"] {
        assert!(contradictions(&outcome(&page(known))).is_empty(), "{known}");
    }
    let other = outcome(&page("synchronous catalog"));
    let found: Vec<_> = contradictions(&other).iter().map(|it| it.fact.to_string()).collect();
    assert_eq!(found, ["pool"]);
}

/// A document of 3.0 with these paths.
fn document(paths: &str) -> String {
    format!("openapi: 3.0.3\ninfo: {{ title: x, version: '1' }}\npaths:\n{paths}")
}

#[test]
fn a_path_or_an_operation_in_another_file_is_told() {
    let outcomes = check(
        spec(),
        "here",
        &document(
            "  /sessions/data_series: { $ref: 'sessions.yaml' }\n  \
             /segments/data_series:\n    get: { $ref: 'segments.yaml#/get' }\n",
        ),
    );
    insta::assert_snapshot!(table(&outcomes));
}

#[test]
fn an_operation_behind_a_reference_within_the_document_is_read() {
    let whole = fixture("documents/sessions-3.0.yaml");
    let moved = whole.replace(
        "    get:\n",
        "    get: { $ref: '#/x-operations/sessions' }\nx-operations:\n  sessions:\n",
    );
    assert_ne!(whole, moved);
    let facts = |text: &str| outcome(text).findings.len();
    assert_eq!(facts(&moved), facts(&whole));
    assert!(contradictions(&outcome(&moved)).is_empty());
}

#[test]
fn the_fields_of_what_the_spec_has_as_a_map_are_compared_with_its_values() {
    let spec = super::map::spec();
    let page = super::map::page("\"email\": 3, \"push\": \"x\"");
    insta::assert_snapshot!(table(&check(&spec, "here", &page)));
    assert!(json(&check(&spec, "here", &page)).contains("allows any key"));
}
