//! The help of a chart, its examples, and what is wrong with a command line.

use super::{all_series, assert_transcript, assert_usage, braze, chart};

#[test]
fn help_of_a_chart() {
    assert_transcript!("help_sessions_chart", braze("sessions chart --help").run());
    assert_transcript!("help_sessions_chart_short", braze("sessions chart -h").run());
}

#[test]
fn every_series_has_a_chart_whose_example_runs_as_it_stands() {
    for (words, _) in all_series() {
        let help = braze(&format!("{words} chart --help")).run();
        let text = help.stdout().replace(" \\\n", "");
        let mut examples = text.lines().filter(|line| line.contains(" chart --sandbox"));
        let example = examples.next().and_then(|line| line.strip_prefix("  braze ")).unwrap();
        let run = braze(example).run();
        assert_eq!(run.code(), Some(0), "{run}");
        assert!(run.stdout().starts_with(&format!("{words} per day")), "{run}");
        assert!(run.stdout().contains("2024-01-01 to 2024-01-31"), "{run}");
        assert!(run.stdout().contains("\ntotal "), "{run}");
    }
}

#[test]
fn a_wrong_range_is_told() {
    assert_usage!("chart_to_without_from", chart("--to 2024-01-01").run());
    assert_usage!("chart_empty_range", chart("--from 2024-01-01 --to 2024-01-01").run());
    assert_usage!("chart_from_unknown", chart("--from tomorrow").run());
}

#[test]
fn a_picture_is_an_svg() {
    assert_usage!("chart_png", chart("-o sessions.png").run());
    assert_usage!("chart_no_extension", chart("-o pictures/sessions").run());
}

#[test]
fn a_server_and_a_file_are_two_things() {
    assert_usage!("chart_no_server", braze("sessions chart").run());
    assert_usage!("chart_two_sources", chart("--db braze.db").run());
    assert_usage!(
        "chart_file_and_absent",
        braze("sessions chart --db braze.db --absent zero").run()
    );
    assert_usage!("chart_workspace_alone", chart("--workspace shop").run());
    assert_usage!("chart_app", chart("--app-id {{app}}").run());
}
