//! The type and the object that a request is about, and the attributes in its body.

use serde_json::Value;

use super::refusal::{bad_request, no_object, no_type};
use crate::answers::query::{Query, Refusal};
use crate::data_objects::{Attribute, Attributes, ObjectName, ObjectType};

/// Returns the type in the path.
pub(super) fn object_type(query: &Query<'_>) -> Result<&'static ObjectType, Refusal> {
    type_named(query.text("type_name").unwrap_or_default())
}

pub(super) fn type_named(name: &str) -> Result<&'static ObjectType, Refusal> {
    ObjectType::find(name).ok_or_else(|| no_type(name))
}

/// Returns the type and the name of the object in the path.
pub(super) fn key(query: &Query<'_>) -> Result<(&'static ObjectType, ObjectName), Refusal> {
    let object_type = object_type(query)?;
    let external_id = query.text("external_id").unwrap_or_default().to_owned();
    Ok((object_type, ObjectName { type_name: object_type.name, external_id }))
}

/// Returns the type and the name of the object in the path, which must be there.
pub(super) fn object(query: &Query<'_>) -> Result<(&'static ObjectType, ObjectName), Refusal> {
    let (object_type, key) = key(query)?;
    existing(query, key).map(|key| (object_type, key))
}

/// Returns the name of an object that must be there.
pub(super) fn existing(query: &Query<'_>, key: ObjectName) -> Result<ObjectName, Refusal> {
    match query.changes.data_objects.objects.contains_key(&key) {
        true => Ok(key),
        false => Err(no_object(&key.external_id)),
    }
}

/// Returns the attributes in the body, all of which must be declared.
pub(super) fn attributes(query: &Query<'_>, declared: &[Attribute]) -> Result<Attributes, Refusal> {
    let fields = query.body.get("attributes").and_then(Value::as_object);
    let fields = fields.cloned().unwrap_or_default();
    let unknown = fields.keys().find(|name| !declared.iter().any(|known| known.name == **name));
    match unknown {
        Some(name) => Err(bad_request(&format!("The attribute `{name}` is not declared"))),
        None => Ok(fields),
    }
}
