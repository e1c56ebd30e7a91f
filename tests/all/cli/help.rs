//! Every page of help, and what is generated from the same tree: manual and completions.

use std::process::Command;

use super::{assert_transcript, braze};

#[test]
fn help_of_the_command() {
    assert_transcript!("help_braze", braze("--help").run());
    assert_transcript!("help_braze_short", braze("-h").run());
}

#[test]
fn help_of_a_series() {
    assert_transcript!("help_sessions", braze("sessions --help").run());
    assert_transcript!("help_sessions_get", braze("sessions get --help").run());
    assert_transcript!("help_sessions_get_short", braze("sessions get -h").run());
}

#[test]
fn help_of_the_other_commands() {
    assert_transcript!("help_init", braze("init --help").run());
    assert_transcript!("help_instances", braze("instances --help").run());
    assert_transcript!("help_sandbox", braze("sandbox --help").run());
    assert_transcript!("help_completions", braze("completions --help").run());
    assert_transcript!("help_man", braze("man --help").run());
}

#[test]
fn without_a_command_the_help_goes_to_standard_error() {
    let run = braze("").run();
    assert_eq!((run.code(), run.stdout()), (Some(2), ""));
    assert!(run.stderr().contains("Usage: braze <COMMAND>"), "{run}");
    let run = braze("sessions").run();
    assert_eq!((run.code(), run.stdout()), (Some(2), ""));
    assert!(run.stderr().contains("Usage: braze sessions <COMMAND>"), "{run}");
}

#[test]
fn the_version_is_that_of_the_crate() {
    assert_eq!(
        braze("--version").run().stdout(),
        concat!("braze ", env!("CARGO_PKG_VERSION"), "\n")
    );
}

#[test]
fn help_and_version_are_words_too() {
    for (words, options) in
        [("help", "--help"), ("help sessions get", "sessions get --help"), ("version", "--version")]
    {
        let (words, options) = (braze(words).run(), braze(options).run());
        assert_eq!((words.code(), words.stdout()), (options.code(), options.stdout()));
    }
    let run = braze("help sesions").run();
    assert_eq!(run.code(), Some(2));
    assert!(run.stderr().contains("a similar subcommand exists: 'sessions'"), "{run}");
}

#[test]
fn instances_are_listed_as_they_are_typed() {
    assert_transcript!("instances", braze("instances").run());
}

#[test]
fn a_page_that_is_not_there_suggests_the_near_one() {
    assert_transcript!("reference_near", braze("reference sesions").run());
    assert_transcript!("reference_unknown", braze("reference xyz").run());
}

#[test]
fn quiet_and_verbose_are_understood_everywhere() {
    for line in ["instances", "reference", "man", "completions bash", "doctor --sandbox"] {
        for option in ["-q", "--quiet", "-v", "--verbose"] {
            let run = braze(&format!("{line} {option}")).run();
            assert_eq!((run.code(), run.stderr()), (Some(0), ""), "{run}");
        }
    }
}

#[test]
fn the_manual_has_a_page_for_every_command() {
    let page = braze("man sessions get").run();
    assert_eq!(page.code(), Some(0), "{page}");
    assert!(page.stdout().contains(".TH braze-sessions-get 1"), "{page}");
    assert!(page.stdout().contains(r"\fB\-\-ending\-at\fR"), "{page}");
    assert!(braze("man").run().stdout().contains(".TH braze 1"));
    assert!(braze("man doctor").run().stdout().contains(".TH braze-doctor 1"));
    assert_transcript!("man_unknown", braze("man sessions put").run());
    assert_transcript!("man_near", braze("man sessions exprt").run());
}

#[test]
fn completions_know_options_and_their_words() {
    let script = braze("completions bash").run();
    assert_eq!(script.code(), Some(0), "{script}");
    for word in ["--ending-at", "--profile", "--probe", "doctor"] {
        assert!(script.stdout().contains(word), "{word}: {script}");
    }
    // It is longer than an argument may be.
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), script.stdout()).unwrap();
    let syntax = Command::new("bash").arg("-n").arg(file.path()).status().unwrap();
    assert!(syntax.success());
    assert!(braze("completions zsh").run().stdout().contains("(day hour)"));
    assert_transcript!("completions_unknown_shell", braze("completions tcsh").run());
}
