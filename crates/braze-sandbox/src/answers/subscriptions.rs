//! Replies about subscription groups.

use serde_json::{Map, Value, json};

use super::page;
use super::query::{Query, Refusal, WorldReply, texts};
use crate::subscriptions::{Identifier, Subscription};

/// The kinds of identifiers, each with the fields that hold them: of both versions of the body, and of queries.
const KINDS: [(&str, &str, &str, &str); 3] = [
    ("external_id", "external_id", "external_ids", "external_id[]"),
    ("email", "email", "emails", "email[]"),
    ("phone", "phone", "phones", "phone[]"),
];

/// `POST /subscription/status/set`.
pub(super) fn set(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    set_group(query, query.body);
    Ok(WorldReply::created(json!({ "message": "success" })))
}

/// `POST /v2/subscription/status/set`.
pub(super) fn set_groups(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    for group in query.body["subscription_groups"].as_array().into_iter().flatten() {
        set_group(query, group);
    }
    Ok(WorldReply::created(json!({ "message": "success" })))
}

fn set_group(query: &mut Query<'_>, fields: &Value) {
    let text = |name: &str| fields[name].as_str().unwrap_or_default();
    let group = text("subscription_group_id");
    let is_subscribed = text("subscription_state") == "subscribed";
    for (kind, one, many, _) in KINDS {
        let subscription = Subscription { is_subscribed, is_sms: kind == "phone" };
        for value in texts(&fields[one]).chain(texts(&fields[many])) {
            let identifiers = same_user(query, kind, value);
            query.changes.subscriptions.set(group, identifiers, subscription);
        }
    }
}

/// An identifier and the others of its user, as far as requests wrote them.
fn same_user(query: &Query<'_>, kind: &'static str, value: &str) -> Vec<Identifier> {
    let mut identifiers = vec![(kind, value.to_owned())];
    if let Some(user) = query.changes.tracked.find(kind, &json!(value)) {
        let others = KINDS.into_iter().filter(|(other, ..)| *other != kind);
        let text =
            |(other, ..): (&'static str, _, _, _)| Some((other, user.text(other)?.to_owned()));
        identifiers.extend(others.filter_map(text));
    }
    identifiers
}

/// `GET /subscription/status/get`.
pub(super) fn status(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let group = query.text("subscription_group_id").unwrap_or_default();
    let mut statuses = Map::new();
    for identifier in asked(query) {
        let state = query.changes.subscriptions.get(group, &identifier);
        statuses.insert(identifier.1, json!(state.map_or("Unknown", Subscription::status)));
    }
    Ok(WorldReply::ok(json!({ "status": statuses, "message": "success" })))
}

/// `GET /subscription/user/status`.
pub(super) fn users(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let mut users: Vec<Value> = Vec::new();
    for identifier in asked(query) {
        let groups: Vec<Value> = query
            .changes
            .subscriptions
            .groups(&identifier)
            .map(|(group, state)| {
                json!({
                    "id": group,
                    "name": format!("Group {}", group.chars().take(8).collect::<String>()),
                    "channel": state.channel(),
                    "status": state.status(),
                })
            })
            .collect();
        let (kind, value) = &identifier;
        let tracked = query.changes.tracked.find(kind, &json!(value));
        let drawn = match *kind {
            "external_id" => query.world.users.find(value, |user| &user.external_id),
            "email" => query.world.users.find(value, |user| &user.email),
            _ => query.world.users.find(value, |user| &user.phone),
        };
        if groups.is_empty() && tracked.is_none() && drawn.is_none() {
            continue;
        }
        let mut user = json!({ "email": null, "phone": null, "external_id": null });
        for (kind, ..) in KINDS {
            if let Some(text) = tracked.and_then(|user| user.text(kind)) {
                user[kind] = json!(text);
            }
        }
        user[*kind] = json!(value);
        user["subscription_groups"] = groups.into();
        users.push(user);
    }
    let total = users.len();
    let page = page::at_offset(query, users);
    Ok(WorldReply::ok(json!({ "users": page, "total_count": total, "message": "success" })))
}

/// The identifiers in a query. External ones win over the others.
fn asked(query: &Query<'_>) -> Vec<Identifier> {
    for (kind, one, _, many) in KINDS {
        let named = query.pairs.iter().filter(|(name, _)| name == one || name == many);
        let values: Vec<_> = named.map(|(_, value)| (kind, value.clone())).collect();
        if !values.is_empty() {
            return values;
        }
    }
    Vec::new()
}
