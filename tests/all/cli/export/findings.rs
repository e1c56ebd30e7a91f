//! Findings are reported, and the exit code shows that there were some.

use super::{
    Folder, JANUARY, assert_transcript, braze, coverage, export, export_from, lines, rows, sandbox,
    succeeding,
};
use crate::cli::KEY;

/// An export of two days from a server that answers with this list of rows.
fn export_rows(data: &str, options: &str) -> super::Transcript {
    let server = succeeding(&format!(r#"{{"message":"success","data":[{data}]}}"#));
    let line = "sessions export --from 2024-05-01 --to 2024-05-03";
    braze(&format!("{line} --base-url {} {options}", server.url())).env("BRAZE_API_KEY", KEY).run()
}

const ODD: &str = r#"{"time":"2024-05-01","sessions":1},{"time":"2024-05-01","sessions":2},
    {"time":"2024-04-01","sessions":3},{"time":"soon","sessions":4},{"time":"2024-05-02","sessions":5}"#;

#[test]
fn findings_are_listed_and_the_rows_written_all_the_same() {
    let run = export_rows(ODD, "");
    assert_eq!(run.code(), Some(5), "{run}");
    assert_transcript!("export_findings", run);
}

#[test]
fn strict_writes_nothing_where_there_are_findings() {
    for format in ["csv", "jsonl", "json", "table", "markdown"] {
        let run = export_rows(ODD, &format!("--strict --format {format}"));
        assert_eq!((run.code(), run.stdout()), (Some(5), ""), "{run}");
        assert!(
            run.stderr().contains("\nfindings: 2 of 2 days complete, 1 day doubled, "),
            "{run}"
        );
    }
    assert_transcript!("export_strict", export_rows(ODD, "--strict"));
    let folder = Folder::with_old("sessions.csv");
    let run = export_rows(ODD, &format!("--strict -o {}", folder.file()));
    assert_eq!((run.code(), run.stdout()), (Some(5), ""), "{run}");
    assert!(folder.is_untouched());
}

#[test]
fn strict_changes_nothing_where_there_are_none() {
    let strict = export(&format!("{JANUARY} --strict")).run();
    let plain = export(JANUARY).run();
    assert_eq!((strict.code(), strict.stdout()), (Some(0), plain.stdout()), "{strict}");
}

#[test]
fn gaps_are_missing_or_zero_as_one_likes() {
    // Nothing happened before June, and the server leaves out what did not happen.
    let script = "workspace: { since: 2024-06-01, zero_rows: false, gaps: 0.2 }";
    let range = "--from 2024-05-25 --to 2024-06-25";
    let missing = export_from(&sandbox(script), range).run();
    assert_eq!(missing.code(), Some(5), "{missing}");
    let zero = export_from(&sandbox(script), &format!("{range} --absent zero")).run();
    assert!(lines(&zero).len() > lines(&missing).len(), "{zero}");
    assert!(lines(&zero).iter().any(|row| row.ends_with(",day,,,0,true")), "{zero}");
    assert!(coverage(&zero).contains(" filled with zero"), "{zero}");
    // A gap that does not lie between two rows stays missing.
    assert!(zero.stderr().contains("7 buckets from 2024-05-25 to 2024-06-01"), "{zero}");
}

#[test]
fn a_finding_says_which_series_it_is_about() {
    let run = braze(&format!(
        "sessions export --sandbox=untidy {JANUARY} --app-id app-1 --app-id app-2 --format json"
    ))
    .run();
    assert_eq!(run.code(), Some(5), "{run}");
    assert!(run.stderr().starts_with("finding: app app-1: 2024-01-"), "{run}");
    assert!(run.stderr().contains("\nfinding: app app-2: 2024-01-"), "{run}");
    let json: serde_json::Value = serde_json::from_str(run.stdout()).unwrap();
    assert_eq!(json["coverage"]["findings"][0]["app_id"], "app-1", "{run}");
}

#[test]
fn a_long_list_is_cut_unless_it_is_asked_for() {
    let run = |option: &str| {
        braze(&format!("sessions export --sandbox=untidy --from 2022 --to 2024 {option}")).run()
    };
    let findings = |run: &super::Transcript| {
        run.stderr().lines().filter(|line| line.starts_with("finding: ")).count()
    };
    let (normal, quiet, verbose) = (run(""), run("--quiet"), run("--verbose"));
    assert_eq!(findings(&normal), 11, "{normal}");
    assert!(normal.stderr().contains(" more, which `--verbose` lists\n"), "{normal}");
    assert_eq!(quiet.stderr(), normal.stderr());
    assert!(findings(&verbose) > 11, "{verbose}");
    assert!(verbose.stderr().contains("\nfindings: "), "{verbose}");
    assert_eq!((normal.code(), quiet.code(), verbose.code()), (Some(5), Some(5), Some(5)));
}

#[test]
fn quiet_says_nothing_where_nothing_is_wrong() {
    let run = braze(&format!("sessions export --sandbox=flaky {JANUARY} --quiet")).run();
    assert_eq!((run.code(), run.stderr()), (Some(0), ""), "{run}");
    assert_eq!(lines(&run), rows(export(JANUARY)));
}

#[test]
fn verbose_says_what_happens_with_every_request() {
    let run = export("--from 2023 --to 2024 --verbose").run();
    assert!(run.stderr().starts_with("detail: days from 2023-01-01 to 2024-01-01"), "{run}");
    let replies = run.stderr().matches("detail: GET /sessions/data_series: 200 OK after ").count();
    assert_eq!(replies, 4, "{run}");
    assert!(run.stderr().contains(" of 250000 calls left\n"), "{run}");
}
