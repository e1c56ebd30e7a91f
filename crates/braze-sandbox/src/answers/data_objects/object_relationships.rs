//! Replies about relationships between data objects.

use serde_json::{Value, json};

use super::list::page;
use super::objects::shown;
use super::refusal::{bad_request, duplicate, no_relationship};
use super::scope::{attributes, existing, object, type_named};
use crate::answers::query::{Query, Refusal, WorldReply};
use crate::data_objects::{
    Attributes, DataObjects, OBJECT_KINDS, ObjectEdge, ObjectKind, ObjectName, WriteKind,
    WriteObstacle, write,
};

/// `GET /data_objects/objects/{type_name}/{external_id}/object_relationships`.
pub(crate) fn list(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let (_, object) = object(query)?;
    let anchor = Anchor::from_word(query.text("anchor"));
    let kind = query.text("rel_kind");
    let relationships = query.changes.data_objects.object_relationships.iter().filter(|(it, _)| {
        *anchor.named_end(it) == object && kind.is_none_or(|kind| kind == it.kind)
    });
    let state = &query.changes.data_objects;
    Ok(page(query, relationships.collect(), |(it, attributes)| seen(state, anchor, it, attributes)))
}

/// `POST /data_objects/objects/{type_name}/{external_id}/object_relationships`.
pub(crate) fn create(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    change(query, WriteKind::Create).map(WorldReply::created)
}

/// `PUT /data_objects/objects/{type_name}/{external_id}/object_relationships`.
pub(crate) fn replace(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    change(query, WriteKind::Replace).map(WorldReply::ok)
}

/// `PATCH /data_objects/objects/{type_name}/{external_id}/object_relationships`.
pub(crate) fn update(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    change(query, WriteKind::Update).map(WorldReply::ok)
}

/// `DELETE /data_objects/objects/{type_name}/{external_id}/object_relationships`.
pub(crate) fn delete(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let (_, _, relationship) = meant(query)?;
    match query.changes.data_objects.object_relationships.remove(&relationship) {
        Some(_) => Ok(WorldReply::ok(json!({ "deleted": true }))),
        None => Err(no_relationship()),
    }
}

/// The end of a relationship at which the object of the path is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Anchor {
    Source,
    Target,
}

impl Anchor {
    fn from_word(word: Option<&str>) -> Self {
        if word == Some("target") { Self::Target } else { Self::Source }
    }

    fn named_end(self, relationship: &ObjectEdge) -> &ObjectName {
        match self {
            Self::Source => &relationship.from,
            Self::Target => &relationship.to,
        }
    }
}

/// Returns the relationship that a body names.
fn meant(query: &Query<'_>) -> Result<(&'static ObjectKind, Anchor, ObjectEdge), Refusal> {
    let (_, given) = object(query)?;
    let field = |name: &str| query.field(name).unwrap_or_default();
    let type_name = type_named(field("related_type_name"))?.name;
    let external_id = field("related_external_id").to_owned();
    let related = existing(query, ObjectName { type_name, external_id })?;
    let anchor = Anchor::from_word(query.field("anchor"));
    let (from, to) = match anchor {
        Anchor::Source => (given, related),
        Anchor::Target => (related, given),
    };
    let known = OBJECT_KINDS.iter().find(|kind| {
        kind.name == field("rel_kind") && kind.from == from.type_name && kind.to == to.type_name
    });
    let kind = known.ok_or_else(|| {
        let (from, to, kind) = (from.type_name, to.type_name, field("rel_kind"));
        bad_request(&format!("There is no kind `{kind}` from `{from}` to `{to}`"))
    })?;
    Ok((kind, anchor, ObjectEdge { kind: kind.name, from, to }))
}

fn change(query: &mut Query<'_>, change: WriteKind) -> Result<Value, Refusal> {
    let (kind, anchor, relationship) = meant(query)?;
    let attributes = attributes(query, kind.attributes)?;
    let relationships = &mut query.changes.data_objects.object_relationships;
    let kept = write(relationships, relationship.clone(), change, attributes);
    let kept = kept.cloned().map_err(|obstacle| match obstacle {
        WriteObstacle::IsThere => duplicate("duplicate-object-relationship"),
        WriteObstacle::IsMissing => no_relationship(),
    })?;
    let relationship = seen(&query.changes.data_objects, anchor, &relationship, &kept);
    Ok(json!({ "object_relationship": relationship }))
}

/// A relationship as replies have it: with the object at its other end.
fn seen(
    state: &DataObjects,
    anchor: Anchor,
    relationship: &ObjectEdge,
    attributes: &Attributes,
) -> Value {
    let (name, other) = match anchor {
        Anchor::Source => ("to_data_object", &relationship.to),
        Anchor::Target => ("from_data_object", &relationship.from),
    };
    let other_attributes = state.objects.get(other).cloned().unwrap_or_default();
    json!({
        "rel_kind": relationship.kind,
        name: shown(other, &other_attributes),
        "attributes": attributes,
    })
}
