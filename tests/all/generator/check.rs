//! `cargo xtask codegen --check`: what is checked in is what the spec makes.

use std::fmt::Write;

use xtask::Home;
use xtask::codegen::{self, Drift, GENERATED, SPEC};
use xtask::tree::Tree;

use super::shop::{SHOP, generate, generate_from, spec, workspace};

#[test]
fn the_generated_code_is_what_the_spec_makes() {
    let drifts = codegen::check(&workspace()).unwrap();
    let list: Vec<_> = drifts.iter().map(ToString::to_string).collect();
    assert!(list.is_empty(), "run `cargo xtask codegen`:\n{}", list.join("\n"));
}

#[test]
fn generating_twice_gives_the_same_bytes() {
    let spec = spec();
    let first = generate_from(&spec, SPEC, &Home::Core).unwrap();
    let second = generate_from(&spec, SPEC, &Home::Core).unwrap();
    assert_eq!(first, second);
}

#[test]
fn generated_code_is_as_rustfmt_leaves_it() {
    is_as_rustfmt_leaves_it(&generate_from(&spec(), SPEC, &Home::Core).unwrap());
}

#[test]
fn cargo_fmt_leaves_generated_code_of_other_crates_alone() {
    is_as_rustfmt_leaves_it(&generate(SHOP).unwrap());
}

/// Checks what `cargo fmt` would do to a crate that contains the code.
fn is_as_rustfmt_leaves_it(tree: &Tree) {
    let folder = tempfile::tempdir().unwrap();
    tree.write(&folder.path().join("generated")).unwrap();
    std::fs::write(folder.path().join("lib.rs"), "mod generated;\n").unwrap();
    let output = std::process::Command::new("rustfmt")
        .args(["--edition", "2024", "--check", "--config-path"])
        .arg(workspace().join("rustfmt.toml"))
        .arg(folder.path().join("lib.rs"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn every_file_names_its_part_of_the_spec_and_the_command() {
    let tree = generate_from(&spec(), SPEC, &Home::Core).unwrap();
    for (path, text) in &tree.files {
        let first = text.lines().next().unwrap();
        assert!(first.starts_with("// Written from spec/"), "{path}: {first}");
        assert!(first.ends_with(".yaml by `cargo xtask codegen`."), "{path}: {first}");
    }
}

/// The first line of a generated file.
const MARK: &str = "// Written from spec/openapi.yaml by `cargo xtask codegen`.\n";

#[test]
fn a_check_finds_stale_missing_and_unexpected_files_and_a_write_mends_them() {
    let folder = tempfile::tempdir().unwrap();
    let at = |path: &str| folder.path().join(path);
    let tree = Tree {
        files: [("a.rs", "two\n"), ("tag/b.rs", "b\n")]
            .map(|(path, text)| (path.to_owned(), format!("{MARK}{text}")))
            .into(),
    };
    std::fs::create_dir_all(at("old/er")).unwrap();
    std::fs::write(at("a.rs"), format!("{MARK}old\n")).unwrap();
    std::fs::write(at("old/er/c.rs"), MARK).unwrap();

    let drifts = tree.compare(folder.path()).unwrap();
    let expected = [
        Drift::Stale(at("a.rs"), 2),
        Drift::Missing(at("tag/b.rs")),
        Drift::Unexpected(at("old/er/c.rs")),
    ];
    assert_eq!(drifts, expected);

    assert_eq!(tree.write(folder.path()).unwrap(), expected);
    assert_eq!(tree.compare(folder.path()).unwrap(), []);
    assert!(!at("old").exists());
}

#[test]
fn a_smaller_maximum_changes_validation_documentation_and_description() {
    let mut changed = spec();
    let file = changed.get_mut("spec/paths/sessions/data_series.yaml").unwrap();
    assert!(file.contains("maximum: 100"));
    *file = file.replace("maximum: 100", "maximum: 50");

    let before = generate_from(&spec(), SPEC, &Home::Core).unwrap();
    let after = generate_from(&changed, SPEC, &Home::Core).unwrap();
    insta::assert_snapshot!(difference(&before, &after));
}

/// The lines that differ between two trees with the same files.
fn difference(before: &Tree, after: &Tree) -> String {
    let mut out = String::new();
    assert!(before.files.keys().eq(after.files.keys()));
    for (path, text) in &before.files {
        let pairs = text.lines().zip(after.files[path].lines());
        for (old, new) in pairs.filter(|(old, new)| old != new) {
            writeln!(out, "{GENERATED}/{path}\n-{old}\n+{new}").unwrap();
        }
    }
    out
}
