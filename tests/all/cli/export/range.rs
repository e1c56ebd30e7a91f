//! `--from` and `--to`: which days and hours are meant, and what is told where none are.

use super::{braze, export, rows};
use crate::cli::process::{assert_transcript, assert_usage};

/// The first and the last time of an export, and how many there are.
fn ends(arguments: &str) -> (String, String, usize) {
    let rows = rows(export(arguments));
    let time = |row: &String| row.split(',').next().unwrap().to_owned();
    (time(&rows[0]), time(&rows[rows.len() - 1]), rows.len())
}

#[test]
fn the_end_is_exclusive_and_words_are_the_moments_at_which_they_begin() {
    for (arguments, first, last, count) in [
        ("--from 2024-01-01 --to 2024-02-01", "2024-01-01", "2024-01-31", 31),
        ("--from 2024-01 --to 2024-02", "2024-01-01", "2024-01-31", 31),
        ("--from 2024-Q1 --to 2024-Q2", "2024-01-01", "2024-03-31", 91),
        ("--from 2023 --to 2024", "2023-01-01", "2023-12-31", 365),
        ("--from 2024-02-29T00:00:00Z --to 2024-03-01", "2024-02-29", "2024-02-29", 1),
        (
            "--unit hour --from 2024-03-10 --to 2024-03-11 --time-zone America/New_York",
            "2024-03-10T05:00:00Z",
            "2024-03-11T03:00:00Z",
            23,
        ),
        (
            "--unit hour --from 2024-03-10T10:00 --to 2024-03-10T12:00:00+05:30 --time-zone +05:30",
            "2024-03-10T05:00:00Z",
            "2024-03-10T06:00:00Z",
            2,
        ),
    ] {
        assert_eq!(ends(arguments), (first.into(), last.into(), count), "{arguments}");
    }
}

#[test]
fn without_an_end_it_is_the_last_bucket_that_is_over() {
    let closed = rows(export("--from -5d"));
    assert!(closed.len() >= 3 && closed.len() <= 5, "{closed:?}");
    assert!(closed.iter().all(|row| row.ends_with(",true")), "{closed:?}");
    let with_open = rows(export("--from -5d --include-open"));
    assert!(with_open.len() > closed.len());
    assert!(with_open.last().unwrap().ends_with(",false"), "{with_open:?}");
    let hours = rows(export("--unit hour --from -3h"));
    assert_eq!(hours.len(), 3);
}

#[test]
fn what_is_not_over_is_left_out_of_a_range_and_told() {
    let run = export("--from yesterday --to 2100").run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert!(run.stderr().contains(" days not over yet and left out"), "{run}");
}

#[test]
fn however_many_requests_are_in_flight_the_rows_are_the_same() {
    let rows_with = |concurrency: u32| {
        rows(export(&format!(
            "--unit hour --from 2024-01 --to 2024-03 --concurrency {concurrency}"
        )))
    };
    let one_by_one = rows_with(1);
    assert_eq!(one_by_one.len(), 60 * 24);
    assert_eq!(rows_with(16), one_by_one);
}

#[test]
fn a_word_that_names_no_moment_shows_those_that_do() {
    assert_usage!("export_from_missing", export("").run());
    assert_usage!("export_from_unknown", export("--from tomorrow").run());
    assert_usage!("export_to_unknown", export("--from 2024-01-01 --to 2024-02-30").run());
    assert_usage!("export_from_within_a_day", export("--from 2024-01-01T10:00:00Z").run());
    assert_usage!("export_to_hours", export("--from 2024-01-01 --to -3h").run());
}

#[test]
fn an_empty_range_says_that_the_end_is_exclusive() {
    assert_usage!("export_empty_range", export("--from 2024-01-01 --to 2024-01-01").run());
    assert_usage!(
        "export_reversed_range",
        export("--unit hour --from 2024-01-02 --to 2024-01-01").run()
    );
}

#[test]
fn other_options_that_are_wrong_are_named() {
    assert_usage!("export_zone", export("--from 2024-01-01 --time-zone Mars/Olympus").run());
    assert_usage!("export_unit", export("--from 2024-01-01 --unit week").run());
    assert_usage!("export_concurrency", export("--from 2024-01-01 --concurrency 0").run());
    assert_usage!("export_reserve", export("--from 2024-01-01 --reserve 101").run());
    assert_usage!("export_absent", export("--from 2024-01-01 --absent none").run());
    assert_usage!(
        "export_app",
        export("--from 2024-01-01 --app-id {{app}} --app-id {{app}}").run()
    );
    assert_usage!("export_comma", export("--from 2024-01-01 --app-id ios,android").run());
    assert_usage!("export_quiet_and_verbose", export("--from 2024-01-01 -q -v").run());
}

#[test]
fn hours_are_not_asked_of_a_series_of_days() {
    let run = braze("kpi dau export --sandbox --from 2024-01-01 --unit hour").run();
    assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{run}");
    assert!(run.stderr().contains("unexpected argument '--unit'"), "{run}");
}

#[test]
fn an_offset_may_stand_apart_from_its_option() {
    for zone in ["--time-zone -05:00", "--time-zone=-05:00"] {
        let run = export(&format!("--from 2024-01-01 --to 2024-01-03 {zone}")).run();
        assert_eq!((run.code(), run.stdout().lines().count()), (Some(0), 3), "{run}");
    }
}

#[test]
fn a_range_between_two_hours_holds_none() {
    let run = export("--unit hour --from 2024-01-01T10:05 --to 2024-01-01T10:15").run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert!(run.stderr().starts_with("note: the range contains no complete day or hour"), "{run}");
}
