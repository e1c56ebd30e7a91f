//! Replies about preference centers.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};

use super::edits;
use super::query::{self, Query, Refusal, WorldReply};
use crate::contents::PreferenceCenter;
use crate::workspace::Noise;
use crate::world::uuid;

/// `GET /preference_center/v1/list`.
pub(super) fn list(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let centers: Vec<Value> = query.changes.contents.centers.iter().map(item).collect();
    Ok(WorldReply::ok(json!({ "preference_centers": centers })))
}

/// `GET /preference_center/v1/{preferenceCenterExternalID}`.
pub(super) fn get(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let center = &query.changes.contents.centers[index(query)?];
    let mut reply = item(center);
    reply["preference_center_title"] = json!(center.title);
    reply["preference_center_page_html"] = json!(center.page);
    reply["confirmation_page_html"] = json!(center.confirmation);
    reply["redirect_page_html"] = Value::Null;
    reply["preference_center_options"] = center.options.clone();
    reply["state"] = json!(center.state);
    Ok(WorldReply::ok(reply))
}

/// `GET /preference_center/v1/{preferenceCenterExternalID}/url/{userID}`.
pub(super) fn url(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let center = &query.changes.contents.centers[index(query)?];
    let user = query.text("userID").unwrap_or_default();
    let page = uuid(Noise::new(query.world.seed).text(&center.id).text(user));
    let url = format!("https://preferences.example.com/{page}");
    Ok(WorldReply::ok(json!({ "preference_center_url": url })))
}

/// `POST /preference_center/v1`.
pub(super) fn create(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let mut center = PreferenceCenter {
        id: query.changes.contents.identifier(),
        name: query.field("name").unwrap_or_default().to_owned(),
        title: "Preference Center".to_owned(),
        page: String::new(),
        confirmation: String::new(),
        options: Value::Null,
        state: "active".to_owned(),
        created: query.now,
        updated: query.now,
    };
    change(&mut center, query.body);
    let reply = WorldReply::created(json!({
        "preference_center_api_id": center.id,
        "liquid_tag": format!("{{{{preference_center.${{{}}}}}}}", center.name),
        "created_at": query::time(center.created),
        "message": "success",
    }));
    query.changes.contents.centers.push(center);
    Ok(reply)
}

/// `PUT /preference_center/v1/{preferenceCenterExternalID}`.
pub(super) fn update(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let index = index(query)?;
    let center = &mut query.changes.contents.centers[index];
    change(center, query.body);
    center.updated = query.now;
    Ok(WorldReply::ok(json!({
        "preference_center_api_id": center.id,
        "created_at": time(center.created),
        "updated_at": time(center.updated),
        "message": "success",
    })))
}

/// The position of the preference center that a request names.
fn index(query: &Query<'_>) -> Result<usize, Refusal> {
    let id = query.text("preferenceCenterExternalID");
    let found =
        query.changes.contents.centers.iter().position(|center| Some(center.id.as_str()) == id);
    found.ok_or_else(|| Refusal::bad_request("There is no preference center with this identifier"))
}

fn item(center: &PreferenceCenter) -> Value {
    json!({
        "name": center.name,
        "preference_center_api_id": center.id,
        "created_at": time(center.created),
        "updated_at": time(center.updated),
    })
}

/// A time as these replies have it: `2024-02-11T16:40:12Z`.
fn time(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Sets the fields that a body has.
fn change(center: &mut PreferenceCenter, body: &Value) {
    let text = |field: &str| body[field].as_str().map(str::to_owned);
    edits::set(&mut center.title, text("preference_center_title"));
    edits::set(&mut center.page, text("preference_center_page_html"));
    edits::set(&mut center.confirmation, text("confirmation_page_html"));
    edits::set(&mut center.state, text("state"));
    edits::set(&mut center.options, body.get("options").cloned());
}
