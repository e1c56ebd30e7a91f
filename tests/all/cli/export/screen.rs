//! A terminal: the bar is on it while the export runs, and off it afterwards.

use std::fs::{File, OpenOptions};
use std::io::Read;
use std::process::Stdio;
use std::thread;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

use super::{Braze, JANUARY, braze, export_from, sandbox};

/// A run whose standard error, at least, is a terminal of 100 columns: what it wrote there, and to
/// standard output where that is none.
fn on_terminal(mut run: Braze, stdout_too: bool) -> (String, String) {
    let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&ours).unwrap();
    unlockpt(&ours).unwrap();
    let size = Winsize { ws_row: 24, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0 };
    tcsetwinsize(&ours, size).unwrap();
    let name = ptsname(&ours, Vec::new()).unwrap().into_string().unwrap();
    let theirs = OpenOptions::new().read(true).write(true).open(name).unwrap();
    run.command.stdin(theirs.try_clone().unwrap()).stderr(theirs.try_clone().unwrap());
    let stdout = if stdout_too { theirs.try_clone().unwrap().into() } else { Stdio::piped() };
    let child = run.command.stdout(stdout).spawn().unwrap();
    // Their side must be open nowhere but in the child, for ours to end with it.
    drop((run, theirs));
    let reader = thread::spawn(move || {
        let mut text = Vec::new();
        // At the end of the other side, Linux reports an error.
        let _ = File::from(ours).read_to_end(&mut text);
        String::from_utf8(text).unwrap()
    });
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    (reader.join().unwrap(), String::from_utf8(output.stdout).unwrap())
}

/// What a line of the screen shows in the end: a line is overwritten from its beginning.
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
    let coverage = shown.iter().position(|line| line.starts_with("coverage: 730 of 730")).unwrap();
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
