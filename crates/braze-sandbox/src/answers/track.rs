//! Replies to what is written about users.

use serde_json::{Value, json};

use super::query::{Query, Refusal, WorldReply};
use crate::tracked::Tracking;

/// `POST /users/track`.
pub(super) fn track(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let Tracking { processed, errors } = query.changes.tracked.track(query.body);
    let total: usize = processed.iter().map(|(_, count)| count).sum();
    if total == 0 && !errors.is_empty() {
        return Err(Refusal::Errors(NOTHING_VALID, errors));
    }
    let mut body = json!({});
    for (array, count) in processed.into_iter().filter(|(_, count)| *count > 0) {
        body[format!("{array}_processed")] = json!(count);
    }
    body["message"] = json!("success");
    if !errors.is_empty() {
        body["errors"] = Value::Array(errors);
    }
    Ok(WorldReply::created(body))
}

const NOTHING_VALID: &str =
    "Valid data must be provided in the 'attributes', 'events', or 'purchases' fields.";
