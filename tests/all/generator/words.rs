//! What the generator has words for beyond flat series: small specs, and the code that they become.
//!
//! All of it is compiled in one crate of its own, on top of the core.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use xtask::codegen::CodegenError;
use xtask::diagnostic::Format;
use xtask::tree::Tree;

use super::cargo::cargo;
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

words!(path_parameters, arrays, json_body, maps, nullable, nested, several_successes, paging);

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

#[test]
fn the_code_of_all_words_compiles_and_answers_its_examples() {
    let mut trees: BTreeMap<&str, Tree> = NAMES.iter().map(|name| (*name, emitted(name))).collect();
    trees.insert("shop", code(SHOP));
    let folder = tempfile::tempdir().unwrap();
    write_crate(folder.path(), &trees);
    let output = cargo(folder.path(), &["run"]);
    insta::assert_snapshot!("answers", String::from_utf8_lossy(&output.stdout));
}

/// A program with a module for each tree. It reads every example request, writes it again, decodes
/// the example reply and writes that again.
fn write_crate(folder: &Path, trees: &BTreeMap<&str, Tree>) {
    let core = workspace().join("crates/braze-core");
    let manifest = format!(
        "[package]\nname = \"generated\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n\
         [features]\ndefault = [\"server\"]\nserver = [\"braze-core/server\"]\n\
         [dependencies]\nbraze-core = {{ path = {core:?} }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n\
         [profile.dev]\ndebug = \"line-tables-only\"\n"
    );
    std::fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    std::fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let (mut modules, mut visits) = (String::new(), String::new());
    for (name, tree) in trees {
        tree.write(&folder.join("src").join(name)).unwrap();
        writeln!(modules, "pub mod {name};").unwrap();
        writeln!(visits, "    {name}::operations::visit(&mut Answer);").unwrap();
    }
    let main = include_str!("../../fixtures/specs/words/answer.rs");
    let main = format!("{main}\n{modules}\nfn main() {{\n{visits}}}\n");
    std::fs::write(folder.join("src/main.rs"), main).unwrap();
}
