//! A made-up transport with a virtual clock, which reads a list to its end.

use std::time::Duration;

use braze_core::http::{Request, Uri};
use braze_core::{Bytes, Error, Machine, Now, PageMachine, Paged, Session, Step};

use super::lists::Page;
use crate::core::peer::{Outcome, START, reply, resume};

/// The pages of a list, read to its end.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// The items of each page.
    pub(super) pages: Vec<Vec<u64>>,
    pub(super) sends: usize,
    pub(super) error: Option<Error>,
}

impl Run {
    pub(super) fn items(&self) -> Vec<u64> {
        self.pages.concat()
    }
}

/// Reads a list. Panics if it does not end.
pub(super) fn read<E>(
    session: &Session,
    request: E,
    mut answer: impl FnMut(&Request<Bytes>) -> Outcome,
) -> Run
where
    E: Paged<Output = Page>,
{
    let (mut machine, mut now, mut run) =
        (PageMachine::new(session, request), START, Run::default());
    loop {
        match machine.poll(now) {
            Step::Send(request) => {
                run.sends += 1;
                assert!(run.sends < 50_000, "the list never ends");
                now = now.after(Duration::from_millis(1));
                let outcome = answer(&request);
                resume(&mut machine, now, outcome);
            }
            Step::Sleep(wait) => now = now.after(wait),
            Step::Yield(Ok(page)) => {
                run.pages.push(page.items.iter().map(|item| item.0).collect());
            }
            Step::Yield(Err(error)) => {
                assert!(run.error.is_none(), "an error is the last item");
                run.error = Some(error);
            }
            Step::Done => break,
        }
    }
    assert_is_done(&mut machine, now);
    run
}

fn assert_is_done<E: Paged>(machine: &mut PageMachine<E>, now: Now) {
    for _ in 0..3 {
        assert!(matches!(machine.poll(now), Step::Done), "a finished list stays finished");
        resume(machine, now, reply(200, &[], "{}"));
    }
}

/// The body of a page.
pub(super) fn body(items: &[u64]) -> String {
    serde_json::json!({ "items": items }).to_string()
}

/// The value of a query parameter that is a number.
pub(super) fn number(uri: &Uri, name: &str) -> Option<u64> {
    let query = uri.query().unwrap_or_default();
    let value = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))?;
    Some(value.parse().unwrap())
}
