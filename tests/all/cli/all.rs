//! `--all-campaigns` and its like: selections from the lists of the workspace.

use std::fs;

use super::{KEY, Reply, Transcript, answering, assert_transcript, assert_usage, braze, requests};
use crate::conformance::{Exchange, Server};

const DAYS: &str = "--from 2024-03-01 --to 2024-03-03";

fn run(line: &str) -> Transcript {
    let run = braze(line).pinned().run();
    assert_eq!(run.code(), Some(0), "{run}");
    run
}

/// The different values of a column of a CSV.
fn distinct(csv: &str, name: &str) -> Vec<String> {
    let mut lines = csv.lines().map(|line| line.split(',').map(str::to_owned));
    let place = lines.next().unwrap().position(|known| known == name).unwrap();
    let mut values: Vec<_> = lines.map(|mut line| line.nth(place).unwrap()).collect();
    values.sort();
    values.dedup();
    values
}

fn listed(line: &str) -> usize {
    run(&format!("{line} --sandbox --all --format jsonl")).stdout().lines().count()
}

#[test]
fn the_everyday_job_is_one_command() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("campaigns.csv");
    let line =
        "campaigns export --sandbox --all-campaigns --from 2024-01-01 --to 2024-01-06 --names -o";
    let export = run(&format!("{line} {}", file.display()));
    let count = listed("campaigns list");
    let stderr = export.stderr();
    assert!(stderr.starts_with(&format!("note: campaigns in the list: {count}\n")), "{export}");
    assert!(stderr.contains(&format!("\ncomplete: {0} of {0} days\n", 5 * count)), "{export}");
    let csv = fs::read_to_string(file).unwrap();
    assert!(
        csv.starts_with("time,campaign_id,campaign_name,channel,variation,metric,value,complete\n")
    );
    assert_eq!(distinct(&csv, "campaign_id").len(), count);
    assert!(distinct(&csv, "campaign_name").contains(&"Cart reminder".to_owned()));
}

#[test]
fn every_dimension_with_a_list_has_such_an_option() {
    for (line, list, column) in [
        ("canvas export --all-canvases", "canvas list", "canvas_id"),
        ("segments export --all-segments", "segments list", "segment_id"),
        ("sessions export --all-segments", "segments list", "segment_id"),
        ("events export --all-events", "events list", "event"),
        ("purchases revenue export --all-products", "purchases product-list", "product"),
    ] {
        let export = run(&format!("{line} --sandbox {DAYS}"));
        assert_eq!(distinct(export.stdout(), column).len(), listed(list), "{line}");
    }
    let named =
        run(&format!("segments export --all-segments --names --format jsonl --sandbox {DAYS}"));
    let first: serde_json::Value =
        serde_json::from_str(named.stdout().lines().next().unwrap()).unwrap();
    assert!(first["segment_name"].as_str().is_some_and(|name| !name.is_empty()), "{first}");
    let both = format!("events export --all-events --all-segments --sandbox {DAYS}");
    let rows = run(&both).stdout().lines().count() - 1;
    assert_eq!(rows, 2 * listed("events list") * listed("segments list"));
    for format in ["table", "markdown", "json"] {
        let line =
            format!("segments export --all-segments --names --format {format} --sandbox {DAYS}");
        assert!(run(&line).stdout().contains("segment"), "{format}");
    }
}

#[test]
fn a_list_is_asked_for_what_was_edited_and_may_be_empty() {
    let empty = r#"{"message":"success","campaigns":[]}"#;
    let line = |rest: &str, server: &Server| {
        let line =
            format!("campaigns export --all-campaigns {DAYS} {rest} --base-url {}", server.url());
        braze(&line).env("BRAZE_API_KEY", KEY).pinned().run()
    };
    let server = answering(Reply::json(200, empty));
    let since = line("--edited-since 2024-01", &server);
    assert_eq!((since.code(), since.stdout()), (Some(1), ""), "{since}");
    assert_transcript!("all_empty", since);
    let [request] = requests(&server).try_into().unwrap();
    let target =
        "GET /campaigns/list?page=0&last_edit.time%5Bgt%5D=2024-01-01T00%3A00%3A00Z HTTP/1.1";
    assert_eq!(request.lines().next(), Some(target));
    let server = answering(Reply::json(403, r#"{"message":"no"}"#));
    let refused = line("", &server);
    assert_eq!(refused.code(), Some(3), "{refused}");
    assert!(refused.stderr().contains("`campaigns.list`"), "{refused}");
}

#[test]
fn items_without_an_identifier_are_told_and_others_count_once() {
    let list = r#"{"message":"success","campaigns":[{"id":"a","name":"A, \"B\""},{"name":"lost"},{"id":"a"},{"id":"b","name":null}]}"#;
    let row = r#"{"message":"success","data":[{"time":"2024-03-01","conversions":1},{"time":"2024-03-02","conversions":2}]}"#;
    let replies = [list, row, row].map(|body| Exchange::from(Reply::json(200, body).until_close()));
    let server = Server::start(replies);
    let line = format!(
        "campaigns export --all-campaigns --names {DAYS} --concurrency 1 --base-url {}",
        server.url()
    );
    let run = braze(&line).env("BRAZE_API_KEY", KEY).pinned().run();
    assert_transcript!("all_odd_items", run);
}

#[test]
fn a_sync_run_again_picks_up_what_is_new() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("braze.db");
    let database = database.display();
    let sync = |rest: &str| run(&format!("segments sync --sandbox --db {database} {rest}"));
    let first = run("segments list --sandbox --limit 1 --format csv");
    let id = first.stdout().lines().nth(1).unwrap().split(',').next().unwrap().to_owned();
    sync(&format!("--segment-id {id} --from -10d"));
    let all = sync("--all-segments");
    let rows: u64 = (listed("segments list") as u64 - 1) * 11;
    assert!(all.stderr().contains(&format!(": {rows} rows new,")), "{all}");
    let again = sync("--all-segments");
    assert!(again.stderr().contains(": 0 rows new,"), "{again}");
}

#[test]
fn a_chart_of_all() {
    let chart = run(&format!("segments chart --all-segments --sandbox {DAYS}"));
    assert!(chart.stdout().contains("segment"), "{chart}");
}

#[test]
fn one_and_all_exclude_each_other() {
    assert_usage!(
        "all_and_one",
        braze(&format!("campaigns export --sandbox --all-campaigns --campaign-id a {DAYS}")).run()
    );
    assert_usage!("all_or_one", braze(&format!("campaigns export --sandbox {DAYS}")).run());
    assert_usage!(
        "names_alone",
        braze(&format!("campaigns export --sandbox --campaign-id a --names {DAYS}")).run()
    );
    let since = format!("campaigns export --sandbox --campaign-id a --edited-since -3d {DAYS}");
    assert_eq!(braze(&since).run().code(), Some(2));
    let stored = "segments chart --all-segments --db x.db";
    assert_eq!(braze(stored).run().code(), Some(2));
}
