//! The cost of depending on the project, beside two others: the project when it had nine time series, which is the tag
//! `before-families`, and progenitor's client of the same operations.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::budget::Figure;
use crate::failure::Failure;
use crate::measure::build::{ASYNC, BLOCKING, alone, cargo};
use crate::measure::process::cpu_of;
use crate::report::{Report, root};

/// The last commit before the families of operations.
const TAG: &str = "before-families";

/// Builds everything, which takes half an hour, and measures it.
pub(crate) fn run() -> Result<Report, Failure> {
    let mut report = Report::default();
    let root = root();
    let before = checked_out(&root)?;
    let trees = [root.as_path(), before.as_path()];
    for (what, program) in
        [("a program on braze-blocking", BLOCKING), ("a program on braze-async", ASYNC)]
    {
        let [ours, theirs] = trees.map(|tree| program.debug_build(tree));
        let built = Figure::beside(format!("{what}, debug build"), [ours?, theirs?], "CPU s");
        report.add(built.at_most(1.05));
        let [ours, theirs] = trees.map(|tree| program.size(tree));
        let size = Figure::beside(format!("{what}, stripped"), [ours?, theirs?], "MB");
        report.add(size.at_most(1.02));
    }
    command(&mut report, trees)?;
    core(&mut report, &root)?;
    Ok(report)
}

/// The tree of the tag, beside the other results.
fn checked_out(root: &Path) -> Result<PathBuf, Failure> {
    let folder = root.join("target/bench/before");
    if !folder.exists() {
        let mut git = Command::new("git");
        git.current_dir(root).args(["worktree", "add", "--quiet", "--force", "--detach"]);
        cpu_of(git.arg(&folder).arg(TAG)).map_err(|error| {
            format!("cannot check out the tag `{TAG}`; fetch it with `git fetch --tags`: {error}")
        })?;
    }
    Ok(folder)
}

/// The command with everything that it can have, on both sides with Parquet.
fn command(report: &mut Report, trees: [&Path; 2]) -> Result<(), Failure> {
    let mut programs = Vec::new();
    for tree in trees {
        let built = tree.join("target/bench/command");
        let mut build = cargo(tree, &built);
        build.args(["build", "--release", "--locked", "--package", "braze-cli"]);
        build.args(["--features", "parquet"]).env("CARGO_PROFILE_RELEASE_STRIP", "true");
        cpu_of(&mut build)?;
        programs.push(built.join("release/braze"));
    }
    let [ours, theirs] = [&programs[0], &programs[1]].map(fs::metadata);
    let sizes = [ours?.len(), theirs?.len()].map(|bytes| bytes as f64 / 1e6);
    report.add(Figure::beside("the command, stripped", sizes, "MB").at_most(1.3));
    report.repeated(5, || {
        let mut cpu = [0; 2];
        for _ in 0..20 {
            for (cpu, program) in cpu.iter_mut().zip(&programs) {
                let mut call = Command::new(program);
                call.args(["sessions", "get", "--sandbox", "--length", "100", "--format", "csv"]);
                *cpu += cpu_of(&mut call)?;
            }
        }
        let each = cpu.map(|cpu| cpu as f64 / 1e3 / 20.0);
        Ok([Figure::beside("the command, cold start", each, "CPU ms").at_most(1.1)])
    })
}

/// The core with all families, beside progenitor's client, each without its dependencies.
fn core(report: &mut Report, root: &Path) -> Result<(), Failure> {
    let client = progenitors_client(root)?;
    for (what, options) in [
        ("the core alone, all families, debug build", &["--all-features"][..]),
        ("the core alone, all families, release build", &["--all-features", "--release"]),
    ] {
        let ours = alone(root, "braze-core", options)?;
        let theirs = alone(&client, "on-progenitor", &options[1..])?;
        report.add(Figure::beside(what, [ours, theirs], "CPU s").at_most(0.5));
    }
    Ok(())
}

/// A package with the client that progenitor writes from the spec.
fn progenitors_client(root: &Path) -> Result<PathBuf, Failure> {
    let folder = root.join("target/bench/on-progenitor");
    fs::create_dir_all(folder.join("src"))?;
    let spec = folder.join("openapi-3.0.json");
    let (document, left_out) = xtask::codegen::bundled_as_30(root, true)?;
    fs::write(&spec, document)?;
    for operation in left_out {
        eprintln!("left out: {operation}");
    }
    let generator = root.join("tests/bench/progenitor");
    let mut generate = cargo(&generator, &root.join("target/progenitor"));
    generate.args(["run", "--locked", "--"]).args([&spec, &folder.join("src/lib.rs")]);
    // It lists on stderr what it leaves out.
    if !generate.status()?.success() {
        return Err("progenitor wrote no client".into());
    }
    fs::write(folder.join("Cargo.toml"), MANIFEST)?;
    Ok(folder)
}

/// The manifest of the package with progenitor's client.
const MANIFEST: &str = r#"[package]
name = "on-progenitor"
version = "0.0.0"
edition = "2021"

[dependencies]
bytes = "1"
chrono = { version = "0.4", default-features = false, features = ["serde"] }
futures-core = "0.3"
progenitor-client = "0.15"
regress = "0.10"
reqwest = { version = "0.13", default-features = false, features = ["json", "query", "stream"] }
serde = { version = "1", features = ["derive"] }
serde_json = "1"
serde_urlencoded = "0.7"

[profile.dev]
debug = false

[workspace]
"#;
