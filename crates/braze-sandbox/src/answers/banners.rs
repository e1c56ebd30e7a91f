//! Replies about banners. Every placement has one, but those that are called `empty`.

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::query::{Query, Refusal, WorldReply};

/// The maximum number of bytes of an identifier of a user that events can be counted for.
const MAX_USER: usize = 987;

/// `POST /v1/device-messaging/banners/sync`.
pub(super) fn sync(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let mut banners = Map::new();
    for placement in query.list("placements").unwrap_or_default() {
        let banner = json!({
            "id": format!("bnr_{placement}"),
            "placement_id": placement,
            "is_control": false,
            "is_test_send": false,
            "expires_at": -1,
            "properties": { "headline": { "type": "string", "value": "Fresh tea" } },
        });
        let is_empty = placement == "empty";
        banners.insert(placement.to_owned(), if is_empty { Value::Null } else { banner });
    }
    Ok(WorldReply::ok(json!({ "banners": banners })))
}

/// `POST /v1/device-messaging/banners/track`. An event of another type cannot be read, so all are counted.
pub(super) fn track(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let events = query.body["events"].as_array().map_or(0, Vec::len);
    let is_long = query.field("external_user_id").unwrap_or_default().len() >= MAX_USER;
    if events == 0 || is_long {
        let body = json!({ "message": "No valid events provided.", "errors": [] });
        return Err(Refusal::Reply(StatusCode::BAD_REQUEST, body));
    }
    Ok(WorldReply::accepted(json!({ "events_processed": events, "message": "success" })))
}
