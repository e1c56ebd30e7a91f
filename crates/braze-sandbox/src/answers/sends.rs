//! Replies to sends, which go to the outbox.

use chrono::SecondsFormat;
use serde_json::json;

use super::query::{Query, Refusal, WorldReply};
use crate::outbox::SendRequest;

/// `POST /messages/send`, `/campaigns/trigger/send` and `/canvas/trigger/send`.
pub(super) fn send(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let dispatch_id = dispatch(query);
    Ok(WorldReply::created(json!({ "dispatch_id": dispatch_id, "message": "success" })))
}

/// `POST /transactional/v1/campaigns/{campaign_id}/send`.
pub(super) fn transactional(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let dispatch_id = dispatch(query);
    let metadata = json!({
        "external_send_id": query.body["external_send_id"],
        "campaign_api_id": query.text("campaign_id"),
        "received_at": query.now.to_rfc3339_opts(SecondsFormat::Millis, false),
    });
    let body = json!({ "dispatch_id": dispatch_id, "status": "sent", "metadata": metadata });
    Ok(WorldReply::created(body))
}

fn dispatch(query: &mut Query<'_>) -> String {
    let path = query.target.split('?').next().unwrap_or_default();
    query.changes.outbox.send(&SendRequest {
        number: query.position,
        at: query.now,
        path,
        body: query.body,
    })
}
