//! A file of rejects: private, mended, and imported as it stands.

use std::os::unix::fs::PermissionsExt as _;

use super::{Files, USERS, profiles};
use crate::cli::export::sandbox;

#[test]
fn rejected_lines_are_mended_and_imported_again() {
    let files = Files::new("users.csv", USERS);
    let sandbox = sandbox("{}");
    let run = files.import_to(&sandbox, "users.csv --rejects rejects.csv").run();
    assert_eq!(run.code(), Some(5), "{run}");
    assert!(run.stderr().contains("note: 2 lines written to rejects.csv, to be mended"), "{run}");
    let rejects = files.text("rejects.csv");
    insta::assert_snapshot!("import_rejects_csv", rejects);
    let mode = files.path("rejects.csv").metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);

    let mended = rejects.replace("old", "43").replace("yesterday", "2026-05-01T00:00:00Z");
    let files = files.with("mended.csv", &mended);
    let run = files.import_to(&sandbox, "mended.csv --rejects again.csv").run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert!(
        run.stderr().ends_with("import: 2 of 2 records: 2 accepted, 0 rejected, 0 unknown\n"),
        "{run}"
    );
    assert!(!files.path("again.csv").exists(), "a file without rejects is removed");
    let profiles = profiles(&sandbox, "u-1,u-2,u-3");
    assert_eq!(profiles.as_array().unwrap().len(), 3, "{profiles}");
}

/// The part of a line that was accepted is not sent again.
#[test]
fn only_the_rejected_record_of_a_line_is_imported_again() {
    let text = "external_id,attributes.visits:json,events.name,events.time\n\
                u-1,\"{\"\"inc\"\": 1}\",opened,tomorrow\n";
    let lines = "{\"external_id\":\"u-1\",\"attributes.visits\":{\"inc\":1},\"events.name\":\"opened\",\"events.time\":\"tomorrow\"}\n\
                 [1]\n{\"external_id\":\n";
    for (name, text, rejects) in [("a.csv", text, "r.csv"), ("a.jsonl", lines, "r.jsonl")] {
        let files = Files::new(name, text);
        let sandbox = sandbox("{}");
        let run = files.import_to(&sandbox, &format!("{name} --rejects {rejects}")).run();
        assert_eq!(run.code(), Some(5), "{run}");
        let rejected = files.text(rejects);
        insta::assert_snapshot!(format!("import_rejects_of_{name}"), rejected);
        let mended = rejected.replace("tomorrow", "2026-05-01T00:00:00Z");
        let mended = mended.lines().filter(|line| !line.contains("braze_text"));
        let mended: String = mended.map(|line| format!("{line}\n")).collect();
        let files = files.with(&format!("mended-{name}"), &mended);
        let run = files.import_to(&sandbox, &format!("mended-{name}")).run();
        assert_eq!(run.code(), Some(0), "{run}");
        let users = profiles(&sandbox, "u-1");
        assert_eq!(users[0]["custom_attributes"]["visits"], 1, "{users}");
        assert_eq!(users[0]["custom_events"][0]["count"], 1, "{users}");
    }
}

/// A file of rejects has the same columns once more, not twice.
#[test]
fn rejects_of_rejects_keep_their_form() {
    let files = Files::new("users.csv", USERS);
    let run = |file: &str, rejects: &str| {
        let line = format!("users import {file} --sandbox --rejects {rejects}");
        assert_eq!(files.run(&line).pinned().run().code(), Some(5));
        files.text(rejects)
    };
    let first = run("users.csv", "first.csv");
    let second = run("first.csv", "second.csv");
    let numberless = |text: &str| {
        let lines = text.lines().map(|line| line.split("line ").next().unwrap().to_owned());
        lines.collect::<Vec<_>>()
    };
    assert_eq!(numberless(&first), numberless(&second));
}

/// Of several events on a line, the rejected ones alone are imported again.
#[test]
fn lists_of_records_are_returned_in_part() {
    let event = |time: &str| format!(r#"{{"name":"opened","time":"{time}"}}"#);
    let times = ["2026-05-01T08:00:00Z", "tomorrow", "2026-05-02T08:00:00Z"].map(event);
    let line = format!(r#"{{"external_id":"u-1","events":[{}]}}"#, times.join(","));
    let files = Files::new("a.jsonl", &line);
    let sandbox = sandbox("{}");
    let run = files.import_to(&sandbox, "a.jsonl --rejects r.jsonl").run();
    assert_eq!(run.code(), Some(5), "{run}");
    let rejects = files.text("r.jsonl");
    assert_eq!(rejects.matches("opened").count(), 1, "{rejects}");
    let files = files.with("m.jsonl", &rejects.replace("tomorrow", "2026-05-03T08:00:00Z"));
    let run = files.import_to(&sandbox, "m.jsonl").run();
    assert_eq!(run.code(), Some(0), "{run}");
    let users = profiles(&sandbox, "u-1");
    assert_eq!(users[0]["custom_events"][0]["count"], 3, "{users}");
}
