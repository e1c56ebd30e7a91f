//! Rows that the server itself casts doubt on: by its clock, by a cache's age, or by `errors` beside them.

use std::fs;

use super::process::{Transcript, assert_transcript, braze};
use super::{KEY, TWO_ROWS, answering};
use crate::conformance::Reply;

const NOW: &str = "2024-05-08T12:00:00Z";
const RANGE: &str = "--from 2024-05-01 --to 2024-05-03";

/// The server's clock is eight days behind.
fn behind() -> Reply {
    Reply::json(200, TWO_ROWS).header("date", "Tue, 30 Apr 2024 12:00:00 GMT")
}

/// A cache gave the reply, and no date.
fn cached() -> Reply {
    Reply::json(200, TWO_ROWS).header("age", "172800")
}

/// The server says that something is wrong.
fn partial() -> Reply {
    let body = TWO_ROWS.replace(r#","data""#, r#","errors":["data is partial"],"data""#);
    Reply::json(200, &body)
}

fn run(command: &str, reply: Reply) -> Transcript {
    let server = answering(reply);
    let line = format!("sessions {command} {RANGE} --base-url {}", server.url());
    braze(&line).env("BRAZE_API_KEY", KEY).at(NOW).run()
}

#[test]
fn an_export_writes_the_rows_and_ends_with_findings() {
    let transcripts = [behind(), cached(), partial()].map(|reply| run("export", reply));
    for run in &transcripts {
        assert_eq!((run.code(), run.stdout().lines().count()), (Some(5), 3), "{run}");
    }
    let [behind, cached, partial] = transcripts;
    // The clock of the command goes on from where it is pinned.
    for text in [
        "finding: the server's clock showed 2024-04-30T12:00:00Z, the local one 2024-05-08T12:0",
        "finding: 2 buckets from 2024-05-01 to 2024-05-03 (exclusive) had ended by one clock only",
        ", 2 ended by one clock only, 1 reply of uncertain",
    ] {
        assert!(behind.stderr().contains(text), "{behind}");
    }
    assert!(behind.stdout().ends_with("2024-05-02,day,,,987,false\n"), "{behind}");
    assert!(cached.stdout().ends_with("2024-05-02,day,,,987,true\n"), "{cached}");
    let text = " has no date; the reply had been in a cache for 172800 s";
    assert!(cached.stderr().contains(text), "{cached}");
    assert_transcript!("uncertain_partial", partial);
}

#[test]
fn strict_writes_nothing_of_them() {
    for reply in [behind(), cached(), partial()] {
        let run = run("export --strict", reply);
        assert_eq!((run.code(), run.stdout()), (Some(5), ""), "{run}");
    }
}

#[test]
fn sync_and_chart_say_it_too() {
    let folder = tempfile::tempdir().unwrap();
    let sync = format!("sync --db {}", folder.path().join("numbers.db").display());
    let chart = format!("chart -o {}", folder.path().join("chart.svg").display());
    for command in [sync, chart] {
        for (reply, text) in [
            (behind(), "finding: the server's clock showed 2024-04-30T12:00:00Z"),
            (cached(), "had been in a cache for 172800 s"),
            (partial(), "finding: the server reported beside the rows: data is partial"),
        ] {
            // Rows that an earlier run stored are not read again.
            let _ = fs::remove_file(folder.path().join("numbers.db"));
            let run = run(&command, reply);
            assert_eq!(run.code(), Some(5), "{run}");
            assert!(run.stderr().contains(text), "{run}");
        }
    }
}
