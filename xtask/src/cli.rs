//! `cargo xtask …`: parses the arguments, runs a command, and returns its exit code.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::codegen;
use crate::docs_check::DocsCheck;
use crate::failure::{Failure, complain, print, show};
use crate::foreign_check;
use crate::here::from_here;
use crate::import::Command as Import;
use crate::inventory::Command as InventoryCommand;
use crate::live::Command as Live;
use crate::new_endpoint::NewEndpoint;
use crate::output::{Claim, Output};
use crate::outside;
use crate::spec::load::UNDESCRIBED;

const USAGE: &str = "\
Maintenance commands of the workspace.

usage: cargo xtask codegen [--check] [--message-format text|json]
       cargo xtask codegen --spec FILE --out DIR [--strict] [--message-format text|json]
       cargo xtask new-endpoint /PATH [--method METHOD] [--tag TAG] [--series FIELD]
       cargo xtask bundle [--openapi 3.0 [--plain]] [FILE]
       cargo xtask docs-check PATH… [--only known] [--format table|json]
       cargo xtask import FILE
       cargo xtask inventory [--todo]
       cargo xtask live [--instance NAME | --base-url URL] [--only reads]
       cargo xtask circles [FOLDER…]
       cargo xtask foreign
       cargo xtask outside [--only NAME]
       cargo xtask bench [--check] [--quick]

  codegen   Generate code, pages and tables from spec/, and remove outdated files
            --check   Write nothing; list outdated files and fail if there are any
            --spec    Generate from another spec into --out, for a crate on top of braze-core. From
                      a foreign OpenAPI document, write what is supported and list the rest
            --strict  Fail if any part of such a document is not supported

  new-endpoint  Create a draft of an operation in spec/paths/, and list its path in
            spec/openapi.yaml
            --method  GET, POST, PUT, PATCH or DELETE (default: GET)
            --series  Make it a flat series, with its numbers in this field of a row

  bundle    Write the spec as one self-contained OpenAPI document, to FILE or to stdout
            --openapi 3.0  Write OpenAPI 3.0 in JSON, for tools that read nothing newer
            --plain        Reduce each operation to one success, one failure and JSON, and list on
                           stderr those that cannot be reduced and are left out

  docs-check  Compare the vendor's pages and OpenAPI documents, or folders of them, with spec/,
            and fail if any of them differs from the spec
            --only known  Report operations that the spec lacks without failing

  import    Draft the operations of one of the vendor's OpenAPI documents in spec/, one file
            per path, without changing operations that are in the spec already

  inventory  Compare spec/inventory.yaml, the list of all known operations, with the spec; fail if
            an operation is neither described nor planned nor left out, or is described but not listed
            --todo    List the planned operations

  live      Call the read operations of a real workspace with the key in BRAZE_API_KEY, and compare
            the replies with the spec. Prints paths and types of fields, and no value
            --instance  The instance of the workspace; --base-url for another server

  circles   List the files that import one another in each crate FOLDER; default: every crate
            of the workspace

  foreign   Generate and compile code from OpenAPI documents that others publish, fetched with
            npm to target/foreign

  outside   Test the spec, the sandbox and the clients with programs from PyPI and npm, installed
            under target/outside; needs python3, npm and java
            --only    Run one check: redocly, validator, schemathesis, prism-mock, prism-proxy,
                      generated-client or braze-mcp-server

  bench     Measure the overhead of the clients over hand-written programs: a Markdown table on
            stdout, each figure on stderr as it is measured; needs valgrind
            --check    Fail if a figure is over its budget
            --quick    Skip what is measured in seconds, and what takes builds of its own: the
                       release build of the command, the generator, and clean builds of programs
                       that depend on the clients
";

