//! The wait before a call's next attempt: the server's word comes first, and then the
//! backoff.

use std::fmt::Write;
use std::time::Duration;

use braze_core::{Backoff, Config, Error, IoKind, Pacing, RetryPolicy, Sent, sessions};

use super::peer::{Outcome, SUCCESS, Trace, drive, failure, reply, session};

type Rows = sessions::DataSeries;

/// One attempt that ends so, and then a success.
fn after(policy: RetryPolicy, outcome: Outcome) -> Trace<Rows> {
    let set = |config: Config| config.retry(policy).pacing(Pacing::off());
    let call = session(set).call(&sessions::DataSeriesRequest::new(1));
    drive(call, &[outcome, reply(200, &[], SUCCESS)])
}

/// Waits of a fixed length where the server has no say, so that the two can be told apart.
fn patient() -> RetryPolicy {
    let none = Duration::ZERO;
    RetryPolicy::default().max_wait(None).backoff(Backoff::new(none, none))
}

/// The server's clock is an hour behind, or 90 s ahead.
const BEHIND: (&str, &str) = ("date", "Tue, 14 Nov 2023 21:13:20 GMT");
const AHEAD: (&str, &str) = ("date", "Tue, 14 Nov 2023 22:14:50 GMT");

#[test]
fn what_the_headers_ask_for_is_what_is_waited() {
    let cases: &[(u16, &[(&str, &str)])] = &[
        (429, &[]),
        (429, &[("retry-after", "7")]),
        (429, &[("retry-after", "0")]),
        (429, &[("retry-after", "-7")]),
        (429, &[("retry-after", "7.5")]),
        (429, &[("retry-after", "7.0")]),
        (429, &[("retry-after", "7.")]),
        (429, &[("x-ratelimit-retry-after", "0.25")]),
        (429, &[("x-ratelimit-reset", "1700000600000")]),
        (429, &[("x-ratelimit-reset", "9999999999")]),
        (429, &[("retry-after", "")]),
        (429, &[("retry-after", "soon")]),
        (429, &[("retry-after", "Tue, 14 Nov 2023 22:13:50 GMT")]),
        (429, &[("retry-after", "Tuesday, 14-Nov-23 22:13:50 GMT")]),
        (429, &[("retry-after", "Tue Nov 14 22:13:50 2023")]),
        (429, &[("retry-after", "Sun Nov  5 22:13:50 2023")]),
        (429, &[("retry-after", "Tue, 14 Nov 2023 22:13:50 GMT"), AHEAD]),
        (429, &[("retry-after", "Tue, 14 Nov 2023 21:13:50 GMT"), BEHIND]),
        (429, &[("x-ratelimit-retry-after", "5"), ("retry-after", "7")]),
        (429, &[("x-ratelimit-retry-after", ""), ("retry-after", "7")]),
        (429, &[("retry-after", "7"), ("x-ratelimit-reset", "1700000600")]),
        (429, &[("x-ratelimit-reset", "1700000600")]),
        (429, &[("x-ratelimit-reset", "1700000600"), AHEAD]),
        (429, &[("x-ratelimit-reset", "1699997000"), BEHIND]),
        (429, &[("x-ratelimit-reset", "1700000600"), ("date", "today")]),
        (429, &[("x-ratelimit-reset", "1600000000")]),
        (429, &[("x-ratelimit-reset", "")]),
        (500, &[("x-ratelimit-reset", "1700000600"), ("x-ratelimit-remaining", "9")]),
        (500, &[("x-ratelimit-reset", "1700000600"), ("x-ratelimit-remaining", "")]),
        (500, &[("x-ratelimit-reset", "1700000600"), ("x-ratelimit-remaining", "0")]),
        (500, &[("x-ratelimit-reset", "1700000600"), ("retry-after", "7")]),
        (500, &[("x-ratelimit-retry-after", "5")]),
        (503, &[("retry-after", "Tue, 14 Nov 2023 22:13:50 GMT")]),
        (408, &[("retry-after", "7")]),
        (425, &[]),
    ];
    let mut table = String::new();
    for (status, headers) in cases {
        let trace = after(patient(), reply(*status, headers, ""));
        assert_eq!((trace.sends, trace.item.is_ok()), (2, true));
        let headers: Vec<_> =
            headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        writeln!(table, "{status} {}\n  {:?}", headers.join(", "), trace.slept).unwrap();
    }
    insta::assert_snapshot!(table);
}

#[test]
fn a_wait_beyond_the_cap_is_given_back_to_the_caller() {
    let cases: &[(u16, &[(&str, &str)])] = &[
        (429, &[("retry-after", "61")]),
        (429, &[("x-ratelimit-reset", "1700003600")]),
        (429, &[("x-ratelimit-reset", "1700003690"), AHEAD]),
        (503, &[("retry-after", "120")]),
        (429, &[("retry-after", "18446744073709551615")]),
        (503, &[("retry-after", "99999999999999999999999")]),
        (429, &[("x-ratelimit-reset", "18446744073709551615")]),
    ];
    let mut table = String::new();
    for (status, headers) in cases {
        let trace = after(RetryPolicy::default(), reply(*status, headers, ""));
        let outcome = match trace.item {
            Ok(_) => format!("went on after {:?}", trace.slept),
            Err(error) => format!("{error}"),
        };
        writeln!(table, "{status} {headers:?}\n  {outcome}").unwrap();
    }
    insta::assert_snapshot!(table);
}

