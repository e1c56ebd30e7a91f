//! `braze users import --state`: what a second run sends and says.

use super::super::{KEY, assert_transcript, assert_usage, braze};
use super::{Files, USERS};

#[test]
fn a_second_run_sends_what_is_new() {
    let files = Files::new("users.csv", USERS);
    let line = "users import users.csv --sandbox --state users.state";
    let first = files.run(line).pinned().run();
    assert_eq!(first.code(), Some(5), "{first}");
    let grown = format!("{USERS}u-4,d@example.com,gold,7,,\n");
    std::fs::write(files.0.path().join("users.csv"), grown).unwrap();
    let second = files.run(line).pinned().run();
    assert_eq!(second.code(), Some(5), "{second}");
    assert_transcript!("import_state_grown", second);
}

#[test]
fn a_changed_line_is_refused_before_anything_is_sent() {
    let files = Files::new("users.csv", USERS);
    let line = "users import users.csv --sandbox --state users.state";
    files.run(line).pinned().run();
    let write = |text: String| std::fs::write(files.0.path().join("users.csv"), text).unwrap();
    write(USERS.replace("gold", "silver"));
    assert_usage!("import_state_changed", files.run(line).pinned().run());
    let sent = files.run(&format!("{line} --send-changed")).pinned().run();
    assert_transcript!("import_state_send_changed", sent);
}

#[test]
fn an_input_that_has_become_shorter_is_refused() {
    let files = Files::new("users.csv", "external_id,attributes.plan\nu-1,gold\nu-2,tin\n");
    let line = "users import users.csv --sandbox --state users.state";
    assert_eq!(files.run(line).pinned().run().code(), Some(0));
    std::fs::write(files.0.path().join("users.csv"), "external_id,attributes.plan\nu-1,gold\n")
        .unwrap();
    assert_usage!("import_state_missing", files.run(line).pinned().run());
}

#[test]
fn a_file_that_is_no_state_of_this_import_is_refused() {
    let files = Files::new("users.csv", USERS);
    files.run("users import users.csv --sandbox --state users.state").pinned().run();
    let line = "users import users.csv --yes --base-url http://127.0.0.1:9 --state";
    let run = |file: &str| files.run(&format!("{line} {file}")).env("BRAZE_API_KEY", KEY).run();
    assert_usage!("import_state_other_server", run("users.state"));
    assert_usage!("import_state_not_sqlite", run("users.csv"));
    files.run("sessions sync --sandbox --db rows.db --from 2026-11-20").pinned().run();
    assert_usage!("import_state_rows", run("rows.db"));
}

#[test]
fn options_that_need_or_exclude_a_state() {
    let run = |options: &str| braze(&format!("users import users.csv --sandbox {options}")).run();
    assert_usage!("import_state_with_skip", run("--state users.state --skip 3"));
    assert_usage!("import_state_missing_for_repeat", run("--repeat-rejected"));
}
