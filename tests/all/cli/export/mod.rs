//! `braze <series> export`: any range into any format, and what is told about it.

mod early;
mod files;
mod findings;
mod formats;
mod help;
mod interrupt;
mod nested;
mod parts;
mod places;
mod range;
mod screen;
mod secrecy;

pub(super) use help::all_series;

use std::fs;
use std::path::{Path, PathBuf};

use braze_sandbox::{Clock, Sandbox, Scenario};
use tempfile::TempDir;

use super::process::{Braze, Transcript, assert_transcript, braze};
use super::{KEY, NOW, answering, requests, succeeding};

/// January 2024 of the sandbox's sessions.
const JANUARY: &str = "--from 2024-01-01 --to 2024-02-01";

/// An export of sessions from the sandbox inside the command.
fn export(arguments: &str) -> Braze {
    braze(&format!("sessions export --sandbox {arguments}")).pinned()
}

/// A sandbox with a scenario written in YAML, whose clock begins with that of pinned runs.
pub(super) fn sandbox(script: &str) -> Sandbox {
    sandbox_at(NOW, script)
}

/// The same with a clock that begins at another time.
pub(super) fn sandbox_at(now: &str, script: &str) -> Sandbox {
    let clock = Clock::starting_at(now.parse().unwrap());
    let scenario = Scenario::from_yaml(script).unwrap();
    Sandbox::builder().scenario(scenario).clock(clock).start().unwrap()
}

/// An export of sessions from a sandbox outside of the command.
fn export_from(sandbox: &Sandbox, arguments: &str) -> Braze {
    braze(&format!("sessions export --base-url {} {arguments}", sandbox.url()))
        .env("BRAZE_API_KEY", &sandbox.api_key_text())
        .pinned()
}

/// The rows of a run that must succeed.
fn rows(run: Braze) -> Vec<String> {
    let run = run.run();
    assert_eq!(run.code(), Some(0), "{run}");
    lines(&run)
}

/// The lines on standard output, without the header.
fn lines(run: &Transcript) -> Vec<String> {
    run.stdout().lines().skip(1).map(str::to_owned).collect()
}

/// The last line on standard error.
fn coverage(run: &Transcript) -> &str {
    run.stderr().lines().last().unwrap_or_default()
}

/// A folder with one file in it, which nothing but a complete export may replace.
pub(super) struct Folder {
    pub(super) folder: TempDir,
    pub(super) file: PathBuf,
}

const OLD: &str = "what was there before\n";

impl Folder {
    pub(super) fn with_old(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(name);
        fs::write(&file, OLD).unwrap();
        Self { folder, file }
    }

    pub(super) fn file(&self) -> &str {
        self.file.to_str().unwrap()
    }

    /// True if the old file is there, and nothing else.
    pub(super) fn is_untouched(&self) -> bool {
        fs::read_to_string(&self.file).unwrap() == OLD && names(self.folder.path()).len() == 1
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    entries.map(|name| name.into_string().unwrap()).collect()
}
