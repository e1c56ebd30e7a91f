//! Pages of lists, with the position of the next one.

use serde_json::{Value, json};

use crate::answers::query::{Query, WorldReply};

/// Returns the requested page. The sandbox has brought limit and offset into their range before.
pub(super) fn page<T>(query: &Query<'_>, items: Vec<T>, write: impl Fn(T) -> Value) -> WorldReply {
    let number = |name: &str, default: u64| query.number(name).unwrap_or(default);
    let (offset, limit, total) = (number("offset", 0), number("limit", 100), items.len() as u64);
    let end = offset.saturating_add(limit);
    let has_more = end < total;
    let size = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let items: Vec<Value> =
        items.into_iter().skip(size(offset)).take(size(limit)).map(write).collect();
    WorldReply::ok(json!({
        "items": items,
        "total_count": total,
        "has_more": has_more,
        "next_offset": has_more.then_some(end),
        "offset": offset,
        "limit": limit,
    }))
}
