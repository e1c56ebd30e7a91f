//! The gate that all calls of a client share, call by call.

use std::collections::BTreeSet;
use std::time::Duration;

use braze_core::http::response::Parts;
use braze_core::{
    Call, Config, DecodeError, Endpoint, Error, IoKind, Machine, Meta, Now, Pacing, Pool, Replay,
    RequestWriter, RetryPolicy, Sent, Session, Step, Violations,
};

use super::peer::{Outcome, START, failure, reply, resume, session};
use super::traffic::Ping;

/// The window ends ten minutes after the start.
const RESET: &str = "1700000600";
const TO_RESET: Duration = Duration::from_secs(600);

/// Calls that wait for the same moment wake within this time of it.
const SCATTER: Duration = Duration::from_millis(250);

#[test]
fn the_first_call_to_an_unknown_pool_goes_alone() {
    let session = patient();
    let mut first = session.call(&Ping);
    assert!(sends(&mut first, START));
    let mut others: Vec<_> = (0..10).map(|_| session.call(&Ping)).collect();
    let waits: BTreeSet<_> = others.iter_mut().map(|call| wait(call, START)).collect();
    assert!(waits.len() > 1, "they do not all ask again at once: {waits:?}");
    assert!(waits.iter().all(|wait| *wait < Duration::from_millis(50)), "{waits:?}");
    resume(&mut first, START, remaining("900"));
    assert!(others.iter_mut().all(|call| sends(call, START)));
}

#[test]
fn another_finds_out_if_the_first_is_dropped() {
    let session = patient();
    let mut first = session.call(&Ping);
    assert!(sends(&mut first, START));
    let (mut second, mut third) = (session.call(&Ping), session.call(&Ping));
    wait(&mut second, START);
    drop(first);
    assert!(sends(&mut second, START));
    wait(&mut third, START);
}

/// Others wait this long for a call that finds out, and then another one does.
const MAX_PROBE: Duration = Duration::from_secs(2);

#[test]
fn another_finds_out_if_the_first_is_never_looked_at_again() {
    let session = patient();
    let mut kept: Vec<_> = (0..5).map(|_| session.call(&Ping)).collect();
    let mut now = START;
    for call in &mut kept {
        assert!(sends(call, now), "{now:?}");
        let mut other = session.call(&Ping);
        wait(&mut other, now.after(MAX_PROBE - Duration::from_millis(1)));
        now = now.after(MAX_PROBE);
    }
    // One that comes back frees everybody, and the ones that are kept stand in nobody's way.
    let mut last = session.call(&Ping);
    assert!(sends(&mut last, now));
    resume(&mut last, now, remaining("900"));
    assert!((0..10).all(|_| sends(&mut session.call(&Ping), now)));
}

#[test]
fn calls_that_are_never_looked_at_again_count_for_two_windows_at_most() {
    let session = known("900");
    let mut kept: Vec<_> = (0..600).map(|_| session.call(&Ping)).collect();
    assert!(kept.iter_mut().all(|call| sends(call, START)));
    // In the next window the server may count them; 600 of 900 are taken as gone.
    let next = START.after(TO_RESET + SCATTER);
    resumed_at(&session, next, headers(200, "1000", "800", "1700001200"));
    assert!(sends(&mut session.call(&Ping), next));
    let mut second = session.call(&Ping);
    assert!(wait(&mut second, next) > Duration::ZERO);
    // In the one after it nobody counts them any more.
    let after = next.after(TO_RESET + SCATTER);
    resumed_at(&session, after, headers(200, "1000", "800", "1700001800"));
    let mut calls: Vec<_> = (0..500).map(|_| session.call(&Ping)).collect();
    assert!(calls.iter_mut().all(|call| sends(call, after)));
    // Those that come back at last are not taken for the ones on their way.
    for call in &mut kept {
        resume(call, after, headers(200, "1000", "700", "1700001800"));
    }
    assert!(sends(&mut session.call(&Ping), after));
    assert!(wait(&mut session.call(&Ping), after) > Duration::ZERO);
}

