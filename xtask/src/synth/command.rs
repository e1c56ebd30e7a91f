//! `cargo xtask synth N`: a number in, a spec on disk out.

use std::path::{Path, PathBuf};

use super::{Synth, write};
use crate::failure::{Failure, print};

/// The command and its arguments.
#[derive(Debug)]
pub(crate) struct Command {
    synth: Synth,
    twin: bool,
    folder: Option<PathBuf>,
}

impl Command {
    pub(crate) fn parse(arguments: &[String]) -> Result<Self, Failure> {
        let (mut endpoints, mut twin, mut folder) = (None, false, None);
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let mut value = || {
                let value = arguments.next();
                value.ok_or_else(|| Failure::Usage(format!("`{argument}` needs a value")))
            };
            match argument.as_str() {
                "--openapi" => {
                    twin = match value()?.as_str() {
                        "3.0" => true,
                        "3.1" => false,
                        other => {
                            let message = format!("OpenAPI `{other}` is not written: 3.0 or 3.1");
                            return Err(Failure::Usage(message));
                        }
                    }
                }
                "-o" => folder = Some(PathBuf::from(value()?)),
                number if endpoints.is_none() && !number.starts_with('-') => {
                    let number = number.parse();
                    endpoints = Some(number.map_err(|_| {
                        Failure::Usage(format!("`{argument}` is no number of endpoints"))
                    })?);
                }
                other => return Err(Failure::Usage(format!("`synth` does not know `{other}`"))),
            }
        }
        let Some(endpoints) = endpoints else {
            return Err(Failure::Usage("`synth` needs a number of endpoints".to_owned()));
        };
        let synth = Synth::new(endpoints).map_err(|error| Failure::Usage(error.to_string()))?;
        Ok(Self { synth, twin, folder })
    }

    pub(crate) fn run(self, root: &Path) -> Result<(), Failure> {
        let version = if self.twin { "3.0" } else { "3.1" };
        let folder = self.folder.unwrap_or_else(|| {
            root.join(format!("target/synth/{}-{version}", self.synth.endpoints))
        });
        let tree = if self.twin { self.synth.twin() } else { self.synth.spec() };
        write(&tree, &folder).map_err(Failure::new)?;
        print(&format!("wrote {} files to {}\n", tree.files.len(), folder.display()));
        if !self.twin {
            let spec = folder.join(super::ROOT);
            print(&format!("next: cargo xtask codegen --spec {} --out DIR\n", spec.display()));
        }
        Ok(())
    }
}
