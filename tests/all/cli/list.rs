//! Lists: pages, limits, formats and files, every item as the server sent it.

use std::fs;

use super::process::{Braze, Transcript, stop};
use super::{KEY, Reply, answering, assert_transcript, braze, requests, succeeding};
use crate::conformance::{Exchange, Server};

const FIRST: &str = r#"{ "message" : "success","attributes":[{"zebra":1.10,"name":"tier, gold","data_type":null,"tags":[]},
    {"name":"size","data_type":"number","tags":["a","b"],"big":12345678901234567890}],"left":7}"#;

const SECOND: &str =
    r#"{"message":"success","attributes":[{"name":"city","late":true},{"name":"dog"}],"left":0}"#;

const LATER: &str = "</custom_attributes?cursor=two>; rel=\"next\"";

/// The first page of two, and what comes for the second.
fn pages(second: Exchange) -> Server {
    let first = Reply::json(200, FIRST).header("link", LATER);
    Server::start([Exchange::from(first), second])
}

fn second() -> Exchange {
    Exchange::from(Reply::json(200, SECOND).until_close())
}

fn list(arguments: &str, server: &Server) -> Braze {
    let line = format!("custom-attributes list {arguments} --base-url {}", server.url());
    braze(&line).env("BRAZE_API_KEY", KEY)
}

fn written(arguments: &str) -> Transcript {
    let run = list(arguments, &pages(second())).run();
    assert_eq!(run.code(), Some(0), "{run}");
    run
}

#[test]
fn json_is_the_reply_as_it_was_sent_but_for_white_space() {
    let odd = r#"{"message":"success","zebra":1.10,"apple":null,"tags":[],"a":{},"big":12345678901234567890.10}"#;
    let run = braze("campaigns details --campaign-id 7f1c2d3e --base-url");
    let server = succeeding(odd);
    let run = run.arg(&server.url()).env("BRAZE_API_KEY", KEY).run();
    let text: String = run.stdout().split_whitespace().collect();
    assert_eq!((run.code(), &*text, run.stderr()), (Some(0), odd, ""), "{run}");
    let page = list("", &succeeding(FIRST)).run();
    let text = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(text(page.stdout()), text(FIRST), "{page}");
    insta::assert_snapshot!("list_json", page.stdout());
}

#[test]
fn a_reply_that_the_types_refuse_is_an_error_and_errors_beside_a_success_are_told() {
    let broken = r#"{"message":"success","attributes":"none"}"#;
    for line in ["", "--all", "--format jsonl"] {
        let run = list(line, &succeeding(broken)).run();
        assert_eq!((run.code(), run.stdout()), (Some(1), ""), "{run}");
        assert!(run.stderr().contains("attributes"), "{run}");
    }
    let server = succeeding(broken);
    let api = braze("api GET /custom_attributes --base-url");
    let api = api.arg(&server.url()).env("BRAZE_API_KEY", KEY).run();
    assert_eq!((api.code(), api.stdout()), (Some(1), ""), "{api}");
    assert!(api.stderr().contains("tip: `--unchecked` prints any JSON"), "{api}");
    let partial = r#"{"message":"success","errors":["some are missing"],"events":[]}"#;
    let server = succeeding(partial);
    let run = braze("api GET /new --unchecked --base-url").arg(&server.url());
    let run = run.env("BRAZE_API_KEY", KEY).run();
    assert!(run.stderr().contains("the reply reports a problem: some are missing"), "{run}");
}

#[test]
fn all_pages_in_every_format() {
    for format in ["json", "jsonl", "csv", "table"] {
        let run = written(&format!("--all --format {format}"));
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("list_all_{format}"), run.stdout());
        });
        let late = run.stderr().contains("fields of later items have no column: late;");
        assert_eq!(late, format == "csv", "{run}");
    }
}

#[test]
fn one_page_without_all_and_no_more_pages_than_the_limit_needs() {
    let server = pages(second());
    let run = list("--format jsonl", &server).run();
    assert_eq!((run.code(), run.stdout().lines().count()), (Some(0), 2), "{run}");
    for (limit, items, asked) in [(1, 1, 1), (2, 2, 1), (3, 3, 2), (9, 4, 2)] {
        for all in ["", "--all"] {
            let server = pages(second());
            let run = list(&format!("--format jsonl --limit {limit} {all}"), &server).run();
            assert_eq!((run.code(), run.stdout().lines().count()), (Some(0), items), "{run}");
            assert_eq!(requests(&server).len(), asked, "{run}");
        }
    }
    let run = written("--limit 3");
    let value: serde_json::Value = serde_json::from_str(run.stdout()).unwrap();
    assert_eq!(value["attributes"].as_array().unwrap().len(), 3, "{run}");
    let zero = list("--limit 0", &pages(second())).run();
    assert_eq!(zero.code(), Some(2), "{zero}");
}

