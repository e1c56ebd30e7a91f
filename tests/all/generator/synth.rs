//! Made-up specs: always the same, in order, and code follows from them like from any other.

use std::fmt::Write;

use xtask::codegen;
use xtask::spec::json;
use xtask::synth::{self, MOST, ROOT, Synth};
use xtask::tree::Tree;

use super::check::is_as_rustfmt_leaves_it;
use super::shop::workspace;

fn synth(endpoints: usize) -> Synth {
    Synth::new(endpoints).unwrap()
}

fn all(tree: &Tree) -> String {
    let mut out = String::new();
    for (path, text) in &tree.files {
        write!(out, "==> {path}\n{text}\n").unwrap();
    }
    out
}

#[test]
fn a_spec_of_one_endpoint_holds_what_it_needs() {
    insta::assert_snapshot!(all(&synth(1).spec()));
}

#[test]
fn the_twin_says_the_same_in_openapi_3_0() {
    // The third endpoint has what the versions write differently.
    insta::assert_snapshot!(all(&synth(3).twin()));
}

#[test]
fn the_endpoints_of_a_small_spec_are_the_first_of_a_large_one() {
    let (small, large) = (synth(8).spec(), synth(300).spec());
    assert_eq!((small.files.len(), large.files.len()), (9, 301));
    for (path, text) in small.files.iter().filter(|(path, _)| *path != ROOT) {
        assert_eq!(large.files.get(path), Some(text), "{path}");
    }
}

#[test]
fn the_twin_has_the_paths_of_the_spec() {
    let paths = |tree: &Tree| {
        let document = json(&tree.files[ROOT]).unwrap();
        document["paths"].as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    };
    let synth = synth(12);
    assert_eq!(paths(&synth.spec()), paths(&synth.twin()));
    let twin = &synth.twin().files[ROOT];
    assert!(!twin.contains("x-braze") && !twin.contains("\"null\"") && !twin.contains("../"));
}

#[test]
fn code_from_a_made_up_spec_is_the_same_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let (spec, out) = (folder.path().join("spec"), folder.path().join("code"));
    synth::write(&synth(24).spec(), &spec).unwrap();
    let generate = || codegen::elsewhere(&spec.join(ROOT), &out, &workspace(), true).unwrap();
    assert!(!generate().write(&workspace()).unwrap().is_empty());
    assert_eq!(generate().compare(&workspace()).unwrap(), []);
    assert!(out.join("campaigns/opens_data_series.rs").exists());
    is_as_rustfmt_leaves_it(&generate().folders[0].1);
}

#[test]
fn the_words_are_enough_for_the_largest_spec() {
    assert_eq!(synth(MOST).spec().files.len(), MOST + 1);
}

#[test]
fn what_cannot_be_made_up_or_written_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("here.txt"), "").unwrap();
    let refusals = [
        Synth::new(0).unwrap_err(),
        Synth::new(MOST + 1).unwrap_err(),
        synth::write(&synth(1).spec(), folder.path()).unwrap_err(),
        synth::write(&synth(1).spec(), &folder.path().join("here.txt")).unwrap_err(),
    ];
    let said: Vec<_> = refusals.iter().map(ToString::to_string).collect();
    let said = said.join("\n").replace(&folder.path().display().to_string(), "FOLDER");
    insta::assert_snapshot!(said);
}
