//! Replies about users of the dashboard.

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::query::{Query, Refusal, WorldReply};
use crate::reply::scim_error;

const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
const LIST: &str = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

/// The name of a user who has never signed in, in place of a time.
const NEVER: &str = "N/A";

/// `POST /scim/v2/Users`.
pub(super) fn create(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let mut fields = Map::new();
    for name in ["userName", "name", "department", "permissions"] {
        if let Some(value) = query.body.get(name) {
            fields.insert(name.to_owned(), value.clone());
        }
    }
    fields.insert(
        "createdAt".to_owned(),
        json!(query.now.format("%Y %b %-d, %-I:%M %p").to_string()),
    );
    fields
        .entry("permissions")
        .or_insert_with(|| json!({ "companyPermissions": [], "appGroup": [] }));
    let Some(id) = query.changes.scim.add(fields) else {
        return Err(refused(StatusCode::CONFLICT, "User already exists in the database."));
    };
    let user = query.changes.scim.get(&id).map(|fields| shown(&id, fields));
    Ok(WorldReply::created(user.unwrap_or_default()))
}

/// `GET /scim/v2/Users/{id}`, the only reply with the time at which the user was made.
pub(super) fn get(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let id = query.text("id").unwrap_or_default();
    let Some(fields) = query.changes.scim.get(id) else {
        return Err(refused(StatusCode::NOT_FOUND, "Resource not found"));
    };
    let mut user = shown(id, fields);
    user["createdAt"] = fields["createdAt"].clone();
    Ok(WorldReply::ok(user))
}

/// `GET /scim/v2/Users`.
pub(super) fn find(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let filter = query.text("filter").unwrap_or_default();
    let name = filter.strip_prefix("userName eq ").map(|name| name.trim_matches('"'));
    let Some(name) = name else {
        let text = "The filter must be of the form: userName eq \"ada@example.com\"";
        return Err(refused(StatusCode::BAD_REQUEST, text));
    };
    let found = query.changes.scim.named(name).map(|(id, fields)| {
        let mut user = shown(id, fields);
        if let Some(fields) = user.as_object_mut() {
            fields.remove("schemas");
        }
        user
    });
    let users: Vec<Value> = found.into_iter().collect();
    let total = users.len();
    Ok(WorldReply::ok(json!({ "schemas": [LIST], "totalResults": total, "Resources": users })))
}

/// `PUT /scim/v2/Users/{id}`.
pub(super) fn update(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let id = query.text("id").unwrap_or_default().to_owned();
    let Some(fields) = query.changes.scim.get_mut(&id) else {
        return Err(refused(StatusCode::NOT_FOUND, "User not found"));
    };
    for name in ["name", "department", "permissions"] {
        if let Some(value) = query.body.get(name) {
            fields.insert(name.to_owned(), value.clone());
        }
    }
    Ok(WorldReply::ok(shown(&id, fields)))
}

/// `DELETE /scim/v2/Users/{id}`.
pub(super) fn delete(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let id = query.text("id").unwrap_or_default().to_owned();
    match query.changes.scim.remove(&id) {
        true => Ok(WorldReply::no_content()),
        false => Err(refused(StatusCode::NOT_FOUND, "User not found")),
    }
}

/// A user as most replies have it.
fn shown(id: &str, fields: &Map<String, Value>) -> Value {
    json!({
        "schemas": [USER],
        "id": id,
        "userName": fields["userName"],
        "name": fields["name"],
        "department": fields.get("department"),
        "lastSignInAt": NEVER,
        "permissions": fields["permissions"],
    })
}

fn refused(status: StatusCode, detail: &str) -> Refusal {
    Refusal::Reply(status, scim_error(status, detail))
}
