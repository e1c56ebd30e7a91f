//! [`Paged`]: what the endpoints that are read page by page have in common.

use crate::endpoint::Endpoint;

/// An endpoint whose reply is one page of a list. A page without items is the last.
///
/// ```
/// use braze_core::Paged;
///
/// /// Everything on all pages, each fetched by `send`.
/// fn all<E: Paged>(mut request: E, send: impl Fn(&E) -> E::Output) -> Vec<E::Item> {
///     let mut all = Vec::new();
///     for page in E::FIRST.. {
///         request.turn_to(page);
///         let items = E::items(send(&request));
///         if items.is_empty() {
///             break;
///         }
///         all.extend(items);
///     }
///     all
/// }
/// ```
pub trait Paged: Endpoint {
    /// The type of an item.
    type Item;

    /// The number of the first page.
    const FIRST: u32;

    /// Sets the number of the page.
    fn turn_to(&mut self, page: u32);

    /// The items of a page.
    fn items(output: Self::Output) -> Vec<Self::Item>;
}
