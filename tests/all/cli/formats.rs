//! The formats of a reply on standard output.

use super::pty::on_terminal;
use super::{KEY, TWO_ROWS, Transcript, braze, get, requests, succeeding};

fn in_format(body: &str, format: &str) -> Transcript {
    let run = get(&succeeding(body)).arg("--format").arg(format).run();
    assert_eq!((run.code(), run.stderr()), (Some(0), ""), "{run}");
    run
}

#[test]
fn a_table_is_the_default() {
    let table = in_format(TWO_ROWS, "table");
    let default = get(&succeeding(TWO_ROWS)).run();
    assert_eq!(default.stdout(), table.stdout());
    insta::assert_snapshot!(table.stdout());
}

#[test]
fn csv_has_a_header_and_the_times_as_they_came() {
    insta::assert_snapshot!(in_format(TWO_ROWS, "csv").stdout());
}

#[test]
fn json_is_the_reply_as_one_value() {
    let text = in_format(TWO_ROWS, "json");
    let value: serde_json::Value = serde_json::from_str(text.stdout()).unwrap();
    assert_eq!(value, serde_json::from_str::<serde_json::Value>(TWO_ROWS).unwrap());
    insta::assert_snapshot!(text.stdout());
}

#[test]
fn a_file_has_the_format_of_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    for (name, format) in [("a.csv", "csv"), ("a.json", "json"), ("plain", "csv")] {
        let run = get(&succeeding(TWO_ROWS)).arg("-o").arg(&path(name)).run();
        assert_eq!((run.code(), run.stdout(), run.stderr()), (Some(0), "", ""), "{run}");
        let written = std::fs::read_to_string(path(name)).unwrap();
        assert_eq!(written, in_format(TWO_ROWS, format).stdout());
    }
    let run = get(&succeeding(TWO_ROWS)).arg("-o").arg("-").run();
    assert_eq!(run.stdout(), in_format(TWO_ROWS, "table").stdout());
    let details =
        braze("campaigns details --campaign-id c-1 --sandbox --output").arg(&path("c.txt")).run();
    assert_eq!(details.code(), Some(1), "{details}");
    assert!(!std::path::Path::new(&path("c.txt")).exists());
}

#[test]
fn a_file_that_cannot_be_written_is_told_before_anything_is_sent() {
    let folder = tempfile::tempdir().unwrap();
    for (name, reason) in [("missing/a.csv", "cannot write"), ("a.png", "names no format")] {
        let server = succeeding(TWO_ROWS);
        let path = folder.path().join(name).display().to_string();
        let run = get(&server).arg("-o").arg(&path).run();
        assert_eq!((run.code(), requests(&server).len()), (Some(2), 0), "{run}");
        assert!(run.stderr().contains(reason), "{run}");
    }
    let run = get(&succeeding(TWO_ROWS)).arg("--dry-run").arg("-o").arg("a.csv").run();
    assert_eq!(run.code(), Some(2), "{run}");
}

#[test]
fn a_reply_without_rows_is_no_failure() {
    let empty = r#"{"message":"success","data":[]}"#;
    assert_eq!(in_format(empty, "table").stdout(), "time  sessions\nno rows\n");
    assert_eq!(in_format(empty, "csv").stdout(), "time,sessions\n");
}

#[test]
fn odd_times_keep_the_table_aligned_and_the_csv_readable() {
    let body = r#"{"message":"success","data":[{"time":"a, \"b\"","sessions":1},{"time":"é\u001b[2J","sessions":22},{"time":null,"sessions":333}]}"#;
    insta::assert_snapshot!(in_format(body, "table").stdout());
    insta::assert_snapshot!(in_format(body, "csv").stdout());
}

#[test]
fn the_sparkline_is_ascii_where_the_locale_is() {
    for locale in ["C", "POSIX", "de_DE.ISO-8859-1", ""] {
        let run = get(&succeeding(TWO_ROWS)).env("LC_ALL", locale).run();
        assert!(run.stdout().is_ascii(), "{locale}: {run}");
        assert!(run.stdout().contains("\n#_\n"), "{locale}: {run}");
    }
    let run = get(&succeeding(TWO_ROWS)).env("LC_ALL", "en_US.utf8").run();
    assert!(run.stdout().contains("\n█▁\n"), "{run}");
}

/// The two columns of a CSV, without the header.
fn columns(csv: &str) -> (Vec<&str>, Vec<u64>) {
    let rows = csv.lines().skip(1).map(|line| line.split_once(',').unwrap());
    rows.map(|(time, number)| (time, number.parse::<u64>().unwrap())).unzip()
}

#[test]
fn the_sandbox_needs_no_key_and_its_days_repeat() {
    let line = "sessions get --sandbox --length 3 --ending-at 2024-05-15T00:00:00Z";
    let (csv, table) = (braze(&format!("{line} --format csv")).run(), braze(line).run());
    assert_eq!((csv.code(), csv.stderr()), (Some(0), ""), "{csv}");
    let (times, numbers) = columns(csv.stdout());
    assert_eq!(times, ["2024-05-12", "2024-05-13", "2024-05-14"]);
    let [a, b, c] = numbers[..] else { panic!("{csv}") };
    let (lowest, highest) = (a.min(b).min(c), a.max(b).max(c));
    let total = format!("total {} in 3 rows, lowest {lowest}, highest {highest}\n", a + b + c);
    assert!(table.stdout().ends_with(&total), "{table}");
}

#[test]
fn hours_are_shown_with_their_time() {
    let line = "sessions get --sandbox --length 2 --unit hour --ending-at 2024-05-15T12:00:00Z";
    let csv = braze(&format!("{line} --format csv")).run();
    assert_eq!(columns(csv.stdout()).0, ["2024-05-15T10:00:00Z", "2024-05-15T11:00:00Z"]);
}

#[test]
fn an_end_that_a_person_wrote_is_understood() {
    let line = "sessions get --sandbox --length 3 --format csv --ending-at";
    let odd = braze(&format!("{line} 2018-06-28T23:59:59-5:00")).run();
    let plain = braze(&format!("{line} 2018-06-28T23:59:59-05:00")).run();
    assert_eq!((odd.code(), odd.stdout()), (Some(0), plain.stdout()), "{odd}");
}

#[test]
fn no_format_steers_a_terminal() {
    let body = r#"{"message":"success","data":[{"time":"\u001b[2J\u009b31m","sessions":1}]}"#;
    for format in ["csv", "table", "json"] {
        let server = succeeding(body);
        let run = braze(&format!(
            "sessions get --length 2 --format {format} --base-url {}",
            server.url()
        ));
        let (screen, _) = on_terminal(run.env("BRAZE_API_KEY", KEY), true);
        assert!(!screen.contains(['\u{1b}', '\u{9b}']), "{screen:?}");
        assert!(screen.contains("[2J"), "{screen:?}");
    }
}
