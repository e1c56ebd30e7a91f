//! [`DataObjects`]: data objects and their relationships, drawn at first and then as requests set them.

mod drawn;
mod schema;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

pub(crate) use schema::{Attribute, OBJECT_KINDS, ObjectKind, ObjectType, TYPES, UserKind};

/// Attributes by name.
pub(crate) type Attributes = Map<String, Value>;

/// Data objects and their relationships.
#[derive(Debug, Default)]
pub(crate) struct DataObjects {
    pub(crate) objects: BTreeMap<ObjectName, Attributes>,
    pub(crate) object_relationships: BTreeMap<ObjectEdge, Attributes>,
    pub(crate) user_relationships: BTreeMap<UserEdge, Attributes>,
}

/// The name of an object.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ObjectName {
    pub(crate) type_name: &'static str,
    pub(crate) external_id: String,
}

/// A relationship between two objects, the same from whichever it is seen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ObjectEdge {
    pub(crate) kind: &'static str,
    pub(crate) from: ObjectName,
    pub(crate) to: ObjectName,
}

/// A relationship of an object with a user.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct UserEdge {
    pub(crate) object: ObjectName,
    pub(crate) kind: &'static str,
    pub(crate) braze_id: String,
}

/// The change that a request makes to attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WriteKind {
    /// Makes what must not be there.
    Create,
    /// Sets all attributes of what is there or not.
    Replace,
    /// Sets some attributes of what must be there.
    Update,
}

/// The reason for which a write is not carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WriteObstacle {
    IsThere,
    IsMissing,
}

/// Writes attributes under a key. Returns all that are there then.
pub(crate) fn write<K: Ord>(
    kept: &mut BTreeMap<K, Attributes>,
    key: K,
    write: WriteKind,
    attributes: Attributes,
) -> Result<&Attributes, WriteObstacle> {
    let is_there = kept.contains_key(&key);
    match write {
        WriteKind::Create if is_there => return Err(WriteObstacle::IsThere),
        WriteKind::Update if !is_there => return Err(WriteObstacle::IsMissing),
        _ => {}
    }
    let entry = kept.entry(key).or_default();
    match write {
        WriteKind::Update => entry.extend(attributes),
        WriteKind::Create | WriteKind::Replace => *entry = attributes,
    }
    Ok(entry)
}

impl DataObjects {
    /// Removes an object with its relationships. Returns `false` if it was not there.
    pub(crate) fn remove(&mut self, key: &ObjectName) -> bool {
        let was_there = self.objects.remove(key).is_some();
        self.object_relationships.retain(|it, _| it.from != *key && it.to != *key);
        self.user_relationships.retain(|it, _| it.object != *key);
        was_there
    }
}