#[test]
fn nobody_waits_for_a_first_call_that_learns_nothing() {
    let silent = [
        reply(200, &[], ""),
        reply(502, &[("x-ratelimit-limit", ""), ("x-ratelimit-remaining", "")], ""),
        headers(200, "1000", "900", "1699999999"),
        failure(IoKind::Timeout, Sent::Maybe),
    ];
    for outcome in silent {
        let session = patient();
        let mut first = session.call(&Ping);
        assert!(sends(&mut first, START));
        resume(&mut first, START, outcome);
        let mut others: Vec<_> = (0..10).map(|_| session.call(&Ping)).collect();
        assert!(others.iter_mut().all(|call| sends(call, START)));
    }
}

#[test]
fn empty_and_malformed_headers_change_nothing() {
    let odd: &[[&str; 3]] = &[
        ["", "", ""],
        ["1000", "", RESET],
        ["1000", "many", RESET],
        ["1000", "-1", RESET],
        ["1000", "900.0", RESET],
        ["1000", "0x384", RESET],
        ["0", "900", RESET],
        ["", "900", RESET],
        ["1000", "900", ""],
        ["1000", "900", "0"],
        ["1000", "900", "1699999999"],
        ["1000", "900", "99999999999999999999"],
        ["1000", "900", "1900000000"],
    ];
    for [limit, left, reset] in odd {
        let session = patient();
        // Only the reserve is left, and the call on its way brings odd news.
        let mut call = session.call(&Ping);
        assert!(sends(&mut call, START));
        resume(&mut call, START, remaining("101"));
        let mut bearer = session.call(&Ping);
        assert!(sends(&mut bearer, START));
        resume(&mut bearer, START, headers(200, limit, left, reset));
        let waits = wait(&mut session.call(&Ping), START);
        assert!(waits >= TO_RESET, "{limit}, {left}, {reset}: {waits:?}");
    }
}

#[test]
fn those_who_wait_for_the_reset_do_not_all_wake_at_once() {
    let session = known("100");
    let waits: BTreeSet<_> = (0..64).map(|_| wait(&mut session.call(&Ping), START)).collect();
    assert!(waits.len() > 60, "{waits:?}");
    let (first, last) = (*waits.first().unwrap(), *waits.last().unwrap());
    assert!(first >= TO_RESET && last <= TO_RESET + SCATTER, "{first:?} to {last:?}");
    assert!(last - first > SCATTER / 2, "{first:?} to {last:?}");
}

#[test]
fn with_much_left_nobody_waits_and_with_little_left_all_are_spread() {
    let session = known("251");
    assert!(sends(&mut session.call(&Ping), START));
    let session = known("190");
    let mut calls: Vec<_> = (0..10).map(|_| session.call(&Ping)).collect();
    assert!(sends(&mut calls[0], START));
    // 90 places above the reserve, 600 seconds.
    let waits: Vec<_> = calls[1..].iter_mut().map(|call| wait(call, START)).collect();
    for pair in waits.windows(2) {
        let gap = (pair[1] - pair[0]).as_secs_f64();
        assert!((6.0..8.0).contains(&gap), "{waits:?}");
    }
    // Whoever has a place goes when its time has come.
    assert!(!sends(&mut calls[1], START.after(waits[0] / 2)));
    assert!(sends(&mut calls[1], START.after(waits[0])));
}

#[test]
fn a_place_that_is_given_up_is_given_to_the_next() {
    let session = known("190");
    assert!(sends(&mut session.call(&Ping), START));
    let mut leaving = session.call(&Ping);
    let place = wait(&mut leaving, START);
    drop(leaving);
    assert_eq!(wait(&mut session.call(&Ping), START), place);
}

#[test]
fn a_place_is_of_no_use_where_others_took_what_was_left() {
    let session = known("190");
    let mut bearer = session.call(&Ping);
    assert!(sends(&mut bearer, START));
    let mut holder = session.call(&Ping);
    let place = wait(&mut holder, START);
    resume(&mut bearer, START, remaining("100"));
    let rest = wait(&mut holder, START.after(place));
    assert!(rest >= TO_RESET - place, "{rest:?}");
}