/// Runs one command.
#[must_use]
pub fn run(arguments: &[String]) -> ExitCode {
    let outcome = match arguments.split_first() {
        Some((command, rest)) if command == "codegen" => {
            Codegen::parse(rest).and_then(Codegen::run)
        }
        Some((command, rest)) if command == "new-endpoint" => new_endpoint(rest),
        Some((command, rest)) if command == "bundle" => bundle(rest),
        Some((command, rest)) if command == "docs-check" => {
            DocsCheck::parse(rest).and_then(|command| command.run(&root()))
        }
        Some((command, rest)) if command == "import" => {
            Import::parse(rest).and_then(|command| command.run(&root()))
        }
        Some((command, rest)) if command == "inventory" => {
            InventoryCommand::parse(rest).and_then(|command| command.run(&root()))
        }
        Some((command, rest)) if command == "live" => {
            Live::parse(rest).and_then(|command| command.run(&root()))
        }
        Some((command, rest)) if command == "circles" => circles(rest),
        Some((command, [])) if command == "foreign" => foreign_check::run(&root()),
        Some((command, rest)) if command == "outside" => outside(rest),
        Some((command, rest)) if command == "bench" => bench(rest),
        Some((help, _)) if matches!(help.as_str(), "help" | "--help" | "-h") => {
            print(USAGE);
            Ok(())
        }
        Some((command, _)) => Err(Failure::Usage(format!("`{command}` is not a command"))),
        None => Err(Failure::Usage("a command is required".to_owned())),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Usage(problem)) => {
            complain(&format!("error: {problem}\n\n{USAGE}"));
            ExitCode::from(2)
        }
        Err(Failure::Reported) => ExitCode::FAILURE,
        Err(Failure::Problem(problem)) => {
            complain(&format!("error: {problem}\n"));
            ExitCode::FAILURE
        }
    }
}

/// Returns the root of the workspace: the parent of this package, or the working directory.
fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let package = package.as_deref().and_then(Path::parent).map(Path::to_path_buf);
    // Programs that are started from here run in other folders, too.
    package.or_else(|| std::env::current_dir().ok()).unwrap_or_else(|| PathBuf::from("."))
}

/// Prints the circles of the crates in these folders. Default: of every crate of the workspace.
fn circles(folders: &[String]) -> Result<(), Failure> {
    let root = root();
    let folders: Vec<PathBuf> = if folders.is_empty() {
        crate::circles::crates(&root).map_err(Failure::new)?
    } else {
        folders.iter().map(PathBuf::from).collect()
    };
    let mut any = false;
    for folder in folders {
        for circle in crate::circles::circles_of_crate(&folder, &root).map_err(Failure::new)? {
            print(&format!("{circle}\n"));
            any = true;
        }
    }
    if any { Err(Failure::new("files import one another")) } else { Ok(()) }
}

/// Runs the benchmarks, which are a separate program since they depend on all crates.
fn bench(arguments: &[String]) -> Result<(), Failure> {
    if let Some(other) = arguments.iter().find(|it| !["--check", "--quick"].contains(&it.as_str()))
    {
        return Err(Failure::Usage(format!(
            "`bench` has no argument `{other}`: use `--check` or `--quick`"
        )));
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut run = Command::new(cargo);
    run.current_dir(root()).args(["run", "--release", "--quiet", "--locked"]);
    run.args(["--package", "braze-bench"]);
    if !arguments.iter().any(|argument| argument == "--quick") {
        run.args(["--features", "generator"]);
    }
    let status = run.arg("--").args(arguments).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Failure::Reported),
        Err(error) => Err(Failure::new(format!("cannot run cargo: {error}"))),
    }
}

/// Creates a draft of an operation.
fn new_endpoint(arguments: &[String]) -> Result<(), Failure> {
    let mut new =
        NewEndpoint { path: String::new(), method: "GET".to_owned(), tag: None, series: None };
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let mut value = || {
            let value = arguments.next().cloned();
            value.ok_or_else(|| Failure::Usage(format!("`{argument}` needs a value")))
        };
        match argument.as_str() {
            "--method" => new.method = value()?.to_ascii_uppercase(),
            "--tag" => new.tag = Some(value()?),
            "--series" => new.series = Some(value()?),
            path if new.path.is_empty() && path.starts_with('/') => path.clone_into(&mut new.path),
            other => {
                return Err(Failure::Usage(format!("`new-endpoint` has no argument `{other}`")));
            }
        }
    }
    if new.path.is_empty() {
        return Err(Failure::Usage(
            "`new-endpoint` needs a path, such as `/campaigns/list`".to_owned(),
        ));
    }
    let [file, document] = new.write(&root()).map_err(Failure::new)?;
    print(&format!(
        "drafted {}, listed in {}\nnext: replace each `{UNDESCRIBED}`, then run `cargo xtask codegen`\n",
        file.display(),
        document.display(),
    ));
    Ok(())
}

