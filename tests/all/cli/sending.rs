//! Before a request is sent: the question about its effect, and the text of a dry run.

use std::process::Command;

use super::process::Braze;
use super::pty::answering_on_terminal;
use super::{KEY, Reply, answering, assert_transcript, assert_usage, braze, requests};
use crate::conformance::Server;

const STARTED: &str = r#"{"message":"success","object_prefix":"p-1"}"#;

const SEGMENT: &str = "users export-segment --segment-id s-1 --fields-to-export email";

fn server() -> Server {
    answering(Reply::json(201, STARTED))
}

fn start(server: &Server) -> Braze {
    braze(&format!("{SEGMENT} --base-url {}", server.url())).env("BRAZE_API_KEY", KEY)
}

#[test]
fn a_job_is_not_started_without_a_confirmation() {
    let server = server();
    let run = start(&server).run();
    assert!(requests(&server).is_empty(), "{run}");
    assert_usage!("confirm_missing", run);
    assert_transcript!("confirm_given", start(&server).arg("--yes").run());
    assert_eq!(requests(&server).len(), 1);
}

#[test]
fn a_terminal_is_asked() {
    for (answer, code, sent) in [("y\n", 0, 1), ("\n", 2, 0), ("no\n", 2, 0), ("\u{4}", 2, 0)] {
        let server = server();
        let (found, screen) = answering_on_terminal(start(&server), answer);
        assert_eq!(found, Some(code), "{screen}");
        assert!(screen.contains("starts a job in the workspace ("), "{screen}");
        assert!(screen.contains("Continue? [y/N] "), "{screen}");
        assert_eq!(screen.contains("not confirmed, nothing was sent"), sent == 0, "{screen}");
        assert_eq!(requests(&server).len(), sent, "{screen}");
    }
}

#[test]
fn what_only_reads_is_sent_at_once() {
    let help = braze("users export-ids --help").run();
    assert!(!help.stdout().contains("--yes"), "{help}");
}

#[test]
fn a_running_export_is_not_taken_for_a_rate_limit() {
    let busy = Reply::json(429, r#"{"message":"an export is in progress"}"#)
        .header("x-ratelimit-limit", "250000")
        .header("x-ratelimit-remaining", "249000")
        .header("x-ratelimit-reset", "4102444800");
    let server = answering(busy);
    let run = start(&server).arg("--yes").run();
    assert_eq!((run.code(), requests(&server).len()), (Some(1), 1), "{run}");
    assert_transcript!("busy_segment", run);
}

#[test]
fn a_dry_run_prints_curl_and_needs_no_key() {
    let run = braze(&format!("{SEGMENT} --dry-run --instance us-01")).run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_transcript!("dry_run_body", run);
    let line = "campaigns list --last-edit-time-gt 2024-05-01T00:00:00+02:00 --dry-run";
    let run = braze(&format!("{line} --instance us-01")).run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_transcript!("dry_run_query", run);
    let run = braze("sessions get --length 101 --dry-run --instance us-01").run();
    assert_usage!("dry_run_invalid", run);
    assert_usage!("dry_run_sandbox", braze("sessions get --length 1 --dry-run --sandbox").run());
}

#[test]
fn a_shell_reads_a_dry_run_as_the_request() {
    let name = "it's \"$HOME\" `x` \\ é";
    let run = braze("events get --length 3 --dry-run --instance us-01").arg("--event").arg(name);
    let text = run.run().stdout().to_owned();
    let script = format!("curl() {{ printf '%s\\n' \"$@\"; }}\n{text}");
    let words = Command::new("sh").args(["-c", &script]).env("BRAZE_API_KEY", KEY).output();
    let words = String::from_utf8(words.unwrap().stdout).unwrap();
    let words: Vec<_> = words.lines().collect();
    assert!(words.contains(&format!("Authorization: Bearer {KEY}").as_str()), "{words:?}");
    let url = words.iter().find(|word| word.starts_with("https://")).unwrap();
    assert!(url.contains("event=it%27s%20%22%24HOME%22%20%60x%60%20%5C%20%C3%A9"), "{url}");
    let body = r#"{"external_ids":["it's $HOME"]}"#;
    let run = braze("users export-ids --dry-run --instance us-01").arg("--body").arg(body).run();
    let script = format!("curl() {{ printf '%s\\n' \"$@\"; }}\n{}", run.stdout());
    let words = Command::new("sh").args(["-c", &script]).output().unwrap();
    assert!(String::from_utf8(words.stdout).unwrap().contains(&format!("--data-raw\n{body}\n")));
}

#[test]
fn a_dry_run_shows_no_key() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key");
    std::fs::write(&file, KEY).unwrap();
    let file = format!("--api-key-file={}", file.display());
    for argument in ["--external-ids=a".to_owned(), format!("--external-ids={KEY}")] {
        for from_file in [true, false] {
            let run = braze("users export-ids --dry-run --instance us-01").arg(&argument);
            let run = if from_file { run.arg(&file) } else { run.env("BRAZE_API_KEY", KEY) };
            let run = run.run();
            let shown = format!("{}{}", run.stdout(), run.stderr());
            assert!(!shown.contains(KEY), "{shown}");
            let code = if argument.contains(KEY) { 2 } else { 0 };
            assert_eq!(run.code(), Some(code), "{shown}");
        }
    }
}
