//! [`PageMachine`]: reads the pages of a list, one after another.

use http::response::Parts;

use super::cursors::Cursors;
use super::link::NextPage;
use super::paged::{PagePosition, Paged, Paging};
use crate::call::{Call, Session};
use crate::error::{Error, IoError, PagingError, PagingErrorKind};
use crate::machine::{Machine, Now, Step};
use crate::reply::Reply;

/// The pages of a list, as a [`Machine`]: yields the replies in order, and an error at most once, at the end.
///
/// Each page is a call of its own, paced and repeated as any other. At most one page is held.
///
/// ```
/// use braze_core::{ApiKey, Config, Instance, Machine, Now, PageMachine, Paged, Session, Step};
///
/// /// All items, from a transport that sends a request and returns head and body.
/// fn all<E: Paged>(
///     session: &Session,
///     request: E,
///     now: impl Fn() -> Now,
///     send: impl Fn(http::Request<bytes::Bytes>) -> (http::response::Parts, Vec<u8>),
/// ) -> Result<Vec<E::Item>, braze_core::Error> {
///     let mut pages = PageMachine::new(session, request);
///     let mut all = Vec::new();
///     loop {
///         match pages.poll(now()) {
///             Step::Send(request) => {
///                 let (head, body) = send(request);
///                 pages.resume(now(), Ok((head, &body)));
///             }
///             Step::Sleep(wait) => std::thread::sleep(wait),
///             Step::Yield(page) => all.extend(E::into_items(page?.into_value())),
///             Step::Done => return Ok(all),
///         }
///     }
/// }
/// ```
pub struct PageMachine<E: Paged> {
    session: Session,
    /// The request of the page that is read next.
    request: E,
    state: State<E>,
    progress: Progress<E::Item>,
}

#[expect(clippy::large_enum_variant, reason = "there is one for a whole list")]
enum State<E: Paged> {
    /// The next page can be read.
    Ready,
    /// A page is being read.
    Reading(Call<E>),
    /// The pages end with an error.
    Failed(PagingError),
    Done,
}

/// The position in the list, with the memory that recognises a repetition.
enum Progress<T> {
    Number {
        first: u64,
        number: u64,
        /// The items of the page before.
        previous: Vec<T>,
    },
    Cursor {
        parameter: &'static str,
        followed: Cursors,
    },
    Offset(u64),
}

/// The step after a page.
enum Next {
    /// This page is yielded, and another follows.
    Page(PagePosition),
    /// This page repeats the one before. Another may follow.
    Skip(PagePosition),
    /// This page repeats the one before: the list has ended.
    Repeated,
    /// This page is the last.
    Last,
    /// This page is yielded, but the next cannot be asked for.
    Fail(PagingError),
}

impl<E: Paged> PageMachine<E> {
    /// Begins at the page that the request asks for: the first, unless it names another.
    pub fn new(session: &Session, mut request: E) -> Self {
        let position = request.position();
        let progress = match E::PAGING {
            Paging::Number { first } => {
                let number = match position {
                    Some(PagePosition::Number(number)) => number,
                    _ => first,
                };
                // The default is documented for some lists only.
                request.turn_to(PagePosition::Number(number));
                Progress::Number { first, number, previous: Vec::new() }
            }
            Paging::Cursor { parameter } => {
                let mut followed = Cursors::default();
                if let Some(PagePosition::Cursor(cursor)) = &position {
                    followed.is_new(cursor);
                }
                Progress::Cursor { parameter, followed }
            }
            Paging::Offset => {
                let offset = match position {
                    Some(PagePosition::Offset(offset)) => offset,
                    _ => 0,
                };
                request.turn_to(PagePosition::Offset(offset));
                Progress::Offset(offset)
            }
        };
        Self { session: session.clone(), request, state: State::Ready, progress }
    }

    /// The request of the page that is read next; after an error, of the page that could not be read.
    ///
    /// Reading can resume with it.
    pub fn request(&self) -> &E {
        &self.request
    }

