//! Exports that end early: what was written, and how they go on.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use super::{
    JANUARY, Transcript, assert_transcript, braze, export, export_from, lines, rows, sandbox,
};

const APPS: &str = "--app-id app-1 --app-id app-2 --app-id app-3";

/// The option that a run gave out to go on with.
fn resume(run: &Transcript) -> &str {
    let tip = run.stderr().split_once("repeat the command with `").map(|(_, rest)| rest);
    tip.and_then(|rest| rest.split_once('`')).unwrap_or_else(|| panic!("{run}")).0
}

/// A run that fails after a number of requests, and goes on with what it said.
fn in_two_pieces(range: &str, requests: u32) -> (Transcript, Vec<String>) {
    let script = format!("rules:\n  - requests: 1..{requests}\n  - status: 403");
    let first = export_from(&sandbox(&script), &format!("{range} --concurrency 1")).run();
    assert_eq!(first.code(), Some(3), "{first}");
    let second = export(&format!("{range} {}", resume(&first))).run();
    assert_eq!(second.code(), Some(0), "{second}");
    let pieces = lines(&first).into_iter().chain(second.stdout().lines().map(str::to_owned));
    let pieces = pieces.collect();
    (first, pieces)
}

#[test]
fn the_rest_appended_makes_the_whole() {
    for (range, requests) in [
        ("--from 2023 --to 2024".to_owned(), 2),
        ("--unit hour --from 2024-01-01 --to 2024-01-15".to_owned(), 3),
        (format!("--from 2023-01-01 --to 2023-06-01 {APPS}"), 3),
        (format!("--from 2023-01-01 --to 2023-06-01 {APPS}"), 4),
        (format!("--unit hour --from 2024-01-01 --to 2024-01-06 {APPS}"), 5),
    ] {
        let (first, pieces) = in_two_pieces(&range, requests);
        assert!(!lines(&first).is_empty(), "{first}");
        assert_eq!(pieces, rows(export(&range)), "{range}");
    }
}

#[test]
fn a_failure_in_the_middle_says_what_was_written_and_how_to_go_on() {
    let (first, _) = in_two_pieces(&format!("--from 2023-01-01 --to 2023-06-01 {APPS}"), 3);
    assert_transcript!("export_early", first.stderr());
}

#[test]
fn a_failure_at_the_beginning_writes_nothing() {
    for format in ["csv", "jsonl", "json", "table", "markdown"] {
        let run =
            braze(&format!("sessions export --sandbox=wrong-key {JANUARY} --format {format}"))
                .run();
        assert_eq!((run.code(), run.stdout()), (Some(3), ""), "{run}");
    }
    let run =
        braze(&format!("sessions export --sandbox=wrong-key {JANUARY} --concurrency 1")).run();
    assert_transcript!("export_wrong_key", run);
}

#[test]
fn what_is_of_no_use_in_part_is_not_written_in_part() {
    for format in ["json", "table"] {
        let script = "rules:\n  - requests: 1..2\n  - status: 403";
        let line = format!("--from 2023 --to 2024 --concurrency 1 --format {format}");
        let run = export_from(&sandbox(script), &line).run();
        assert_eq!((run.code(), run.stdout()), (Some(3), ""), "{run}");
        assert!(run.stderr().contains("\n  nothing was written\n"), "{run}");
    }
}

#[test]
fn a_used_up_rate_limit_has_its_exit_code() {
    let run = braze(&format!("sessions export --sandbox=rate-limited {JANUARY}")).run();
    assert_eq!((run.code(), run.stdout()), (Some(4), ""), "{run}");
    assert!(run.stderr().contains("tip: try again at "), "{run}");
}

#[test]
fn a_place_that_is_not_in_the_export_is_refused() {
    for (name, place) in [
        ("series", "2:2024-01-05"),
        ("zero", "0:2024-01-05"),
        ("before", "2023-12-31"),
        ("after", "2024-02-02"),
        ("word", "soon"),
    ] {
        let run = export(&format!("{JANUARY} --resume {place}")).run();
        assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{run}");
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("export_resume_{name}"), run.to_string());
        });
    }
}

#[test]
fn at_its_end_nothing_is_left_to_go_on_with() {
    let run = export(&format!("{JANUARY} --resume 2024-02-01")).run();
    assert_eq!((run.code(), run.stdout()), (Some(0), ""), "{run}");
}

#[test]
fn a_reader_who_has_seen_enough_ends_it_quietly() {
    let sandbox = sandbox("rules:\n  - latency_ms: 20");
    // A request for four days each: some 4,500 of them.
    let mut run = export_from(&sandbox, "--unit hour --from 1974 --to 2024 --concurrency 4");
    let mut child = run.command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut reader = BufReader::new(child.stdout.take().unwrap());
    let mut header = String::new();
    reader.read_line(&mut header).unwrap();
    assert_eq!(header, "time,unit,app_id,segment_id,sessions,complete\n");
    drop(reader);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let requests = sandbox.request_count();
    assert!(requests < 1_000, "{requests}");
}

#[test]
fn a_full_disk_is_a_failure() {
    for format in ["csv", "json"] {
        let mut run = export(&format!("{JANUARY} --format {format}"));
        let full = File::options().write(true).open("/dev/full").unwrap();
        let output = run.command.stdout(full).stderr(Stdio::piped()).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(stderr.starts_with("error: cannot write the output: No space left"), "{stderr}");
    }
}
