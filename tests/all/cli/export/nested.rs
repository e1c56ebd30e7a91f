//! Nested series: a line for each number, or a column for each metric.

use super::{assert_transcript, braze};

const CAMPAIGN: &str = "--campaign-id 7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b03";
const CANVAS: &str = "--canvas-id 7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b03";
const DAYS: &str = "--from 2024-03-01 --to 2024-03-03";

fn campaigns(arguments: &str) -> super::Braze {
    braze(&format!("campaigns export --sandbox {CAMPAIGN} {arguments}")).pinned()
}

#[test]
fn two_months_are_tidy_and_clean() {
    let run = campaigns("--from 2024-01-01 --to 2024-03-01").run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert!(run.stderr().starts_with("complete: 60 of 60 days\n"), "{run}");
    let mut lines = run.stdout().lines();
    assert_eq!(lines.next(), Some("time,campaign_id,channel,variation,metric,value,complete"));
    let mut keys: Vec<_> = lines.map(|line| line.rsplitn(3, ',').last().unwrap()).collect();
    let count = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), count, "every number has a key of its own");
}

#[test]
fn help_of_a_nested_export() {
    assert_transcript!("help_campaigns_export", braze("campaigns export --help").run());
    assert_transcript!("help_canvas_chart", braze("canvas chart --help").run());
}

#[test]
fn numbers_in_every_format() {
    for format in ["csv", "jsonl", "json", "table", "markdown"] {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            let run = campaigns(&format!("--from 2024-03-01 --to 2024-03-02 --format {format}")).run();
            insta::assert_snapshot!(format!("export_nested_{format}"), run.to_string());
        });
    }
}

#[test]
fn wide_rows_of_one_channel_and_of_all() {
    assert_transcript!("export_wide_email", campaigns(&format!("{DAYS} --wide=email")).run());
    assert_transcript!("export_wide", campaigns(&format!("{DAYS} --wide")).run());
    let canvas = format!("canvas export --sandbox {CANVAS} {DAYS} --include-variant-breakdown");
    assert_transcript!("export_wide_canvas", braze(&format!("{canvas} --wide")).pinned().run());
    let unknown = campaigns(&format!("{DAYS} --wide=fax")).run();
    assert_eq!(unknown.stdout(), "time,campaign_id,variation,complete\n", "{unknown}");
}

#[test]
fn options_that_are_no_dimensions_are_the_same_for_all_selections() {
    let run = braze(&format!(
        "canvas export --sandbox {CANVAS} --canvas-id another --include-step-breakdown {DAYS}"
    ));
    let run = run.pinned().run();
    assert_eq!(run.code(), Some(0), "{run}");
    let of_steps = |id: &str| {
        let is_step = |line: &&str| line.split(',').nth(1) == Some(id) && line.contains(",email,");
        run.stdout().lines().filter(is_step).count()
    };
    assert!(
        of_steps("another") > 0 && of_steps("7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b03") > 0,
        "{run}"
    );
}

#[test]
fn a_flat_series_has_no_layout_and_wide_rows_are_not_resumed() {
    let flat = braze("sessions export --sandbox --from 2024-01-01 --wide").run();
    assert_eq!(flat.code(), Some(2), "{flat}");
    let wide = campaigns(&format!("{DAYS} --wide --resume 2024-03-02")).run();
    assert_eq!(wide.code(), Some(2), "{wide}");
}

#[test]
fn resumed_lines_are_those_of_one_run() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("campaigns.csv");
    let whole = campaigns(DAYS).run();
    let first = campaigns("--from 2024-03-01 --to 2024-03-02").run();
    std::fs::write(&path, first.stdout()).unwrap();
    let run = campaigns(&format!("{DAYS} --resume 2024-03-02 -o {}", path.display())).run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), whole.stdout());
}

#[test]
fn what_the_service_no_longer_keeps_is_expired() {
    let line =
        "sends export --sandbox --campaign-id c --send-id s --from 2024-04-01 --to 2024-05-01";
    let script = tempfile::NamedTempFile::with_suffix(".yaml").unwrap();
    std::fs::write(script.path(), "workspace: { gaps: 1.0 }").unwrap();
    let line = line.replace("--sandbox", &format!("--sandbox={}", script.path().display()));
    let run = braze(&format!("{line} --format json")).pinned().run();
    let coverage = &serde_json::from_str::<serde_json::Value>(run.stdout()).unwrap()["coverage"];
    assert_eq!(
        coverage["expired"].as_u64().unwrap() + coverage["missing"].as_u64().unwrap(),
        30,
        "{run}"
    );
    assert!(coverage["expired"].as_u64().unwrap() > 0, "{run}");
    assert!(run.stderr().contains(" expired"), "{run}");
}

#[test]
fn a_file_of_numbers_is_kept_up_to_date_and_drawn() {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("braze.db");
    let line = format!("{CAMPAIGN} --db {}", db.display());
    let sync =
        || braze(&format!("campaigns sync --sandbox {line} --from 2024-03-01 --to 2024-03-15"));
    let first = sync().pinned().run();
    assert_eq!(first.code(), Some(0), "{first}");
    let again = sync().pinned().run();
    assert!(again.stderr().contains("campaigns: 0 rows new, 0 changed, 0 unchanged"), "{again}");
    let connection = rusqlite::Connection::open(&db).unwrap();
    let sum: i64 = connection
        .query_row(
            "SELECT SUM(value) FROM campaigns WHERE channel = 'email' AND metric = 'opens'",
            (),
            |row| row.get(0),
        )
        .unwrap();
    let chart =
        braze(&format!("campaigns chart {line} --metric email.opens,email.clicks")).pinned().run();
    assert!(chart.stdout().contains("* email.opens"), "{chart}");
    let drawn = chart.stdout().replace(',', "");
    assert!(drawn.contains(&format!("total {sum} ")), "{chart}");
    let range = "--from 2024-03-01 --to 2024-03-15";
    let metric = "--metric email.opens,email.clicks";
    let live =
        braze(&format!("campaigns chart --sandbox {CAMPAIGN} {range} {metric}")).pinned().run();
    assert_eq!(live.stdout(), chart.stdout());
}

#[test]
fn a_metric_that_no_row_has_is_named() {
    let range = "--from 2024-03-01 --to 2024-03-15";
    let line = format!("campaigns chart --sandbox {CAMPAIGN} {range} --metric email.opened");
    let run = braze(&line).pinned().run();
    assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{run}");
    assert!(run.stderr().contains("no row has the metric `email.opened`"), "{run}");
    let line = format!("campaigns chart --sandbox {CAMPAIGN} {range}");
    assert_eq!(braze(&line).run().code(), Some(2));
}
