//! Replies about data objects.

use serde_json::{Value, json};

use super::list::page;
use super::refusal::{duplicate, no_object};
use super::scope::{attributes, key, object, object_type};
use crate::answers::query::{Query, Refusal, WorldReply};
use crate::data_objects::{Attributes, ObjectName, WriteKind, WriteObstacle, write};

/// `GET /data_objects/objects/{type_name}`.
pub(crate) fn list(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let name = object_type(query)?.name;
    let part = query.text("search_term").unwrap_or_default();
    let objects = query.changes.data_objects.objects.iter();
    let found = objects.filter(|(key, _)| key.type_name == name && key.external_id.contains(part));
    Ok(page(query, found.collect(), |(key, attributes)| shown(key, attributes)))
}

/// `POST /data_objects/objects/{type_name}`.
pub(crate) fn create(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let object_type = object_type(query)?;
    let external_id = query.field("external_id").unwrap_or_default().to_owned();
    let key = ObjectName { type_name: object_type.name, external_id };
    let attributes = attributes(query, object_type.attributes())?;
    written(query, &key, WriteKind::Create, attributes).map(WorldReply::created)
}

/// `GET /data_objects/objects/{type_name}/{external_id}`.
pub(crate) fn get(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let (_, key) = object(query)?;
    let attributes = &query.changes.data_objects.objects[&key];
    Ok(WorldReply::ok(json!({ "data_object": shown(&key, attributes) })))
}

/// `PUT /data_objects/objects/{type_name}/{external_id}`.
pub(crate) fn replace(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    change(query, WriteKind::Replace)
}

/// `PATCH /data_objects/objects/{type_name}/{external_id}`.
pub(crate) fn update(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    change(query, WriteKind::Update)
}

/// `DELETE /data_objects/objects/{type_name}/{external_id}`.
pub(crate) fn delete(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let (_, key) = object(query)?;
    query.changes.data_objects.remove(&key);
    Ok(WorldReply::ok(json!({ "deleted": true })))
}

fn change(query: &mut Query<'_>, kind: WriteKind) -> Result<WorldReply, Refusal> {
    let (object_type, key) = key(query)?;
    let attributes = attributes(query, object_type.attributes())?;
    written(query, &key, kind, attributes).map(WorldReply::ok)
}

fn written(
    query: &mut Query<'_>,
    key: &ObjectName,
    kind: WriteKind,
    attributes: Attributes,
) -> Result<Value, Refusal> {
    let kept = write(&mut query.changes.data_objects.objects, key.clone(), kind, attributes);
    let kept = kept.map_err(|obstacle| match obstacle {
        WriteObstacle::IsThere => duplicate("duplicate-data-object"),
        WriteObstacle::IsMissing => no_object(&key.external_id),
    })?;
    Ok(json!({ "data_object": shown(key, kept) }))
}

/// An object as replies have it.
pub(super) fn shown(key: &ObjectName, attributes: &Attributes) -> Value {
    json!({
        "type_name": key.type_name,
        "external_id": key.external_id,
        "attributes": attributes,
    })
}
