//! Runs that end early, at any moment, and runs side by side.

use std::process::Child;
use std::thread::sleep;
use std::time::Duration;

use super::{Folder, Transcript, asked, assert_transcript, complete, counts, sandbox, stop};

/// Four years in requests of a tenth of a second.
const SLOW: &str = "rules:\n  - latency_ms: 100";
const RANGE: &str = "--from 2020-01-01 --to 2024-01-01 --concurrency 2";

fn until(mut happened: impl FnMut() -> bool) {
    while !happened() {
        sleep(Duration::from_millis(1));
    }
}

fn has_ended(child: &mut Child) -> bool {
    child.try_wait().unwrap().is_some()
}

fn end(child: Child) -> (Option<i32>, String) {
    let output = child.wait_with_output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn an_interrupted_run_keeps_what_it_stored_and_goes_on_from_there() {
    // The seventh and the eighth are not answered before the test is over.
    let sandbox = sandbox("rules:\n  - requests: 7..8\n    latency_ms: 3600000");
    let folder = Folder::new();
    let child = folder.sync_from(&sandbox, RANGE).start();
    until(|| sandbox.request_count() == 8);
    let output = stop(child, "-INT");
    assert_eq!(sandbox.request_count(), 8);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(130), "{stderr}");
    assert!(stderr.starts_with("error: interrupted\n  stored in numbers.db: "), "{stderr}");
    assert!(stderr.ends_with(" run the command again to continue from there\n"), "{stderr}");
    let stored = folder.sessions().len();
    assert!((1..1_461).contains(&stored), "{stored}");
    asked(&sandbox);
    let rest: Transcript = complete(folder.sync_from(&sandbox, RANGE));
    assert_eq!(counts(&rest), (1_461 - stored as u64, 0, 0), "{rest}");
    assert!(asked(&sandbox).len() <= 15 - stored / 98, "{stored}");
}

#[test]
fn a_server_that_has_fallen_silent_does_not_hold_an_interrupt_up() {
    let sandbox = sandbox("rules:\n  - cut: stalled");
    let folder = Folder::new();
    let child = folder.sync_from(&sandbox, RANGE).start();
    until(|| sandbox.request_count() > 0);
    let output = stop(child, "-INT");
    assert!(sandbox.request_count() <= 2, "{}", sandbox.request_count());
    assert_eq!(output.status.code(), Some(130));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(stderr, "error: interrupted\n  nothing was stored in numbers.db\n");
}

#[test]
fn a_failure_in_the_middle_says_what_was_stored() {
    let sandbox = sandbox("rules:\n  - requests: 1..3\n  - status: 403");
    let folder = Folder::new();
    let options = "--from 2023-01-01 --to 2023-06-01 --app-id a --app-id b --concurrency 1";
    let run = folder.sync_from(&sandbox, options).run();
    assert_eq!(run.code(), Some(3), "{run}");
    assert_transcript!("sync_early", run.stderr());
    let rows = folder.query("SELECT app_id, COUNT(*) FROM sessions GROUP BY app_id");
    assert_eq!(rows[0], "a,151");
}

#[test]
fn two_runs_at_once_exclude_each_other_and_no_reader() {
    let sandbox = sandbox(SLOW);
    let folder = Folder::new();
    complete(folder.sync_from(&sandbox, "--from 2019-12-31 --to 2020-01-01"));
    let before = sandbox.request_count();
    let first = folder.sync_from(&sandbox, RANGE).start();
    until(|| sandbox.request_count() > before + 3);

    let second = folder.sync_from(&sandbox, RANGE).run();
    assert_eq!(second.code(), Some(1), "{second}");
    assert_transcript!("sync_two_at_once", second.stderr());

    // Somebody who reads for long sees what was there at the beginning, and holds nothing up.
    let reader = folder.open();
    reader.busy_timeout(Duration::ZERO).unwrap();
    let count = || {
        let sql = "SELECT COUNT(*) FROM sessions";
        reader.query_row(sql, (), |row| row.get::<_, i64>(0)).unwrap()
    };
    reader.execute_batch("BEGIN").unwrap();
    let seen = count();
    assert!((1..1_462).contains(&seen), "{seen}");
    let (code, stderr) = end(first);
    assert_eq!(code, Some(0), "{stderr}");
    assert_eq!(count(), seen);
    reader.execute_batch("COMMIT").unwrap();
    assert_eq!(count(), 1_462);
    drop(reader);
    complete(folder.sync_from(&sandbox, RANGE));
    assert_eq!(folder.names(), ["numbers.db", "numbers.db-lock"]);
}

#[test]
fn killed_at_any_moment_it_ends_up_like_one_that_ran_through() {
    let sandbox = sandbox("rules:\n  - latency_ms: 3");
    let options = "--unit hour --from 2023 --to 2024 --concurrency 2 --app-id a --app-id b";
    let through = Folder::new();
    complete(through.sync_from(&sandbox, options));
    let requests = asked(&sandbox).len();

    let folder = Folder::new();
    // Moments from a generator of its own, counted in requests first: how fast a run is differs.
    let mut state = 7_u64;
    let mut random = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut killed = 0;
    for _ in 0..50 {
        let before = sandbox.request_count();
        let (requests, pause) = (random(8), Duration::from_micros(random(6_000)));
        let mut child = folder.sync_from(&sandbox, options).start();
        until(|| sandbox.request_count() >= before + requests || has_ended(&mut child));
        sleep(pause);
        child.kill().unwrap();
        killed += u32::from(!child.wait().unwrap().success());
    }
    assert!(killed > 25, "{killed}");
    asked(&sandbox);
    let run = complete(folder.sync_from(&sandbox, options));
    let rest = asked(&sandbox).len();
    assert!(rest < requests, "{rest} of {requests}: {run}");
    assert_eq!(folder.query("PRAGMA integrity_check"), ["ok"]);
    assert_eq!(folder.sessions(), through.sessions());
    complete(folder.sync_from(&sandbox, options));
    assert_eq!(asked(&sandbox), Vec::<String>::new());
}
