//! The independent programs: their packages and versions.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::program::{Problem, run};

const PYTHON: [&str; 4] = [
    "schemathesis==4.32.0",
    "openapi-spec-validator==0.9.0",
    "openapi-generator-cli==7.26.0",
    "mcp==1.30.0",
];
/// Packages that are installed without what they ask for: this one asks for a web server that it does not use,
/// and for Python 3.12, of which it uses one piece of syntax.
const ALONE: [&str; 1] = ["braze-mcp-server==1.2.0"];
const NODE: [&str; 2] = ["@redocly/cli@2.77.0", "@stoplight/prism-cli@5.14.2"];

/// The programs, installed in their own folder.
#[derive(Clone)]
pub(super) struct Tools {
    root: PathBuf,
}

impl Tools {
    /// Installs the programs, unless they are installed already.
    pub(super) fn install(root: &Path) -> Result<Self, Problem> {
        let tools = Self { root: root.to_owned() };
        let wanted =
            PYTHON.iter().chain(&ALONE).chain(&NODE).copied().collect::<Vec<_>>().join("\n");
        let done = root.join("installed");
        if fs::read_to_string(&done).is_ok_and(|installed| installed == wanted) {
            return Ok(tools);
        }
        println!("installing the tools under {}", root.display());
        fs::create_dir_all(root)?;
        run(Command::new("python3").args(["-m", "venv"]).arg(root.join("python")))?;
        run(tools
            .python("pip")
            .args(["install", "--quiet", "--disable-pip-version-check"])
            .args(PYTHON))?;
        run(tools
            .python("pip")
            .args(["install", "--quiet", "--disable-pip-version-check"])
            .args(["--no-deps", "--ignore-requires-python"])
            .args(ALONE))?;
        run(Command::new("npm")
            .args(["install", "--no-fund", "--no-audit", "--loglevel=error", "--prefix"])
            .arg(root)
            .args(NODE))?;
        fs::write(done, wanted)?;
        Ok(tools)
    }

    /// Returns a program of the Python environment.
    pub(super) fn python(&self, program: &str) -> Command {
        Command::new(self.root.join("python/bin").join(program))
    }

    /// Returns a program of the Node packages.
    pub(super) fn node(&self, program: &str) -> Command {
        let mut command = Command::new(self.root.join("node_modules/.bin").join(program));
        command.env("REDOCLY_TELEMETRY", "off").env("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        command
    }
}
