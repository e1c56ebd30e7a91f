//! `braze users import`: a file of attributes, events and purchases, sent and accounted for.

use std::fs;

use super::process::Braze;
use super::{KEY, assert_transcript, assert_usage, braze};

/// A file in a folder of its own.
struct Files(tempfile::TempDir);

impl Files {
    fn new(name: &str, text: &str) -> Self {
        let files = Self(tempfile::tempdir().unwrap());
        fs::write(files.0.path().join(name), text).unwrap();
        files
    }

    /// A run of the command in the folder.
    fn run(&self, line: &str) -> Braze {
        let mut run = braze(line);
        run.command.current_dir(self.0.path());
        run
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap()
    }
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
    let run = files.run("users import users.csv --sandbox --rejects rejects.csv").pinned().run();
    assert_eq!(run.code(), Some(5), "{run}");
    assert_transcript!("import_account", run);
    insta::assert_snapshot!("import_rejects_csv", files.text("rejects.csv"));
}

#[test]
fn a_dry_run_shows_the_plan_and_the_first_request() {
    let files = Files::new("users.csv", USERS);
    let line = "users import users.csv --instance us-01 --dry-run";
    let run = files.run(line).env("BRAZE_API_KEY", KEY).pinned().run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_transcript!("import_dry_run", run);
}

#[test]
fn mistakes_are_found_before_anything_is_sent() {
    let files = Files::new("users.csv", "id,plan,first_nme\nu-1,gold,Ida\n");
    let run = |line: &str| files.run(line).run();
    assert_usage!("import_columns", run("users import users.csv --sandbox"));
    assert_usage!("import_no_file", run("users import none.csv --sandbox"));
    assert_usage!("import_no_format", run("users import - --sandbox"));
    assert_usage!("import_bad_type", run("users import users.csv --sandbox --types plan=int"));
    assert_usage!("import_bad_map", run("users import users.csv --sandbox --map plan"));
    let line = "users import users.csv --sandbox --rejects users.csv";
    assert_usage!("import_rejects_exist", run(line));
}
