//! [`Braze`]: one run of the built command, and [`Transcript`]: what came of it.

use std::env;
use std::fmt;
use std::fs;
use std::io::Write;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// A run of the command, in an environment of its own.
pub(super) struct Braze {
    pub(super) command: Command,
    line: String,
    stdin: Vec<u8>,
}

/// A run with these arguments, as a shell would split them at spaces.
pub(super) fn braze(arguments: &str) -> Braze {
    let mut command = Command::new(env!("CARGO_BIN_EXE_braze-under-test"));
    clear_environment(&mut command);
    command.args(arguments.split_whitespace());
    // A file of profiles that a developer keeps must not be found.
    let nowhere = concat!(env!("CARGO_TARGET_TMPDIR"), "/nowhere");
    fs::create_dir_all(nowhere).unwrap();
    command.current_dir(nowhere);
    Braze { command, line: format!("braze {arguments}"), stdin: Vec::new() }
}

/// When a run begins that goes by a pinned clock: a Wednesday, and in UTC+14 the next day already.
pub(super) const NOW: &str = "2026-11-25T10:30:00Z";

/// Leaves nothing of the environment but the locale, and what shifts the clocks of a whole run of the
/// tests.
pub(crate) fn clear_environment(command: &mut Command) {
    let shifts = |name: &str| name == "LD_PRELOAD" || name.starts_with("FAKETIME");
    let kept = env::vars_os().filter(|(name, _)| name.to_str().is_some_and(shifts));
    command.env_clear().envs(kept).env("LC_ALL", "C.UTF-8");
}

impl Braze {
    /// Pins the clock of the command, and of the sandbox inside it.
    pub(super) fn pinned(self) -> Self {
        self.at(NOW)
    }

    /// Pins the clock. That is no part of the line in a transcript.
    pub(super) fn at(mut self, now: &str) -> Self {
        self.command.arg(format!("--now={now}"));
        self
    }

    pub(super) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// A single argument, spaces included.
    pub(super) fn arg(mut self, argument: &str) -> Self {
        self.command.arg(argument);
        self.line.push_str(&format!(" '{argument}'"));
        self
    }

    /// Arguments, as a shell would split them at spaces.
    pub(super) fn args(mut self, arguments: &str) -> Self {
        self.command.args(arguments.split_whitespace());
        self.line.push_str(&format!(" {arguments}"));
        self
    }

    pub(super) fn stdin(mut self, text: &str) -> Self {
        self.stdin = text.as_bytes().to_vec();
        self
    }

    /// Starts it, with nothing to read.
    pub(super) fn start(mut self) -> Child {
        self.command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        self.command.spawn().unwrap()
    }

    pub(super) fn run(mut self) -> Transcript {
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().unwrap();
        // A command that fails early does not read its input.
        let _ = child.stdin.take().unwrap().write_all(&self.stdin);
        Transcript { line: self.line, output: child.wait_with_output().unwrap() }
    }
}

/// A safety net for busy machines. It is below every time limit of a request: none of them can be what
/// ended the process.
const SOON: Duration = Duration::from_secs(20);

/// Tells a process to stop, and waits for it. That it was in the middle, and began nothing more, is for the
/// test to show.
pub(super) fn stop(child: Child, signal: &str) -> Output {
    let begin = Instant::now();
    let pid = child.id().to_string();
    assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert!(begin.elapsed() < SOON, "{:?}", begin.elapsed());
    output
}

/// The output and the end of a run.
pub(super) struct Transcript {
    line: String,
    output: Output,
}

impl Transcript {
    /// The exit code; a run that a signal ended has none.
    pub(super) fn code(&self) -> Option<i32> {
        self.output.status.code()
    }

    pub(super) fn stdout(&self) -> &str {
        std::str::from_utf8(&self.output.stdout).unwrap()
    }

    pub(super) fn stderr(&self) -> &str {
        std::str::from_utf8(&self.output.stderr).unwrap()
    }
}

impl fmt::Display for Transcript {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "$ {}", self.line)?;
        writeln!(f, "exit: {}", self.code().map_or("by a signal".to_owned(), |c| c.to_string()))?;
        writeln!(f, "----- stdout -----\n{}", self.stdout())?;
        write!(f, "----- stderr -----\n{}", self.stderr())
    }
}

/// Compares a transcript with its snapshot. Ports, waits and folders are masked: they differ
/// from run to run.
macro_rules! assert_transcript {
    ($name:literal, $transcript:expr) => {
        insta::with_settings!({
            omit_expression => true,
            prepend_module_to_snapshot => false,
            filters => vec![
                (r"127\.0\.0\.1:\d+", "127.0.0.1:[port]"),
                (r"retrying in \d+\.\d s", "retrying in [time]"),
                (r"[^\s`]*/\.tmp\w{6}", "[folder]"),
            ],
        }, {
            insta::assert_snapshot!($name, $transcript.to_string());
        });
    };
}
pub(super) use assert_transcript;

/// A run that must end as a mistake of the user, with nothing on standard output.
macro_rules! assert_usage {
    ($name:literal, $transcript:expr) => {
        let run = $transcript;
        assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{run}");
        assert_transcript!($name, run);
    };
}
pub(super) use assert_usage;
