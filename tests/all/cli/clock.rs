//! `--now`: the time that a run begins at.

use super::{NOW, Transcript, assert_transcript, assert_usage, braze};

fn run_at(now: &str, line: &str) -> Transcript {
    braze(line).at(now).run()
}

#[test]
fn what_is_not_a_time_is_refused() {
    assert_usage!("now_not_a_time", braze("sessions get --sandbox --length 1 --now soon").run());
    for wrong in [
        "",
        "-5d",
        "2024-05-01",
        "2024-05-01T10:30:00",
        "2024-02-30T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "1970-01-01T00:00:00+00:01",
        "9999-01-01T00:00:00Z",
        "12024-05-01T10:30:00Z",
    ] {
        let run = run_at(wrong, "sessions get --sandbox --length 1");
        assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{wrong}: {run}");
        let expected = "must be an RFC 3339 date-time from 1970 to 9998";
        assert!(run.stderr().contains(expected), "{wrong}: {run}");
    }
}

#[test]
fn the_first_and_the_last_time_are_accepted() {
    for now in ["1970-01-01T00:00:00Z", "9998-12-31T23:59:59Z"] {
        let run = run_at(now, "sessions get --sandbox --length 1");
        assert_eq!(run.code(), Some(0), "{now}: {run}");
    }
}

#[test]
fn the_same_time_gives_the_same_bytes() {
    for line in [
        "sessions get --sandbox --length 14 --format json --ending-at 2026-11-25T00:00:00Z",
        "sessions export --sandbox --from -40d",
        "sessions export --sandbox --unit hour --from -2d --format jsonl",
        "sessions export --sandbox=untidy --from -40d",
        "sessions chart --sandbox --from -40d",
    ] {
        let [first, again] = [(); 2].map(|()| run_at(NOW, line).to_string());
        assert_eq!(first, again);
        // Half past ten in UTC, as a clock in India shows it.
        assert_eq!(first, run_at("2026-11-25T16:00:00+05:30", line).to_string());
    }
}

#[test]
fn a_range_counts_from_that_time() {
    let days = |now: &str| {
        let run = run_at(now, "sessions export --sandbox --from -3d --time-zone UTC --quiet");
        let days =
            run.stdout().lines().skip(1).map(|row| row.split(',').next().unwrap().to_owned());
        days.collect::<Vec<_>>()
    };
    assert_eq!(days(NOW), ["2026-11-22", "2026-11-23", "2026-11-24"]);
    assert_eq!(days("2024-03-02T00:00:30Z"), ["2024-02-28", "2024-02-29", "2024-03-01"]);
}
