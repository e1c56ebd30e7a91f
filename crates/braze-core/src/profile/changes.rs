//! Changes of custom attributes that are lists: of their elements, and of their objects.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Elements that are added to a custom attribute that is a list, and removed from it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ElementChanges {
    /// Elements that the list gets. It holds each only once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub add: Vec<Value>,
    /// Elements that the list loses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remove: Vec<Value>,
}

/// Changes of a custom attribute that is a list of objects.
///
/// They are made in this order: added, removed, updated.
///
/// ```
/// use braze_core::{ObjectChanges, ObjectKey};
/// use serde_json::json;
///
/// let changes = ObjectChanges::default()
///     .insert(json!({"id": 3, "name": "Rex"}))
///     .remove(ObjectKey::new("id", 1))
///     .update(ObjectKey::new("id", 2), [("name", "Max")]);
/// assert_eq!(serde_json::to_value(&changes)?, json!({
///     "$add": [{"id": 3, "name": "Rex"}],
///     "$remove": [{"$identifier_key": "id", "$identifier_value": 1}],
///     "$update": [{"$identifier_key": "id", "$identifier_value": 2, "$new_object": {"name": "Max"}}],
/// }));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ObjectChanges {
    /// Objects that the list gets.
    #[serde(default, rename = "$add", skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<Value>,
    /// Objects that the list loses.
    #[serde(default, rename = "$remove", skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<ObjectKey>,
    /// Objects whose fields change.
    #[serde(default, rename = "$update", skip_serializing_if = "Vec::is_empty")]
    pub updated: Vec<ObjectUpdate>,
}

impl ObjectChanges {
    /// Adds an object to the list.
    #[must_use]
    pub fn insert(mut self, object: impl Into<Value>) -> Self {
        self.added.push(object.into());
        self
    }

    /// Removes the objects with this key.
    #[must_use]
    pub fn remove(mut self, key: ObjectKey) -> Self {
        self.removed.push(key);
        self
    }

    /// Replaces fields of the objects with this key, or with `_merge_objects` merges them.
    #[must_use]
    pub fn update(
        mut self,
        key: ObjectKey,
        fields: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        let fields = fields.into_iter().map(|(name, value)| (name.into(), value.into()));
        self.updated.push(ObjectUpdate {
            key: key.key,
            value: key.value,
            new_object: fields.collect(),
        });
        self
    }
}

/// The field and the value by which an object in a list is found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ObjectKey {
    /// The name of the field.
    #[serde(rename = "$identifier_key")]
    pub key: String,
    /// Its value.
    #[serde(rename = "$identifier_value")]
    pub value: Value,
}

impl ObjectKey {
    /// The objects whose field has this value.
    #[must_use]
    pub fn new(key: impl Into<String>, value: impl Into<Value>) -> Self {
        Self { key: key.into(), value: value.into() }
    }
}

/// An object in a list, found by a field, and its new fields.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ObjectUpdate {
    /// The name of the field by which the object is found.
    #[serde(rename = "$identifier_key")]
    pub key: String,
    /// The value of that field.
    #[serde(rename = "$identifier_value")]
    pub value: Value,
    /// The new fields.
    #[serde(rename = "$new_object")]
    pub new_object: Map<String, Value>,
}
