//! `cargo xtask docs-check PATH…`: compares files of the vendor with the spec.

use std::io;
use std::path::{Path, PathBuf};

use super::{Outcome, Spec, Verdict, check, json, table, unreadable};
use crate::codegen::SPEC;
use crate::error::CodegenError;
use crate::failure::{Failure, print};
use crate::spec::files::Disk;

/// The extensions of files that are read in a folder. A file named on the command line is always read.
const ENDINGS: [&str; 6] = ["md", "markdown", "txt", "yaml", "yml", "json"];

/// The command and its arguments.
#[derive(Debug)]
pub(crate) struct DocsCheck {
    paths: Vec<PathBuf>,
    json: bool,
    /// `true` if operations that the spec lacks are not a contradiction.
    only_known: bool,
}

impl DocsCheck {
    pub(crate) fn parse(arguments: &[String]) -> Result<Self, Failure> {
        let mut command = Self { paths: Vec::new(), json: false, only_known: false };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--format" => match arguments.next().map(String::as_str) {
                    Some("table") => command.json = false,
                    Some("json") => command.json = true,
                    _ => {
                        return Err(Failure::Usage(
                            "`--format` must be `table` or `json`".to_owned(),
                        ));
                    }
                },
                "--only" => match arguments.next().map(String::as_str) {
                    Some("known") => command.only_known = true,
                    _ => return Err(Failure::Usage("`--only` must be `known`".to_owned())),
                },
                option if option.starts_with("--") => {
                    return Err(Failure::Usage(format!("`docs-check` has no option `{option}`")));
                }
                path => command.paths.push(path.into()),
            }
        }
        if command.paths.is_empty() {
            return Err(Failure::Usage("`docs-check` needs pages or OpenAPI documents".to_owned()));
        }
        Ok(command)
    }

    pub(crate) fn run(self, root: &Path) -> Result<(), Failure> {
        let spec = Spec::load(&Disk::new(root), SPEC)
            .map_err(|report| Failure::shown(CodegenError::Spec(report), root, false))?;
        let mut outcomes = check_paths(&spec, &self.paths);
        if self.only_known {
            outcomes.iter_mut().for_each(Outcome::excuse_unknown);
        }
        if outcomes.is_empty() {
            return Err(Failure::new("the named paths contain no page and no document"));
        }
        print(&if self.json { json(&outcomes) } else { table(&outcomes) });
        let contradicted = outcomes.iter().any(|it| it.count(Verdict::Contradiction) > 0);
        if contradicted { Err(Failure::Reported) } else { Ok(()) }
    }
}

/// Checks files, and those of folders in name order.
#[must_use]
pub fn check_paths(spec: &Spec, paths: &[PathBuf]) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for path in paths {
        let mut files = Vec::new();
        if let Err(error) = collect(path, &mut files) {
            outcomes.push(unreadable(&path.display().to_string(), &error));
        }
        files.sort();
        for file in files {
            let shown = file.display().to_string();
            match std::fs::read(&file) {
                Ok(bytes) => {
                    outcomes.extend(check(spec, &shown, &String::from_utf8_lossy(&bytes)));
                }
                Err(error) => outcomes.push(unreadable(&shown, &error)),
            }
        }
    }
    outcomes
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !path.is_dir() {
        files.push(path.to_path_buf());
        return Ok(());
    }
    for entry in std::fs::read_dir(path)? {
        let path = entry?.path();
        let known =
            path.extension().and_then(|it| it.to_str()).is_some_and(|it| ENDINGS.contains(&it));
        if path.is_dir() || known {
            collect(&path, files)?;
        }
    }
    Ok(())
}
