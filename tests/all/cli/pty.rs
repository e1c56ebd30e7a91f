//! A run on a terminal.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::process::{Child, Output, Stdio};
use std::thread;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{LocalModes, Winsize, tcgetattr, tcsetwinsize};

use super::process::Braze;

/// A run whose standard error, at least, is a terminal of 100 columns: what it wrote there, and to
/// standard output where that is none.
pub(super) fn on_terminal(run: Braze, stdout_too: bool) -> (String, String) {
    let (output, screen) = run_on_terminal(run, stdout_too, "");
    assert_eq!(output.status.code(), Some(0));
    (screen, String::from_utf8(output.stdout).unwrap())
}

/// A run at a terminal where a person types this: its exit code, and the terminal.
pub(super) fn answering_on_terminal(run: Braze, typed: &str) -> (Option<i32>, String) {
    let (output, screen) = run_on_terminal(run, true, typed);
    (output.status.code(), screen)
}

/// A run at a terminal that asks a person.
pub(super) struct Conversation {
    child: Child,
    ours: OwnedFd,
    screen: String,
}

impl Conversation {
    pub(super) fn start(mut run: Braze) -> Self {
        let (ours, theirs) = open();
        run.command.stdin(theirs.try_clone().unwrap()).stderr(theirs.try_clone().unwrap());
        let child = run.command.stdout(theirs).spawn().unwrap();
        Self { child, ours, screen: String::new() }
    }

    /// Waits for a question.
    pub(super) fn wait_for(&mut self, question: &str) {
        let mut bytes = [0; 1_024];
        while !self.screen.ends_with(question) {
            let length = (&File::from(self.ours.try_clone().unwrap())).read(&mut bytes);
            let length = length.unwrap_or_else(|_| panic!("it ended: {}", self.screen));
            self.screen.push_str(std::str::from_utf8(&bytes[..length]).unwrap());
        }
    }

    /// Types a line.
    pub(super) fn type_line(&self, line: &str) {
        let mut ours = File::from(self.ours.try_clone().unwrap());
        ours.write_all(format!("{line}\n").as_bytes()).unwrap();
    }

    /// Returns `true` if the terminal shows what is typed.
    pub(super) fn echoes(&self) -> bool {
        tcgetattr(&self.ours).unwrap().local_modes.contains(LocalModes::ECHO)
    }

    pub(super) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// The exit code, and everything that the terminal showed.
    pub(super) fn end(mut self) -> (Option<i32>, String) {
        let mut rest = Vec::new();
        // At the end of the other side, Linux reports an error.
        let _ = File::from(self.ours.try_clone().unwrap()).read_to_end(&mut rest);
        self.screen.push_str(std::str::from_utf8(&rest).unwrap());
        (self.child.wait().unwrap().code(), self.screen)
    }
}

/// A terminal of 100 columns: our side, and the one of a command.
fn open() -> (OwnedFd, File) {
    let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&ours).unwrap();
    unlockpt(&ours).unwrap();
    let size = Winsize { ws_row: 24, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0 };
    tcsetwinsize(&ours, size).unwrap();
    let name = ptsname(&ours, Vec::new()).unwrap().into_string().unwrap();
    let theirs = OpenOptions::new().read(true).write(true).open(name).unwrap();
    (ours, theirs)
}

fn run_on_terminal(mut run: Braze, stdout_too: bool, typed: &str) -> (Output, String) {
    let (ours, theirs) = open();
    run.command.stdin(theirs.try_clone().unwrap()).stderr(theirs.try_clone().unwrap());
    let stdout = if stdout_too { theirs.try_clone().unwrap().into() } else { Stdio::piped() };
    // The terminal holds it until the command reads.
    (&File::from(ours.try_clone().unwrap())).write_all(typed.as_bytes()).unwrap();
    let child = run.command.stdout(stdout).spawn().unwrap();
    // Their side must be open nowhere but in the child, for ours to end with it.
    drop((run, theirs));
    let reader = thread::spawn(move || {
        let mut text = Vec::new();
        // At the end of the other side, Linux reports an error.
        let _ = File::from(ours).read_to_end(&mut text);
        String::from_utf8(text).unwrap()
    });
    let output = child.wait_with_output().unwrap();
    (output, reader.join().unwrap())
}