/// Tests the workspace with independent programs.
fn outside(arguments: &[String]) -> Result<(), Failure> {
    let is_check = |name: &&str| outside::CHECKS.iter().any(|check| check.name == *name);
    let only = match arguments {
        [] => None,
        [option, name] if option == "--only" => match Some(name.as_str()).filter(is_check) {
            None => return Err(Failure::Usage(format!("`{name}` is not a check"))),
            only => only,
        },
        _ => return Err(Failure::Usage("`outside` takes only `--only NAME`".to_owned())),
    };
    let spec = codegen::bundled(&root()).map_err(|error| Failure::shown(error, &root(), false))?;
    outside::outside(&root(), &spec, only).map_err(|problem| Failure::new(problem.to_string()))
}

/// Writes the spec as one document.
fn bundle(arguments: &[String]) -> Result<(), Failure> {
    let shown = |error| Failure::shown(error, &root(), false);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (text, file) = match arguments.as_slice() {
        ["--openapi", "3.0", rest @ ..] => {
            let (plain, file) = match rest {
                ["--plain", file @ ..] => (true, file),
                file => (false, file),
            };
            let (text, left_out) = codegen::bundled_as_30(&root(), plain).map_err(shown)?;
            for operation in left_out {
                eprintln!("left out: {operation}");
            }
            (text, file)
        }
        ["--openapi", ..] => {
            let message = "`--openapi` takes the version `3.0`; without it the document is of 3.1";
            return Err(Failure::Usage(message.to_owned()));
        }
        ["--plain", ..] => {
            return Err(Failure::Usage("write `--openapi 3.0` before `--plain`".to_owned()));
        }
        file => (codegen::bundled(&root()).map_err(shown)?, file),
    };
    match file {
        [] => print(&text),
        [file] => {
            let mut output = Output::default();
            output.add((*file).into(), Claim::Generated, text);
            output.write().map_err(Failure::new)?;
        }
        _ => return Err(Failure::Usage("`bundle` takes at most one file".to_owned())),
    }
    Ok(())
}

#[derive(Debug, Default)]
struct Codegen {
    check: bool,
    strict: bool,
    spec: Option<PathBuf>,
    out: Option<PathBuf>,
    json: bool,
}

impl Codegen {
    fn parse(arguments: &[String]) -> Result<Self, Failure> {
        let mut codegen = Self::default();
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let mut value = || {
                arguments
                    .next()
                    .ok_or_else(|| Failure::Usage(format!("`{argument}` needs a value")))
            };
            match argument.as_str() {
                "--check" => codegen.check = true,
                "--strict" => codegen.strict = true,
                "--spec" => codegen.spec = Some(value()?.into()),
                "--out" => codegen.out = Some(value()?.into()),
                "--message-format" => {
                    codegen.json = match value()?.as_str() {
                        "json" => true,
                        "text" => false,
                        other => {
                            return Err(Failure::Usage(format!(
                                "`{other}` is not a message format: use `text` or `json`"
                            )));
                        }
                    };
                }
                other => {
                    return Err(Failure::Usage(format!("`codegen` has no argument `{other}`")));
                }
            }
        }
        if codegen.spec.is_some() != codegen.out.is_some() {
            return Err(Failure::Usage("`--spec` and `--out` require each other".to_owned()));
        }
        Ok(codegen)
    }

    fn run(self) -> Result<(), Failure> {
        let root = root();
        let generated = match (&self.spec, &self.out) {
            (Some(spec), Some(out)) => codegen::elsewhere(spec, out, self.strict),
            _ => codegen::workspace(&root),
        };
        let folder = self.spec.as_deref().map_or(Some(&*root), Path::parent).unwrap_or(&root);
        let mut generated = generated.map_err(|error| Failure::shown(error, folder, self.json))?;
        let warnings = std::mem::take(&mut generated.warnings);
        if !warnings.is_empty() {
            show(warnings, folder, self.json);
        }
        if self.check {
            let drifts = generated.compare(&root).map_err(Failure::new)?;
            if drifts.is_empty() {
                return Ok(());
            }
            for drift in drifts {
                complain(&format!("{}\n", drift.map(from_here)));
            }
            return Err(Failure::new("generated files are out of date: run `cargo xtask codegen`"));
        }
        for drift in generated.write(&root).map_err(Failure::new)? {
            let did = match &drift {
                codegen::Drift::Unexpected(_) => "removed",
                _ => "wrote",
            };
            print(&format!("{did} {}\n", from_here(drift.path()).display()));
        }
        Ok(())
    }
}