#[test]
fn places_that_were_only_feared_to_be_lost_are_used() {
    let session = known("300");
    let mut calls: Vec<_> = (0..49).map(|_| session.call(&Ping)).collect();
    assert!(calls.iter_mut().all(|call| sends(call, START)));
    // Others took a lot meanwhile. The server has counted all 49, but who is to know?
    resume(&mut calls[0], START, remaining("149"));
    assert!(sends(&mut session.call(&Ping), START));
    for call in &mut calls[1..] {
        resume(call, START, remaining("148"));
    }
    // Now it is known that 48 are left above the reserve, for ten minutes.
    let place = wait(&mut session.call(&Ping), START);
    assert!(place < Duration::from_secs(15), "{place:?}");
}

#[test]
fn calls_that_do_not_wait_use_nothing_up() {
    let session = session(|config| config.retry(RetryPolicy::default()));
    resumed(&session, remaining("102"));
    assert!(sends(&mut session.call(&Ping), START));
    // The next place is minutes away, which none of them waits for.
    let mut ends = BTreeSet::new();
    for _ in 0..1_000 {
        let Step::Yield(Err(Error::RetryAt { at, last: None, .. })) =
            session.call(&Ping).poll(START)
        else {
            panic!("it waits or goes")
        };
        ends.insert(at);
    }
    assert_eq!(ends.len(), 1, "the place is still the same");
}

#[test]
fn a_place_of_a_window_that_is_over_is_not_kept_for_ever() {
    let session = known("190");
    assert!(sends(&mut session.call(&Ping), START));
    let mut waiting: Vec<_> = (0..80).map(|_| session.call(&Ping)).collect();
    for call in &mut waiting {
        wait(call, START);
    }
    // The window ends; the first of the next one learns nothing, and everything goes.
    let later = START.after(TO_RESET + SCATTER);
    resumed_at(&session, later, failure(IoKind::Timeout, Sent::Maybe));
    for call in &mut waiting {
        assert!(sends(call, later));
        resume(call, later, reply(200, &[], ""));
    }
    // Nobody is on the way now, so of 300 there are more than a quarter left.
    resumed_at(&session, later, headers(200, "1000", "300", "1700001200"));
    let mut calls: Vec<_> = (0..40).map(|_| session.call(&Ping)).collect();
    assert!(calls.iter_mut().all(|call| sends(call, later)));
}

#[test]
fn a_call_on_its_way_that_is_dropped_no_longer_counts() {
    let session = known("900");
    for _ in 0..500 {
        assert!(sends(&mut session.call(&Ping), START));
    }
    // All of them are gone. If they still counted, less than a quarter would seem to be left.
    resumed(&session, remaining("600"));
    let mut calls: Vec<_> = (0..300).map(|_| session.call(&Ping)).collect();
    assert!(calls.iter_mut().all(|call| sends(call, START)));
}

#[test]
fn two_pools_know_nothing_of_each_other() {
    let session = known("100");
    assert!(wait(&mut session.call(&Ping), START) >= TO_RESET);
    let mut pong = session.call(&Pong);
    assert!(sends(&mut pong, START));
    resume(&mut pong, START, remaining("900"));
    assert!(sends(&mut session.call(&Pong), START));
    assert!(wait(&mut session.call(&Ping), START) >= TO_RESET);
}

#[test]
fn a_late_reply_of_an_earlier_window_is_passed_over() {
    let session = known("900");
    let mut late = session.call(&Ping);
    assert!(sends(&mut late, START));
    // By the local clock, which is a little behind, the window is not over yet.
    let later = START.after(TO_RESET - Duration::from_secs(1));
    resumed_at(&session, later, headers(200, "1000", "999", "1700001200"));
    resume(&mut late, later, remaining("0"));
    assert!(sends(&mut session.call(&Ping), later));
}

