//! Pages in the vendor's layout, one for each language and two for other layouts.

use xtask::docs_check::{Verdict, check, json, table};

use super::{contradictions, fixture, outcome, spec};

#[test]
fn an_english_page_as_a_table() {
    let outcomes = check(spec(), "en.md", &fixture("pages/en.md"));
    insta::assert_snapshot!(table(&outcomes));
}

#[test]
fn an_english_page_as_json() {
    let outcomes = check(spec(), "en.md", &fixture("pages/en.md"));
    insta::assert_snapshot!(json(&outcomes));
}

#[test]
fn pages_of_all_languages_say_the_same() {
    let english = outcome(&fixture("pages/en.md")).findings;
    assert!(english.iter().all(|finding| finding.verdict != Verdict::Contradiction));
    for language in ["de", "es", "fr", "ja", "ko", "pt-BR"] {
        let other = outcome(&fixture(&format!("pages/{language}.md"))).findings;
        assert_eq!(other, english, "{language}");
    }
}

#[test]
fn an_older_layout_says_as_much_but_for_the_permission() {
    insta::assert_snapshot!(table(&[outcome(&fixture("pages/older.md"))]));
}

#[test]
fn a_newer_layout_says_as_much() {
    insta::assert_snapshot!(table(&[outcome(&fixture("pages/newer.md"))]));
}

#[test]
fn a_page_that_differs_is_told_fact_by_fact() {
    let page = fixture("pages/de.md")
        .replace("/sessions/data_series\n", "/sitzungen/data\n")
        .replace("Zwischen 1 und 100", "Zwischen 1 und 50")
        .replace("`hour`, die", "`week`, die")
        .replace("endpoint='default'", "endpoint='exports'")
        .replace("| `app_id` | Optional | String", "| `app_id` | Bedingt | Tagesform")
        .replace("\"sessions\" : (int)", "\"session_count\" : (int)")
        .replace("&app_id=", "&app=");
    insta::assert_snapshot!(table(&[outcome(&page)]));
}

#[test]
fn a_word_that_is_not_known_is_a_contradiction() {
    contradicted(
        "pages/en.md",
        &[
            ("`length` | Required |", "`length` | Requird |", "parameters.length.required"),
            ("| Integer |", "| Intger |", "parameters.length.type"),
            ("| Integer |", "| Integer or so |", "parameters.length.type"),
            ("| Integer |", "| Integer, String |", "parameters.length.type"),
            ("apimethod get", "apimethod fetch", "method"),
            ("endpoint='default'", "endpoints", "pool"),
        ],
    );
}

#[test]
fn words_of_any_language_may_stand_on_any_page() {
    let page = fixture("pages/fr.md")
        .replace("| Requis |", "| Erforderlich |")
        .replace("| Facultatif |", "| Opcional |")
        .replace("| Entier |", "| Inteiro |");
    assert!(contradictions(&outcome(&page)).is_empty());
}

#[test]
fn a_page_on_nothing_that_the_spec_has_is_a_contradiction() {
    let about_another = fixture("pages/en.md")
        .replace("/sessions/data_series", "/somewhere/else/altogether")
        .replace("sessions.data_series", "somewhere.else");
    let outcomes = [outcome(&about_another), outcome("# News\n\nNothing about calls.\n")];
    insta::assert_snapshot!(table(&outcomes));
}

#[test]
fn several_pages_are_counted() {
    let pages = ["en", "de"].map(|name| outcome(&fixture(&format!("pages/{name}.md"))));
    assert!(table(&pages).ends_with("2 checked, no contradiction\n"));
}

#[test]
fn a_fact_that_the_spec_has_from_elsewhere_is_a_known_difference() {
    let page = fixture("pages/en.md")
        .replace("/sessions/data_series", "/purchases/revenue_series")
        .replace("sessions.data_series", "purchases.revenue_series")
        .replace("`segment_id`", "`product`")
        .replace("&segment_id=", "&product=")
        .replace("\"sessions\" : (int)", "\"revenue\" : (int)");
    let outcome = outcome(&page);
    let known: Vec<_> = outcome
        .findings
        .iter()
        .filter(|finding| finding.verdict == Verdict::Known)
        .map(|finding| finding.fact.to_string())
        .collect();
    assert_eq!(known, ["reply.data[].revenue.type"]);
}

#[test]
fn a_page_of_a_list_contradicts_nothing() {
    let outcome = outcome(&fixture("pages/list.md"));
    assert!(contradictions(&outcome).is_empty());
    insta::assert_snapshot!(table(&[outcome]));
}

#[test]
fn a_fact_that_differs_on_the_page_of_a_list_is_a_contradiction() {
    contradicted(
        "pages/list.md",
        &[
            ("\"id\" : (string)", "\"id\" : (integer)", "reply.campaigns[].id.type"),
            ("A set of up to 100 campaigns", "Up to 100", "parameters.page.maximum"),
            ("`api_key`", "`api_token`", "parameters.api_token"),
        ],
    );
}

/// Checks that each change of a page is a contradiction about one fact.
fn contradicted(page: &str, changes: &[(&str, &str, &str)]) {
    let page = fixture(page);
    for (old, new, fact) in changes {
        assert!(page.contains(old), "{old}");
        let outcome = outcome(&page.replacen(old, new, 1));
        let found: Vec<_> = contradictions(&outcome).iter().map(|it| it.fact.to_string()).collect();
        assert_eq!(found, [*fact], "{new}");
    }
}
