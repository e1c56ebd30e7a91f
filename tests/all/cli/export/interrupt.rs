//! Ctrl-C, and its like: an export stops within a second, and says how it goes on.

use std::io::{BufRead, BufReader, Read};
use std::time::Duration;

use braze_sandbox::Sandbox;

use super::{Folder, export, export_from, lines, rows, sandbox};
use crate::cli::process::{Transcript, stop};

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

#[test]
fn an_interrupted_export_leaves_the_old_file_whole() {
    let sandbox = sandbox(STUCK);
    let folder = Folder::with_old("sessions.csv");
    let child = export_from(&sandbox, &format!("{RANGE} -o {}", folder.file())).start();
    wait_for(&sandbox, 6);
    let output = stop(child, "-INT");
    assert_eq!(sandbox.request_count(), 6);
    let stderr = text(&output.stderr);
    assert_eq!(output.status.code(), Some(130), "{stderr}");
    assert!(stderr.contains("sessions.csv was left as it was\n"), "{stderr}");
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
