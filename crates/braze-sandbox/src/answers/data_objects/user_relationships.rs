//! Replies about relationships of data objects with users.

use serde_json::{Value, json};

use super::list::page;
use super::refusal::{bad_request, duplicate, no_relationship};
use super::scope::{attributes, object};
use crate::answers::query::{Query, Refusal, WorldReply};
use crate::data_objects::{Attributes, UserEdge, UserKind, WriteKind, WriteObstacle, write};

/// `GET /data_objects/objects/{type_name}/{external_id}/user_relationships`.
pub(crate) fn list(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let (_, object) = object(query)?;
    let kind = query.text("rel_kind");
    let relationships = query
        .changes
        .data_objects
        .user_relationships
        .iter()
        .filter(|(it, _)| it.object == object && kind.is_none_or(|kind| kind == it.kind));
    Ok(page(query, relationships.collect(), |(it, attributes)| shown(it, attributes)))
}

/// `POST /data_objects/objects/{type_name}/{external_id}/users`.
pub(crate) fn create(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    change(query, WriteKind::Create).map(WorldReply::created)
}

/// `PUT /data_objects/objects/{type_name}/{external_id}/users`.
pub(crate) fn replace(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    change(query, WriteKind::Replace).map(WorldReply::ok)
}

/// `PATCH /data_objects/objects/{type_name}/{external_id}/users`.
pub(crate) fn update(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    change(query, WriteKind::Update).map(WorldReply::ok)
}

/// `DELETE /data_objects/objects/{type_name}/{external_id}/users`.
pub(crate) fn delete(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let (_, relationship) = meant(query)?;
    match query.changes.data_objects.user_relationships.remove(&relationship) {
        Some(_) => Ok(WorldReply::ok(json!({ "deleted": true }))),
        None => Err(no_relationship()),
    }
}

/// Returns the relationship that a body names.
fn meant(query: &Query<'_>) -> Result<(&'static UserKind, UserEdge), Refusal> {
    let (object_type, object) = object(query)?;
    let field = |name: &str| query.field(name).unwrap_or_default();
    let known = object_type.user_kinds().iter().find(|kind| kind.name == field("rel_kind"));
    let kind = known.ok_or_else(|| {
        let (name, kind) = (object_type.name, field("rel_kind"));
        bad_request(&format!("There is no kind `{kind}` of users of `{name}`"))
    })?;
    let braze_id = field("braze_id").to_owned();
    Ok((kind, UserEdge { object, kind: kind.name, braze_id }))
}

fn change(query: &mut Query<'_>, change: WriteKind) -> Result<Value, Refusal> {
    let (kind, relationship) = meant(query)?;
    let attributes = attributes(query, kind.attributes)?;
    let relationships = &mut query.changes.data_objects.user_relationships;
    let kept = write(relationships, relationship.clone(), change, attributes);
    let kept = kept.map_err(|obstacle| match obstacle {
        WriteObstacle::IsThere => duplicate("duplicate-user-relationship"),
        WriteObstacle::IsMissing => no_relationship(),
    })?;
    Ok(json!({ "user_relationship": shown(&relationship, kept) }))
}

/// A relationship as replies have it.
fn shown(relationship: &UserEdge, attributes: &Attributes) -> Value {
    json!({
        "type_name": relationship.object.type_name,
        "external_id": relationship.object.external_id,
        "rel_kind": relationship.kind,
        "user": { "braze_id": relationship.braze_id },
        "attributes": attributes,
    })
}
