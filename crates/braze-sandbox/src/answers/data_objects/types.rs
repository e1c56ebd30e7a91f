//! Replies about types of data objects.

use serde_json::json;

use super::list::page;
use super::scope::object_type;
use crate::answers::query::{Query, Refusal, WorldReply};
use crate::data_objects::{OBJECT_KINDS, TYPES};

/// `GET /data_objects/types`.
pub(crate) fn list(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let beginning = query.text("search_term").unwrap_or_default().to_lowercase();
    let found = TYPES.iter().filter(|known| known.name.starts_with(&beginning)).collect();
    Ok(page(query, found, |it| json!({ "type_name": it.name, "metadata": it.metadata() })))
}

/// `GET /data_objects/types/{type_name}`.
pub(crate) fn details(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let found = object_type(query)?;
    Ok(WorldReply::ok(json!({ "data_object_type": {
        "type_name": found.name,
        "metadata": found.metadata(),
        "schema_def": found.json_schema(),
    } })))
}

/// `GET /data_objects/types/{type_name}/user_relationship_types`.
pub(crate) fn user_kinds(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let kinds = object_type(query)?.user_kinds().iter().collect();
    Ok(page(query, kinds, |it| json!({ "rel_kind": it.name, "display_name": it.name })))
}

/// `GET /data_objects/types/{type_name}/object_relationship_types`.
pub(crate) fn object_kinds(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let name = object_type(query)?.name;
    let is_target = query.text("anchor") == Some("target");
    let kinds = OBJECT_KINDS.iter();
    let kinds = kinds.filter(|it| if is_target { it.to == name } else { it.from == name });
    Ok(page(query, kinds.collect(), |it| {
        json!({
            "from_type_name": it.from,
            "to_type_name": it.to,
            "rel_kind": it.name,
            "display_name": it.name,
            "related_type_name": if is_target { it.from } else { it.to },
        })
    }))
}