#[test]
fn a_wait_of_just_the_cap_is_waited() {
    let trace = after(RetryPolicy::default(), reply(429, &[("retry-after", "60")], ""));
    assert_eq!(trace.slept, Duration::from_secs(60));
    assert!(trace.item.is_ok());
}

#[test]
fn an_endless_wait_is_waited_if_it_is_allowed() {
    let endless = reply(429, &[("retry-after", "18446744073709551615")], "");
    let trace = after(patient(), endless);
    assert!(trace.slept > Duration::from_secs(1 << 60));
}

#[test]
fn a_reset_that_has_passed_is_no_advice() {
    let now = ("date", "Tue, 14 Nov 2023 22:13:20 GMT");
    for reset in ["1699999999", "1700000000"] {
        let passed = [now, ("x-ratelimit-reset", reset), ("x-ratelimit-remaining", "0")];
        for status in [429, 500] {
            let trace = after(RetryPolicy::default(), reply(status, &passed, ""));
            // The backoff has its say, where no wait at all would be the same wall again.
            assert!(trace.slept > Duration::ZERO && trace.slept <= Duration::from_millis(500));
        }
    }
}

#[test]
fn the_error_says_when_to_come_back_by_the_local_clock() {
    let reset = ("x-ratelimit-reset", "1700003690");
    let trace = after(RetryPolicy::default(), reply(429, &[reset, AHEAD], ""));
    let error = trace.item.unwrap_err();
    // The attempt took 100 ms; the server is 90 s ahead.
    assert_eq!(error.retry_at().unwrap().timestamp_millis(), 1_700_003_600_100);
    assert!(error.is_rate_limited());
    assert_eq!(trace.slept, Duration::ZERO);
}

#[test]
fn one_attempt_gives_its_outcome_as_it_is() {
    let trace = after(RetryPolicy::none(), reply(429, &[("retry-after", "7")], ""));
    let Err(Error::Api(error)) = trace.item else { panic!("another kind of error") };
    assert_eq!(error.retry_at().unwrap().timestamp(), 1_700_000_007);
    let trace = after(RetryPolicy::none(), failure(IoKind::Timeout, Sent::Maybe));
    assert!(matches!(trace.item, Err(Error::Io(_))));
}

#[test]
fn an_outcome_that_is_final_ends_the_call_at_once() {
    let final_ones = [
        reply(400, &[], ""),
        reply(401, &[("retry-after", "1")], ""),
        reply(302, &[("location", "https://example.org")], ""),
        reply(200, &[], r#"{"message":"no such segment"}"#),
        reply(200, &[], "<html>"),
        failure(IoKind::Tls, Sent::No),
        failure(IoKind::TooLarge, Sent::Maybe),
        failure(IoKind::Other, Sent::Maybe),
    ];
    for outcome in final_ones {
        let trace = after(patient(), outcome);
        assert_eq!((trace.sends, trace.slept), (1, Duration::ZERO));
        assert!(trace.item.is_err());
    }
}

#[test]
fn a_call_that_fails_to_the_end_says_how_often_it_tried() {
    let down = reply(503, &[], "");
    let call = session(|config| config).call(&sessions::DataSeriesRequest::new(1));
    let trace = drive(call, &[down]);
    let Err(Error::Exhausted { attempts: 4, last }) = trace.item else { panic!("not exhausted") };
    assert_eq!(last.api().unwrap().status(), 503);
    insta::assert_snapshot!(trace.steps.join("\n"));
}

#[test]
fn no_attempt_begins_after_the_total_time() {
    let policy = RetryPolicy::default().attempts(100).total_time(Some(Duration::from_secs(3)));
    let call = session(|config| config.retry(policy)).call(&sessions::DataSeriesRequest::new(1));
    let trace = drive(call, &[failure(IoKind::Connect, Sent::No)]);
    let Err(Error::Exhausted { attempts, .. }) = trace.item else { panic!("not exhausted") };
    assert_eq!(attempts, trace.sends);
    assert!(attempts > 1 && trace.slept <= Duration::from_secs(3), "{:?}", trace.steps);
}

#[test]
fn a_policy_of_one_call_leaves_the_others_alone() {
    let session = session(|config| config);
    let hasty = session.with_retry(RetryPolicy::none());
    let request = sessions::DataSeriesRequest::new(1);
    let down = [reply(500, &[], ""), reply(200, &[], SUCCESS)];
    assert!(drive(hasty.call(&request), &down).item.is_err());
    let reply = drive(session.call(&request), &down).item.unwrap();
    assert_eq!(reply.attempts, 2);
}
