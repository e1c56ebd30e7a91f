//! Paged endpoints written by hand, one of each kind. Their items are counted while they live.

use std::cell::Cell;

use braze_core::http::response::Parts;
use braze_core::{
    DecodeError, Endpoint, Meta, PagePosition, Paged, Paging, RequestWriter, Scrub, Secret,
    Violations, reply,
};
use serde::Deserialize;

/// A page of numbered items.
#[derive(Debug, Deserialize)]
pub(crate) struct Page {
    pub(crate) items: Vec<Item>,
    pub(crate) has_more: Option<bool>,
}

impl Scrub for Page {
    fn scrub(&mut self, _: &Secret) {}
}

/// A numbered item.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(from = "u64")]
pub(crate) struct Item(pub(crate) u64);

thread_local! {
    static LIVE: Cell<usize> = const { Cell::new(0) };
    static MAX_LIVE: Cell<usize> = const { Cell::new(0) };
}

impl Item {
    /// The greatest number of items that lived at the same time on this thread, since the last call.
    pub(crate) fn max_live() -> usize {
        MAX_LIVE.replace(LIVE.get())
    }
}

impl From<u64> for Item {
    fn from(number: u64) -> Self {
        LIVE.set(LIVE.get() + 1);
        MAX_LIVE.set(MAX_LIVE.get().max(LIVE.get()));
        Self(number)
    }
}

impl Clone for Item {
    fn clone(&self) -> Self {
        Self::from(self.0)
    }
}

impl Drop for Item {
    fn drop(&mut self) {
        LIVE.set(LIVE.get() - 1);
    }
}

/// Pages are numbered.
#[derive(Debug, Clone, Default)]
pub(crate) struct ByNumber {
    pub(crate) page: Option<u64>,
    /// The size of a full page, if the endpoint knows it.
    pub(crate) size: Option<u64>,
}

/// A reply names the next page in its header.
#[derive(Debug, Clone, Default)]
pub(crate) struct ByCursor {
    pub(crate) cursor: Option<String>,
}

/// A page begins after a number of items.
#[derive(Debug, Clone, Default)]
pub(crate) struct ByOffset {
    pub(crate) offset: Option<u64>,
    pub(crate) limit: Option<u64>,
}

/// Implements `Endpoint` and `Paged` for a list.
macro_rules! list {
    ($name:ident, $path:literal, $kind:expr, $variant:ident($field:ident), $query:literal $(, $size:ident, $size_query:literal)?) => {
        impl Endpoint for $name {
            type Output = Page;

            const META: Meta = Meta::get($path, concat!("/", $path));

            fn validate(&self, _: &mut Violations) {}

            fn encode(&self, w: &mut RequestWriter) {
                w.path(Self::META.path);
                $( w.query_opt($size_query, self.$size.as_ref()); )?
                w.query_opt($query, self.$field.as_ref());
            }

            fn decode(_: &Parts, body: &[u8]) -> Result<Page, DecodeError> {
                reply::json(body)
            }
        }

        impl Paged for $name {
            type Item = Item;

            const PAGING: Paging = $kind;

            fn position(&self) -> Option<PagePosition> {
                self.$field.clone().map(PagePosition::$variant)
            }

            fn turn_to(&mut self, position: PagePosition) {
                if let PagePosition::$variant(value) = position {
                    let is_first = is_start(&PagePosition::$variant(value.clone()));
                    self.$field = Some(value).filter(|_| !is_first);
                }
            }

            $( fn page_size(&self) -> Option<u64> { self.$size } )?

            fn items(output: &Page) -> &[Item] {
                &output.items
            }

            fn into_items(output: Page) -> Vec<Item> {
                output.items
            }

            fn has_more(output: &Page) -> Option<bool> {
                output.has_more
            }
        }
    };
}

/// Tells whether a position is left out of the request.
fn is_start(position: &PagePosition) -> bool {
    *position == PagePosition::Offset(0)
}

list!(ByNumber, "numbered", Paging::Number { first: 0 }, Number(page), "page", size, "size");
list!(ByCursor, "linked", Paging::Cursor { parameter: "cursor" }, Cursor(cursor), "cursor");
list!(ByOffset, "counted", Paging::Offset, Offset(offset), "offset", limit, "limit");
