//! Cargo, run by a test on a package of its own.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use xtask::tree::Tree;

use super::shop::workspace;

/// The target folder of the workspace. What a test builds goes there too: dependencies are compiled
/// once for all.
pub(crate) fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().to_path_buf()
}

/// Runs cargo in a folder, offline.
pub(crate) fn cargo(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO"));
    command.args(arguments).args(["--offline", "--quiet"]);
    command.current_dir(folder).env("CARGO_TARGET_DIR", target());
    // Cargo's variables for this test's own package would make it build dependencies again.
    let own =
        ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_TARGET_TMPDIR"];
    for (name, _) in std::env::vars_os() {
        if own.iter().any(|own| name.to_string_lossy().starts_with(own)) {
            command.env_remove(name);
        }
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

/// Writes a program on top of the core, with a module for each tree.
pub(crate) fn write_crate(folder: &Path, trees: &BTreeMap<&str, Tree>, main: &str) {
    let core = workspace().join("crates/braze-core");
    let manifest = format!(
        "[package]\nname = \"generated\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n\
         [features]\ndefault = [\"operation\"]\noperation = [\"braze-core/operation\"]\n\
         [dependencies]\nbraze-core = {{ path = {core:?} }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n\
         [profile.dev]\ndebug = \"line-tables-only\"\n"
    );
    std::fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    std::fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let mut modules = String::new();
    for (name, tree) in trees {
        tree.write(&folder.join("src").join(name)).unwrap();
        writeln!(modules, "pub mod {name};").unwrap();
    }
    std::fs::write(folder.join("src/main.rs"), format!("{main}\n{modules}")).unwrap();
}
