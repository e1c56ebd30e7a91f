//! [`Program`]: the command `braze`, which carries the calls.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use super::operation::Readable;
use crate::spec::lower::percent_encoded;

/// The exit code of `braze` if nothing was sent.
const NOTHING_SENT: i32 = 2;

/// The command `braze`, which carries the calls and has the key from its environment.
#[derive(Debug, Clone)]
pub struct Program {
    /// The path of the command.
    pub path: PathBuf,
    /// The options that choose the server.
    pub server: Vec<String>,
    /// Variables of the environment beside those of this process.
    pub environment: Vec<(String, String)>,
}

/// A reply, or a failure without a body.
#[derive(Debug)]
pub(super) struct Reply {
    /// The HTTP status, if there was one.
    pub(super) status: Option<String>,
    pub(super) body: Option<Value>,
}

impl Program {
    /// Calls an operation. What the program says about a failure may hold identifiers, so only its status is kept.
    ///
    /// # Errors
    ///
    /// The program cannot be run, or sent nothing.
    pub(super) fn call(
        &self,
        operation: &Readable,
        values: &[(String, String)],
    ) -> Result<Reply, String> {
        let mut path = operation.path.clone();
        let mut command = Command::new(&self.path);
        command.args(["api", "--unchecked", "--verbose"]).args(&self.server);
        for (name, value) in values {
            let placeholder = format!("{{{name}}}");
            if path.contains(&placeholder) {
                path = path.replace(&placeholder, &percent_encoded(value));
            } else {
                command.arg("--query").arg(format!("{name}={value}"));
            }
        }
        command.args(["GET", &path]).envs(self.environment.iter().cloned());
        let output = command
            .output()
            .map_err(|error| format!("`{}` cannot be run: {error}", self.path.display()))?;
        if output.status.code() == Some(NOTHING_SENT) {
            let advice = "set BRAZE_API_KEY, and choose a server with `--instance` or `--base-url`";
            return Err(format!("{}: `braze api` sent nothing: {advice}", operation.id));
        }
        let body = output.status.success().then(|| serde_json::from_slice(&output.stdout).ok());
        Ok(Reply { status: status(&output.stderr), body: body.flatten() })
    }
}

/// The status of the last request in the notes of `--verbose`: `GET /path: 200 after 12 ms`.
fn status(notes: &[u8]) -> Option<String> {
    let notes = String::from_utf8_lossy(notes);
    let after = notes.lines().rev().filter_map(|line| line.split_once(" after "));
    let statuses = after.filter_map(|(before, _)| before.rsplit_once(": "));
    let status = |text: &str| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    statuses
        .map(|(_, text)| text.get(..3).unwrap_or_default())
        .find(|text| status(text))
        .map(str::to_owned)
}
