//! The pages as a whole: that all are there, alike in what is no language, and in no other language.

use std::collections::BTreeSet;

use braze_core::operation::{self, Operation};
use xtask::codegen::SPEC;
use xtask::reference::generate;

use super::{LANGUAGES, REFERENCE, blocks, pages, sessions};
use crate::generator::shop::{spec, workspace};

/// The number of operations that are translated: the flat series.
const TRANSLATED: usize = 9;

/// The paths of all endpoints that the core knows.
struct Targets(BTreeSet<String>);

impl operation::Visitor for Targets {
    fn endpoint<E: Operation>(&mut self) {
        self.0.insert(format!("{} {}", E::META.method, E::META.path));
    }

    fn series<E: Operation + braze_core::Series>(&mut self) {
        self.endpoint::<E>();
    }
}

#[test]
fn every_language_has_a_page_for_every_endpoint() {
    let mut targets = Targets(BTreeSet::new());
    operation::visit(&mut targets);
    for language in LANGUAGES {
        let pages = pages(language);
        if language != "en" {
            // Pages of operations that are not translated exist in English only.
            assert!(pages.len() >= TRANSLATED, "{language}");
            continue;
        }
        assert_eq!(pages.len(), targets.0.len(), "{language}");
        for target in &targets.0 {
            let line = format!("`{target}`\n");
            assert_eq!(pages.values().filter(|page| page.contains(&line)).count(), 1, "{line}");
        }
    }
}

#[test]
fn every_list_leads_to_all_pages_of_its_language_and_to_the_other_lists() {
    for language in LANGUAGES {
        let list = read(&format!("{REFERENCE}/{language}/README.md"));
        for page in pages(language).keys() {
            assert!(list.contains(&format!("]({page})")), "{language}: {page}");
        }
        for other in LANGUAGES.iter().filter(|other| **other != language) {
            assert!(list.contains(&format!("](../{other}/README.md)")), "{language}: {other}");
        }
    }
}

#[test]
fn the_command_carries_every_page() {
    let table = read("crates/braze-cli/src/generated/mod.rs");
    for language in LANGUAGES {
        for path in pages(language).keys() {
            let page = format!("reference/{language}/{path}");
            assert!(table.contains(&format!("include_str!(\"{page}\")")), "{page}");
        }
    }
}

#[test]
fn programs_commands_and_replies_are_the_same_in_all_languages() {
    let compiled = read("tests/generated/mod.rs");
    for (path, english) in pages("en") {
        let programs = blocks(&english, "rust,no_run").len();
        // A request that is a body alone has no program.
        assert!(programs == 2 || programs == 0 && english.contains("--data"), "{path}");
        assert!(compiled.contains(&format!("\"../../{REFERENCE}/en/{path}\"")));
        for language in LANGUAGES {
            let pages = pages(language);
            let Some(page) = pages.get(&path) else { continue };
            for code in ["sh", "rust,no_run", "http", "json"] {
                assert_eq!(blocks(page, code), blocks(&english, code), "{language}/{path}: {code}");
            }
        }
    }
}

#[test]
fn no_gap_of_a_template_is_left_open() {
    for language in LANGUAGES {
        for (path, page) in pages(language) {
            let prose = prose(&page);
            assert!(!prose.contains(['{', '}']), "{language}/{path}:\n{prose}");
        }
    }
}

#[test]
fn the_page_about_sessions_holds_no_english_phrase_in_another_language() {
    let english = phrases(&sessions("en"));
    assert!(english.len() > 50, "{english:?}");
    for language in &LANGUAGES[1..] {
        let phrases = phrases(&sessions(language));
        assert!(phrases.len() > 50, "{language}: {phrases:?}");
        let shared: Vec<_> = phrases.intersection(&english).collect();
        assert!(shared.is_empty(), "{language}: {shared:?}");
    }
}

#[test]
fn no_page_holds_the_slips_of_machine_translation() {
    let slips = [
        (
            "de",
            &["Preisgrenze", "Parameter anfordern", "Daten Typ", "Bezeichner", " du ", " dein"][..],
        ),
        ("es", &["ímite de velocidad", "punto final", " tu ", " tus ", "puedes"]),
        ("fr", &["imite de débit", "Datetime", "point final", " tu ", " ton "]),
        ("pt-BR", &["imite de taxa", "ponto de extremidade", "Datetime", " teu "]),
    ];
    for (language, slips) in slips {
        for (path, page) in pages(language) {
            for slip in slips {
                assert!(!page.contains(slip), "{language}/{path}: {slip}");
            }
        }
    }
}

#[test]
fn the_order_of_paths_makes_no_difference() {
    let style = workspace().join("rustfmt.toml");
    let files = spec();
    let before = generate(&files, SPEC, &style).unwrap();
    let mut turned = files.clone();
    let root = turned.get_mut(SPEC).unwrap();
    let (head, rest) = root.split_once("\npaths:\n").unwrap();
    let (paths, rest) = rest.split_once("\n\n").unwrap();
    let paths: Vec<_> = paths.lines().rev().collect();
    assert!(paths.len() > 8 && paths.iter().all(|line| line.contains("$ref")), "{paths:?}");
    *root = format!("{head}\npaths:\n{}\n\n{rest}", paths.join("\n"));
    assert_ne!(turned, files);
    let after = generate(&turned, SPEC, &style).unwrap();
    assert_eq!(after.embedded, before.embedded);
    assert_eq!(after.compiled, before.compiled);
}

/// A file of the workspace.
fn read(path: &str) -> String {
    std::fs::read_to_string(workspace().join(path)).unwrap()
}

/// The words of a page, without code, targets of links, and comments.
fn prose(page: &str) -> String {
    let mut prose = String::new();
    let mut fenced = false;
    for line in page.lines().filter(|line| !line.starts_with("<!--")) {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            prose.extend(line.split('`').step_by(2));
            prose.push('\n');
        }
    }
    let mut pieces = prose.split("](");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        plain.push_str(piece.split_once(')').map_or(piece, |(_, rest)| rest));
    }
    plain
}

/// The pieces between marks that are at least three words long.
fn phrases(page: &str) -> BTreeSet<String> {
    let prose = prose(page);
    let pieces = prose.split(['\n', '|', '.', ':', ';', ',', '(', ')', '[', ']', '#']);
    let pieces = pieces.map(|piece| piece.split_whitespace().collect::<Vec<_>>());
    let names = |words: &[&str]| words.iter().any(|word| word.contains("://"));
    pieces.filter(|words| words.len() >= 3 && !names(words)).map(|words| words.join(" ")).collect()
}
