//! A chart reports the same missing buckets as its coverage, at any hour.

use super::chart_at;

/// The number before ` days missing` or ` missing`.
fn number_before(text: &str, word: &str) -> u64 {
    let before = text.split_once(word).map_or("0", |(before, _)| before);
    before.split_whitespace().next_back().unwrap().parse().unwrap()
}

#[test]
fn a_chart_calls_missing_what_its_coverage_does() {
    for script in [
        "name: calm",
        "workspace: { gaps: 0.3, zero_rows: false }",
        "workspace: { incomplete_bucket: absent }",
    ] {
        for now in ["00:30", "09:59", "10:30", "12:30", "23:59"] {
            let now = format!("2026-11-26T{now}:30Z");
            for options in ["", "--include-open", "--include-open --time-zone +14:00", "--to 2100"]
            {
                let run = chart_at(&now, script, &format!("--from -20d {options}"));
                let text = run.stdout().replace(" days missing", " missing");
                let drawn = number_before(&text.replace(" day missing", " missing"), " missing");
                let coverage = run.stderr().rsplit_once("findings: ").map_or("", |it| it.1);
                let counted = number_before(coverage, " missing");
                assert_eq!(drawn, counted, "{now} {script} {run}");
            }
        }
    }
}
