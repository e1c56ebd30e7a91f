//! Numbers that change after the fact: they are replaced, and it is said.

use super::{Folder, KEY, assert_transcript, complete, counts, sandbox};
use crate::cli::process::Transcript;
use crate::conformance::{Reply, Server};

#[test]
fn late_numbers_replace_the_earlier_ones() {
    let sandbox = sandbox("workspace: { late_days: 3 }");
    let folder = Folder::new();
    complete(folder.sync_from(&sandbox, "--from -60d"));
    let before = folder.sessions();
    let run = complete(folder.sync_from(&sandbox, ""));
    let after = folder.sessions();
    let (_, changed, _) = counts(&run);
    assert!(changed >= 3, "{run}");
    let differing = before.iter().filter(|row| !after.contains(row)).count();
    assert_eq!(differing as u64, changed, "{run}");
    assert_eq!(run.stderr().matches("note: 20").count() as u64, changed, "{run}");
}

/// Syncs of three days with a server that gives one list of rows after the other.
fn syncs(folder: &Folder, data: &[&str], options: &str) -> Vec<Transcript> {
    let reply = |data: &&str| {
        let body = format!(r#"{{"message":"success","data":[{data}]}}"#);
        Reply::json(200, &body).until_close().into()
    };
    let server = Server::start(data.iter().map(reply).collect::<Vec<_>>());
    let line = "sessions sync --db numbers.db --lookback 36500 --from 2024-05-01 --to 2024-05-04";
    let line = format!("{line} --base-url {} {options}", server.url());
    data.iter().map(|_| folder.braze(&line).env("BRAZE_API_KEY", KEY).run()).collect()
}

const THREE: &str = r#"{"time":"2024-05-01","sessions":11},{"time":"2024-05-02","sessions":22},
    {"time":"2024-05-03","sessions":33}"#;
const REVISED: &str = r#"{"time":"2024-05-01","sessions":11},{"time":"2024-05-02","sessions":25},
    {"time":"2024-05-03","sessions":33}"#;
const SKIPPED: &str = r#"{"time":"2024-05-01","sessions":11},{"time":"2024-05-03","sessions":33}"#;

#[test]
fn a_revised_number_is_told() {
    let folder = Folder::new();
    let runs = syncs(&folder, &[THREE, REVISED], "");
    assert_eq!((runs[0].code(), runs[1].code()), (Some(0), Some(0)), "{}", runs[1]);
    assert_transcript!("sync_revised", runs[1]);
    assert_eq!(folder.query("SELECT sessions FROM sessions"), ["11", "25", "33"]);
}

#[test]
fn a_row_that_comes_no_more_stays_and_is_told() {
    let folder = Folder::new();
    let runs = syncs(&folder, &[THREE, SKIPPED], "");
    assert_eq!((runs[0].code(), runs[1].code()), (Some(0), Some(5)), "{}", runs[1]);
    assert_transcript!("sync_kept", runs[1]);
    assert_eq!(folder.query("SELECT sessions FROM sessions"), ["11", "22", "33"]);
}

#[test]
fn where_absent_means_zero_it_becomes_zero() {
    let folder = Folder::new();
    let runs = syncs(&folder, &[THREE, SKIPPED], "--absent zero");
    assert_eq!((runs[0].code(), runs[1].code()), (Some(0), Some(0)), "{}", runs[1]);
    assert!(runs[1].stderr().contains("note: 2024-05-02 was 22 and is 0 now\n"), "{}", runs[1]);
    assert_eq!(folder.query("SELECT sessions FROM sessions"), ["11", "0", "33"]);
}

#[test]
fn what_is_skipped_at_the_beginning_of_a_later_run_lies_between_two_rows() {
    let folder = Folder::new();
    let data = |days: &[u32]| {
        let row = |day: &u32| format!(r#"{{"time":"2024-05-0{day}","sessions":{day}}}"#);
        let rows: Vec<_> = days.iter().map(row).collect();
        Reply::json(200, &format!(r#"{{"message":"success","data":[{}]}}"#, rows.join(",")))
    };
    let replies = [data(&[1, 2]), data(&[5])];
    let server = Server::start(replies.map(|reply| reply.until_close().into()));
    let sync = |range: &str| {
        let line = "sessions sync --db numbers.db --lookback 0 --absent zero";
        let line = format!("{line} {range} --base-url {}", server.url());
        complete(folder.braze(&line).env("BRAZE_API_KEY", KEY))
    };
    sync("--from 2024-05-01 --to 2024-05-03");
    sync("--to 2024-05-06");
    assert_eq!(folder.query("SELECT sessions FROM sessions"), ["1", "2", "0", "0", "5"]);
}

#[test]
fn a_long_list_of_changes_is_cut_unless_it_is_asked_for() {
    let sandbox = sandbox("workspace: { late_days: 40 }");
    let folder = Folder::new();
    complete(folder.sync_from(&sandbox, "--lookback 40 --from -60d"));
    let told = |option: &str| {
        let run = complete(folder.sync_from(&sandbox, &format!("--lookback 40 {option}")));
        (run.stderr().matches(" now\n").count(), run.stderr().contains("`--verbose` lists"))
    };
    assert_eq!(told(""), (10, true));
    assert_eq!(told("--quiet"), (0, false));
    let (changes, cut) = told("--verbose");
    assert!(changes > 10 && !cut, "{changes}");
}

#[test]
fn quiet_says_nothing_where_nothing_is_wrong() {
    let folder = Folder::new();
    let run = complete(folder.sync("--from -30d --quiet"));
    assert_eq!(run.stderr(), "", "{run}");
}
