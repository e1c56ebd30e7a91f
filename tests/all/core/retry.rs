//! The decision to repeat a failed attempt: the verdict and the budget, each by itself.

use std::fmt::Write;
use std::time::Duration;

use braze_core::http::StatusCode;
use braze_core::retry::{Backoff, Budget, Ending, RetryPolicy, Stop, Verdict, classify};
use braze_core::{IoFailure, IoKind, Replay, Sent};
use proptest::prelude::*;

use super::peer::IO_KINDS;

const REPLAYS: [Replay; 3] = [Replay::Safe, Replay::Idempotent, Replay::Unsafe];

#[test]
fn verdict_by_status() {
    let mut table = head("status");
    let statuses =
        [100, 204, 301, 302, 400, 401, 403, 404, 408, 409, 413, 415, 422, 425, 429, 499, 500, 502];
    for code in statuses.into_iter().chain([503, 504, 529, 599, 600]) {
        let status = StatusCode::from_u16(code).unwrap();
        write_row(&mut table, &code.to_string(), Ending::Status(status));
    }
    write_row(&mut table, "unusable", Ending::Unusable);
    insta::assert_snapshot!(table);
}

#[test]
fn verdict_by_failure() {
    let mut table = head("failure");
    for kind in IO_KINDS {
        for sent in [Sent::No, Sent::Maybe] {
            let failure = IoFailure::new(kind, sent, "");
            write_row(&mut table, &format!("{kind:?}, {sent:?}"), Ending::Failure(&failure));
        }
    }
    insta::assert_snapshot!(table);
}

fn head(name: &str) -> String {
    format!("{name:<16} Safe   Idempotent  Unsafe\n")
}

fn write_row(table: &mut String, name: &str, ending: Ending<'_>) {
    let [safe, idempotent, not] = REPLAYS.map(|replay| match classify(ending, replay) {
        Verdict::Retry => "retry",
        Verdict::Final => "-",
    });
    writeln!(table, "{name:<16} {safe:<6} {idempotent:<11} {not}").unwrap();
}

#[test]
fn what_may_do_harm_is_repeated_only_where_nothing_was_done() {
    let repeated =
        |failure: &IoFailure| classify(Ending::Failure(failure), Replay::Unsafe) == Verdict::Retry;
    assert!(repeated(&IoFailure::new(IoKind::Timeout, Sent::No, "")));
    assert!(!repeated(&IoFailure::new(IoKind::Timeout, Sent::Maybe, "")));
}

#[test]
fn backoff_doubles_up_to_its_bound() {
    let backoff = Backoff::default();
    let bounds: Vec<_> = (0..=9).map(|retry| backoff.wait(retry, 1.0).as_millis()).collect();
    assert_eq!(bounds, [500, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    assert_eq!(backoff.wait(u32::MAX, 1.0), Duration::from_secs(30));
    assert_eq!(backoff.wait(5, 0.0), Duration::ZERO);
    let endless = Backoff::new(Duration::MAX, Duration::MAX);
    assert_eq!(endless.wait(u32::MAX, 0.5), Duration::MAX.mul_f64(0.5));
}

#[test]
fn a_budget_counts_attempts() {
    let mut budget = Budget::new(RetryPolicy::default().attempts(2), 1);
    budget.start(Duration::ZERO);
    assert_eq!((budget.attempts(), budget.allowed()), (0, 2));
    budget.attempt();
    assert!(budget.retry(Duration::ZERO, None).is_ok());
    budget.attempt();
    assert_eq!(budget.retry(Duration::ZERO, None), Err(Stop::Exhausted));
    assert_eq!(Budget::new(RetryPolicy::none(), 1).allowed(), 1);
    assert_eq!(Budget::new(RetryPolicy::default().attempts(0), 1).allowed(), 1);
}

#[test]
fn a_budget_knows_the_longest_wait_and_the_last_moment() {
    let second = Duration::from_secs(1);
    let policy = RetryPolicy::default().max_wait(Some(10 * second)).total_time(Some(15 * second));
    let mut budget = Budget::new(policy, 1);
    budget.start(100 * second);
    budget.attempt();
    // The settings at the start of the call count, not later ones.
    budget.start(104 * second);
    assert_eq!(budget.wait(105 * second, 10 * second), Ok(()));
    assert_eq!(budget.wait(106 * second, 10 * second), Err(Stop::Exhausted));
    assert_eq!(budget.wait(100 * second, 11 * second), Err(Stop::TooLong));
    assert_eq!(budget.retry(100 * second, Some(10 * second)), Ok(10 * second));
    assert_eq!(budget.retry(100 * second, Some(Duration::MAX)), Err(Stop::TooLong));
    let mut patient = Budget::new(RetryPolicy::default().max_wait(None), 1);
    patient.attempt();
    assert_eq!(patient.retry(second, Some(Duration::MAX)), Ok(Duration::MAX));
}

proptest! {
    #[test]
    fn backoff_is_never_beyond_its_bounds(
        first in 0..10_000u64,
        longest in 0..100_000u64,
        retry in any::<u32>(),
        jitter in -1.0..2.0f64,
    ) {
        let backoff = Backoff::new(Duration::from_millis(first), Duration::from_millis(longest));
        let wait = backoff.wait(retry, jitter);
        prop_assert!(wait <= Duration::from_millis(longest));
        prop_assert!(retry > 1 || wait <= Duration::from_millis(first));
    }

    #[test]
    fn a_backoff_is_never_longer_than_the_longest_wait(seed in any::<u64>(), longest in 0..3_000u64) {
        let longest = Duration::from_millis(longest);
        let policy = RetryPolicy::default().attempts(20).max_wait(Some(longest));
        let mut budget = Budget::new(policy, seed);
        for _ in 1..20 {
            budget.attempt();
            let wait = budget.retry(Duration::ZERO, None);
            prop_assert!(wait.is_ok_and(|wait| wait <= longest), "{wait:?}");
        }
    }

    #[test]
    fn the_same_seed_waits_the_same(seed in any::<u64>()) {
        let waits = |seed| {
            let mut budget = Budget::new(RetryPolicy::default().attempts(9), seed);
            let wait = |_| {
                budget.attempt();
                budget.retry(Duration::ZERO, None)
            };
            (0..8).map(wait).collect::<Vec<_>>()
        };
        prop_assert_eq!(waits(seed), waits(seed));
        prop_assert_ne!(waits(seed), waits(!seed));
    }
}