#[test]
fn a_429_holds_up_the_others_too() {
    let session = known("900");
    resumed(&session, reply(429, &[("retry-after", "7")], ""));
    let waits: BTreeSet<_> = (0..64).map(|_| wait(&mut session.call(&Ping), START)).collect();
    let second = Duration::from_secs(1);
    assert!(waits.len() > 60 && waits.iter().all(|wait| *wait >= 7 * second), "{waits:?}");
    assert!(waits.iter().all(|wait| *wait <= 7 * second + SCATTER), "{waits:?}");
    assert!(sends(&mut session.call(&Ping), START.after(7 * second)));
}

#[test]
fn after_a_429_the_servers_own_word_goes_before_the_windows_end() {
    let session = patient();
    let limits = [
        ("x-ratelimit-limit", "1000"),
        ("x-ratelimit-remaining", "0"),
        ("x-ratelimit-reset", RESET),
        ("x-ratelimit-retry-after", "2"),
    ];
    let refused = reply(429, &limits, "");
    let mut call = session.call(&Ping);
    assert!(sends(&mut call, START));
    resume(&mut call, START, refused);
    assert_eq!(wait(&mut call, START), Duration::from_secs(2));
    let back = START.after(Duration::from_secs(2));
    assert!(sends(&mut call, back), "the window would end in {TO_RESET:?}");
    resume(&mut call, back, remaining("900"));
}

#[test]
fn a_429_without_a_word_holds_up_nobody_else() {
    let session = known("900");
    resumed(&session, reply(429, &[], ""));
    assert!(sends(&mut session.call(&Ping), START));
}

#[test]
fn a_wait_for_the_reset_is_waited_out_only_if_it_is_allowed() {
    let session = known("100");
    assert!(wait(&mut session.call(&Ping), START) >= TO_RESET);
    let hasty = session.with_retry(RetryPolicy::default());
    let Step::Yield(Err(Error::RetryAt { at, last: None, .. })) = hasty.call(&Ping).poll(START)
    else {
        panic!("it waits or goes")
    };
    assert_eq!(at.timestamp(), 1_700_000_600);
}

#[test]
fn no_call_goes_after_its_total_time() {
    let second = Duration::from_secs(1);
    let policy = RetryPolicy::default().total_time(Some(second));
    let session = session(|config| config.retry(policy));
    // Somebody else is finding out how much is left, and is slow.
    let mut first = session.call(&Ping);
    assert!(sends(&mut first, START));
    let mut second_call = session.call(&Ping);
    wait(&mut second_call, START);
    wait(&mut second_call, START.after(second));
    let Step::Yield(Err(error)) = second_call.poll(START.after(second * 3 / 2)) else {
        panic!("it waits or goes")
    };
    insta::assert_snapshot!(error);
}

#[test]
fn without_pacing_nothing_waits() {
    let session = session(|config| config.pacing(Pacing::off()));
    let mut calls: Vec<_> = (0..10).map(|_| session.call(&Ping)).collect();
    assert!(calls.iter_mut().all(|call| sends(call, START)));
    resumed(&session, remaining("0"));
    resumed(&session, reply(429, &[("retry-after", "7")], ""));
    assert!(sends(&mut session.call(&Ping), START));
}

#[test]
fn a_wall_clock_that_is_set_back_changes_nothing() {
    let session = patient();
    resumed(&session, dated("Tue, 14 Nov 2023 22:13:20 GMT", "100"));
    let set_back = Now { unix: Duration::ZERO, ..START };
    let waits = wait(&mut session.call(&Ping), set_back);
    assert!(waits >= TO_RESET && waits <= TO_RESET + SCATTER, "{waits:?}");
}

#[test]
fn the_end_of_the_window_becomes_known_to_less_than_a_second() {
    let session = patient();
    let tenth = Duration::from_millis(100);
    resumed(&session, dated("Tue, 14 Nov 2023 22:13:20 GMT", "101"));
    // A tenth of a second later the server's clock shows the next second.
    let mut call = session.call(&Ping);
    assert!(sends(&mut call, START));
    resume(&mut call, START.after(tenth), dated("Tue, 14 Nov 2023 22:13:21 GMT", "100"));
    let waits = wait(&mut session.call(&Ping), START.after(tenth));
    let second = Duration::from_secs(1);
    assert!(waits >= TO_RESET - second && waits <= TO_RESET - second + SCATTER, "{waits:?}");
}

