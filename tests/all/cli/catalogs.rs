//! Catalogs on the command line: help, pages, bodies, and the question before something is deleted.

use super::{KEY, Reply, answering, assert_transcript, assert_usage, braze, requests};

#[test]
fn help_of_catalogs() {
    assert_transcript!("help_catalogs", braze("catalogs --help").run());
    assert_transcript!("help_catalogs_list_items", braze("catalogs list-items --help").run());
    assert_transcript!("help_catalogs_update_items", braze("catalogs update-items --help").run());
    assert_transcript!("help_cdi", braze("cdi --help").run());
}

#[test]
fn items_are_listed_page_by_page() {
    let line = "catalogs list-items --catalog-name teas --sandbox --all --format jsonl";
    assert_transcript!("catalogs_list_items", braze(line).pinned().run());
    let line = "cdi list-integrations --sandbox --all --format jsonl";
    let run = braze(line).pinned().run();
    assert_eq!(run.stdout().lines().count(), 12, "{run}");
}

#[test]
fn what_is_deleted_is_asked_for_first() {
    let server = answering(Reply::json(202, r#"{"message":"success"}"#));
    let body = r#"{"items":[{"id":"assam"}]}"#;
    let delete = || {
        let line = format!("catalogs delete-items --catalog-name teas --base-url {}", server.url());
        braze(&line).arg("--body").arg(body).env("BRAZE_API_KEY", KEY)
    };
    let run = delete().run();
    assert!(requests(&server).is_empty(), "{run}");
    assert_usage!("catalogs_delete_unconfirmed", run);
    let run = delete().arg("--yes").run();
    assert_eq!(run.code(), Some(0), "{run}");
    let sent = requests(&server).concat();
    assert!(sent.starts_with("DELETE /catalogs/teas/items HTTP/1.1\r\n"), "{sent}");
    assert!(sent.ends_with(body), "{sent}");
}

#[test]
fn a_wrong_item_is_found_before_anything_is_sent() {
    let body = r#"{"items":[{"id":"a b","Notes":{"$add":["x",1]}},{"id":"a b"}]}"#;
    let line = "catalogs create-items --catalog-name teas --sandbox --body";
    let run = braze(line).arg(body).pinned().run();
    assert_transcript!("catalogs_wrong_items", run);
}
