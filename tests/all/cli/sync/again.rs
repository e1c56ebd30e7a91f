//! Later runs: they read what is missing, what was open, and the last days, and nothing else.

use std::time::Duration;

use braze_sandbox::{Clock, Sandbox};

use super::{Folder, JANUARY, asked, complete, counts, sandbox};

fn calm() -> Sandbox {
    sandbox("name: calm")
}

#[test]
fn a_later_run_reads_the_last_days_alone() {
    for (options, rows) in [
        ("--unit day", 4),
        ("--unit day --lookback 0", 1),
        ("--unit day --lookback 10", 11),
        ("--unit hour", 73),
    ] {
        let (folder, sandbox) = (Folder::new(), calm());
        complete(folder.sync_from(&sandbox, &format!("{options} --from -300d --time-zone UTC")));
        assert!(asked(&sandbox).len() > 2);
        let again = complete(folder.sync_from(&sandbox, options));
        let (new, changed, unchanged) = counts(&again);
        // The incomplete bucket counts up, and another day or hour may have begun meanwhile.
        assert!(new <= 1 && changed <= 2, "{again}");
        let read = changed + unchanged;
        assert!(read == rows, "{again}");
        // Two units are asked for beyond those needed.
        assert_eq!(asked(&sandbox), [format!("{} to now", read + new + 2)]);
    }
}

#[test]
fn what_is_settled_is_not_read_again() {
    let (folder, sandbox) = (Folder::new(), calm());
    complete(folder.sync_from(&sandbox, JANUARY));
    assert_eq!(asked(&sandbox), ["33 to 2024-02-01T12:00:00Z"]);
    let run = complete(folder.sync_from(&sandbox, JANUARY));
    assert_eq!(asked(&sandbox), Vec::<String>::new());
    assert!(run.stderr().starts_with("note: nothing to read: "), "{run}");
    // More of both ends.
    complete(folder.sync_from(&sandbox, "--from 2023-12-30 --to 2024-02-03"));
    assert_eq!(asked(&sandbox), ["4 to 2024-01-01T12:00:00Z", "4 to 2024-02-03T12:00:00Z"]);
    // A hole between two ranges is filled by the next run that reaches over it.
    complete(folder.sync_from(&sandbox, "--from 2024-03-01 --to 2024-03-02"));
    assert_eq!(asked(&sandbox), ["3 to 2024-03-02T12:00:00Z"]);
    complete(folder.sync_from(&sandbox, "--to 2024-03-02"));
    assert_eq!(asked(&sandbox), ["29 to 2024-03-01T12:00:00Z"]);
    let (first, last) = ("2023-12-30,day,,,", "2024-03-01,day,,,");
    let rows = folder.sessions();
    assert_eq!(rows.len(), 63);
    assert!(rows[0].starts_with(first) && rows[62].starts_with(last), "{rows:?}");
}

#[test]
fn a_selection_that_is_new_is_read_from_where_it_says_and_the_others_are_left_alone() {
    let (folder, sandbox) = (Folder::new(), calm());
    let month = "--to 2024-02-01";
    complete(folder.sync_from(&sandbox, &format!("--from 2024-01-01 {month} --app-id a")));
    asked(&sandbox);
    let both = format!("{month} --app-id a --app-id b");
    let run = folder.sync_from(&sandbox, &both).run();
    assert_eq!(run.code(), Some(2), "{run}");
    assert!(
        run.stderr()
            .contains("numbers.db holds no sessions of this yet: workspace default: days of app b")
    );
    complete(folder.sync_from(&sandbox, &format!("{both} --from 2024-01-11")));
    assert_eq!(asked(&sandbox), ["23 to 2024-02-01T12:00:00Z"]);
    complete(folder.sync_from(&sandbox, &both));
    assert_eq!(asked(&sandbox), Vec::<String>::new());
}

