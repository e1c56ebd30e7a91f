//! [`Check`]: what one independent program must find.

use std::fs;
use std::process::Command;

use super::exercise::Exercised;
use super::program::{Problem, run};
use super::service::Service;
use super::workshop::Workshop;

/// A check by an independent program.
pub(crate) struct Check {
    /// The name for `--only`.
    pub(crate) name: &'static str,
    /// The finding if all is well.
    pub(super) claim: &'static str,
    exercises: Exercises,
    covers: Covers,
    check: fn(&Workshop) -> Result<(), Problem>,
}

/// The operations that a check must exercise.
enum Exercises {
    /// None: the program reads the spec and sends nothing.
    Nothing,
    Everything,
    /// Those that the program has code for, as it says itself.
    Some,
}

/// The operations that a check looks at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Covers {
    All,
    /// Series and exports. Bodies that write have rules that no schema says: limits of bytes, fields that exclude
    /// each other, and `null`, which removes a value.
    Exports,
}

/// All checks, in the order in which they run.
pub(crate) const CHECKS: [Check; 7] = [
    Check {
        name: "redocly",
        claim: "redocly lints the spec",
        exercises: Exercises::Nothing,
        covers: Covers::All,
        check: |it| {
            run(it.tools.node("redocly").arg("lint").arg(&it.bundle).arg("--extends=recommended"))
        },
    },
    Check {
        name: "validator",
        claim: "openapi-spec-validator accepts the spec",
        exercises: Exercises::Nothing,
        covers: Covers::All,
        check: |it| run(it.tools.python("openapi-spec-validator").arg(&it.bundle)),
    },
    Check {
        name: "schemathesis",
        claim: "schemathesis finds nothing in the series and exports of the sandbox",
        exercises: Exercises::Everything,
        covers: Covers::Exports,
        check: schemathesis,
    },
    Check {
        name: "prism-mock",
        claim: "the clients and the command read the examples that prism serves",
        exercises: Exercises::Everything,
        covers: Covers::All,
        check: |it| {
            let mock = Service::prism(it.tools.node("prism").arg("mock").arg(&it.bundle), None)?;
            own_clients(it, &mock)
        },
    },
    Check {
        name: "prism-proxy",
        claim: "prism rejects nothing between them and the sandbox",
        exercises: Exercises::Everything,
        covers: Covers::Exports,
        check: |it| {
            let sandbox = it.sandbox()?;
            let mut prism = it.tools.node("prism");
            prism.args(["proxy", "--errors"]).arg(&it.bundle);
            own_clients(it, &Service::prism(&mut prism, Some(&sandbox))?)
        },
    },
    Check {
        name: "generated-client",
        claim: "a client that openapi-generator writes in Python sees the same values",
        exercises: Exercises::Everything,
        covers: Covers::Exports,
        check: generated_client,
    },
    // It has functions for a part of the API only, of which the script runs all that belong to the spec.
    Check {
        name: "braze-mcp-server",
        claim: "Braze's own braze-mcp-server reads its models from the sandbox",
        exercises: Exercises::Some,
        covers: Covers::All,
        check: |it| run(&mut it.script("braze_mcp_client.py", &it.sandbox()?)),
    },
];

impl Check {
    /// Runs the check, and returns the operations that it exercised.
    ///
    /// # Errors
    ///
    /// The output of a program that fails; operations that were not exercised.
    pub(super) fn run(&self, workshop: &Workshop) -> Result<Option<Exercised>, Problem> {
        let exports;
        let workshop = match self.covers {
            Covers::All => workshop,
            Covers::Exports => {
                exports = workshop.exports_only()?;
                &exports
            }
        };
        workshop.forget_exercised()?;
        (self.check)(workshop)?;
        let exercised = workshop.exercised()?;
        match self.exercises {
            Exercises::Nothing => Ok(None),
            Exercises::Some if exercised.is_empty() => Err(Problem::new("it exercised nothing")),
            Exercises::Some => Ok(Some(exercised)),
            Exercises::Everything => exercised.all().map(Some),
        }
    }
}

/// The number of generated requests for all operations together, which bounds the time.
const MAX_REQUESTS: usize = 900;

fn schemathesis(it: &Workshop) -> Result<(), Problem> {
    let sandbox = it.sandbox()?;
    let requests = (MAX_REQUESTS / it.operations.len().max(1)).clamp(5, 50);
    run(it
        .with_scripts(it.tools.python("schemathesis"))
        .env("SCHEMATHESIS_HOOKS", "schemathesis_hooks")
        .env("BUNDLE", &it.bundle)
        .current_dir(&it.folder)
        .arg("run")
        .arg(&it.bundle)
        .args(["--url", &sandbox.url, "-H"])
        .arg(format!("Authorization: Bearer {}", sandbox.key))
        .args(["-n", &requests.to_string()])
        .args(["--continue-on-failure", "--generation-deterministic"])
        // Bodies with many conditions are drawn slowly.
        .args(["--suppress-health-check", "filter_too_much"]))
}

/// Calls the service with both clients and with the command.
fn own_clients(it: &Workshop, service: &Service) -> Result<(), Problem> {
    for client in &it.programs.clients {
        run(Command::new(client).arg(&service.url).env("BRAZE_API_KEY", &service.key))?;
    }
    for unit in ["day", "hour"] {
        let get = ["sessions", "get", "--length", "14", "--unit", unit, "--base-url"];
        run(Command::new(&it.programs.command)
            .args(get)
            .arg(&service.url)
            .env("BRAZE_API_KEY", &service.key))?;
    }
    run(it.script("command.py", service).arg(&it.programs.command))
}

fn generated_client(it: &Workshop) -> Result<(), Problem> {
    let client = it.folder.join("foreign_client");
    // A file of an earlier spec would stay there.
    if client.exists() {
        fs::remove_dir_all(&client)?;
    }
    let made = ["generate", "--generator-name", "python", "--package-name", "foreign_braze"];
    run(it
        .tools
        .python("openapi-generator-cli")
        .args(made)
        .arg("--input-spec")
        .arg(&it.bundle)
        .arg("--output")
        .arg(&client))?;
    run(it
        .tools
        .python("pip")
        .args(["install", "--quiet", "--disable-pip-version-check", "--requirement"])
        .arg(client.join("requirements.txt")))?;
    run(it.script("foreign_client.py", &it.sandbox()?).arg(client))
}
