//! Replies about the public keys of the SDK authentication.

use http::StatusCode;
use serde_json::json;

use super::query::{Query, Refusal, WorldReply};
use crate::sdk_keys::MAX_KEYS;

/// `POST /app_group/sdk_authentication/create`.
pub(super) fn create(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let body = query.body;
    let text = |name: &str| body[name].as_str().unwrap_or_default();
    let (app, pem, description) = (text("app_id"), text("rsa_public_key_str"), text("description"));
    if !pem.contains("BEGIN") || !pem.contains("KEY") {
        return Err(Refusal::bad_request("rsa_public_key_str must be a valid RSA public key"));
    }
    let make_primary = body["make_primary"] == json!(true);
    match query.changes.sdk_keys.add(app, pem, description, make_primary) {
        Some(id) => Ok(WorldReply::ok(json!({ "id": id }))),
        None => {
            let message = format!("An app can have at most {MAX_KEYS} keys");
            Err(Refusal::BadRequest(message))
        }
    }
}

/// `GET /app_group/sdk_authentication/keys`.
pub(super) fn list(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let app = query.text("app_id").unwrap_or_default();
    Ok(WorldReply::ok(json!({ "keys": query.changes.sdk_keys.list(app) })))
}

/// `PUT /app_group/sdk_authentication/primary`.
pub(super) fn set_primary(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let (app, id) = named(query)?;
    query.changes.sdk_keys.set_primary(&app, &id);
    Ok(WorldReply::ok(json!({ "keys": query.changes.sdk_keys.list(&app) })))
}

/// `DELETE /app_group/sdk_authentication/delete`.
pub(super) fn delete(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let (app, id) = named(query)?;
    if query.changes.sdk_keys.find(&app, &id).is_some_and(|key| key.is_primary) {
        return Err(Refusal::bad_request("The primary key cannot be deleted"));
    }
    query.changes.sdk_keys.remove(&app, &id);
    Ok(WorldReply::ok(json!({ "keys": query.changes.sdk_keys.list(&app) })))
}

/// The app and the identifier of a key that exists.
fn named(query: &Query<'_>) -> Result<(String, String), Refusal> {
    let text = |name| query.field(name).unwrap_or_default().to_owned();
    let (app, id) = (text("app_id"), text("key_id"));
    match query.changes.sdk_keys.find(&app, &id) {
        Some(_) => Ok((app, id)),
        None => {
            let body = json!({ "message": "There is no key with this id" });
            Err(Refusal::Reply(StatusCode::NOT_FOUND, body))
        }
    }
}
