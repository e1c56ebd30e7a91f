//! The inventory lists every operation of the spec, and its check reports every contradiction.

use std::path::Path;

use xtask::inventory::{Described, Inventory, Names};

/// An inventory with these operations.
fn inventory(operations: &str) -> String {
    let lines: String = operations.lines().map(|line| format!("  - {{ {line} }}\n")).collect();
    format!("sources:\n  docs: The documentation\noperations:\n{lines}")
}

/// The line of an operation that has regular names.
fn line(operation: &str, name: &str, rest: &str) -> String {
    let command = name.replace('.', " ");
    let tag = name.split('.').next().unwrap();
    format!(
        "operation: {operation}, id: {name}, command: {command}, type: \"{tag}::{rest}\", source: docs, date: 2026-09"
    )
}

fn described(operation: &str, [id, command, request]: [&str; 3], series: bool) -> Described {
    let [id, command, request] = [id, command, request].map(str::to_owned);
    Described { operation: operation.to_owned(), names: Names { id, command, request, series } }
}

/// The problems of an inventory with these operations.
fn problems(operations: &[String], described: &[Described]) -> String {
    let inventory = Inventory::parse(&inventory(&operations.join("\n"))).unwrap();
    inventory.problems(described).join("\n")
}

#[test]
fn the_inventory_and_the_spec_agree() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let inventory = Inventory::read(root).unwrap();
    let described = Described::read(root).unwrap();
    assert_eq!(inventory.problems(&described), [""; 0], "{}", inventory.counts());
}

#[test]
fn an_operation_is_described_planned_or_left_out() {
    let operations = [
        line("GET /a/list", "a.list", "ListRequest"),
        line("GET /b/list", "b.list", "ListRequest"),
        line("GET /c/list", "c.list", "ListRequest") + ", status: planned",
        line("GET /d/list", "d.list", "ListRequest") + ", status: planned",
        "operation: GET /e, left-out: removed, source: docs, date: 2026".to_owned(),
        "operation: GET /f, left-out: removed, source: docs, date: 2026".to_owned(),
    ];
    let described = [
        described("GET /a/list", ["a.list", "a list", "a::ListRequest"], false),
        described("GET /c/list", ["c.list", "c list", "c::ListRequest"], false),
        described("GET /e", ["e.get", "e get", "e::GetRequest"], false),
        described("GET /g", ["g.get", "g get", "g::GetRequest"], false),
    ];
    insta::assert_snapshot!(problems(&operations, &described));
}

#[test]
fn names_are_those_of_the_spec() {
    let operations = [
        line("GET /a/list", "a.list", "ListRequest"),
        line("GET /b", "b", "ListRequest").replace("id: b", "id: b.get") + ", series: true",
        line("GET /c", "c", "ListRequest").replace("id: c", "id: c.get"),
    ];
    let described = [
        described("GET /a/list", ["a.get", "a all", "a::AllRequest"], false),
        described("GET /b", ["b.get", "b", "b::ListRequest"], false),
        described("GET /c", ["c.get", "c", "c::ListRequest"], true),
    ];
    insta::assert_snapshot!(problems(&operations, &described));
}

#[test]
fn no_two_operations_share_a_name() {
    let planned = |operation: &str, name: &str, request: &str| {
        line(operation, name, request) + ", status: planned"
    };
    let series = planned("GET /a/series", "a", "SeriesRequest").replace("id: a", "id: a.series");
    let operations = [
        series + ", series: true",
        planned("GET /a/list", "a.list", "ListRequest"),
        planned("GET /a", "a.get", "GetRequest"),
        planned("POST /a/list", "a.list", "PostListRequest"),
        planned("POST /a/other", "a.other", "OtherRequest")
            .replace("command: a other", "command: a list"),
        planned("POST /a/third", "a.third", "ListRequest"),
        planned("POST /a/fourth", "a.fourth", "FourthRequest")
            .replace("command: a fourth", "command: a third more"),
        planned("POST /users/export", "users.export", "ExportRequest"),
        planned("POST /users/export", "users.export_again", "ExportAgainRequest"),
        planned("GET /u", "u.get", "GetRequest").replace("source: docs", "source: rumours@1234"),
    ];
    insta::assert_snapshot!(problems(&operations, &[]));
}

#[test]
fn an_entry_that_is_not_complete_is_an_error() {
    let lines = [
        "operation: FETCH /a, left-out: removed, source: docs, date: 2026",
        "operation: GET a, left-out: removed, source: docs, date: 2026",
        "operation: GET /a, left-out: removed, source: docs, date: September",
        "operation: GET /a, left-out: removed, status: planned, source: docs, date: 2026",
        "operation: GET /a, left-out: removed, id: a.get, source: docs, date: 2026",
        "operation: GET /a, id: a.get, command: a get, source: docs, date: 2026",
        "operation: GET /a, id: a, command: a get, type: \"a::GetRequest\", source: docs, date: 2026",
        "operation: GET /a_b, id: a_b.get, command: a_b get, type: \"a_b::GetRequest\", source: docs, date: 2026",
        "operation: GET /a, id: a.get, command: a get, type: \"b::GetRequest\", source: docs, date: 2026",
        "operation: GET /a, left-out: removed, status: described, source: docs, date: 2026",
        "operation: GET /a, reason: removed, source: docs, date: 2026",
    ];
    let errors = lines.map(|line| Inventory::parse(&inventory(line)).unwrap_err().to_string());
    insta::assert_snapshot!(errors.join("\n"));
}
