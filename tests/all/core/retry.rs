//! Errors that are worth another attempt, for requests that are safe to repeat and for those that are not.

use std::fmt::Write;
use std::time::Duration;

use braze_core::http::Method;
use braze_core::http::response::Parts;
use braze_core::{
    Backoff, DecodeError, Endpoint, Machine, Meta, Pool, Replay, RequestWriter, RetryPolicy, Sent,
    Step, Violations,
};
use proptest::prelude::*;

use super::peer::{IO_KINDS, Outcome, START, failure, reply, resume, session};

/// An endpoint whose requests are safe, idempotent or unsafe to repeat.
struct Order<const REPLAY: u8>;

impl<const REPLAY: u8> Endpoint for Order<REPLAY> {
    type Output = ();

    const META: Meta =
        Meta::new("order", Method::POST, "/order").pool(&Pool::DEFAULT).replay(match REPLAY {
            0 => Replay::Safe,
            1 => Replay::Idempotent,
            _ => Replay::Unsafe,
        });

    fn validate(&self, _v: &mut Violations) {}

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/order");
    }

    fn decode(_head: &Parts, body: &[u8]) -> Result<(), DecodeError> {
        if body.is_empty() { Ok(()) } else { Err(DecodeError::new("", "it is not empty", body)) }
    }
}

/// Tells whether a second attempt follows an outcome, and checks it against `Error::is_retryable`.
fn repeats<const REPLAY: u8>(outcome: &Outcome) -> bool {
    let policy = |attempts| RetryPolicy::default().attempts(attempts).max_wait(None);
    let call = |attempts| {
        let session = session(|config| config.retry(policy(attempts)));
        let mut call = session.call(&Order::<REPLAY>);
        assert!(matches!(call.poll(START), Step::Send(_)));
        resume(&mut call, START, outcome.clone());
        call
    };
    let is_repeated = !matches!(call(2).poll(START), Step::Yield(_));
    let is_retryable = match call(1).poll(START) {
        Step::Yield(Ok(_)) => false,
        Step::Yield(Err(error)) => error.is_retryable(),
        step => panic!("{step:?}"),
    };
    assert!(is_retryable || !is_repeated, "what is repeated is retryable: {outcome:?}");
    assert!(REPLAY == 2 || is_retryable == is_repeated, "{outcome:?}");
    is_repeated
}

#[test]
fn verdict_by_status() {
    let mut table = head("status");
    let statuses =
        [100, 204, 301, 302, 400, 401, 403, 404, 408, 409, 413, 415, 422, 425, 429, 499, 500, 502];
    for code in statuses.into_iter().chain([503, 504, 529, 599, 600]) {
        write_row(&mut table, &code.to_string(), &reply(code, &[], ""));
    }
    write_row(&mut table, "unusable", &reply(200, &[], "?"));
    insta::assert_snapshot!(table);
}

#[test]
fn verdict_by_failure() {
    let mut table = head("failure");
    for kind in IO_KINDS {
        for sent in [Sent::No, Sent::Maybe] {
            write_row(&mut table, &format!("{kind:?}, {sent:?}"), &failure(kind, sent));
        }
    }
    insta::assert_snapshot!(table);
}

fn head(name: &str) -> String {
    format!("{name:<16} Safe   Idempotent  Unsafe\n")
}

fn write_row(table: &mut String, name: &str, outcome: &Outcome) {
    let verdicts = [repeats::<0>(outcome), repeats::<1>(outcome), repeats::<2>(outcome)];
    let [safe, idempotent, not] = verdicts.map(|repeated| if repeated { "retry" } else { "-" });
    writeln!(table, "{name:<16} {safe:<6} {idempotent:<11} {not}").unwrap();
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
}
