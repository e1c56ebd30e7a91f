//! Translations: what an overlay of the spec may do, and what it must not leave out.

use xtask::spec::diagnostic::Format;

use super::little::{little, written};

/// For each name, a test: a piece of a file becomes another, and what is then said is held in a
/// snapshot.
macro_rules! refused {
    ($( $name:ident: $path:literal, $old:literal => $new:literal; )+) => {
        $(
            #[test]
            fn $name() {
                let report = written(&little($path, $old, $new)).unwrap_err();
                assert!(report.is_located());
                insta::assert_snapshot!(stringify!($name), report.render(Format::Plain));
            }
        )+
    };
}

refused! {
    a_target_that_matches_nothing:
        "spec/overlays/de.yaml", "$.tags[0]" => "$.tags[7]";
    a_text_of_the_complete_endpoint_that_is_left_out:
        "spec/overlays/de.yaml", "      summary: Die Sitzungen lesen\n" => "";
    a_shared_text_of_the_complete_endpoint_that_is_left_out:
        "spec/overlays/de.yaml", "$.components.responses.Failed\n    update: { description: Gescheitert. }" => "$.info\n    update: {}";
    an_english_text_in_an_overlay:
        "spec/overlays/de.yaml", "Gescheitert." => "It failed.";
    an_overlay_that_changes_the_contract:
        "spec/overlays/de.yaml", "update: { title: Klein }" => "update: { title: Klein, version: 0.2.0 }";
    an_overlay_that_adds_a_text:
        "spec/overlays/de.yaml", "update: { title: Klein }" => "update: { title: Klein, description: Sehr klein. }";
    an_overlay_that_removes_something:
        "spec/overlays/de.yaml", "update: { title: Klein }" => "remove: true";
    a_text_that_is_translated_twice:
        "spec/overlays/de.yaml", "  - target: $.components" => "  - { target: $.info.title, update: Winzig }\n  - target: $.components";
    code_that_a_translation_changes:
        "spec/overlays/de.yaml", "vor `end` waren" => "vor `ende` waren";
    a_link_that_a_translation_leaves_out:
        "spec/overlays/de.yaml", "[letzte](https://little.example.com/last)" => "letzte";
    an_overlay_of_another_spec:
        "spec/overlays/de.yaml", "../openapi.yaml" => "openapi.yaml";
    a_target_that_is_not_a_query:
        "spec/overlays/de.yaml", "$.tags[0]" => "$.tags[?@.a = 1]";
    a_target_without_a_root:
        "spec/overlays/de.yaml", "$.tags[0]" => "tags[0]";
    a_text_for_an_object:
        "spec/overlays/de.yaml", "update: { title: Klein }" => "update: Klein";
    a_copy:
        "spec/overlays/de.yaml", "update: { title: Klein }" => "copy: $.tags[0]";
    an_action_without_an_update:
        "spec/overlays/de.yaml", "    update: { title: Klein }\n" => "";
    a_misspelt_key:
        "spec/overlays/de.yaml", "update: { title: Klein }" => "updates: { title: Klein }";
    a_version_that_is_not_supported:
        "spec/overlays/de.yaml", "overlay: 1.1.0" => "overlay: 1.0.0";
    an_overlay_that_is_not_yaml:
        "spec/overlays/de.yaml", "update: { title: Klein }" => "update: [";
    an_overlay_for_an_unknown_language:
        "spec/overlays/it.yaml", "" => "overlay: 1.1.0\n";
}

#[test]
fn a_language_without_its_overlay_is_refused() {
    let mut files = little("spec/openapi.yaml", "", "");
    files.remove("spec/overlays/fr.yaml");
    let report = written(&files).unwrap_err();
    insta::assert_snapshot!(report.render(Format::Plain));
}

#[test]
fn an_endpoint_that_is_no_series_stays_in_english() {
    let reference = written(&little("spec/openapi.yaml", "", "")).unwrap();
    let pages = reference.embedded.files;
    assert!(pages["reference/en/sessions/names.md"].contains("# List the names"));
    assert!(!pages.contains_key("reference/de/sessions/names.md"));
    assert!(!pages["reference/de/README.md"].contains("names"));
    // A translation of it may be there, and must be right.
    let update = "update: { title: Klein }\n  - target: $.paths['/sessions/names'].get\n    update: { summary: Namen }";
    assert!(written(&little("spec/overlays/de.yaml", "update: { title: Klein }", update)).is_ok());
    let wrong = update.replace("names", "nomes");
    assert!(written(&little("spec/overlays/de.yaml", "update: { title: Klein }", &wrong)).is_err());
}

#[test]
fn a_page_of_an_endpoint_that_says_little() {
    let reference = written(&little("spec/openapi.yaml", "", "")).unwrap();
    insta::assert_snapshot!(reference.embedded.files["reference/de/sessions/data_series.md"]);
}
