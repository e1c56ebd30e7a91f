//! Pages of lists, by number, offset or cursor.

use braze_core::operation::base64;
use chrono::{DateTime, Utc};

use super::query::{Query, Refusal};

/// Returns the items of the requested page.
pub(super) fn numbered<T>(query: &Query<'_>, items: Vec<T>, size: usize) -> Vec<T> {
    let page = query.number("page").unwrap_or_default();
    let skipped = usize::try_from(page).unwrap_or(usize::MAX).saturating_mul(size);
    items.into_iter().skip(skipped).take(size).collect()
}

/// Returns the items from the requested offset on, as many as the request limits them to: 100 unless it says so.
pub(super) fn at_offset<T>(query: &Query<'_>, items: Vec<T>) -> Vec<T> {
    let number = |name: &str, default: u64| {
        usize::try_from(query.number(name).unwrap_or(default)).unwrap_or(usize::MAX)
    };
    items.into_iter().skip(number("offset", 0)).take(number("limit", 100)).collect()
}

/// Returns the items, the oldest or the newest first.
pub(super) fn sorted<T>(query: &Query<'_>, mut items: Vec<T>) -> Vec<T> {
    if query.text("sort_direction") == Some("desc") {
        items.reverse();
    }
    items
}

/// Returns the requested page of a list of campaigns or Canvases. `facts`: `true` if one is archived, and the
/// time of its last edit.
pub(super) fn edited<'a, T>(
    query: &Query<'_>,
    items: &'a [T],
    facts: impl Fn(&T) -> (bool, DateTime<Utc>),
) -> Vec<&'a T> {
    let with_archived = query.flag("include_archived");
    let after = query.instant("last_edit.time[gt]");
    let listed = items.iter().filter(|item| {
        let (is_archived, edited) = facts(item);
        (with_archived || !is_archived) && after.is_none_or(|after| edited > after)
    });
    numbered(query, sorted(query, listed.collect()), 100)
}

/// The pages of a list with cursors.
pub(super) struct CursorPages {
    /// The number of items on a full page.
    pub(super) size: usize,
    /// True if the header `Link` escapes what a query must escape.
    pub(super) escapes: bool,
}

/// One page of a list.
pub(super) struct CursorPage<'a, T> {
    pub(super) items: &'a [T],
    /// The header `Link`.
    pub(super) link: Option<String>,
}

impl CursorPages {
    /// Returns the page at the requested cursor, if that is one.
    pub(super) fn page<'a, T>(
        &self,
        query: &Query<'_>,
        items: &'a [T],
    ) -> Option<CursorPage<'a, T>> {
        let skipped = match query.text("cursor") {
            None => 0,
            // The cursor of the second page is valid for short lists too.
            Some(text) => (0..=items.len().max(self.size))
                .step_by(self.size)
                .find(|skipped| cursor(*skipped) == text)?,
        };
        let rest = items.get(skipped..).unwrap_or_default();
        let path = query.target.split('?').next().unwrap_or_default();
        let link = |skipped: usize, relation: &str| {
            let mut cursor = cursor(skipped);
            if self.escapes {
                // Base64 has one character that a query must escape.
                cursor = cursor.replace('=', "%3D");
            }
            format!(r#"<{path}?cursor={cursor}>; rel="{relation}""#)
        };
        let prev = skipped.checked_sub(self.size).map(|before| link(before, "prev"));
        let next = (rest.len() > self.size).then(|| link(skipped + self.size, "next"));
        let links: Vec<String> = prev.into_iter().chain(next).collect();
        let link = (!links.is_empty()).then(|| links.join(","));
        Some(CursorPage { items: &rest[..rest.len().min(self.size)], link })
    }
}

/// Returns the items of the page at the requested cursor, and the header `Link`.
pub(super) fn at_cursor<'a, T>(
    query: &Query<'_>,
    items: &'a [T],
) -> Result<(&'a [T], Option<String>), Refusal> {
    let pages = CursorPages { size: 50, escapes: true };
    let page = pages.page(query, items);
    let page = page.ok_or_else(|| Refusal::bad_request("cursor is not valid"))?;
    Ok((page.items, page.link))
}

/// The cursor behind a number of items: base64 of `skip:50`.
fn cursor(skipped: usize) -> String {
    base64(format!("skip:{skipped}").as_bytes())
}