    /// Moves on from a page. Returns `None` for one that repeats the page before.
    fn turn(&mut self, reply: Reply<E::Output>) -> Option<Reply<E::Output>> {
        let next = self.progress.next(&self.request, &reply);
        let is_repeated = matches!(next, Next::Skip(_) | Next::Repeated);
        self.state = match next {
            Next::Page(position) | Next::Skip(position) => {
                self.request.turn_to(position);
                State::Ready
            }
            Next::Last | Next::Repeated => State::Done,
            Next::Fail(error) => State::Failed(error),
        };
        (!is_repeated).then_some(reply)
    }
}

impl<T: Clone + PartialEq> Progress<T> {
    fn next<E: Paged<Item = T>>(&mut self, request: &E, reply: &Reply<E::Output>) -> Next {
        let items = E::items(&reply.value);
        let count = items.len() as u64;
        let has_more = E::has_more(&reply.value);
        let fail = |kind| Next::Fail(PagingError::new(E::META.name, kind));
        if let Self::Cursor { parameter, followed } = self {
            return match NextPage::read(&reply.headers, parameter) {
                NextPage::None => Next::Last,
                NextPage::Cursor(cursor) if followed.is_new(&cursor) => {
                    Next::Page(PagePosition::Cursor(cursor))
                }
                NextPage::Cursor(_) => fail(PagingErrorKind::RepeatedCursor),
                NextPage::Unreadable => fail(PagingErrorKind::UnreadableLink),
            };
        }
        let is_last = match has_more {
            Some(true) if count == 0 => return fail(PagingErrorKind::NoItems),
            Some(has_more) => !has_more,
            None => count == 0 || request.page_size().is_some_and(|size| count < size),
        };
        match self {
            Self::Number { first, number, previous } => {
                let is_repeated = count > 0 && *items == previous[..];
                let is_second = number.checked_sub(*first) == Some(1);
                *number = number.saturating_add(1);
                let next = PagePosition::Number(*number);
                match (is_repeated, is_last) {
                    // Some lists count from 1 and take 0 for 1.
                    (true, false) if is_second => Next::Skip(next),
                    // Some lists answer with the last page for any number after it.
                    (true, _) => Next::Repeated,
                    (false, true) => Next::Last,
                    (false, false) => {
                        *previous = items.to_vec();
                        Next::Page(next)
                    }
                }
            }
            Self::Offset(offset) if !is_last => {
                *offset = offset.saturating_add(count);
                Next::Page(PagePosition::Offset(*offset))
            }
            Self::Offset(_) | Self::Cursor { .. } => Next::Last,
        }
    }
}

impl<E: Paged> Machine for PageMachine<E> {
    type Item = Result<Reply<E::Output>, Error>;

    fn poll(&mut self, now: Now) -> Step<Self::Item> {
        loop {
            match &mut self.state {
                State::Ready => self.state = State::Reading(self.session.call(&self.request)),
                State::Reading(call) => match call.poll(now) {
                    Step::Yield(Ok(reply)) => {
                        if let Some(reply) = self.turn(reply) {
                            return Step::Yield(Ok(reply));
                        }
                    }
                    Step::Yield(Err(error)) => {
                        self.state = State::Done;
                        return Step::Yield(Err(error));
                    }
                    other => return other,
                },
                State::Failed(error) => {
                    let error = Error::Paging(*error);
                    self.state = State::Done;
                    return Step::Yield(Err(error));
                }
                State::Done => return Step::Done,
            }
        }
    }

    fn resume(&mut self, now: Now, outcome: Result<(Parts, &[u8]), IoError>) {
        if let State::Reading(call) = &mut self.state {
            call.resume(now, outcome);
        }
    }
}

impl<E: Paged> std::fmt::Debug for PageMachine<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let state = match self.state {
            State::Ready => "ready",
            State::Reading(_) => "reading",
            State::Failed(_) => "failed",
            State::Done => "done",
        };
        f.debug_struct("PageMachine")
            .field("endpoint", &E::META.name)
            .field("position", &self.request.position())
            .field("state", &state)
            .finish_non_exhaustive()
    }
}
