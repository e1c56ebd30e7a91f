//! Bodies of requests: whole ones, and those of options for single fields.

use super::{KEY, Reply, answering, assert_transcript, assert_usage, braze, requests};

const NO_USERS: &str = r#"{"message":"success","users":[],"invalid_user_ids":[]}"#;

/// The body that the command sends.
fn sent(arguments: &[&str], stdin: &str) -> String {
    let server = answering(Reply::json(201, NO_USERS));
    let line = format!("users export-ids --base-url {}", server.url());
    let run = arguments.iter().fold(braze(&line), |run, it| run.arg(it));
    let run = run.env("BRAZE_API_KEY", KEY).stdin(stdin).run();
    assert_eq!((run.code(), run.stderr()), (Some(0), ""), "{run}");
    let requests = requests(&server);
    requests[0].split_once("\r\n\r\n").unwrap().1.to_owned()
}

#[test]
fn fields_have_options_and_a_whole_body_is_the_same() {
    let body = r#"{"external_ids":["a","b"],"email_address":"a@b.example","fields_to_export":["email","country"]}"#;
    let options = [
        "--fields-to-export",
        "email,country",
        "--external-ids=a",
        "--external-ids=b",
        "--email-address=a@b.example",
    ];
    assert_eq!(sent(&options, ""), body);
    assert_eq!(sent(&["--body", body], ""), body);
    assert_eq!(sent(&["--body", "-"], body), body);
}

#[test]
fn help_lists_the_fields() {
    assert_transcript!("help_users_export_ids", braze("users export-ids --help").run());
    assert_transcript!("help_users_export_segment", braze("users export-segment --help").run());
}

#[test]
fn fields_beside_a_whole_body_are_refused() {
    let run = braze("users export-ids --external-ids a --body {}").run();
    assert_usage!("body_and_fields", run);
}

#[test]
fn problems_are_named_by_options_or_by_fields_as_they_were_given() {
    let server = "--base-url http://127.0.0.1:9";
    for (name, line) in [
        ("options", "users export-ids --phone 1 --device-id 2"),
        ("nothing", "users export-ids"),
        ("missing", "users export-segment --fields-to-export email --output-format tar"),
        ("whole", r#"users export-segment --body {"segment_id":"","fields_to_export":["x"]}"#),
    ] {
        let run = braze(&format!("{line} {server}")).run();
        assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{run}");
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("body_{name}"), run.to_string());
        });
    }
}
