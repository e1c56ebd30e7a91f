//! The spec language beyond flat series: small specs, and the code written from them.
//!
//! All of it is compiled in one crate of its own, on top of the core.

use std::collections::BTreeMap;
use std::fmt::Write;

use xtask::codegen::CodegenError;
use xtask::spec::diagnostic::Format;
use xtask::tree::Tree;

use super::cargo::{cargo, write_crate};
use super::shop::{SHOP, generate, workspace};

/// For each name, a test that holds the emitted code in a snapshot.
macro_rules! words {
    ($($name:ident),+) => {
        $(
            #[test]
            fn $name() {
                insta::assert_snapshot!(stringify!($name), all(&emitted(stringify!($name))));
            }
        )+

        const NAMES: &[&str] = &[$(stringify!($name)),+];
    };
}

words!(
    path_parameters,
    arrays,
    json_body,
    maps,
    nullable,
    nested,
    nested_series,
    several_successes,
    failures,
    items,
    headers,
    forms,
    open_objects,
    paging,
    recursion,
    rules
);

fn emitted(name: &str) -> Tree {
    let path = format!("tests/fixtures/specs/words/{name}.yaml");
    code(&std::fs::read_to_string(workspace().join(path)).unwrap())
}

fn code(text: &str) -> Tree {
    match generate(text) {
        Ok(tree) => tree,
        Err(CodegenError::Spec(report)) => panic!("{}", report.render(Format::Plain)),
        Err(other) => panic!("{other}"),
    }
}

/// All files of a tree in one text.
fn all(tree: &Tree) -> String {
    let mut out = String::new();
    for (path, text) in &tree.files {
        writeln!(out, "==> {path}\n{text}").unwrap();
    }
    out
}

/// Every example request is read, written again, and its reply decoded and written again.
#[test]
fn the_code_of_all_words_compiles_and_answers_its_examples() {
    let mut trees: BTreeMap<&str, Tree> = NAMES.iter().map(|name| (*name, emitted(name))).collect();
    trees.insert("shop", code(SHOP));
    trees.insert("foreign", super::foreign::tree());
    let folder = tempfile::tempdir().unwrap();
    let visit = |name: &str| format!("    {name}::operations::visit(&mut Answer);\n");
    let visits: String = trees.keys().map(|name| visit(name)).collect();
    let answer = include_str!("../../fixtures/specs/words/answer.rs");
    write_crate(folder.path(), &trees, &format!("{answer}\nfn main() {{\n{visits}}}\n"));
    let output = cargo(folder.path(), &["run"]);
    insta::assert_snapshot!("answers", String::from_utf8_lossy(&output.stdout));
}
