//! `braze users import`: a file of attributes, events and purchases, sent and accounted for.

mod changes;
mod ends;
mod faults;
mod kinds;
mod rejects;
mod state;

use std::fs;
use std::path::PathBuf;

use braze_sandbox::Sandbox;

use super::process::Braze;
use super::pty::answering_on_terminal;
use super::{KEY, assert_transcript, assert_usage, braze};

/// Files in a folder of their own.
struct Files(tempfile::TempDir);

impl Files {
    fn new(name: &str, text: &str) -> Self {
        Self(tempfile::tempdir().unwrap()).with(name, text)
    }

    fn with(self, name: &str, text: &str) -> Self {
        fs::write(self.path(name), text).unwrap();
        self
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// A run of the command in the folder.
    fn run(&self, line: &str) -> Braze {
        let mut run = braze(line);
        run.command.current_dir(self.0.path());
        run
    }

    /// An import into a sandbox outside of the command.
    fn import_to(&self, sandbox: &Sandbox, arguments: &str) -> Braze {
        self.run(&format!("users import --base-url {} --yes {arguments}", sandbox.url()))
            .env("BRAZE_API_KEY", &sandbox.api_key_text())
            .pinned()
    }
}

/// The profiles of users in a sandbox, without what differs from run to run.
fn profiles(sandbox: &Sandbox, ids: &str) -> serde_json::Value {
    let fields = "external_id,email,first_name,custom_attributes,custom_events,purchases";
    let line = format!(
        "users export-ids --base-url {} --external-ids {ids} --fields-to-export {fields}",
        sandbox.url()
    );
    let run = braze(&line).env("BRAZE_API_KEY", &sandbox.api_key_text()).pinned().run();
    assert_eq!(run.code(), Some(0), "{run}");
    let reply: serde_json::Value = serde_json::from_str(run.stdout()).unwrap();
    reply["users"].clone()
}

const USERS: &str = "\
external_id,email,attributes.plan,attributes.age:integer,events.name,events.time
u-1,a@example.com,gold,42,opened,2026-05-02T08:00:00Z
u-2,b@example.com,tin,old,,
u-3,,,,opened,yesterday
";

#[test]
fn help() {
    assert_transcript!("help_users_import", braze("users import --help").run());
    assert_transcript!("help_users_import_short", braze("users import -h").run());
}

#[test]
fn a_file_is_checked_sent_and_accounted_for() {
    let files = Files::new("users.csv", USERS);
    let run = files.run("users import users.csv --sandbox").pinned().run();
    assert_eq!(run.code(), Some(5), "{run}");
    assert_transcript!("import_account", run);
}

#[test]
fn what_was_sent_can_be_read_back() {
    let text = "external_id,first_name,attributes.tags:json,events.name,events.time,purchases.product_id,\
                purchases.currency,purchases.price,purchases.time\n\
                u-1,Ida,\"[\"\"a\"\"]\",opened,2026-05-02T08:00:00Z,sku-1,EUR,12.5,2026-05-02T08:01:00Z\n";
    let files = Files::new("users.csv", text);
    let sandbox = super::export::sandbox("{}");
    let run = files.import_to(&sandbox, "users.csv").run();
    assert_eq!(run.code(), Some(0), "{run}");
    insta::assert_json_snapshot!("import_read_back", profiles(&sandbox, "u-1"));
}

#[test]
fn standard_input_is_read_twice() {
    let lines = "{\"external_id\":\"u-1\",\"attributes.plan\":\"gold\"}\n\
                 {\"external_id\":\"u-2\",\"attributes\":{\"plan\":\"tin\"},\"events\":[{\"name\":\"a\",\"time\":\"2026-05-02T08:00:00Z\"}]}\n";
    let line = "users import - --input-format jsonl --sandbox";
    let run = braze(line).stdin(lines).pinned().run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_transcript!("import_standard_input", run);
}

#[test]
fn a_dry_run_shows_the_plan_and_the_first_request() {
    let files = Files::new("users.csv", USERS);
    let line = "users import users.csv --instance us-01 --dry-run";
    let run = files.run(line).env("BRAZE_API_KEY", KEY).pinned().run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_transcript!("import_dry_run", run);
    let run = files.run(&format!("{line} --skip 1 --limit 1")).pinned().run();
    assert_eq!(run.stdout().matches("external_id").count(), 1, "{run}");
    assert!(run.stdout().contains(r#"{"events":[{"external_id":"u-1""#), "{run}");
}

#[test]
fn a_person_is_asked_once_with_the_plan() {
    let files = Files::new("users.csv", USERS);
    let line = "users import users.csv --base-url http://127.0.0.1:9";
    let run = || files.run(line).env("BRAZE_API_KEY", KEY).pinned();
    assert_usage!("import_not_confirmed", run().run());
    let (code, screen) = answering_on_terminal(run(), "n\n");
    assert_eq!(code, Some(2), "{screen}");
    assert_eq!(screen.matches("Continue? [y/N]").count(), 1, "{screen}");
    assert!(screen.contains("plan: 2 of 4 records in 1 request, 164 bytes"), "{screen}");
}

#[test]
fn a_file_without_records_that_can_be_sent_asks_nothing() {
    for (text, code) in [("external_id\n", 0), ("external_id,dob\nu-1,never\n", 5)] {
        let files = Files::new("users.csv", text);
        let line = "users import users.csv --base-url http://127.0.0.1:9";
        let run = files.run(line).env("BRAZE_API_KEY", KEY).run();
        assert_eq!(run.code(), Some(code), "{run}");
    }
}

#[test]
fn mistakes_are_found_before_anything_is_sent() {
    let files = Files::new("users.csv", "id,plan,first_nme\nu-1,gold,Ida\n");
    let run = |line: &str| files.run(line).run();
    assert_usage!("import_columns", run("users import users.csv --sandbox"));
    assert_usage!("import_no_file", run("users import none.csv --sandbox"));
    assert_usage!("import_no_format", run("users import - --sandbox"));
    assert_usage!("import_other_format", run("users import users.txt --sandbox"));
    assert_usage!("import_bad_type", run("users import users.csv --sandbox --types plan=int"));
    assert_usage!("import_bad_map", run("users import users.csv --sandbox --map plan"));
    let line = "users import users.csv --sandbox --rejects users.csv";
    assert_usage!("import_rejects_exist", run(line));
    assert_usage!("import_against_alone", run("users import users.csv --sandbox --only-changed"));
    let line = "users import users.csv --sandbox --input-format parquet";
    assert_usage!("import_no_parquet", run(line));
    let line = "users import - --input-format jsonl --sandbox --map plan=attributes.plan";
    let lines = r#"{"external_id":"u-1","attributes.plan":"gold"}"#;
    assert_usage!("import_unmet", braze(line).stdin(lines).run());
}

#[test]
fn columns_are_mapped_typed_and_left_out() {
    let files = Files::new("crm.csv", "id,plan,age,note\nu-1,gold,42,secret\nu-2,,,\n");
    let line = "users import crm.csv --instance us-01 --dry-run --map id=external_id --map plan=attributes.plan \
                --map age=attributes.age --map note= --types age=integer --empty-as-null";
    let run = files.run(line).env("BRAZE_API_KEY", KEY).pinned().run();
    assert_eq!(run.code(), Some(0), "{run}");
    let body = r#"{"attributes":[{"external_id":"u-1","plan":"gold","age":42},{"external_id":"u-2","plan":null,"age":null}]}"#;
    assert!(run.stdout().contains(body), "{run}");
}
