//! The help of a sync.

use super::{Folder, assert_transcript, braze};

#[test]
fn help_of_a_sync() {
    assert_transcript!("help_sessions_sync", braze("sessions sync --help").run());
    assert_transcript!("help_sessions_sync_short", braze("sessions sync -h").run());
    assert_transcript!("help_events_sync", braze("events sync --help").run());
}

#[test]
fn manual_and_completions_know_it() {
    let page = braze("man sessions sync").run();
    assert!(page.stdout().contains(".TH braze-sessions-sync 1"), "{page}");
    let script = braze("completions bash").run();
    for option in ["--db", "--lookback", "--workspace"] {
        assert!(script.stdout().contains(option), "{option}");
    }
}

#[test]
fn a_mistake_on_the_command_line_makes_no_file() {
    let folder = Folder::new();
    for arguments in ["--from 2024-02-01 --to 2024-01-01", "--from 2024-01-01T10:00", ""] {
        let run = folder.sync(arguments).run();
        assert_eq!(run.code(), Some(2), "{run}");
    }
    assert_eq!(folder.names(), Vec::<String>::new());
    assert_transcript!("sync_nowhere_to_begin", folder.sync("").run());
    assert_transcript!("sync_without_db", folder.braze("sessions sync --sandbox").run());
    assert_transcript!("sync_lookback", folder.sync("--lookback -1").run());
    assert_transcript!("sync_workspace_empty", folder.sync("--from -1d --workspace=").run());
}
