//! [`Pages`] and [`Items`]: a list that is read page by page.

use braze_core::{Error, PageMachine, Paged, Reply, Session, TimeSource};

use crate::cancel::{Cancel, CancelGuard};
use crate::driver::drive_next;
use crate::exchange::Transport;

/// The pages of a list: an iterator over the replies, in order.
///
/// Each page is requested when it is asked for, so memory use stays flat. An error ends the iterator.
pub struct Pages<E: Paged> {
    machine: PageMachine<E>,
    transport: Transport,
    time: TimeSource,
    cancel: Cancel,
    has_ended: bool,
    _guard: CancelGuard,
}

impl<E: Paged> Pages<E> {
    pub(crate) fn new(
        session: &Session,
        transport: &Transport,
        time: &TimeSource,
        request: E,
    ) -> Self {
        let cancel = Cancel::new();
        let transport = transport.separate();
        let attached = cancel.attach(&transport);
        Self {
            machine: PageMachine::new(session, request),
            transport,
            time: time.clone(),
            cancel,
            has_ended: false,
            _guard: attached,
        }
    }

    /// Returns the items of all pages, one by one.
    #[must_use]
    pub fn items(self) -> Items<E> {
        Items { pages: self, page: Vec::new().into_iter() }
    }

    /// Returns the request of the next page; after an error, of the page that could not be read.
    ///
    /// Reading can resume with it.
    #[must_use]
    pub fn request(&self) -> &E {
        self.machine.request()
    }

    /// Returns a handle that cancels the iterator from another thread.
    ///
    /// The iterator then yields [`Error::Cancelled`] and ends. It waits for a connection that is being made,
    /// at most for [`connect_timeout`](crate::Config::connect_timeout).
    #[must_use]
    pub fn cancel(&self) -> Cancel {
        self.cancel.clone()
    }
}

impl<E: Paged> Iterator for Pages<E> {
    type Item = Result<Reply<E::Output>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.has_ended {
            return None;
        }
        let exchange =
            |request, body: &mut Vec<u8>| self.cancel.exchange_here(&self.transport, request, body);
        let sleep = |wait| self.cancel.sleep(wait);
        let next = drive_next(&mut self.machine, &self.time, exchange, sleep);
        self.has_ended = !matches!(next, Some(Ok(_)));
        next
    }
}

impl<E: Paged> std::iter::FusedIterator for Pages<E> {}

impl<E: Paged> std::fmt::Debug for Pages<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pages").field("machine", &self.machine).finish_non_exhaustive()
    }
}

/// The items of a list, one by one.
///
/// An error ends the iterator. The items of the pages before it were all yielded.
pub struct Items<E: Paged> {
    pages: Pages<E>,
    page: std::vec::IntoIter<E::Item>,
}

impl<E: Paged> Items<E> {
    /// Returns the pages, which name the next request and cancel the iterator.
    #[must_use]
    pub fn pages(&self) -> &Pages<E> {
        &self.pages
    }
}

impl<E: Paged> Iterator for Items<E> {
    type Item = Result<E::Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.page.next() {
                return Some(Ok(item));
            }
            match self.pages.next()? {
                Ok(page) => self.page = E::into_items(page.into_value()).into_iter(),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl<E: Paged> std::iter::FusedIterator for Items<E> {}

impl<E: Paged> std::fmt::Debug for Items<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Items").field("pages", &self.pages).finish_non_exhaustive()
    }
}