#[test]
fn a_file_appears_when_it_is_complete_and_its_name_decides_the_format() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    for name in ["list.csv", "list.jsonl", "list.json"] {
        let run = written(&format!("--all -o {}", path(name).display()));
        assert_eq!(run.stdout(), "", "{run}");
        let format = name.split_once('.').unwrap().1;
        let expected = written(&format!("--all --format {format}"));
        assert_eq!(fs::read_to_string(path(name)).unwrap(), expected.stdout());
    }
    let run = list(&format!("-o {}", path("list.md").display()), &pages(second())).run();
    assert_eq!(run.code(), Some(2), "{run}");
    assert!(run.stderr().contains("`.md` is none of .json, .jsonl, .csv"), "{run}");

    let refused = || Exchange::from(Reply::json(404, r#"{"message":"gone"}"#).until_close());
    for (name, part) in [("list.csv", true), ("list.json", false)] {
        let before = fs::read_to_string(path(name)).unwrap();
        let line = format!("--all -o {}", path(name).display());
        let run = list(&line, &pages(refused())).run();
        assert_eq!(run.code(), Some(1), "{run}");
        assert!(run.stderr().contains(&format!("{name} was left as it was")), "{run}");
        assert_eq!(fs::read_to_string(path(name)).unwrap(), before);
        let kept = path(&format!("{name}.part"));
        assert_eq!(kept.exists(), part, "{run}");
        if part {
            assert!(run.stderr().contains("list.csv.part: 2 items\n"), "{run}");
            assert_eq!(fs::read_to_string(kept).unwrap().lines().count(), 3);
        }
    }
    let run = list("--all --format jsonl", &pages(refused())).run();
    assert_eq!((run.code(), run.stdout().lines().count()), (Some(1), 2), "{run}");
    assert!(run.stderr().contains("\n  written: 2 items\n"), "{run}");
}

#[test]
fn an_interrupt_keeps_the_items_of_whole_pages() {
    let server = pages(Exchange::on_request().hold());
    let child = list("--all --format jsonl", &server).start();
    while requests(&server).len() < 2 {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let output = stop(child, "-INT");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let stderr = text(&output.stderr);
    assert_eq!(output.status.code(), Some(130), "{stderr}");
    assert!(stderr.contains("\n  written: 2 items\n"), "{stderr}");
    assert_eq!(text(&output.stdout).lines().count(), 2);
}

#[test]
fn the_sandbox_has_pages_of_real_length() {
    let lines = |line: &str| {
        let run = braze(&format!("{line} --format jsonl")).pinned().run();
        assert_eq!((run.code(), run.stderr()), (Some(0), ""), "{run}");
        run.stdout().lines().count()
    };
    assert_eq!(lines("campaigns list --sandbox"), 100);
    assert!(lines("campaigns list --sandbox --all") > 100);
    let run = braze("events list --sandbox --limit 2 --format csv").pinned().run();
    assert_eq!(run.stdout().lines().next(), Some("events"), "{run}");
}

#[test]
fn lists_without_pages_have_formats_too() {
    let users = r#"{"message":"success","users":[{"email":"a@b.example","external_id":"a","new":[1, 2]}],"invalid_user_ids":["b"]}"#;
    let run = |format: &str| {
        let line = "users export-ids --external-ids a,b --base-url";
        let server = answering(Reply::json(201, users));
        let run = braze(line).arg(&server.url());
        let run = run.arg("--format").arg(format).env("BRAZE_API_KEY", KEY).run();
        assert_eq!(run.code(), Some(0), "{run}");
        run
    };
    insta::assert_snapshot!("list_users_table", run("table").stdout());
    let csv = run("csv");
    assert!(csv.stdout().starts_with("external_id,braze_id,"), "{csv}");
    assert!(csv.stdout().lines().next().unwrap().ends_with(",cards_clicked,new"), "{csv}");
    let run = run("jsonl");
    let item = "{\"email\":\"a@b.example\",\"external_id\":\"a\",\"new\":[1,2]}\n";
    assert_eq!(run.stdout(), item, "{run}");
}

#[test]
fn help_of_a_list() {
    assert_transcript!("help_campaigns_list", braze("campaigns list --help").run());
}

#[test]
fn the_key_is_in_no_item() {
    let escaped: String = KEY.bytes().map(|byte| format!("\\u{byte:04x}")).collect();
    let echo = format!(
        r#"{{"message":"success","attributes":[{{"name":"{KEY}","{escaped}":"{escaped}"}}]}}"#
    );
    for format in ["json", "jsonl", "csv", "table"] {
        let run = list(&format!("--format {format}"), &succeeding(&echo)).run();
        assert_eq!(run.code(), Some(0), "{run}");
        assert!(!run.stdout().contains(KEY) && !run.stdout().contains("\\u00"), "{run}");
    }
}
