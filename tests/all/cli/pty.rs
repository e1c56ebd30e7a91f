//! A run on a terminal.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::process::{Output, Stdio};
use std::thread;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

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

fn run_on_terminal(mut run: Braze, stdout_too: bool, typed: &str) -> (Output, String) {
    let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&ours).unwrap();
    unlockpt(&ours).unwrap();
    let size = Winsize { ws_row: 24, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0 };
    tcsetwinsize(&ours, size).unwrap();
    let name = ptsname(&ours, Vec::new()).unwrap().into_string().unwrap();
    let theirs = OpenOptions::new().read(true).write(true).open(name).unwrap();
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
