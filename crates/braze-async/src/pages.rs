//! [`Pages`] and [`Items`]: a list that is read page by page.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use braze_core::{Error, PageMachine, Paged, Reply};
use futures_core::Stream;

use crate::driver::Driver;

/// The pages of a list: a stream of the replies, in order.
///
/// Each page is requested when it is asked for, so memory use stays flat. Dropping the stream cancels the
/// request in flight. An error ends the stream.
pub struct Pages<E: Paged> {
    driver: Driver,
    state: State<E>,
}

enum State<E: Paged> {
    /// Between two pages.
    Idle(Box<PageMachine<E>>),
    /// A page is being read.
    Reading(PageFuture<E>),
    Ended(Option<Box<PageMachine<E>>>),
}

type Page<E> = Result<Reply<<E as braze_core::Endpoint>::Output>, Error>;
type PageFuture<E> = Pin<Box<dyn Future<Output = (Box<PageMachine<E>>, Option<Page<E>>)> + Send>>;

impl<E> Pages<E>
where
    E: Paged<Output: Send, Item: Send> + Send + 'static,
{
    pub(crate) fn new(driver: Driver, machine: PageMachine<E>) -> Self {
        Self { driver, state: State::Idle(Box::new(machine)) }
    }

    /// Returns the next page, or `None` after the last.
    pub async fn next(&mut self) -> Option<Page<E>> {
        std::future::poll_fn(|context| self.poll_page(context)).await
    }

    /// Returns the items of all pages, one by one.
    #[must_use]
    pub fn items(self) -> Items<E> {
        Items { pages: self, page: Vec::new().into_iter() }
    }

    /// Returns the request of the next page; after an error, of the page that could not be read.
    ///
    /// Reading can resume with it. `None` while a page is being read.
    #[must_use]
    pub fn request(&self) -> Option<&E> {
        match &self.state {
            State::Idle(machine) | State::Ended(Some(machine)) => Some(machine.request()),
            State::Reading(_) | State::Ended(None) => None,
        }
    }

    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Page<E>>> {
        loop {
            match std::mem::replace(&mut self.state, State::Ended(None)) {
                State::Idle(mut machine) => {
                    let driver = self.driver.clone();
                    self.state = State::Reading(Box::pin(async move {
                        let page = driver.drive_next(&mut *machine).await;
                        (machine, page)
                    }));
                }
                State::Reading(mut future) => {
                    let Poll::Ready((machine, page)) = future.as_mut().poll(context) else {
                        self.state = State::Reading(future);
                        return Poll::Pending;
                    };
                    self.state = match page {
                        Some(Ok(_)) => State::Idle(machine),
                        _ => State::Ended(Some(machine)),
                    };
                    return Poll::Ready(page);
                }
                ended => {
                    self.state = ended;
                    return Poll::Ready(None);
                }
            }
        }
    }
}

// No field is structurally pinned.
impl<E: Paged> Unpin for Pages<E> {}

impl<E> Stream for Pages<E>
where
    E: Paged<Output: Send, Item: Send> + Send + 'static,
{
    type Item = Page<E>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_page(context)
    }
}

impl<E: Paged> std::fmt::Debug for Pages<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut debug = f.debug_struct("Pages");
        if let State::Idle(machine) | State::Ended(Some(machine)) = &self.state {
            debug.field("machine", machine);
        }
        debug.finish_non_exhaustive()
    }
}

/// The items of a list, one by one, as a stream.
///
/// An error ends the stream. The items of the pages before it were all yielded.
pub struct Items<E: Paged> {
    pages: Pages<E>,
    page: std::vec::IntoIter<E::Item>,
}

impl<E> Items<E>
where
    E: Paged<Output: Send, Item: Send> + Send + 'static,
{
    /// Returns the next item, or `None` after the last.
    pub async fn next(&mut self) -> Option<Result<E::Item, Error>> {
        std::future::poll_fn(|context| self.poll_item(context)).await
    }

    /// Returns the pages, which name the next request.
    #[must_use]
    pub fn pages(&self) -> &Pages<E> {
        &self.pages
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<E::Item, Error>>> {
        loop {
            if let Some(item) = self.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll_page(context)) {
                Some(Ok(page)) => self.page = E::into_items(page.into_value()).into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

// No field is structurally pinned.
impl<E: Paged> Unpin for Items<E> {}

impl<E> Stream for Items<E>
where
    E: Paged<Output: Send, Item: Send> + Send + 'static,
{
    type Item = Result<E::Item, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(context)
    }
}

impl<E: Paged> std::fmt::Debug for Items<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Items").field("pages", &self.pages).finish_non_exhaustive()
    }
}
