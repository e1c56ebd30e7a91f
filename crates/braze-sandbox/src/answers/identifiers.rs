//! Replies to requests that change the identifiers of users, or delete users.

use serde_json::{Value, json};

use super::query::{Query, Refusal, WorldReply};

/// The lists of a deletion: each with its identifier, and the field that holds it within an object.
const DELETED: [(&str, &str, Option<&str>); 5] = [
    ("external_ids", "external_id", None),
    ("user_aliases", "user_alias", None),
    ("braze_ids", "braze_id", None),
    ("email_addresses", "email", Some("email")),
    ("phone_numbers", "phone", Some("phone")),
];

/// The lists of an identification, each with the identifier that the user has.
const IDENTIFIED: [(&str, &str); 3] = [
    ("aliases_to_identify", "user_alias"),
    ("emails_to_identify", "email"),
    ("phone_numbers_to_identify", "phone"),
];

/// `POST /users/alias/new`.
pub(super) fn new_aliases(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let aliases = items(query.body, "user_aliases");
    for alias in aliases {
        let tracked = &mut query.changes.tracked;
        tracked.link(
            "external_id",
            &alias["external_id"],
            "user_alias",
            &named(alias, "alias_name"),
        );
    }
    processed(aliases.len())
}

/// `POST /users/alias/update`.
pub(super) fn update_aliases(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    for update in items(query.body, "alias_updates") {
        let [old, new] = ["old_alias_name", "new_alias_name"].map(|name| named(update, name));
        if query.changes.tracked.link("user_alias", &old, "user_alias", &new) {
            query.changes.tracked.unlink("user_alias", &old);
        }
    }
    Ok(WorldReply::created(json!({ "message": "success" })))
}

/// `POST /users/identify`. A user who is found by an alias or an address has an external identifier from now on.
pub(super) fn identify(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    for (list, name) in IDENTIFIED {
        for item in items(query.body, list) {
            let id = &item["external_id"];
            query.changes.tracked.link(name, &item[name], "external_id", id);
        }
    }
    processed(items(query.body, "aliases_to_identify").len())
}

/// `POST /users/delete`.
pub(super) fn delete(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let mut deleted = 0;
    for (list, name, field) in DELETED {
        for item in items(query.body, list) {
            let value = field.map_or(item, |field| &item[field]);
            query.changes.tracked.remove(name, value);
            deleted += 1;
        }
    }
    Ok(WorldReply::created(json!({ "deleted": deleted, "message": "success" })))
}

/// `POST /users/external_ids/rename`. The old identifier stays in use until it is removed.
pub(super) fn rename(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let renames = items(query.body, "external_id_renames");
    for rename in renames {
        let (current, new) = (&rename["current_external_id"], &rename["new_external_id"]);
        query.changes.tracked.link("external_id", current, "external_id", new);
    }
    let body = json!({ "message": "success", "external_ids": renames, "rename_errors": [] });
    Ok(WorldReply::created(body))
}

/// `POST /users/external_ids/remove`.
pub(super) fn remove(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let ids = items(query.body, "external_ids");
    for id in ids {
        query.changes.tracked.unlink("external_id", id);
    }
    let body = json!({ "message": "success", "removed_ids": ids, "removal_errors": [] });
    Ok(WorldReply::created(body))
}

fn processed(aliases: usize) -> Result<WorldReply, Refusal> {
    Ok(WorldReply::created(json!({ "aliases_processed": aliases, "message": "success" })))
}

fn items<'a>(body: &'a Value, list: &str) -> &'a [Value] {
    body[list].as_array().map_or(&[], Vec::as_slice)
}

/// The alias of an item that has its label, and its name in a field of this name.
fn named(item: &Value, field: &str) -> Value {
    json!({ "alias_label": item["alias_label"], "alias_name": item[field] })
}
