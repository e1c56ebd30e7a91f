//! Broken paging: the fixture of paged lists with one thing wrong, and what is said about it.

use std::fmt::Write;

use super::shop::problems;
use xtask::spec::diagnostic::Format;

const LISTS: &str = include_str!("../../fixtures/specs/words/paging.yaml");

#[test]
fn paging_that_cannot_work_is_refused_with_its_place() {
    let mut out = String::new();
    for (old, new) in [
        ("page: page, first: 0", "page: pages, first: 0"),
        ("page: page, first: 0, items", "items"),
        ("{ cursor: cursor", "{ page: cursor, cursor: cursor"),
        ("page: page, first: 0", "page: page, limit: page"),
        ("{ cursor: cursor", "{ first: 1, size: 2, more: names, cursor: cursor"),
        ("size: 100", "size: 0"),
        ("items: lists, size", "items: list, size"),
        ("limit: limit, items: names }", "items: names }"),
        ("limit: limit, items: names, more: has_more", "limit: limit, items: has_more"),
        ("more: has_more", "more: names"),
        ("schema: { type: integer, minimum: 0, default: 0 }", "schema: { type: string }"),
        ("          schema: { type: string }", "          schema: { type: integer }"),
        ("        - name: cursor\n", "        - name: cursor\n          required: true\n"),
    ] {
        assert!(LISTS.contains(old), "{old}");
        let report = problems(&LISTS.replacen(old, new, 1));
        assert!(report.is_located());
        writeln!(out, "### {}\n{}", new.trim(), report.render(Format::Plain)).unwrap();
    }
    insta::assert_snapshot!(out);
}
