//! A terminal: the bar is on it while the export runs, and off it afterwards.

use super::{Braze, JANUARY, braze, export_from, sandbox};
use crate::cli::pty::on_terminal;

/// The final text of a screen line, which is overwritten from its beginning.
fn shown(screen: &str) -> Vec<&str> {
    let lines = screen.split('\n').map(|line| line.trim_end_matches('\r'));
    lines.map(|line| line.rsplit(['\r', 'K']).next().unwrap_or_default()).collect()
}

fn slow_export(options: &str) -> Braze {
    let range = "--from 2022-01-01 --to 2024-01-01 --concurrency 2";
    // The sandbox runs as long as the process does.
    let sandbox = Box::leak(Box::new(sandbox("rules:\n  - latency_ms: 150")));
    export_from(sandbox, &format!("{range} {options}")).env("TERM", "xterm-256color")
}

#[test]
fn a_bar_is_drawn_and_taken_away() {
    let (screen, stdout) = on_terminal(slow_export(""), false);
    assert_eq!(stdout.lines().count(), 730 + 1);
    assert!(screen.contains(" of 8 requests, "), "{screen:?}");
    assert!(screen.contains(" of 250000 calls left"), "{screen:?}");
    assert!(screen.contains('█'), "{screen:?}");
    assert!(!screen.contains("0 of 0"), "{screen:?}");
    let shown = shown(&screen);
    let coverage = shown.iter().position(|line| line.starts_with("complete: 730 of 730")).unwrap();
    assert!(shown[..coverage].iter().all(|line| line.is_empty()), "{shown:?}");
    // No line is wider than the screen, which would leave pieces of it behind.
    let text = |piece: &str| piece.chars().filter(|c| !c.is_control()).count();
    assert!(screen.split("\u{1b}[2K").all(|piece| text(piece) <= 110), "{screen:?}");
}

#[test]
fn there_is_no_bar_where_it_is_not_wanted() {
    for run in [slow_export("--quiet"), slow_export("").env("TERM", "dumb")] {
        let (screen, _) = on_terminal(run, false);
        assert!(!screen.contains("requests"), "{screen:?}");
        assert!(!screen.contains('\u{1b}'), "{screen:?}");
    }
    // Rows on the same screen would run into it.
    let (screen, _) = on_terminal(slow_export(""), true);
    assert!(!screen.contains("requests"), "{screen:?}");
    assert!(screen.contains("\r\n2023-12-31,day,,,"), "{screen:?}");
}

#[test]
fn without_unicode_the_bar_is_ascii() {
    let (screen, _) = on_terminal(slow_export("").env("LC_ALL", "C"), false);
    assert!(screen.contains("#") && screen.is_ascii(), "{screen:?}");
}

#[test]
fn notes_stand_above_the_bar_each_on_a_line_of_its_own() {
    let script = "rules:\n  - { every: 3, attempts: 1, status: 502 }\n  - latency_ms: 150";
    for (no_color, label) in
        [(false, "\u{1b}[1mnote:\u{1b}[0m the server"), (true, "note: the server")]
    {
        let sandbox = sandbox(script);
        let mut run =
            export_from(&sandbox, &format!("{JANUARY} --app-id a-1 --app-id b-2 --app-id c-3"))
                .env("TERM", "xterm-256color");
        if no_color {
            run = run.env("NO_COLOR", "1");
        }
        let (screen, _) = on_terminal(run, false);
        assert!(screen.contains(label), "{screen:?}");
        for line in screen.lines().filter(|line| line.contains("the server answered 502")) {
            let line = line.trim_end_matches('\r');
            assert!(line.ends_with(" of 4)"), "{line:?}");
        }
    }
}

#[test]
fn no_color_holds_for_every_command() {
    for line in ["--help", "sessions get --help", "doctor --sandbox --probe", "instances", "man"] {
        let run = || braze(line).env("TERM", "xterm-256color");
        let (screen, _) = on_terminal(run().env("NO_COLOR", "1"), true);
        assert!(!screen.contains('\u{1b}'), "{line}: {screen:?}");
        // So that it is known to see colors where there are some.
        let (screen, _) = on_terminal(run(), true);
        assert!(!line.contains("help") || screen.contains('\u{1b}'), "{line}: {screen:?}");
    }
}