#[test]
fn what_was_deleted_or_marked_as_open_is_read_again() {
    let (folder, sandbox) = (Folder::new(), calm());
    complete(folder.sync_from(&sandbox, JANUARY));
    let whole = folder.sessions();
    for (harm, new) in [
        ("DELETE FROM sessions WHERE time = '2024-01-10'", 1),
        ("UPDATE sessions SET complete = 0 WHERE time = '2024-01-10'", 0),
        ("DROP TABLE sessions", 31),
    ] {
        folder.open().execute_batch(harm).unwrap();
        asked(&sandbox);
        let run = complete(folder.sync_from(&sandbox, "--to 2024-02-01"));
        assert_eq!(asked(&sandbox), ["33 to 2024-02-01T12:00:00Z"], "{harm}");
        assert_eq!(counts(&run), (new, 0, 31 - new), "{harm}: {run}");
        assert_eq!(folder.sessions(), whole, "{harm}");
    }
}

#[test]
fn an_open_day_is_read_again_until_it_is_over() {
    let clock = Clock::fixed("2024-05-04T10:00:00Z".parse().unwrap());
    let sandbox = Sandbox::builder().clock(clock.clone()).start().unwrap();
    let folder = Folder::new();
    let options = "--time-zone UTC --to 2024-05-05";
    let sync =
        |options: &str| complete(folder.sync_at(&sandbox, options, &clock.now().to_rfc3339()));
    sync(&format!("{options} --from 2024-05-01"));
    let complete_days = "SELECT time, complete FROM sessions";
    assert_eq!(
        folder.query(complete_days),
        ["2024-05-01,1", "2024-05-02,1", "2024-05-03,1", "2024-05-04,0"]
    );
    asked(&sandbox);
    for (hours, is_complete) in [(2, 0), (13, 1)] {
        clock.advance(Duration::from_secs(hours * 3_600));
        let run = sync(options);
        // Days that ended a short time ago are read again too.
        assert_eq!(counts(&run), (0, 1, 3), "{run}");
        assert!(run.stderr().contains("2024-05-04 was "), "{run}");
        assert!(run.stderr().contains(" while it was not over, and is "), "{run}");
        assert_eq!(folder.query(complete_days)[3], format!("2024-05-04,{is_complete}"));
    }
    clock.advance(Duration::from_secs(30 * 86_400));
    sync(options);
    asked(&sandbox);
    sync(options);
    assert_eq!(asked(&sandbox), Vec::<String>::new());
}

#[test]
fn a_bucket_that_the_server_skips_is_asked_for_once() {
    let sandbox = sandbox("workspace: { gaps: 0.3 }");
    let folder = Folder::new();
    let first = folder.sync_from(&sandbox, JANUARY).run();
    assert_eq!(first.code(), Some(5), "{first}");
    assert!(first.stderr().contains(" is missing\n"), "{first}");
    assert!(folder.sessions().len() < 31);
    asked(&sandbox);
    complete(folder.sync_from(&sandbox, JANUARY));
    assert_eq!(asked(&sandbox), Vec::<String>::new());
}

#[test]
fn a_series_without_any_row_is_asked_for_once() {
    let sandbox = sandbox("workspace: { gaps: 1.0 }");
    let folder = Folder::new();
    let first = folder.sync_from(&sandbox, JANUARY).run();
    assert_eq!((first.code(), counts(&first)), (Some(5), (0, 0, 0)), "{first}");
    asked(&sandbox);
    complete(folder.sync_from(&sandbox, "--to 2024-02-01"));
    assert_eq!(asked(&sandbox), Vec::<String>::new());
}

#[test]
fn faults_on_the_way_leave_no_trace() {
    let (folder, other) = (Folder::new(), Folder::new());
    let range = "--from 2022 --to 2024";
    let line = format!("sessions sync --db numbers.db --sandbox=flaky {range}");
    complete(folder.braze(&line));
    complete(other.sync(range));
    assert_eq!(folder.sessions(), other.sessions());
}

#[test]
fn what_has_not_begun_is_left_for_later() {
    let (folder, sandbox) = (Folder::new(), calm());
    let run = complete(folder.sync_from(&sandbox, "--from 2100-01-01"));
    assert!(run.stderr().starts_with("note: nothing to read: "), "{run}");
    assert_eq!(asked(&sandbox), Vec::<String>::new());
    complete(folder.sync_from(&sandbox, "--from -5d --to 2100-01-01"));
    assert!(folder.sessions().len() <= 7);
}
