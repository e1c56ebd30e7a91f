//! Ctrl-C, and its like: an export stops within a second, and says how it goes on.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use braze_sandbox::Sandbox;

use super::{Folder, OLD, export, export_from, lines, names, rows, sandbox};
use crate::cli::process::{Braze, Transcript, stop};

/// A server that answers four requests, and the next two not before the test is over.
const STUCK: &str = "rules:\n  - requests: 5..6\n    latency_ms: 3600000";
/// Four years, two requests at a time: fifteen in all.
const RANGE: &str = "--from 2020-01-01 --to 2024-01-01 --concurrency 2";

/// Waits until so many requests have come.
fn wait_for(sandbox: &Sandbox, requests: u64) {
    while sandbox.request_count() < requests {
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn an_interrupted_export_goes_on_where_it_ended() {
    for signal in ["-INT", "-TERM"] {
        let sandbox = sandbox(STUCK);
        let child = export_from(&sandbox, RANGE).start();
        wait_for(&sandbox, 6);
        let output = stop(child, signal);
        assert_eq!(sandbox.request_count(), 6);
        let mut written = text(&output.stdout);
        let stderr = text(&output.stderr);
        assert_eq!(output.status.code(), Some(130), "{stderr}");
        assert!(stderr.starts_with("error: interrupted\n  written: "), "{stderr}");
        let option = stderr.split('`').nth(1).unwrap();
        let rest = export(&format!("{RANGE} {option}")).run();
        written.push_str(rest.stdout());
        let whole: Transcript = export(RANGE).run();
        assert_eq!(written, whole.stdout(), "{stderr}");
        assert!(lines(&rest).len() > 1);
    }
}

/// The same run, started by a program that sets how signals are handled: whoever runs the tests may ignore
/// some.
fn with_signals(run: &Braze, how: &str) -> Child {
    let mut command = Command::new("env");
    command.arg(how).arg(run.command.get_program()).args(run.command.get_args());
    for (name, value) in run.command.get_envs() {
        command.env(name, value.unwrap_or_default());
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn every_signal_to_stop_keeps_the_rows_of_a_file_and_the_command_it_names_completes_it() {
    for signal in ["INT", "TERM", "HUP"] {
        let sandbox = sandbox(STUCK);
        let folder = Folder::with_old("sessions.csv");
        let run = export_from(&sandbox, &format!("{RANGE} -o {}", folder.file()));
        let child = with_signals(&run, "--default-signal");
        wait_for(&sandbox, 6);
        let output = stop(child, &format!("-{signal}"));
        assert_eq!(sandbox.request_count(), 6);
        let stderr = text(&output.stderr);
        assert_eq!(output.status.code(), Some(130), "{stderr}");
        assert!(stderr.starts_with("error: interrupted\n  written to "), "{stderr}");
        assert!(stderr.contains("sessions.csv was left as it was\n"), "{stderr}");
        assert_eq!(fs::read_to_string(&folder.file).unwrap(), OLD);
        let mut left = names(folder.folder.path());
        left.sort();
        assert_eq!(left, ["sessions.csv", "sessions.csv.part"]);

        let options = stderr.split('`').nth(1).unwrap();
        let rest = export(&format!("{RANGE} {options}")).run();
        assert_eq!(rest.code(), Some(0), "{rest}");
        assert_eq!(fs::read_to_string(&folder.file).unwrap(), export(RANGE).run().stdout());
        assert_eq!(names(folder.folder.path()), ["sessions.csv"]);
    }
}

#[test]
fn a_hang_up_that_is_ignored_from_the_start_stays_ignored() {
    for (how, is_ignored) in [("--ignore-signal=HUP", true), ("--default-signal=HUP", false)] {
        let sandbox = sandbox(STUCK);
        let child = with_signals(&export_from(&sandbox, RANGE), how);
        wait_for(&sandbox, 6);
        // The system's account of the process: a bit for each signal.
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
        let is_in = |set: &str| {
            let mask = status.lines().find_map(|line| line.strip_prefix(set)).unwrap().trim();
            u64::from_str_radix(mask, 16).unwrap() & 1 != 0
        };
        assert_eq!((is_in("SigIgn:"), is_in("SigCgt:")), (is_ignored, !is_ignored), "{how}");
        assert_eq!(stop(child, "-TERM").status.code(), Some(130));
    }
}

#[test]
fn an_interrupt_before_the_first_row_leaves_everything_as_it_was() {
    let sandbox = sandbox("rules:\n  - cut: stalled");
    let folder = Folder::with_old("sessions.csv");
    let child = export_from(&sandbox, &format!("{RANGE} -o {}", folder.file())).start();
    wait_for(&sandbox, 1);
    let output = stop(child, "-INT");
    let stderr = text(&output.stderr);
    assert_eq!(output.status.code(), Some(130), "{stderr}");
    assert!(stderr.ends_with("sessions.csv was left as it was\n"), "{stderr}");
    assert!(folder.is_untouched());
}

#[test]
fn a_server_that_has_fallen_silent_does_not_hold_it_up() {
    let sandbox = sandbox("rules:\n  - cut: stalled");
    let child = export_from(&sandbox, RANGE).start();
    wait_for(&sandbox, 1);
    let output = stop(child, "-INT");
    assert!(sandbox.request_count() <= 2, "{}", sandbox.request_count());
    assert_eq!(output.status.code(), Some(130));
    assert_eq!(text(&output.stdout), "");
    assert_eq!(text(&output.stderr), "error: interrupted\n  nothing was written\n");
}

#[test]
fn a_reader_who_does_not_read_does_not_hold_it_up() {
    let sandbox = sandbox("name: calm");
    let range = "--unit hour --from 2014 --to 2024";
    let mut child = export_from(&sandbox, range).start();
    // A pipe holds some 64 KiB: the export soon waits for its reader.
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut header = String::new();
    stdout.read_line(&mut header).unwrap();
    let (mut seen, mut quiet) = (0, 0);
    while seen < 20 || quiet < 4 {
        quiet = if sandbox.request_count() == seen { quiet + 1 } else { 0 };
        seen = sandbox.request_count();
        std::thread::sleep(Duration::from_millis(250));
    }
    let output = stop(child, "-INT");
    // Those that were in flight at most, of some nine hundred.
    assert!(sandbox.request_count() <= seen + 4, "{seen}");
    let stderr = text(&output.stderr);
    assert_eq!(output.status.code(), Some(130), "{stderr}");
    assert!(stderr.contains("tip: drop what comes after that: it may be cut off\n"), "{stderr}");
    let mut written = String::new();
    stdout.read_to_string(&mut written).unwrap();
    let (option, next) = stderr.split('`').nth(1).unwrap().split_once(' ').unwrap();
    let kept = written.lines().take_while(|line| line.split(',').next() < Some(next));
    let rest = export(&format!("{range} {option} {next}")).run();
    let pieces: Vec<_> = kept.chain(rest.stdout().lines()).map(str::to_owned).collect();
    assert_eq!(pieces, rows(export(range)));
}
