//! Half a million requests against a pool of 250,000 an hour that others use too: none is refused, and hardly
//! any that could be had is left. And the same on a smaller scale, with clocks, ways and pools of all
//! kinds.

use std::time::Duration;

use braze_core::{Pacing, RetryPolicy};

use super::peer;
use super::traffic::{Outcome, Server, Traffic, Window};

const HOUR: Duration = Duration::from_secs(3_600);
const MINUTE: Duration = Duration::from_secs(60);
const ROUND_TRIP: Duration = Duration::from_millis(50);

/// 2023-11-14T22:13:20Z: thirteen minutes into an hour.
const START: u64 = 1_700_000_000;

#[test]
fn half_a_million_requests_in_a_shared_pool() {
    let (every, reserve) = (Duration::from_secs(97), 25_000);
    // A little every now and then, and twice nearly the whole reserve at once.
    let nearly_all = [4_000, 9_000].map(|second| (Duration::from_secs(second), reserve - 1));
    let others = bursts(every, 190).take(200).chain(nearly_all);
    let server = Server::new(250_000, HOUR).shared_with(others);
    let mut traffic = Traffic { server, ..traffic() };
    let outcome = traffic.run(500_000);
    assert_eq!(outcome.succeeded, 500_000);
    assert_used(&traffic, &outcome);
}

#[test]
fn clocks_that_differ_make_no_difference() {
    for skew in [400, -400, 90_400, -90_700, 1_800_500, -3_600_000, 86_400_000 * 365] {
        let server = Server::new(5_000, HOUR).shared_with(bursts(MINUTE, 4).take(200));
        let mut traffic = Traffic { server, skew, ..traffic() };
        let outcome = traffic.run(12_500);
        assert_used(&traffic, &outcome);
    }
}

#[test]
fn replies_may_overtake_one_another() {
    // Nearly the whole reserve comes between a reply and the one that it overtakes.
    let nearly_all = (1..12).map(|nth| (20 * MINUTE * nth, 999));
    let server = Server::new(10_000, HOUR).shared_with(nearly_all);
    let round_trip = (Duration::from_millis(20), Duration::from_secs(2));
    let mut traffic = Traffic { server, round_trip, ..traffic() };
    let outcome = traffic.run(25_000);
    assert_used(&traffic, &outcome);
}

#[test]
fn windows_roll_while_calls_are_in_flight() {
    // Each window ends with replies of it still on their way.
    let round_trip = (Duration::from_secs(1), Duration::from_secs(3));
    let server = Server::new(600, MINUTE).shared_with(bursts(Duration::from_secs(5), 3).take(500));
    let mut traffic = Traffic { server, round_trip, ..traffic() };
    let outcome = traffic.run(6_000);
    assert_used(&traffic, &outcome);
}

#[test]
fn small_pools_are_used_up_too() {
    for (limit, workers) in [(1_000, 64), (1_000, 1), (250, 8), (100, 64)] {
        let mut traffic = Traffic { server: Server::new(limit, HOUR), workers, ..traffic() };
        let outcome = traffic.run(limit * 3);
        assert_used(&traffic, &outcome);
    }
}

#[test]
fn a_slow_client_is_never_held_up() {
    let mut traffic = Traffic { workers: 1, round_trip: (MINUTE, MINUTE), ..traffic() };
    let outcome = traffic.run(200);
    assert_eq!(outcome.elapsed, 200 * MINUTE);
}

#[test]
fn a_pool_that_others_use_up_is_left_to_them() {
    // Nothing is left of the second window soon after it began.
    let server = Server::new(10_000, HOUR).shared_with([(50 * MINUTE, 9_999)]);
    let mut traffic = Traffic { server, ..traffic() };
    let outcome = traffic.run(30_000);
    assert!(outcome.failed.is_empty(), "{:?}", outcome.failed);
    let windows = &traffic.server.windows;
    // Whoever was on the way when it happened was refused, and nobody after.
    assert!(windows[1].refused <= 64, "{windows:#?}");
    assert!(windows[2..].iter().all(|window| window.refused == 0), "{windows:#?}");
}

#[test]
fn without_headers_nothing_is_paced() {
    let mut traffic = Traffic { server: Server::new(1_000_000, HOUR).silent(), ..traffic() };
    let outcome = traffic.run(64_000);
    assert_eq!(outcome.succeeded, 64_000);
    // One round trip to find that out, and then all workers at once.
    let least = ROUND_TRIP * 1_000;
    assert!(outcome.elapsed < least + 5 * ROUND_TRIP, "{:?}", outcome.elapsed);
}

#[test]
fn the_reserve_is_what_it_is_set_to() {
    for (percent, left) in [(0, 0), (50, 500), (99, 990)] {
        let retry = RetryPolicy::default().max_wait(None);
        let pacing = Pacing::default().reserve(percent);
        let session = peer::session(|config| config.retry(retry).pacing(pacing));
        let mut traffic = Traffic { server: Server::new(1_000, HOUR), session, ..traffic() };
        let outcome = traffic.run(1_000 - left + 100);
        assert!(outcome.failed.is_empty());
        let first = &traffic.server.windows[0];
        assert_eq!((first.ours, first.refused), (1_000 - left, 0), "{percent} %");
    }
}

/// The usable part of a pool is used, and nothing is refused.
fn assert_used(traffic: &Traffic, outcome: &Outcome) {
    assert!(outcome.failed.is_empty(), "{:?}", outcome.failed);
    let windows = &traffic.server.windows;
    assert!(windows.len() > 2, "{windows:?}");
    assert!(windows.iter().all(|window| window.refused == 0), "{windows:#?}");
    for window in full(windows) {
        let usable = traffic.server.limit - traffic.server.limit / 10;
        let used = window.ours + window.others;
        assert!(used * 100 >= usable * 95, "{used} of {usable}: {windows:#?}");
    }
}

/// The windows that were there from their beginning to their end.
fn full(windows: &[Window]) -> &[Window] {
    &windows[1..windows.len() - 1]
}

/// Others, who send a little every now and then.
fn bursts(every: Duration, count: u64) -> impl Iterator<Item = (Duration, u64)> {
    (0..).map(move |nth| (every * nth, count))
}

/// Workers who wait as long as it takes.
fn traffic() -> Traffic {
    let patient = RetryPolicy::default().max_wait(None);
    Traffic {
        server: Server::new(250_000, HOUR),
        session: peer::session(|config| config.retry(patient).pacing(Pacing::default())),
        workers: 64,
        round_trip: (ROUND_TRIP, ROUND_TRIP),
        skew: 0,
        start: START,
    }
}
