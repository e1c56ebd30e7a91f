//! The same rows in every format.

use serde_json::Value;

use super::{JANUARY, assert_transcript, braze, export, export_from, lines, rows, sandbox};

const DAYS: &str = "--from 2024-05-30 --to 2024-06-02";
const HOURS: &str = "--unit hour --from 2024-05-01T10:00:00Z --to 2024-05-01T12:00:00Z";

#[test]
fn days_in_every_format() {
    assert_transcript!("export_csv", export(DAYS).run());
    assert_transcript!("export_jsonl", export(&format!("{DAYS} --format jsonl")).run());
    assert_transcript!("export_json", export(&format!("{DAYS} --format json")).run());
    assert_transcript!("export_table", export(&format!("{DAYS} --format table")).run());
    assert_transcript!("export_markdown", export(&format!("{DAYS} --format markdown")).run());
    let short = export(&format!("{DAYS} --format md")).run();
    assert_eq!(short.stdout(), export(&format!("{DAYS} --format markdown")).run().stdout());
}

#[test]
fn dialects_of_csv() {
    let revenue = format!("purchases revenue export --sandbox {DAYS} --product");
    let run = |options: &str| braze(&revenue).arg("a;b").args(options).run();
    assert_transcript!("export_tsv", run("--format tsv --decimal-comma"));
    assert_transcript!("export_semicolons", run("--delimiter semicolon --decimal-comma"));
    let points = run("--delimiter bar");
    assert_eq!(points.stdout().replace('|', ","), run("").stdout());
    let nested = |options: &str| {
        let id = "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b03";
        let line = format!("campaigns export --sandbox --campaign-id {id} {DAYS} {options}");
        braze(&line).run()
    };
    let commas = nested("").stdout().to_owned();
    assert_eq!(nested("--format tsv").stdout().replace('\t', ","), commas);
    assert_eq!(nested("--delimiter semicolon").stdout().replace(';', ","), commas);
    assert_transcript!("export_comma_twice", run("--decimal-comma"));
    assert_transcript!("export_delimiter_of_json", run("--delimiter bar --format json"));
    assert_transcript!("export_delimiter_of_tsv", run("--delimiter bar --format tsv"));
    assert_transcript!("export_comma_of_json", run("--decimal-comma --format jsonl"));
}

#[test]
fn every_pair_of_app_and_segment_is_a_series_of_its_own() {
    let pairs =
        "--app-id app-1 --app-id app-2 --segment-id seg-1 --segment-id seg-2 --app-id app-1";
    assert_transcript!("export_pairs_csv", export(&format!("{HOURS} {pairs}")).run());
    let table = export(&format!("{HOURS} {pairs} --format table")).run();
    assert_transcript!("export_pairs_table", table);
}

#[test]
fn every_parameter_that_tells_series_apart_is_a_column_and_repeats() {
    let products = "--product shirt --product shoes --app-id app-1 --app-id app-2";
    let line = format!("purchases revenue export --sandbox {DAYS} {products} --format");
    for format in ["csv", "jsonl", "json", "table", "markdown"] {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            let run = braze(&format!("{line} {format}")).run();
            insta::assert_snapshot!(format!("export_products_{format}"), run.to_string());
        });
    }
    let events = "--event paid --event left --segment-id seg-1";
    assert_transcript!(
        "export_events_csv",
        braze(&format!("events export --sandbox {DAYS} {events}")).run()
    );
    let segments = "--segment-id seg-1 --segment-id seg-2";
    assert_transcript!(
        "export_segments_csv",
        braze(&format!("segments export --sandbox {DAYS} {segments}")).run()
    );
}

#[test]
fn amounts_stay_amounts() {
    let line = format!("purchases revenue export --sandbox {DAYS} --format");
    assert_transcript!("export_amounts_csv", braze(&format!("{line} csv")).run());
    assert_transcript!("export_amounts_jsonl", braze(&format!("{line} jsonl")).run());
}

#[test]
fn hours_are_written_in_utc_however_the_server_spells_them() {
    let script = "workspace: { zone: Asia/Kolkata, hours: offset-millis }";
    let run = export_from(
        &sandbox(script),
        "--unit hour --from 2024-05-01T10:00:00Z --to 2024-05-01T12:00:00Z --format jsonl",
    )
    .run();
    assert_eq!(run.code(), Some(0), "{run}");
    let first: Value = serde_json::from_str(run.stdout().lines().next().unwrap()).unwrap();
    assert_eq!(first["time"], "2024-05-01T10:30:00Z", "{run}");
    assert_eq!(first["time_text"], "2024-05-01T16:00:00.000+05:30", "{run}");
}

#[test]
fn json_holds_the_rows_of_the_csv_and_what_is_wrong_with_them() {
    let untidy = |format: &str| {
        braze(&format!("sessions export --sandbox=untidy {JANUARY} --format {format}")).run()
    };
    let (csv, jsonl, json) = (untidy("csv"), untidy("jsonl"), untidy("json"));
    let json: Value = serde_json::from_str(json.stdout()).unwrap();
    let objects: Vec<Value> =
        jsonl.stdout().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(json["rows"], Value::Array(objects.clone()));
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let columns = ["time", "unit", "app_id", "segment_id", "sessions", "complete"];
    let line = |row: &Value| columns.map(|column| text(&row[column])).join(",");
    assert_eq!(objects.iter().map(line).collect::<Vec<_>>(), lines(&csv));
    let coverage = &json["coverage"];
    assert_eq!(coverage["returned"], objects.len());
    assert_eq!(coverage["clean"], false);
    assert!(coverage["missing"].as_u64() > Some(0), "{coverage}");
    assert_eq!(coverage["findings"][0]["kind"], "missing", "{coverage}");
}

#[test]
fn an_export_holds_what_single_requests_return() {
    let got =
        braze("sessions get --sandbox --length 3 --ending-at 2024-06-02T00:00:00Z --format csv")
            .run();
    let got: Vec<_> =
        lines(&got).iter().map(|line| line.replace(',', ",day,,,") + ",true").collect();
    assert_eq!(rows(export(DAYS)), got);
}

#[test]
fn fields_are_quoted_where_they_must_be() {
    let run = braze(&format!("events export --sandbox {DAYS}")).arg("--event").arg("a,\"b\"").run();
    assert!(run.stdout().contains("\n2024-05-30,day,\"a,\"\"b\"\"\",,,"), "{run}");
    let run = export(DAYS).arg("--app-id").arg("a|b").arg("--format").arg("markdown").run();
    assert!(run.stdout().contains("| 2024-05-30 | day | a\\|b |  | "), "{run}");
}

#[test]
fn nothing_is_an_answer_too() {
    for (format, stdout) in [
        ("csv", "time,unit,app_id,segment_id,sessions,complete\n"),
        ("jsonl", ""),
        ("table", "time  sessions\nno rows\n"),
    ] {
        let run = export(&format!("--from today --format {format}")).run();
        assert_eq!((run.code(), run.stdout()), (Some(0), stdout), "{run}");
        assert!(
            run.stderr().starts_with("note: the range contains no complete day or hour"),
            "{run}"
        );
    }
    let run = export("--from today --format json").run();
    let json: Value = serde_json::from_str(run.stdout()).unwrap();
    assert_eq!(json["rows"], Value::Array(Vec::new()), "{run}");
}

#[test]
fn a_build_without_parquet_says_where_to_get_one() {
    assert_transcript!("export_no_parquet", export(&format!("{DAYS} -o x.parquet")).run());
}
