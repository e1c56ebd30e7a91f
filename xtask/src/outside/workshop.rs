//! [`Workshop`]: the tools, the bundled spec, the scripts, and the programs under test.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::exercise::{Exercised, operations};
use super::program::{Problem, run};
use super::service::Service;
use super::tools::Tools;
use crate::spec::yaml::{Node, parse_quietly};

/// Everything that checks use.
#[derive(Clone)]
pub(super) struct Workshop {
    pub(super) tools: Tools,
    /// The folder for tools and results.
    pub(super) folder: PathBuf,
    /// The bundled spec.
    pub(super) bundle: PathBuf,
    pub(super) operations: BTreeSet<String>,
    pub(super) programs: Programs,
}

/// The project's own clients and command.
#[derive(Clone)]
pub(super) struct Programs {
    pub(super) command: PathBuf,
    pub(super) clients: [PathBuf; 2],
}

/// The scripts of the checks, by name.
const SCRIPTS: [(&str, &str); 6] = [
    ("described.py", include_str!("scripts/described.py")),
    ("braze_mcp_client.py", include_str!("scripts/braze_mcp_client.py")),
    ("command.py", include_str!("scripts/command.py")),
    ("exports_only.py", include_str!("scripts/exports_only.py")),
    ("foreign_client.py", include_str!("scripts/foreign_client.py")),
    ("schemathesis_hooks.py", include_str!("scripts/schemathesis_hooks.py")),
];

impl Workshop {
    /// Installs the tools, builds the programs, and writes the files that checks read.
    pub(super) fn new(root: &Path, spec: &str) -> Result<Self, Problem> {
        let folder = root.join("target/outside");
        let tools = Tools::install(&folder)?;
        let bundle = folder.join("bundle.yaml");
        fs::write(&bundle, spec)?;
        fs::create_dir_all(folder.join("scripts"))?;
        for (name, text) in SCRIPTS {
            fs::write(folder.join("scripts").join(name), text)?;
        }
        let spec =
            parse_quietly(spec).ok_or_else(|| Problem::new("the bundled spec is not YAML"))?;
        fs::write(folder.join("scenario.yaml"), scenario(&spec))?;
        let operations = operations(&spec);
        Ok(Self { tools, folder, bundle, operations, programs: Programs::build(root)? })
    }

    /// Returns the same with the operations of series and exports only.
    pub(super) fn exports_only(&self) -> Result<Self, Problem> {
        let bundle = self.folder.join("exports.yaml");
        let script = self.folder.join("scripts/exports_only.py");
        run(self.tools.python("python").arg(script).arg(&self.bundle).arg(&bundle))?;
        let spec = parse_quietly(&fs::read_to_string(&bundle)?);
        let spec = spec.ok_or_else(|| Problem::new("the shortened spec is not YAML"))?;
        Ok(Self { bundle, operations: operations(&spec), ..self.clone() })
    }

    /// Starts a sandbox in which nothing has happened yet.
    pub(super) fn sandbox(&self) -> Result<Service, Problem> {
        Service::sandbox(&self.programs.command, &self.folder.join("scenario.yaml"))
    }

    /// Returns the command that runs a script with the spec, and the address and key of a service.
    pub(super) fn script(&self, name: &str, service: &Service) -> Command {
        let mut command = self.with_scripts(self.tools.python("python"));
        let script = self.folder.join("scripts").join(name);
        command.arg(script).arg(&self.bundle).args([&service.url, &service.key]);
        command
    }

    /// Lets a program of Python import the scripts, and record the operations that it exercises.
    pub(super) fn with_scripts(&self, mut command: Command) -> Command {
        command.env("PYTHONPATH", self.folder.join("scripts"));
        command.env("EXERCISED", self.record());
        command
    }

    pub(super) fn forget_exercised(&self) -> Result<(), Problem> {
        match fs::remove_file(self.record()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Returns the operations that were exercised since [`forget_exercised`](Self::forget_exercised).
    pub(super) fn exercised(&self) -> Result<Exercised, Problem> {
        let text = match fs::read_to_string(self.record()) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            read => read?,
        };
        let exercised = text.lines().map(str::to_owned).collect();
        Ok(Exercised::new(self.operations.clone(), exercised))
    }

    /// The file in which programs record the operations that they exercise.
    fn record(&self) -> PathBuf {
        self.folder.join("exercised")
    }
}

impl Programs {
    fn build(root: &Path) -> Result<Self, Problem> {
        // With the tests, so that after them there is little to do.
        let mut cargo = Command::new("cargo");
        cargo.current_dir(root).args(["build", "--quiet", "--locked", "--workspace"]);
        run(cargo.args(["--bins", "--examples", "--tests"]))?;
        let target = root.join("target/debug");
        let clients = ["one_call", "one_call_async"];
        let clients = clients.map(|example| target.join("examples").join(example));
        Ok(Self { command: target.join("braze"), clients })
    }
}

/// Returns the scenario of the sandbox: no rate limit counts, and a job ends at once, so that it does not refuse
/// the next one.
fn scenario(spec: &Node) -> String {
    let pools = spec.get("x-braze-pools").map(Node::entries).unwrap_or_default();
    let pools = pools.iter().map(|(name, _)| {
        format!("  {}: {{ limit: 1000000000, window_seconds: 3600 }}\n", name.text)
    });
    let pools: String = pools.collect();
    format!("name: outside\nworkspace:\n  world: {{ export_ms: 0 }}\npools:\n{pools}")
}
