//! Any list in pages of any size, read through any failures: each item comes once, in order.

use braze_core::{
    Backoff, Error, IoKind, Machine, PageMachine, Paged, PagingErrorKind, RetryPolicy, Sent,
    Session, Step,
};
use proptest::prelude::*;

use super::lists::{ByNumber, ByOffset};
use super::peer::{body, number, read};
use crate::core::peer::{Outcome, START, failure, reply, session};

/// The meaning of a page number to a server.
#[derive(Debug, Clone, Copy)]
enum Habit {
    /// Pages count from 0. One past the end is empty.
    FromZero,
    /// Pages count from 1, and 0 means 1.
    FromOne,
    /// Pages count from 0. Any past the end is the last.
    LastAgain,
}

impl Habit {
    /// The items of a page.
    fn page(self, items: &[u64], size: usize, page: u64) -> &[u64] {
        let last = items.len().div_ceil(size).saturating_sub(1) as u64;
        let index = match self {
            Self::FromZero => page,
            Self::FromOne => page.saturating_sub(1),
            Self::LastAgain => page.min(last),
        };
        items.chunks(size).nth(usize::try_from(index).unwrap()).unwrap_or_default()
    }
}

fn habit() -> impl Strategy<Value = Habit> {
    prop_oneof![Just(Habit::FromZero), Just(Habit::FromOne), Just(Habit::LastAgain)]
}

fn plain() -> Session {
    session(|config| config)
}

/// Failures that are worth another attempt, each with its place among the replies.
fn failures() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(0_u8..12, 0..60)
}

/// The failure of that number, or the reply.
fn or_failure(number: Option<u8>, reply_of: impl FnOnce() -> Outcome) -> Outcome {
    match number {
        Some(0) => reply(429, &[("retry-after", "1")], r#"{"message":"Rate limited"}"#),
        Some(1) => reply(500, &[], ""),
        Some(2) => reply(503, &[("retry-after", "2")], ""),
        Some(3) => failure(IoKind::Closed, Sent::Maybe),
        Some(4) => failure(IoKind::Timeout, Sent::Maybe),
        Some(5) => failure(IoKind::Connect, Sent::No),
        _ => reply_of(),
    }
}

proptest! {
    #[test]
    fn numbered_pages(
        count in 0_u64..300, size in 1_usize..40, is_known in any::<bool>(), habit in habit(),
        failures in failures(),
    ) {
        let items: Vec<u64> = (0..count).collect();
        let policy = RetryPolicy::default().attempts(100).total_time(None).backoff(Backoff::default());
        let session = session(|config| config.retry(policy));
        let mut failures = failures.into_iter();
        let request = ByNumber { page: None, size: is_known.then_some(size as u64) };
        let run = read(&session, request, |request| {
            let page = number(request.uri(), "page").unwrap();
            or_failure(failures.next(), || reply(200, &[], body(habit.page(&items, size, page))))
        });
        prop_assert!(run.error.is_none(), "{:?}", run.error);
        prop_assert_eq!(run.items(), items);
    }

    #[test]
    fn counted_pages(
        count in 0_u64..300, limit in 1_u64..40, is_known in any::<bool>(), says_more in any::<bool>(),
        cap in 1_u64..40,
    ) {
        let items: Vec<u64> = (0..count).collect();
        // A server that says if more follow may return fewer items than the limit.
        let size = if says_more { limit.min(cap) } else { limit };
        let request = ByOffset { offset: Some(0), limit: is_known.then_some(limit) };
        let mut offsets = Vec::new();
        let run = read(&plain(), request, |request| {
            let offset = number(request.uri(), "offset");
            offsets.push(offset);
            let start = usize::try_from(offset.unwrap_or_default()).unwrap();
            let page: Vec<u64> = items.iter().skip(start).take(size as usize).copied().collect();
            let has_more = says_more.then(|| start + page.len() < items.len());
            let body = serde_json::json!({ "items": page, "has_more": has_more });
            reply(200, &[], body.to_string())
        });
        prop_assert!(run.error.is_none(), "{:?}", run.error);
        prop_assert_eq!(run.items(), items);
        prop_assert_eq!(offsets[0], None, "the first page has no offset");
        prop_assert!(offsets[1..].iter().all(|offset| offset.is_some_and(|offset| offset > 0)));
    }
}

#[test]
fn a_page_with_fewer_items_than_a_full_one_is_the_last() {
    let request = ByNumber { page: None, size: Some(3) };
    let run = read(&plain(), request, |request| {
        reply(
            200,
            &[],
            body(if number(request.uri(), "page") == Some(0) { &[1, 2, 3] } else { &[4] }),
        )
    });
    assert_eq!((run.items(), run.sends), (vec![1, 2, 3, 4], 2));
}

#[test]
fn reading_begins_at_the_page_that_the_request_names() {
    let request = ByNumber { page: Some(2), size: None };
    let mut asked = Vec::new();
    read(&plain(), request, |request| {
        let page = number(request.uri(), "page").unwrap();
        asked.push(page);
        let items = [page, page];
        reply(200, &[], body(if page < 5 { &items } else { &[] }))
    });
    assert_eq!(asked, [2, 3, 4, 5]);
}

/// An empty page that promises more would be asked for again and again.
#[test]
fn an_empty_page_that_promises_more_is_an_error() {
    let empty = r#"{"items":[],"has_more":true}"#;
    for run in [
        read(&plain(), ByOffset::default(), |_| reply(200, &[], empty)),
        read(&plain(), ByNumber::default(), |_| reply(200, &[], empty)),
    ] {
        let Some(Error::Paging(error)) = run.error else { panic!("{:?}", run.error) };
        assert_eq!((error.kind(), run.sends), (PagingErrorKind::NoItems, 1));
    }
}

/// After an error the request is that of the page that could not be read, so that reading can resume.
#[test]
fn an_error_leaves_the_request_to_resume_with() {
    let session = session(|config| config.retry(RetryPolicy::none()));
    let mut machine = PageMachine::new(&session, ByNumber::default());
    for outcome in [reply(200, &[], body(&[1])), reply(500, &[], "")] {
        let Step::Send(_) = machine.poll(START) else { panic!("nothing is sent") };
        crate::core::peer::resume(&mut machine, START, outcome);
        let Step::Yield(_) = machine.poll(START) else { panic!("no item") };
    }
    assert_eq!(machine.request().position(), Some(braze_core::PagePosition::Number(1)));
    assert!(matches!(machine.poll(START), Step::Done));
}

/// Dropping a list in the middle of a request gives back its place in the rate limit.
#[test]
fn dropping_a_list_holds_up_no_other_call() {
    let session = plain();
    let mut dropped = PageMachine::new(&session, ByNumber::default());
    assert!(matches!(dropped.poll(START), Step::Send(_)));
    drop(dropped);
    let mut other = PageMachine::new(&session, ByNumber::default());
    assert!(matches!(other.poll(START), Step::Send(_)));
}
