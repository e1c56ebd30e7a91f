//! Cargo, run by a test on a package of its own.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

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
    // What cargo tells this test about its own package would make it build dependencies again.
    let own = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_TARGET_TMPDIR"];
    for (name, _) in std::env::vars_os() {
        if own.iter().any(|own| name.to_string_lossy().starts_with(own)) {
            command.env_remove(name);
        }
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}
