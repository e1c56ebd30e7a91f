//! `--only-changed --against FILE`: the difference to an earlier file.

use super::Files;
use crate::cli::{KEY, assert_transcript};

const BEFORE: &str = "\
external_id,first_name,attributes.plan,attributes.city,events.name,events.time
u-1,Ida,gold,Oslo,opened,2026-05-01T08:00:00Z
u-2,Kit,tin,Bonn,,
u-3,Ada,tin,,,
u-4,Eva,tin,,,
";

const AFTER: &str = "\
external_id,first_name,attributes.plan,attributes.city,events.name,events.time
u-1,Ida,gold,Oslo,opened,2026-05-01T08:00:00Z
u-1,,,,opened,2026-05-02T08:00:00Z
u-2,Kit,gold,,,
u-3,Ada,tin,,,
u-5,Bo,tin,,,
";

#[test]
fn only_the_difference_is_sent() {
    let files = Files::new("before.csv", BEFORE).with("after.csv", AFTER);
    let line =
        "users import after.csv --instance us-01 --dry-run --only-changed --against before.csv";
    let run = files.run(line).env("BRAZE_API_KEY", KEY).pinned().run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_transcript!("import_changes_dry_run", run);
    let run =
        files.run(&format!("{line} --empty-as-null")).env("BRAZE_API_KEY", KEY).pinned().run();
    assert!(run.stdout().contains(r#"{"city":null,"external_id":"u-2","plan":"gold"}"#), "{run}");

    let line = "users import after.csv --sandbox --only-changed --against before.csv";
    let run = files.run(line).pinned().run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_transcript!("import_changes", run);
}

#[test]
fn nothing_is_sent_where_nothing_has_changed() {
    let files = Files::new("a.csv", BEFORE).with("b.csv", BEFORE);
    let line = "users import a.csv --only-changed --against b.csv --base-url http://127.0.0.1:9";
    let run = files.run(line).env("BRAZE_API_KEY", KEY).run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_transcript!("import_no_changes", run);
}

#[test]
fn an_earlier_file_that_cannot_be_read_is_a_mistake() {
    let files = Files::new("before.csv", "name\nIda\n").with("after.csv", AFTER);
    for earlier in ["before.csv", "none.csv"] {
        let line = format!("users import after.csv --sandbox --only-changed --against {earlier}");
        let run = files.run(&line).run();
        assert_eq!(run.code(), Some(2), "{run}");
        assert!(run.stderr().contains(earlier), "{run}");
    }
}
