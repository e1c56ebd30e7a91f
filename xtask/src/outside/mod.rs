//! `cargo xtask outside`: tests the spec, the sandbox and the clients with independent programs.
//!
//! Two linters check the bundled spec. Schemathesis attacks the sandbox with requests generated from it. Prism
//! first serves its examples, and then runs as a proxy between the clients and the sandbox and rejects
//! anything that the spec does not allow. A client from openapi-generator reads the sandbox, and must see
//! the same values.

mod program;
mod service;
mod tools;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use program::{Problem, run};
use service::Service;
use tools::Tools;

/// The paths of the series whose rows are a time and a number.
const FLAT_SERIES: &str =
    "^/(events|segments|sessions)/data_series$|^/kpi/|^/purchases/(quantity|revenue)_series$";

/// Runs all checks, and prints the result of each.
///
/// # Errors
///
/// The first check that fails, with its output.
pub(crate) fn outside(root: &Path, spec: &str) -> Result<(), Problem> {
    let folder = root.join("target/outside");
    let tools = Tools::install(&folder)?;
    let bundle = folder.join("bundle.yaml");
    fs::write(&bundle, spec)?;
    let programs = Programs::build(root)?;

    let check = |name: &str, outcome: Result<(), Problem>| match outcome {
        Ok(()) => {
            println!("ok  {name}");
            Ok(())
        }
        Err(problem) => Err(Problem::new(format!("{name}\n{problem}"))),
    };
    check(
        "redocly lints the spec",
        run(tools.node("redocly").arg("lint").arg(&bundle).arg("--extends=recommended")),
    )?;
    check(
        "openapi-spec-validator accepts the spec",
        run(tools.python("openapi-spec-validator").arg(&bundle)),
    )?;
    let sandbox = Service::sandbox(&programs.command)?;
    let schemathesis = |which: &[&str]| {
        run(tools
            .python("schemathesis")
            .current_dir(&folder)
            .arg("run")
            .arg(&bundle)
            .args(["--url", &sandbox.url, "-H"])
            .arg(format!("Authorization: Bearer {}", sandbox.key))
            .args(["-n", "50", "--continue-on-failure", "--generation-deterministic"])
            .args(which))
    };
    check(
        "schemathesis finds nothing in the flat series of the sandbox",
        schemathesis(&["--include-path-regex", FLAT_SERIES]),
    )?;
    // The others refuse identifiers that are not in their world, which a schema cannot say.
    check(
        "schemathesis finds no broken reply in the rest of the sandbox",
        schemathesis(&[
            "--exclude-path-regex",
            FLAT_SERIES,
            "--exclude-checks",
            "positive_data_acceptance,negative_data_rejection",
        ]),
    )?;
    {
        let mock = Service::prism(tools.node("prism").arg("mock").arg(&bundle), None)?;
        check(
            "the clients and the command read the examples that prism serves",
            programs.call(&mock),
        )?;
    }
    {
        let mut prism = tools.node("prism");
        prism.args(["proxy", "--errors"]).arg(&bundle);
        let proxy = Service::prism(&mut prism, Some(&sandbox))?;
        check("prism rejects nothing between them and the sandbox", programs.call(&proxy))?;
    }
    check(
        "a generated client in Python sees the same values",
        foreign_client(&tools, &folder, &bundle, &sandbox),
    )
}

/// The project's own clients and command.
struct Programs {
    command: PathBuf,
    clients: [PathBuf; 2],
}

impl Programs {
    fn build(root: &Path) -> Result<Self, Problem> {
        let cargo = || {
            let mut cargo = Command::new("cargo");
            cargo.current_dir(root).args(["build", "--quiet", "--locked"]);
            cargo
        };
        let target = root.join("target/debug");
        run(cargo().args(["--package", "braze-cli"]))?;
        let clients = [("braze-blocking", "one_call"), ("braze-async", "one_call_async")];
        for (package, example) in clients {
            run(cargo().args(["--package", package, "--example", example]))?;
        }
        let clients = clients.map(|(_, example)| target.join("examples").join(example));
        Ok(Self { command: target.join("braze"), clients })
    }

    /// Makes a call with each.
    fn call(&self, service: &Service) -> Result<(), Problem> {
        for client in &self.clients {
            run(Command::new(client).arg(&service.url).env("BRAZE_API_KEY", &service.key))?;
        }
        for unit in ["day", "hour"] {
            let get = ["sessions", "get", "--length", "14", "--unit", unit, "--base-url"];
            run(Command::new(&self.command)
                .args(get)
                .arg(&service.url)
                .env("BRAZE_API_KEY", &service.key))?;
        }
        Ok(())
    }
}

fn foreign_client(
    tools: &Tools,
    folder: &Path,
    bundle: &Path,
    sandbox: &Service,
) -> Result<(), Problem> {
    let client = folder.join("foreign_client");
    let made = ["generate", "--generator-name", "python", "--package-name", "foreign_braze"];
    run(tools
        .python("openapi-generator-cli")
        .args(made)
        .arg("--input-spec")
        .arg(bundle)
        .arg("--output")
        .arg(&client))?;
    run(tools
        .python("pip")
        .args(["install", "--quiet", "--disable-pip-version-check", "--requirement"])
        .arg(client.join("requirements.txt")))?;
    let script = folder.join("foreign_client.py");
    fs::write(&script, include_str!("foreign_client.py"))?;
    run(tools
        .python("python")
        .arg(script)
        .arg(bundle)
        .args([&sandbox.url, &sandbox.key])
        .env("PYTHONPATH", client))
}
