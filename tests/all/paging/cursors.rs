//! Lists with cursors: followed to the last page, and never in a circle.

use braze_core::{Error, PagingErrorKind};
use proptest::prelude::*;

use super::lists::ByCursor;
use super::peer::{Run, body, number, read};
use crate::core::peer::{reply, session};

/// A link to the next page.
fn link(cursor: impl std::fmt::Display) -> String {
    format!("</linked?cursor={cursor}>; rel=\"next\"")
}

/// Reads pages of one item. After the last of `pages`, the list returns to the page `back`.
fn circle(pages: u64, back: u64) -> Run {
    read(&session(|config| config), ByCursor::default(), |request| {
        let page = number(request.uri(), "cursor").unwrap_or_default();
        let next = if page + 1 < pages { page + 1 } else { back };
        reply(200, &[("link", &link(next))], body(&[page]))
    })
}

proptest! {
    #[test]
    fn pages_of_any_size_follow_their_cursors(sizes in prop::collection::vec(0_u64..20, 1..40)) {
        let mut items = 0_u64..;
        let pages: Vec<Vec<u64>> =
            sizes.iter().map(|size| items.by_ref().take(*size as usize).collect()).collect();
        let run = read(&session(|config| config), ByCursor::default(), |request| {
            let page = number(request.uri(), "cursor").unwrap_or_default() as usize;
            let link = link(page + 1);
            let headers = [("link", link.as_str())];
            let is_last = page + 1 == pages.len();
            reply(200, if is_last { &[] } else { &headers }, body(&pages[page]))
        });
        prop_assert!(run.error.is_none(), "{:?}", run.error);
        prop_assert_eq!(run.pages, pages);
    }
}

/// The page that names the cursor again is complete. Nothing is read twice.
#[test]
fn a_cursor_that_repeats_is_an_error() {
    for (pages, back) in [(2, 1), (3, 1), (3, 2), (50, 1), (1_000, 1), (1_000, 999)] {
        let run = circle(pages, back);
        let Some(Error::Paging(error)) = run.error else { panic!("{:?}", run.error) };
        assert_eq!(error.kind(), PagingErrorKind::RepeatedCursor);
        assert_eq!(run.pages.concat(), (0..pages).collect::<Vec<_>>(), "{pages}, {back}");
    }
}

/// A circle that is longer than the memory of recent cursors is found all the same.
#[test]
fn a_long_circle_ends_within_three_rounds() {
    for (pages, back) in [(2_000, 1), (3_000, 700), (5_000, 4)] {
        let run = circle(pages, back);
        assert!(matches!(run.error, Some(Error::Paging(_))), "{:?}", run.error);
        assert!(run.sends as u64 <= 3 * pages, "{pages}, {back}: {}", run.sends);
    }
}

#[test]
fn the_cursor_of_the_request_counts_as_followed() {
    let request = ByCursor { cursor: Some("7".to_owned()) };
    let run =
        read(&session(|config| config), request, |_| reply(200, &[("link", &link(7))], body(&[1])));
    assert_eq!(run.sends, 1);
    insta::assert_snapshot!(run.error.unwrap());
}