#[test]
fn the_servers_clock_goes_on_where_a_reply_does_not_show_it() {
    let session = patient();
    // The server is a minute ahead.
    resumed(&session, dated("Tue, 14 Nov 2023 22:14:20 GMT", "900"));
    let minute = Duration::from_secs(60);
    let later = START.after(minute);
    let mut call = session.call(&Ping);
    assert!(sends(&mut call, later));
    resume(&mut call, later, headers(429, "", "", RESET));
    assert_eq!(wait(&mut call, later), TO_RESET - 2 * minute);
}

#[test]
fn a_reply_from_a_cache_says_nothing_about_the_limit() {
    let session = patient();
    let cached = [
        ("age", "600"),
        ("date", "Tue, 14 Nov 2023 22:03:20 GMT"),
        ("x-ratelimit-limit", "1000"),
        ("x-ratelimit-remaining", "0"),
        ("x-ratelimit-reset", RESET),
    ];
    resumed(&session, reply(200, &cached, ""));
    let mut call = session.call(&Ping);
    assert!(sends(&mut call, START));
    // Nor is its date the server's clock.
    resume(&mut call, START, remaining("0"));
    let waits = wait(&mut session.call(&Ping), START);
    assert!(waits >= TO_RESET && waits <= TO_RESET + SCATTER, "{waits:?}");
}

/// An endpoint of another pool.
struct Pong;

impl Endpoint for Pong {
    type Output = ();

    const META: Meta =
        Meta::get("pong", "/pong").pool(&Pool::new("pong", 1_000, 60)).replay(Replay::Safe);

    fn validate(&self, _v: &mut Violations) {}

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/pong");
    }

    fn decode(_head: &Parts, _body: &[u8]) -> Result<(), DecodeError> {
        Ok(())
    }
}

/// A session whose calls wait as long as it takes.
fn patient() -> Session {
    session(|config: Config| config.retry(RetryPolicy::default().max_wait(None)))
}

/// The same, after a reply that says how much is left of 1,000.
fn known(left: &str) -> Session {
    let session = patient();
    resumed(&session, remaining(left));
    session
}

/// Makes a call that ends so.
fn resumed(session: &Session, outcome: Outcome) {
    resumed_at(session, START, outcome);
}

fn resumed_at(session: &Session, now: Now, outcome: Outcome) {
    let mut call = session.call(&Ping);
    assert!(sends(&mut call, now));
    resume(&mut call, now, outcome);
}

/// A reply that says how much is left of 1,000.
fn remaining(left: &str) -> Outcome {
    headers(200, "1000", left, RESET)
}

fn headers(status: u16, limit: &str, left: &str, reset: &str) -> Outcome {
    let headers = [
        ("x-ratelimit-limit", limit),
        ("x-ratelimit-remaining", left),
        ("x-ratelimit-reset", reset),
    ];
    reply(status, &headers, "")
}

/// The same with the server's clock.
fn dated(date: &str, left: &str) -> Outcome {
    let headers = [
        ("date", date),
        ("x-ratelimit-limit", "1000"),
        ("x-ratelimit-remaining", left),
        ("x-ratelimit-reset", RESET),
    ];
    reply(200, &headers, "")
}

/// True if the call goes now.
fn sends<E: Endpoint>(call: &mut Call<E>, now: Now) -> bool {
    matches!(call.poll(now), Step::Send(_))
}

/// The time that the call waits.
fn wait<E: Endpoint>(call: &mut Call<E>, now: Now) -> Duration {
    match call.poll(now) {
        Step::Sleep(wait) => wait,
        Step::Send(_) => panic!("it goes"),
        Step::Yield(_) | Step::Done => panic!("it ends"),
    }
}
