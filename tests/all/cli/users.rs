//! `braze users export`: from the job to a file with one profile on each line.

use serde_json::Value;

use super::{assert_transcript, assert_usage, braze};

#[test]
fn the_sandbox_exports_a_segment() {
    let segments = braze("segments list --sandbox").pinned().run();
    let segments: Value = serde_json::from_str(segments.stdout()).unwrap();
    let id = segments["segments"][0]["id"].as_str().unwrap();
    let line = format!("users export --sandbox --segment-id {id} --fields email,external_id");
    let run = braze(&line).pinned().run();
    assert_eq!(run.code(), Some(0), "{run}");
    let users: Vec<Value> =
        run.stdout().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(!users.is_empty());
    assert!(run.stderr().contains(&format!("{} profile", users.len())), "{run}");
}

#[test]
fn help_and_mistakes() {
    assert_transcript!("help_users_export", braze("users export --help").run());
    let line = "users export --segment-id {{id}} --fields email --base-url http://127.0.0.1:9";
    assert_usage!("users_export_invalid", braze(line).run());
}
