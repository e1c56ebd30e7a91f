//! Charts from a server: how they end.

use super::{Folder, braze, chart, sandbox, stop};

#[test]
fn without_a_beginning_it_is_the_last_thirty_days() {
    let run = chart("").run();
    assert_eq!(run.code(), Some(0), "{run}");
    let same = chart("--from -30d").run();
    assert_eq!(run.stdout(), same.stdout());
}

#[test]
fn the_numbers_are_those_of_an_export() {
    let range = "--from 2024-01-01 --to 2024-02-01";
    let export = braze(&format!("sessions export --sandbox {range}")).run();
    let numbers = export.stdout().lines().skip(1).map(|row| row.split(',').nth(4).unwrap());
    let numbers: Vec<u64> = numbers.map(|number| number.parse().unwrap()).collect();
    let run = chart(range).run();
    let total = numbers.iter().sum::<u64>().to_string();
    let drawn = run.stdout().replace(',', "");
    assert!(drawn.contains(&format!("\ntotal {total} · mean ")), "{run}");
    assert!(drawn.contains(&format!("max {} on Jan 6", numbers.iter().max().unwrap())), "{run}");
    assert_eq!(run.stderr(), export.stderr());
}

#[test]
fn a_failure_draws_nothing() {
    for (scenario, code) in [("wrong-key", 3), ("rate-limited", 4), ("not-json", 1)] {
        let run = braze(&format!("sessions chart --sandbox={scenario}")).run();
        assert_eq!((run.code(), run.stdout()), (Some(code), ""), "{run}");
        assert!(run.stderr().contains("\n  nothing was written\n"), "{run}");
        let folder = Folder::with_old("chart.svg");
        let run = braze(&format!("sessions chart --sandbox={scenario} -o {}", folder.file())).run();
        assert_eq!(run.code(), Some(code), "{run}");
        assert!(run.stderr().contains("chart.svg was left as it was\n"), "{run}");
        assert!(folder.is_untouched());
    }
}

#[test]
fn an_interrupt_leaves_the_old_picture_whole() {
    // The third is not answered before the test is over.
    let sandbox = sandbox("rules:\n  - requests: 3\n    latency_ms: 3600000");
    let folder = Folder::with_old("chart.svg");
    let line = "sessions chart --from 2014 --to 2024 --concurrency 1";
    let run = braze(&format!("{line} --base-url {} -o {}", sandbox.url(), folder.file()));
    let child = run.env("BRAZE_API_KEY", &sandbox.api_key_text()).start();
    while sandbox.request_count() < 3 {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let output = stop(child, "-INT");
    assert_eq!(sandbox.request_count(), 3);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(130), "{stderr}");
    assert!(stderr.starts_with("error: interrupted\n"), "{stderr}");
    assert!(stderr.contains("chart.svg was left as it was\n"), "{stderr}");
    assert!(folder.is_untouched());
}
