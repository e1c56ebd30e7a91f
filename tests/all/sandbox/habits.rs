//! Rows that are not tidy, and rows that change.

use braze_sandbox::Workspace;

use super::wire::{at_fixed_time, body, get, times};

const TARGET: &str = "/sessions/data_series?length=100&ending_at=2024-05-01T00:00:00Z";

fn rows(workspace: Workspace) -> Vec<String> {
    times(&get(&at_fixed_time().workspace(workspace).start().unwrap(), TARGET))
}

#[test]
fn the_same_seed_gives_the_same_numbers_and_another_gives_others() {
    let reply = |seed| {
        let workspace = Workspace::new().seed(seed);
        body(&get(&at_fixed_time().workspace(workspace).start().unwrap(), TARGET))
    };
    assert_eq!(reply(7), reply(7));
    assert_ne!(reply(7), reply(8));
}

#[test]
fn rows_can_be_missing_doubled_and_out_of_order() {
    let tidy = rows(Workspace::new());
    let gaps = rows(Workspace::new().gaps(0.1));
    assert!(gaps.len() < tidy.len() && gaps.iter().all(|row| tidy.contains(row)));

    let mut doubles = rows(Workspace::new().doubles(0.1));
    assert!(doubles.len() > tidy.len());
    doubles.dedup();
    assert_eq!(doubles, tidy);

    let mut shuffled = rows(Workspace::new().shuffled(true));
    assert_ne!(shuffled, tidy);
    shuffled.sort();
    assert_eq!(shuffled, tidy);
}

#[test]
fn rows_before_the_first_day_are_zero_or_absent() {
    let since = "2024-04-29".parse().unwrap();
    let sandbox = at_fixed_time().workspace(Workspace::new().since(since)).start().unwrap();
    let data = &body(&get(&sandbox, TARGET))["data"];
    assert_eq!((&data[97]["sessions"], &data[97]["time"]), (&0.into(), &"2024-04-28".into()));
    assert_eq!(rows(Workspace::new().since(since).zero_rows(false)), ["2024-04-29", "2024-04-30"]);
}

#[test]
fn recent_rows_grow_with_each_reading_and_old_ones_stay() {
    let sandbox = at_fixed_time().workspace(Workspace::new().late_days(3)).start().unwrap();
    let target = "/sessions/data_series?length=5&ending_at=2024-05-15T00:00:00Z";
    let read = || -> Vec<u64> {
        let body = body(&get(&sandbox, target));
        body["data"].as_array().unwrap().iter().map(|r| r["sessions"].as_u64().unwrap()).collect()
    };
    let readings = [read(), read(), read()];
    for (row, recent) in [(0, false), (1, false), (2, true), (3, true), (4, true)] {
        let [a, b, c] = [readings[0][row], readings[1][row], readings[2][row]];
        if recent {
            assert!(a < b && b < c, "row {row}: {a} {b} {c}");
        } else {
            assert!(a == b && b == c, "row {row}: {a} {b} {c}");
        }
    }
    let (from, to) = ("2024-05-10".parse().unwrap(), "2024-05-15".parse().unwrap());
    let truth = sandbox.truth(&braze_core::sessions::DataSeriesRequest::new(1), from, to);
    let late = truth.iter().zip(&readings[2]).skip(2);
    assert!(late.into_iter().all(|(truth, read)| truth.sessions > *read));
}

#[test]
fn there_are_days_with_an_outage() {
    let sandbox = at_fixed_time().in_process();
    let (from, to) = ("2023-01-01".parse().unwrap(), "2024-01-01".parse().unwrap());
    let days = sandbox.truth(&braze_core::sessions::DataSeriesRequest::new(1), from, to);
    let outages = days.windows(2).filter(|two| two[1].sessions * 5 < two[0].sessions).count();
    assert!((1..=15).contains(&outages), "{outages}");
}
