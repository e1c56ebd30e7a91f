//! Operations that the spec lacks: told once each, and never compared with another one.

use std::fs;

use xtask::cli::run;
use xtask::docs_check::{check, table};

use super::{contradictions, fixture, outcome, spec};

#[test]
fn a_similar_path_is_another_operation() {
    let page = fixture("pages/en.md").replace("/sessions/data_series", "/campaigns/data_series");
    insta::assert_snapshot!(table(&[outcome(&page)]));
}

#[test]
fn a_mangled_path_is_known_by_example_and_permission_together() {
    let mangled = "{% apimethod get %}\n/sessions oder Sitzungen/data_series";
    let page =
        fixture("pages/en.md").replace("{% apimethod get %}\n/sessions/data_series", mangled);
    let found = outcome(&page);
    assert_eq!(found.operation.as_deref(), Some("sessions.data_series"));
    let facts: Vec<_> = contradictions(&found).iter().map(|it| it.fact.to_string()).collect();
    assert_eq!(facts, ["path"]);
    let other_permission = page.replace("`sessions.data_series`", "`sessions.export`");
    let found = outcome(&other_permission);
    assert_eq!(found.operation, None);
    assert!(contradictions(&found)[0].remark.contains("/sessions/data_series"));
}

#[test]
fn another_method_is_another_operation_beside_the_one_that_is_known() {
    let both = fixture("documents/sessions-3.0.yaml")
        .replace("    get:\n", "    post:\n      responses: {}\n    get:\n");
    let outcomes = check(spec(), "here", &both);
    let operations: Vec<_> = outcomes.iter().map(|it| it.operation.as_deref()).collect();
    assert_eq!(operations, [None, Some("sessions.data_series")]);
    let alone = fixture("documents/sessions-3.0.yaml").replace("    get:\n", "    post:\n");
    let facts: Vec<_> =
        contradictions(&outcome(&alone)).iter().map(|it| it.fact.to_string()).collect();
    assert_eq!(facts, ["method"]);
}

#[test]
fn a_document_of_the_whole_service_passes_with_only_known() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("all.yaml");
    let more = "  /elsewhere:\n    get: { responses: {} }\ncomponents:\n  securitySchemes";
    let whole = fixture("documents/sessions-3.0.yaml");
    fs::write(&file, whole.replace("components:\n  securitySchemes", more)).unwrap();
    let code = |more: &[&str]| {
        let arguments =
            ["docs-check", file.to_str().unwrap()].into_iter().chain(more.iter().copied());
        format!("{:?}", run(&arguments.map(str::to_owned).collect::<Vec<_>>()))
    };
    use std::process::ExitCode;
    assert_eq!(code(&[]), format!("{:?}", ExitCode::FAILURE));
    assert_eq!(code(&["--only", "known"]), format!("{:?}", ExitCode::SUCCESS));
    assert_eq!(code(&["--only", "some"]), format!("{:?}", ExitCode::from(2)));
}
