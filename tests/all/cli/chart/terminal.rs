//! Charts of characters.

use super::{assert_transcript, chart, chart_of, chart_of_numbers, on_terminal};

const JANUARY: &str = "--from 2024-01-01 --to 2024-02-01";
const APPS: &str = "--app-id app-1 --app-id app-2 --app-id app-3";

#[test]
fn few_days_are_bars_and_more_are_a_line() {
    assert_transcript!("chart_bars", chart("--from 2024-01-01 --to 2024-01-15").run());
    assert_transcript!("chart_line", chart(JANUARY).run());
}

#[test]
fn where_there_is_no_room_for_each_a_point_is_a_mean() {
    assert_transcript!("chart_means", chart("--from 2022 --to 2024").run());
    assert_transcript!("chart_means_hours", chart("--unit hour --from 2024-01 --to 2024-03").run());
}

#[test]
fn several_apps_have_marks_of_their_own() {
    let hours = format!("--unit hour --from 2024-05-01 --to 2024-05-04 {APPS}");
    assert_transcript!("chart_apps", chart(&hours).run());
}

#[test]
fn several_products_are_several_lines() {
    let line = "purchases revenue chart --sandbox --product shirt --product shoes";
    let run = crate::cli::braze(&format!("{line} --from 2024-01-01 --to 2024-01-05")).run();
    assert_transcript!("chart_products", run);
}

#[test]
fn one_app_is_named_in_the_heading() {
    let run = chart(&format!("{JANUARY} --app-id app-1 --segment-id seg-1")).run();
    let heading = "sessions per day  2024-01-01 to 2024-01-31, app app-1, segment seg-1\n";
    assert!(run.stdout().starts_with(heading), "{run}");
    let line = "events chart --event added_to_cart --sandbox --from 2024-01-01 --to 2024-01-05";
    let run = crate::cli::braze(line).run();
    let heading = "events per day  2024-01-01 to 2024-01-04, event added_to_cart\n";
    assert!(run.stdout().starts_with(heading), "{run}");
}

#[test]
fn without_unicode_it_is_ascii() {
    for (name, arguments) in [
        ("chart_ascii_bars", "--from 2024-01-01 --to 2024-01-08"),
        ("chart_ascii_line", "--from 2022 --to 2024"),
    ] {
        let run = chart(arguments).env("LC_ALL", "C").run();
        assert!(run.stdout().is_ascii(), "{run}");
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, run.to_string());
        });
    }
}

#[test]
fn what_is_missing_is_a_gap_and_a_finding() {
    let script = "workspace: { gaps: 0.15, zero_rows: false, since: 2024-01-05 }";
    for (name, range) in [
        ("chart_gaps_bars", "--from 2024-01-01 --to 2024-01-15"),
        ("chart_gaps_line", "--from 2024-01-01 --to 2024-02-15"),
    ] {
        let run = chart_of(script, range);
        assert_eq!(run.code(), Some(5), "{run}");
        let told = format!("{}{}", run.stdout(), run.stderr());
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, told);
        });
    }
}

#[test]
fn hours_stand_where_they_are_in_utc() {
    let script = "workspace: { zone: Asia/Kolkata, hours: offset-millis }";
    let range = "--unit hour --from 2024-05-01 --to 2024-05-02 --time-zone +05:30";
    let run = chart_of(script, range);
    assert_eq!(run.code(), Some(0), "{run}");
    assert_transcript!("chart_half_hours", run.stdout());
}

#[test]
fn what_is_not_over_is_drawn_apart() {
    for (days, mark) in [(5, '░'), (50, '○')] {
        let run = chart(&format!("--from -{days}d --include-open")).run();
        assert_eq!(run.code(), Some(0), "{run}");
        let told = run.stdout().lines().last().unwrap();
        assert!(told.contains(" incomplete ") && told.contains(mark), "{run}");
        assert!(run.stdout().matches(mark).count() > 1, "{run}");
        let closed = chart(&format!("--from -{days}d")).run();
        assert!(!closed.stdout().contains(mark), "{closed}");
    }
}

#[test]
fn numbers_of_any_size_are_drawn() {
    let sessions = |numbers: &[&str]| chart_of_numbers("sessions", "sessions", numbers);
    assert_transcript!("chart_one", sessions(&["1204"]).stdout());
    assert_transcript!("chart_zeros", sessions(&["0", "0", "0"]).stdout());
    let most = u64::MAX.to_string();
    assert_transcript!("chart_huge", sessions(&[&most, "1", &most]).stdout());
    let revenue = chart_of_numbers("purchases revenue", "revenue", &["-12.5", "3.25", "40"]);
    assert_transcript!("chart_negative", revenue.stdout());
}

#[test]
fn nothing_is_an_answer_too() {
    let run = chart("--from today").run();
    assert_eq!(
        (run.code(), run.stdout()),
        (Some(0), "sessions per day  no days\n\nno rows\n"),
        "{run}"
    );
}

/// The widest line.
fn widest(text: &str) -> usize {
    text.lines().map(|line| line.trim_end_matches('\r').chars().count()).max().unwrap()
}

#[test]
fn it_is_as_wide_as_the_reader_says() {
    for (columns, width) in [("40", 40), ("133", 133), ("", 80), ("0", 80), ("wide", 80), ("1", 30)]
    {
        let run = chart(JANUARY).env("COLUMNS", columns).run();
        assert_eq!(widest(run.stdout()), width, "{run}");
    }
    assert_transcript!("chart_narrow", chart(JANUARY).env("COLUMNS", "40").run().stdout());
}

#[test]
fn on_a_terminal_it_fills_the_width_and_has_colors() {
    let run = || chart(&format!("{JANUARY} {APPS} --quiet")).env("COLUMNS", "60");
    let (screen, _) = on_terminal(run().env("TERM", "xterm-256color"), true);
    assert!(screen.starts_with("\u{1b}[1msessions per day\u{1b}[0m"), "{screen:?}");
    for color in [36, 33, 35] {
        assert!(screen.contains(&format!("\u{1b}[{color}m━━\u{1b}[0m app app-")), "{screen:?}");
    }
    for plain in [run().env("NO_COLOR", "1"), run().env("TERM", "dumb")] {
        let (screen, _) = on_terminal(plain, true);
        assert!(!screen.contains('\u{1b}'), "{screen:?}");
        // The terminal has 100 columns, whatever the environment says.
        assert_eq!(widest(&screen), 100, "{screen}");
    }
}
