//! No two files of a crate import each other, and the check that says so sees what it should.

use std::fs;
use std::path::Path;

use xtask::circles::{circles, circles_of_crate};

use super::CRATES;

/// The circles of a crate that is made of these files, as the check prints them.
fn found(files: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let circles = circles(&folder.path().join("lib.rs"), folder.path()).unwrap();
    circles.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn files_that_import_each_other_are_a_circle() {
    let files = [
        ("lib.rs", "mod a;\nmod b;\nmod c;\n"),
        ("a.rs", "use crate::b::{B, other};\npub(crate) struct A(B);\nfn f() { other() }\n"),
        (
            "b.rs",
            "use super::a::A;\nuse crate::c::C;\npub struct B;\npub fn other() -> Option<(A, C)> { None }\n",
        ),
        ("c.rs", "pub struct C;\n"),
    ];
    assert_eq!(found(&files), "a.rs -> b.rs: B, other\nb.rs -> a.rs: A\n");
}

#[test]
fn a_circle_of_three_is_told_with_all_its_ties() {
    let files = [
        ("lib.rs", "mod a;\nmod b;\nmod c;\n"),
        ("a.rs", "pub struct A(crate::b::B);\n"),
        ("b.rs", "pub struct B(crate::c::C);\n"),
        ("c.rs", "pub struct C(Option<Box<crate::a::A>>);\n"),
    ];
    assert_eq!(found(&files), "a.rs -> b.rs: B\nb.rs -> c.rs: C\nc.rs -> a.rs: A\n");
}

#[test]
fn a_name_counts_for_the_file_that_defines_it() {
    // `b` takes from the parent what the parent has from `a`, by two re-exports and a glob.
    let files = [
        ("lib.rs", "pub mod inner;\npub use inner::*;\n"),
        ("inner/mod.rs", "mod a;\nmod b;\npub use a::A as Renamed;\npub use b::B;\n"),
        ("inner/a.rs", "use super::B;\npub struct A(B);\n"),
        ("inner/b.rs", "pub struct B;\nfn f(_: crate::Renamed) {}\n"),
    ];
    assert_eq!(found(&files), "inner/a.rs -> inner/b.rs: B\ninner/b.rs -> inner/a.rs: Renamed\n");
}

#[test]
fn a_parent_that_lists_and_re_exports_its_children_imports_nothing() {
    let files = [
        ("lib.rs", "mod a;\npub use a::A;\npub struct Root;\n"),
        ("a.rs", "pub struct A(crate::Root);\n"),
    ];
    assert_eq!(found(&files), "");
    let uses = [
        ("lib.rs", "mod a;\npub use a::A;\npub struct Root;\nfn f() -> Option<A> { None }\n"),
        ("a.rs", "pub struct A(crate::Root);\n"),
    ];
    assert_eq!(found(&uses), "a.rs -> lib.rs: Root\nlib.rs -> a.rs: A\n");
}

#[test]
fn paths_without_use_and_those_within_macros_count() {
    let files = [
        ("lib.rs", "mod a;\nmod b;\n"),
        ("a.rs", "pub fn a() { println!(\"{}\", crate::b::b()); }\n"),
        ("b.rs", "pub fn b() -> u8 { super::a::a(); 1 }\n"),
    ];
    assert_eq!(found(&files), "a.rs -> b.rs: b\nb.rs -> a.rs: a\n");
}

#[test]
fn modules_within_a_file_and_other_crates_are_no_other_files() {
    let files = [
        (
            "lib.rs",
            "mod a;\npub fn f() { serde::b() }\npub mod inline { use super::f; pub fn g() { f() } }\n",
        ),
        ("a.rs", "use std::fmt;\nuse crate::inline::g;\nfn h(_: fmt::Error) { g(); Self::x }\n"),
    ];
    assert_eq!(found(&files), "");
}

#[test]
fn what_cannot_be_read_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("lib.rs");
    fs::write(&root, "mod missing;\n").unwrap();
    let error = circles(&root, folder.path()).unwrap_err().to_string();
    assert!(error.contains("missing"), "{error}");
    fs::write(&root, "fn (").unwrap();
    assert!(circles(&root, folder.path()).is_err());
}

#[test]
fn no_two_files_of_a_crate_import_each_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut found = String::new();
    for folder in CRATES {
        for circle in circles_of_crate(&root.join(folder), root).unwrap() {
            found.push_str(&format!("{circle}\n"));
        }
    }
    assert!(found.is_empty(), "files that import one another:\n\n{found}");
}
