//! Standard streams: closed pipes, full disks, what goes where.

use std::fs::File;
use std::process::Stdio;

use super::{TWO_ROWS, assert_transcript, braze, get, requests, succeeding};

#[test]
fn a_closed_pipe_ends_quietly() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let server = succeeding(TWO_ROWS);
    let mut run = get(&server);
    let output = run.command.stdout(writer).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(requests(&server).len(), 1);
}

#[test]
fn a_closed_pipe_ends_every_command_quietly() {
    for line in [
        "--help",
        "--version",
        "instances",
        "reference",
        "reference sessions",
        "man",
        "man sessions export",
        "completions bash",
        "doctor --sandbox",
        "doctor --sandbox --probe --quiet",
        "sessions get --help",
        "sessions get --sandbox --length 100",
        "sessions get --sandbox --length 100 --format json",
        "sessions export --sandbox --quiet --from 2020 --to 2022",
        "sessions export --sandbox --quiet --from 2020 --to 2022 --format json",
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut run = braze(line);
        let output = run.command.stdout(writer).stderr(Stdio::piped()).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{line}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{line}");
    }
}

#[test]
fn closed_standard_streams_are_no_reason_to_panic() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut run = braze("sessions get --length 0 --sandbox");
    let output = run.command.stderr(writer).output().unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
}

#[test]
fn a_full_disk_is_a_failure() {
    let server = succeeding(TWO_ROWS);
    let mut run = get(&server);
    let full = File::options().write(true).open("/dev/full").unwrap();
    let output = run.command.stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(String::from_utf8_lossy(&output.stderr), @"error: cannot write the output: No space left on device (os error 28)");
}

#[test]
fn problems_beside_a_success_go_to_standard_error() {
    let body =
        TWO_ROWS.replace(r#""success","#, r#""success","errors":["segment is stale",{"code":7}],"#);
    let run = get(&succeeding(&body)).run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_transcript!("problems_beside_success", run);
}
