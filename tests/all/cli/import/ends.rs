//! Imports that end early, and records of which nothing is known.

use std::time::Duration;

use super::{Files, profiles};
use crate::cli::export::sandbox;
use crate::cli::process::stop;
use crate::cli::{KEY, Reply, assert_transcript, requests};
use crate::conformance::{Exchange, Server};

/// Attributes of so many users, each on a line.
fn users(count: usize) -> String {
    let lines = (1..=count).map(|user| format!("u-{user},gold\n"));
    ["external_id,attributes.plan\n".to_owned()].into_iter().chain(lines).collect()
}

/// An event of so many users, each on a line.
fn events(count: usize) -> String {
    let lines = (1..=count).map(|user| format!("u-{user},opened,2026-05-02T08:00:00Z\n"));
    ["external_id,events.name,events.time\n".to_owned()].into_iter().chain(lines).collect()
}

#[test]
fn an_interrupted_import_names_what_is_unknown_and_resumes() {
    let files = Files::new("users.csv", &events(400));
    let stuck = sandbox("rules:\n  - requests: 2\n    latency_ms: 3600000");
    let child = files.import_to(&stuck, "users.csv --concurrency 1").start();
    while stuck.request_count() < 2 {
        std::thread::sleep(Duration::from_millis(5));
    }
    let output = stop(child, "-INT");
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(130), "{stderr}");
    insta::assert_snapshot!("import_interrupted", stderr);
    let run = files.import_to(&stuck, "users.csv --skip 150").run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert!(run.stderr().contains("import: 250 of 250 records: 250 accepted"), "{run}");
    let ids: Vec<_> = (390..=400).map(|user| format!("u-{user}")).collect();
    let profiles = profiles(&stuck, &ids.join(","));
    for user in profiles.as_array().unwrap() {
        assert_eq!(user["custom_events"][0]["count"], 1, "{user}");
    }
}

#[test]
fn a_lost_reply_leaves_events_unknown_and_attributes_repeated() {
    let lost = || Exchange::on_request().close();
    let success = || Exchange::from(Reply::json(201, r#"{"message":"success"}"#).until_close());
    let files = Files::new("events.csv", &events(2)).with("users.csv", &users(2));
    let run = |file: &str, options: &str| {
        let server = Server::start([lost(), success()]);
        let line = format!("users import {file} --yes --base-url {} {options}", server.url());
        let run = files.run(&line).env("BRAZE_API_KEY", KEY).run();
        (run, requests(&server).len())
    };
    let (unknown, sent) = run("events.csv", "");
    assert_eq!((unknown.code(), sent), (Some(5), 1), "{unknown}");
    assert_transcript!("import_unknown", unknown);
    let (repeated, sent) = run("users.csv", "");
    assert_eq!((repeated.code(), sent), (Some(0), 2), "{repeated}");
    let (repeated, sent) = run("events.csv", "--repeat-unknown");
    assert_eq!((repeated.code(), sent), (Some(0), 2), "{repeated}");
}

#[test]
fn a_refused_key_ends_an_import_with_nothing_sent() {
    let files = Files::new("users.csv", &users(80));
    let refused = || Exchange::from(Reply::json(401, r#"{"message":"no"}"#).until_close());
    let server = Server::start([refused(), refused()]);
    let line = format!("users import users.csv --yes --base-url {}", server.url());
    let run = files.run(&format!("{line} --concurrency 1")).env("BRAZE_API_KEY", KEY).run();
    assert_eq!((run.code(), requests(&server).len()), (Some(3), 1), "{run}");
    assert_transcript!("import_refused", run);
}

/// A reply names records that Braze did not take in.
#[test]
fn rejections_by_braze_are_told_with_their_lines() {
    let body = r#"{"message":"success","attributes_processed":2,"errors":[{"type":"The value is not valid","input_array":"attributes","index":1}]}"#;
    let server = Server::start([Exchange::from(Reply::json(201, body).until_close())]);
    let files = Files::new("users.csv", &users(3));
    let line = format!("users import users.csv --yes --base-url {} --rejects r.csv", server.url());
    let run = files.run(&line).env("BRAZE_API_KEY", KEY).run();
    assert_eq!(run.code(), Some(5), "{run}");
    assert_transcript!("import_rejected_by_braze", run);
    insta::assert_snapshot!("import_rejected_by_braze_file", files.text("r.csv"));
}

/// Standard error lists some rejected lines, and `--verbose` all of them.
#[test]
fn many_rejected_lines_are_counted() {
    let lines: String = (0..30).map(|user| format!("u-{user},never\n")).collect();
    let files = Files::new("users.csv", &format!("external_id,dob\n{lines}"));
    let run = files.run("users import users.csv --sandbox").pinned().run();
    assert_eq!(run.stderr().matches("must be a date").count(), 10, "{run}");
    assert!(run.stderr().contains("and 20 more, which `--verbose` lists"), "{run}");
    let run = files.run("users import users.csv --sandbox --verbose").pinned().run();
    assert_eq!(run.stderr().matches("must be a date").count(), 30, "{run}");
}
