//! Replies about segments.

use serde_json::{Value, json};

use super::page::{numbered, sorted};
use super::query::{Query, Refusal, WorldReply, time};
use crate::world::Segment;

/// `GET /segments/list`.
pub(super) fn list(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let page = numbered(query, sorted(query, query.world.segments.iter().collect()), 100);
    let item = |segment: &Segment| {
        json!({
            "id": segment.id,
            "name": segment.name,
            "analytics_tracking_enabled": segment.tracked,
            "tags": segment.tags,
        })
    };
    let segments: Vec<Value> = page.into_iter().map(item).collect();
    Ok(WorldReply::ok(json!({ "segments": segments, "message": "success" })))
}

/// `GET /segments/details`.
pub(super) fn details(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let segment = find(query, query.text("segment_id"))?;
    Ok(WorldReply::ok(json!({
        "created_at": time(segment.lifetime.created()),
        "updated_at": time(segment.lifetime.edited(query.now)),
        "name": segment.name,
        "description": format!("Users of the segment {}", segment.name),
        "text_description": "",
        "tags": segment.tags,
        "teams": [],
        "message": "success",
    })))
}

/// Finds the segment with an identifier.
pub(super) fn find<'a>(query: &Query<'a>, id: Option<&str>) -> Result<&'a Segment, Refusal> {
    let segment = id.and_then(|id| query.world.get().segment(id));
    segment.ok_or_else(|| {
        Refusal::bad_request("segment_id must be a string of the segment api identifier")
    })
}
