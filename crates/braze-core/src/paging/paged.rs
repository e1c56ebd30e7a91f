//! [`Paged`]: an endpoint whose reply is one page of a list.

use crate::endpoint::Endpoint;

/// An endpoint whose reply is one page of a list.
///
/// The clients read all pages with `pages`; a transport of your own drives a
/// [`PageMachine`](super::PageMachine). Generated for every operation of the spec that is paged.
pub trait Paged: Endpoint {
    /// The type of an item. Pages are compared by their items.
    type Item: Clone + PartialEq;

    /// The kind of paging.
    const PAGING: Paging;

    /// The page that the request asks for; `None` for the first.
    fn position(&self) -> Option<PagePosition>;

    /// Asks for another page. A position of another kind than [`PAGING`](Self::PAGING) changes nothing.
    ///
    /// An offset of 0 is left out of the request, since some lists refuse it.
    fn turn_to(&mut self, position: PagePosition);

    /// The number of items on a full page, if it is known. A page with fewer is the last.
    fn page_size(&self) -> Option<u64> {
        None
    }

    /// The items of a page.
    fn items(output: &Self::Output) -> &[Self::Item];

    /// Takes the items out of a page.
    fn into_items(output: Self::Output) -> Vec<Self::Item>;

    /// Tells whether more pages follow, if the reply says so. It takes precedence over the page size.
    fn has_more(output: &Self::Output) -> Option<bool> {
        let _ = output;
        None
    }
}

/// A kind of paging: the way from one page to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Paging {
    /// Pages are numbered.
    Number {
        /// The number of the first page.
        first: u64,
    },
    /// Each reply names the next page in its `Link` header, with `rel="next"`.
    ///
    /// Only the cursor is read from the link's target. The link itself is never followed.
    Cursor {
        /// The query parameter that holds the cursor, in the request and in the link's target.
        parameter: &'static str,
    },
    /// A page begins after a number of items.
    Offset,
}

/// The position of a page in its list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PagePosition {
    /// The number of the page.
    Number(u64),
    /// The cursor that a reply gave for the page.
    Cursor(String),
    /// The number of items before the page.
    Offset(u64),
}
