//! `braze users export-ids` with more identifiers than one request takes.

use super::process::Braze;
use super::{KEY, Reply, assert_transcript, braze, requests};
use crate::conformance::{Exchange, Server};

/// Identifiers with commas between them.
fn ids(count: usize) -> String {
    (0..count).map(|number| format!("u-{number}")).collect::<Vec<_>>().join(",")
}

fn reply(user: &str, unknown: &[&str]) -> Exchange {
    let users = serde_json::json!([{ "external_id": user, "email": null }]);
    let body =
        serde_json::json!({ "message": "success", "users": users, "invalid_user_ids": unknown });
    Exchange::from(Reply::json(201, &body.to_string()).until_close())
}

fn three() -> Server {
    Server::start([reply("u-0", &["u-7"]), reply("u-50", &[]), reply("u-100", &["u-108", "u-109"])])
}

fn export(server: &Server, count: usize) -> Braze {
    let line = format!("users export-ids --base-url {} --external-ids", server.url());
    braze(&line).arg(&ids(count)).env("BRAZE_API_KEY", KEY)
}

#[test]
fn identifiers_are_sent_in_order_and_replies_joined() {
    let server = three();
    let run = export(&server, 110).run();
    assert_eq!(run.code(), Some(0), "{run}");
    let value: serde_json::Value = serde_json::from_str(run.stdout()).unwrap();
    let users: Vec<_> = value["users"].as_array().unwrap().iter().collect();
    let found: Vec<_> = users.iter().map(|user| user["external_id"].as_str().unwrap()).collect();
    assert_eq!(found, ["u-0", "u-50", "u-100"]);
    assert_eq!(value["invalid_user_ids"], serde_json::json!(["u-7", "u-108", "u-109"]));
    let told = "warning: 3 of 110 identifiers have no user; `--format json` lists them as `invalid_user_ids`\n";
    assert_eq!(run.stderr(), told);
    let sent: Vec<usize> = requests(&server).iter().map(|it| it.matches("\"u-").count()).collect();
    assert_eq!(sent, [50, 50, 10]);
    let run = export(&three(), 110).arg("--format").arg("jsonl").run();
    assert_eq!(run.stdout().lines().count(), 3, "{run}");
    assert!(!run.stderr().contains("u-7"), "personal data stays out of messages: {run}");
}

#[test]
fn a_failure_names_what_was_written() {
    let refused = Exchange::from(Reply::json(403, r#"{"message":"no"}"#).until_close());
    let server = Server::start([reply("u-0", &[]), refused]);
    let run = export(&server, 110).arg("--format").arg("jsonl").run();
    assert_eq!((run.code(), run.stdout().lines().count()), (Some(3), 1), "{run}");
    assert!(run.stderr().contains("\n  written: 1 item\n"), "{run}");
    assert_eq!(requests(&server).len(), 2);
}

#[test]
fn a_dry_run_shows_the_first_request_and_a_mistake_is_told_once() {
    let line = "users export-ids --instance us-01 --dry-run --external-ids";
    let run = braze(line).arg(&ids(51)).run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_eq!(
        (run.stdout().matches("\"u-").count(), run.stderr()),
        (50, "note: the first of 2 requests\n")
    );
    let aliases = r#"{"alias_name":"","alias_label":"x"},"#.repeat(120);
    let body = format!(r#"{{"user_aliases":[{}]}}"#, aliases.trim_end_matches(','));
    let run = braze("users export-ids --instance us-01 --dry-run --body -").stdin(&body).run();
    assert_eq!(run.code(), Some(2), "{run}");
    assert!(run.stderr().matches("alias_name").count() <= 100, "{run}");
    assert_transcript!("batches_help", braze("users export-ids -h").run());
}
