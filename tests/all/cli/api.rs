//! `braze api`: a request to any path.

use super::process::Braze;
use super::{KEY, Reply, answering, assert_transcript, assert_usage, braze, requests, succeeding};
use crate::conformance::Server;

/// A reply with fields, an order and a number that no type of the SDK would keep.
const ODD: &str = r#"{"message":"success","zebra":1,"apple":null,"big":12345678901234567890.10}"#;

fn call(line: &str, server: &Server) -> Braze {
    braze(&format!("api {line} --base-url {}", server.url())).env("BRAZE_API_KEY", KEY)
}

/// The first line of the only request.
fn first_line(server: &Server) -> String {
    let [request] = requests(server).try_into().unwrap();
    request.lines().next().unwrap().to_owned()
}

#[test]
fn the_reply_is_printed_as_the_server_sent_it() {
    let server = succeeding(ODD);
    let run = call("get /campaigns/list?page=2 --query sort_direction=desc", &server).run();
    assert_eq!((run.code(), run.stdout(), run.stderr()), (Some(0), &*format!("{ODD}\n"), ""));
    let line = first_line(&server);
    assert_eq!(line, "GET /campaigns/list?page=2&sort_direction=desc HTTP/1.1");
}

#[test]
fn help_names_its_options() {
    assert_transcript!("help_api", braze("api --help").run());
}

#[test]
fn a_request_is_checked_by_the_spec() {
    let body = r#"POST /users/export/ids --body {"phone":""}"#;
    let other = "POST /segments/list";
    for (name, line) in [
        ("near", "GET /campaign/list"),
        ("method", other),
        ("parameters", "GET /sessions/data_series?length=101&lenght=3&unit=week"),
        ("unknown_parameter", "GET /sessions/data_series?length=10&colour=red"),
        ("missing_body", "POST /users/export/ids"),
        ("body", body),
        ("needless_body", "GET /segments/list --body {}"),
        ("query", "GET /segments/list --query page"),
        ("no_json", "POST /new/path --unchecked --yes --body [1"),
        ("no_path", "GET new --unchecked"),
    ] {
        let run = call(line, &succeeding(ODD)).run();
        assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{run}");
        insta::with_settings!({
            omit_expression => true,
            prepend_module_to_snapshot => false,
            filters => vec![(r"127\.0\.0\.1:\d+", "127.0.0.1:[port]")],
        }, {
            insta::assert_snapshot!(format!("api_{name}"), run.to_string());
        });
    }
}

#[test]
fn an_unchecked_request_goes_anywhere_after_a_confirmation() {
    let server = succeeding(ODD);
    let line = "DELETE /catalogs/c%201/x --unchecked --query a[b]=c&d --body {\"e\":1}";
    let run = call(line, &server).run();
    assert!(requests(&server).is_empty(), "{run}");
    assert_usage!("api_confirm", run);
    let run = call(line, &server).arg("--yes").run();
    assert_eq!((run.code(), run.stdout()), (Some(0), &*format!("{ODD}\n")), "{run}");
    let [request] = requests(&server).try_into().unwrap();
    assert!(request.starts_with("DELETE /catalogs/c%201/x?a%5Bb%5D=c%26d HTTP/1.1"), "{request}");
    assert!(request.ends_with(r#"{"e":1}"#), "{request}");
    let server = succeeding(ODD);
    assert_eq!(call("GET /new --unchecked", &server).run().code(), Some(0));
    assert_eq!(first_line(&server), "GET /new HTTP/1.1");
}

#[test]
fn a_job_needs_a_confirmation_here_too() {
    let body = r#"{"segment_id":"s","fields_to_export":["email"]}"#;
    let server = succeeding(ODD);
    let run = call(&format!("POST /users/export/segment --body {body}"), &server).run();
    assert_eq!((run.code(), requests(&server).len()), (Some(2), 0), "{run}");
    let line = format!("POST /users/export/segment --body {body} --yes");
    assert_eq!(call(&line, &server).run().code(), Some(0));
}

#[test]
fn failures_name_the_path() {
    let server = answering(Reply::json(404, r#"{"message":"not found"}"#));
    assert_transcript!("api_404", call("GET /new/path --unchecked", &server).run());
    let server = succeeding(r#"{"message":"the export is switched off"}"#);
    assert_transcript!("api_refused", call("GET /segments/list", &server).run());
    let server = succeeding("<html>");
    assert_transcript!("api_html", call("GET /segments/list", &server).run());
}

#[test]
fn a_dry_run_prints_curl() {
    let line = "api POST /new/path --unchecked --dry-run --instance us-01 --body {\"a\":1}";
    assert_transcript!("api_dry_run", braze(line).run());
}

#[test]
fn the_key_is_in_no_output() {
    let echo = format!(r#"{{"message":"success","echo":"{KEY}","{KEY}":["{KEY}"]}}"#);
    let run = call("GET /segments/list", &succeeding(&echo)).run();
    let clean = echo.replace(KEY, "[redacted]");
    assert_eq!((run.code(), run.stdout()), (Some(0), &*format!("{clean}\n")), "{run}");
    for place in ["--query a=KEY", "--query KEY=a", "--body {\"a\":\"KEY\"}", ""] {
        let path = if place.is_empty() { "/x/KEY" } else { "/x" };
        for dry in ["", "--dry-run"] {
            let line = format!("POST {path} --unchecked --yes {place} {dry}").replace("KEY", KEY);
            let server = succeeding(ODD);
            let run = call(&line, &server).run();
            assert_eq!((run.code(), run.stdout()), (Some(2), ""));
            assert!(!run.stderr().contains(KEY));
            assert!(requests(&server).is_empty());
        }
    }
}
