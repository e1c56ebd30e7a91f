//! The cost of depending on a client: time to build, size, crates.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::process::cpu_of;
use crate::failure::Failure;

/// A program of one call, in a package of its own.
pub(crate) struct Dependent {
    name: &'static str,
    /// The dependencies, as in a manifest; `{crates}` is the folder of ours.
    dependencies: &'static str,
    program: &'static str,
}

const TOKIO: &str = r#"tokio = { version = "1", features = ["rt", "macros"] }"#;

/// On the blocking client.
pub(crate) const BLOCKING: Dependent = Dependent {
    name: "on-braze-blocking",
    dependencies: r#"braze-blocking = { path = "{crates}/braze-blocking" }"#,
    program: include_str!("../../../../crates/braze-blocking/examples/one_call.rs"),
};

/// On the async client.
pub(crate) const ASYNC: Dependent = Dependent {
    name: "on-braze-async",
    dependencies: r#"braze-async = { path = "{crates}/braze-async" }
{tokio}"#,
    program: include_str!("../../../../crates/braze-async/examples/one_call_async.rs"),
};

/// By hand on ureq with TLS and nothing else of it.
pub(crate) const UREQ: Dependent = Dependent {
    name: "on-ureq",
    dependencies: r#"ureq = { version = "3", default-features = false, features = ["rustls"] }
serde = { version = "1", features = ["derive"] }
serde_json = "1"
chrono = { version = "0.4", default-features = false, features = ["std", "serde"] }"#,
    program: include_str!("../../dependents/ureq.rs"),
};

/// By hand on reqwest as it comes.
pub(crate) const REQWEST: Dependent = Dependent {
    name: "on-reqwest",
    dependencies: r#"reqwest = { version = "0.13", features = ["json"] }
serde = { version = "1", features = ["derive"] }
{tokio}"#,
    program: include_str!("../../dependents/reqwest.rs"),
};

impl Dependent {
    /// Writes the package, with the versions that the workspace is locked to, in a new folder.
    fn write(&self, root: &Path) -> Result<PathBuf, Failure> {
        let folder = root.join("target/bench").join(self.name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(folder.join("src"))?;
        let crates = root.join("crates");
        let dependencies = self
            .dependencies
            .replace("{crates}", &crates.display().to_string())
            .replace("{tokio}", TOKIO);
        let manifest = format!(
            "[package]\nname = \"{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\n{dependencies}\n\n[profile.dev]\ndebug = false\n\n[workspace]\n",
            self.name
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::write(folder.join("src/main.rs"), self.program)?;
        fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
        Ok(folder)
    }

    /// Processor seconds of a debug build from nothing, without debug info.
    pub(crate) fn debug_build(&self, root: &Path) -> Result<f64, Failure> {
        let folder = self.write(root)?;
        let built = folder.join("target");
        cpu_of(cargo(&folder, &built).arg("fetch"))?;
        let cpu = cpu_of(cargo(&folder, &built).args(["build", "--offline"]))?;
        fs::remove_dir_all(&folder)?;
        Ok(cpu as f64 / 1e6)
    }

    /// Megabytes of the stripped program.
    pub(crate) fn size(&self, root: &Path) -> Result<f64, Failure> {
        let folder = self.write(root)?;
        // In the workspace's own folder, with its own profile, most dependencies are built already.
        let built = root.join("target");
        cpu_of(cargo(&folder, &built).args(["build", "--release"]))?;
        let program = built.join("release").join(self.name);
        cpu_of(Command::new("strip").arg(&program))?;
        let bytes = fs::metadata(&program)?.len();
        fs::remove_file(&program)?;
        fs::remove_dir_all(&folder)?;
        Ok(bytes as f64 / 1e6)
    }
}

/// Cargo for a package, which builds into the folder that it is told, whatever the caller's habits.
fn cargo(folder: &Path, built: &Path) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(folder).arg("--quiet").env("CARGO_TARGET_DIR", built);
    cargo
}

/// Crates that a dependent builds for one of ours, the workspace's own not counted.
pub(crate) fn crates_in_tree(root: &Path, package: &str) -> Result<u32, Failure> {
    let mut tree = Command::new("cargo");
    tree.current_dir(root).args(["tree", "--quiet", "--locked", "--edges", "normal"]);
    let output =
        tree.args(["--prefix", "none", "--format", "{p}", "--package", package]).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let text = String::from_utf8(output.stdout)?;
    let name = |line: &str| line.trim_end_matches(" (*)").to_owned();
    // Ours are shown with their folder.
    let foreign = text.lines().map(name).filter(|line| !line.is_empty() && !line.contains('/'));
    Ok(u32::try_from(foreign.collect::<BTreeSet<_>>().len())?)
}
