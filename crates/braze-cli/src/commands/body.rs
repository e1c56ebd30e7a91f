//! The body of a request, from the command line, a file or standard input.

use std::path::Path;

use braze_core::operation::body_from_pairs;
use braze_core::{UploadFile, Violations};

use crate::args::body::BodyArgs;
use crate::endpoint::Endpoint;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

impl Endpoint {
    /// Reads the body of a request. The core checks it.
    pub(super) fn read_body(
        &self,
        body: &BodyArgs,
        command: &str,
        io: &mut Io,
    ) -> Result<Vec<u8>, Failure> {
        match body {
            BodyArgs::None => Ok(Vec::new()),
            BodyArgs::Typed(typed) => read(typed, io),
            BodyArgs::Fields { pairs, files } => {
                let mut pairs = pairs.clone();
                for (name, path) in files {
                    pairs.push((name.clone(), file(path)?));
                }
                body_from_pairs(self.description.body_fields, &pairs).map_err(|violations| {
                    self.invalid(&self.in_body_flags(body, violations), command)
                })
            }
        }
    }

    /// The violations with the options for fields of the body, where options were given.
    pub(super) fn in_body_flags(&self, body: &BodyArgs, violations: Violations) -> Violations {
        if !matches!(body, BodyArgs::Fields { .. }) {
            return violations;
        }
        let mut renamed = Violations::default();
        for violation in &violations {
            let field = violation.field().strip_prefix("body.").unwrap_or(violation.field());
            let fields = self.description.body_fields.iter();
            let problem = fields.fold(violation.problem().to_owned(), |text, field| {
                let flag = self.body_flag(field.name).unwrap_or_default();
                text.replace(&format!("`{}`", field.name), &format!("`{flag}`"))
            });
            renamed.note(self.body_flag(field).unwrap_or_else(|| field.to_owned()), problem);
        }
        renamed
    }
}

/// Reads a file that a form is sent with, and returns it as the JSON that bodies are read from.
fn file(path: &str) -> Result<String, Failure> {
    let content = std::fs::read(path)
        .map_err(|error| Failure::usage(format!("cannot read the file `{path}`: {error}")))?;
    let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy();
    // A file can always be written as JSON.
    Ok(serde_json::to_string(&UploadFile::new(name, content)).unwrap_or_default())
}

/// Reads the body that was typed or named.
pub(super) fn read(typed: &str, io: &mut Io) -> Result<Vec<u8>, Failure> {
    if typed.trim_start().starts_with(['{', '[']) {
        return Ok(typed.as_bytes().to_vec());
    }
    let (from, read) = match typed {
        "-" => {
            let mut body = Vec::new();
            ("standard input".to_owned(), io.stdin().read_to_end(&mut body).map(|_| body))
        }
        file => (format!("`{file}`"), std::fs::read(file)),
    };
    read.map_err(|error| {
        Failure::new(Exit::Usage, format!("cannot read the body from {from}: {error}"))
            .tip("give a file, `-` for standard input, or JSON that begins with `{` or `[`")
    })
}
