// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

use crate::wire::{Choice, choice};
use crate::{Scrub, Secret, Violations, reply};

/// A data object.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DataObject {
    /// Name of its type.
    pub type_name: String,
    /// Identifier, unique in its type.
    pub external_id: String,
    /// Attributes, by name.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub attributes: BTreeMap<String, Value>,
}

impl DataObject {
    /// An object with the required fields.
    #[must_use]
    pub fn new(type_name: String, external_id: String) -> Self {
        Self { type_name, external_id, attributes: BTreeMap::new() }
    }
}

impl Scrub for DataObject {
    fn scrub(&mut self, secret: &Secret) {
        self.type_name.scrub(secret);
        self.external_id.scrub(secret);
        self.attributes.scrub(secret);
    }
}

/// Attributes of a data object.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DataObjectBody {
    /// Attributes, by name. Those that the type does not declare are refused.
    pub attributes: BTreeMap<String, Value>,
    /// Name in the dashboard. The attribute that the type sets for it takes precedence. At least 1
    /// character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub display_name: Option<String>,
}

impl DataObjectBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(attributes: BTreeMap<String, Value>) -> Self {
        Self { attributes, display_name: None }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.display_name {
            v.text("display_name", value);
        }
    }

    /// Sets `display_name`. Name in the dashboard. The attribute that the type sets for it takes
    /// precedence. At least 1 character.
    #[must_use]
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }
}

/// The end of a data object or of a relationship.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DataObjectDeletion {
    /// `true` if it is deleted.
    pub deleted: bool,
}

impl DataObjectDeletion {
    /// An object with the required fields.
    #[must_use]
    pub fn new(deleted: bool) -> Self {
        Self { deleted }
    }
}

impl Scrub for DataObjectDeletion {
    fn scrub(&mut self, secret: &Secret) {
        self.deleted.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DataObjectError {
    /// Word for the problem, such as `data-object-not-found`.
    pub id: String,
    /// The problem in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

impl DataObjectError {
    /// An object with the required fields.
    #[must_use]
    pub fn new(id: String) -> Self {
        Self { id, message: None }
    }
}

impl Scrub for DataObjectError {
    fn scrub(&mut self, secret: &Secret) {
        self.id.scrub(secret);
        self.message.scrub(secret);
    }
}

/// Body of a failure about data objects that the request as a whole does not allow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DataObjectProblem {
    /// The problem.
    pub error: String,
}

impl DataObjectProblem {
    /// An object with the required fields.
    #[must_use]
    pub fn new(error: String) -> Self {
        Self { error }
    }
}

impl Scrub for DataObjectProblem {
    fn scrub(&mut self, secret: &Secret) {
        self.error.scrub(secret);
    }
}

/// Body of a failure about data objects.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DataObjectProblems {
    /// The problems.
    pub errors: Vec<DataObjectError>,
}

impl DataObjectProblems {
    /// An object with the required fields.
    #[must_use]
    pub fn new(errors: Vec<DataObjectError>) -> Self {
        Self { errors }
    }
}

impl Scrub for DataObjectProblems {
    fn scrub(&mut self, secret: &Secret) {
        self.errors.scrub(secret);
    }
}

/// A data object.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DataObjectReply {
    /// A data object.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    pub data_object: DataObject,
}

impl DataObjectReply {
    /// An object with the required fields.
    #[must_use]
    pub fn new(data_object: DataObject) -> Self {
        Self { data_object }
    }
}

impl Scrub for DataObjectReply {
    fn scrub(&mut self, secret: &Secret) {
        self.data_object.scrub(secret);
    }
}

/// Settings of a type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[non_exhaustive]
pub struct DataObjectTypeMetadata {
    /// Attribute that holds the name of an object in the dashboard.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name_source: Option<String>,
}

impl DataObjectTypeMetadata {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { display_name_source: None }
    }
}

impl Scrub for DataObjectTypeMetadata {
    fn scrub(&mut self, secret: &Secret) {
        self.display_name_source.scrub(secret);
    }
}

/// A data object to make.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct NewDataObject {
    /// Identifier, unique in its type. At least 1 character.
    pub external_id: String,
    /// Attributes, by name. Those that the type does not declare are refused.
    pub attributes: BTreeMap<String, Value>,
    /// Name in the dashboard; without it, the identifier. The attribute that the type sets for it
    /// takes precedence. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub display_name: Option<String>,
}

impl NewDataObject {
    /// An object with the required fields.
    #[must_use]
    pub fn new(external_id: impl Into<String>, attributes: BTreeMap<String, Value>) -> Self {
        Self { external_id: external_id.into(), attributes, display_name: None }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("external_id", &self.external_id);
        if let Some(value) = &self.display_name {
            v.text("display_name", value);
        }
    }

    /// Sets `display_name`. Name in the dashboard; without it, the identifier. The attribute that
    /// the type sets for it takes precedence. At least 1 character.
    #[must_use]
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }
}

/// A relationship of a data object with another, seen from one of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ObjectRelationship {
    /// Kind of the relationship.
    pub rel_kind: String,
    /// The other object, if the relationship leads to it.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_data_object: Option<DataObject>,
    /// The other object, if the relationship leads from it.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_data_object: Option<DataObject>,
    /// Attributes of the relationship itself, by name.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub attributes: BTreeMap<String, Value>,
}

impl ObjectRelationship {
    /// An object with the required fields.
    #[must_use]
    pub fn new(rel_kind: String) -> Self {
        Self { rel_kind, to_data_object: None, from_data_object: None, attributes: BTreeMap::new() }
    }
}

impl Scrub for ObjectRelationship {
    fn scrub(&mut self, secret: &Secret) {
        self.rel_kind.scrub(secret);
        self.to_data_object.scrub(secret);
        self.from_data_object.scrub(secret);
        self.attributes.scrub(secret);
    }
}

/// A relationship of a data object with another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ObjectRelationshipBody {
    /// Kind of the relationship. At least 1 character.
    pub rel_kind: String,
    /// Type of the other object. At least 1 character.
    pub related_type_name: String,
    /// Identifier of the other object. At least 1 character.
    pub related_external_id: String,
    /// End of a relationship between objects at which the given object is: `source` if it leads
    /// from it.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub anchor: Option<RelationshipAnchor>,
    /// Attributes of the relationship itself, by name. Those that its kind does not declare are
    /// refused.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, Value>,
}

impl ObjectRelationshipBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        rel_kind: impl Into<String>,
        related_type_name: impl Into<String>,
        related_external_id: impl Into<String>,
    ) -> Self {
        Self {
            rel_kind: rel_kind.into(),
            related_type_name: related_type_name.into(),
            related_external_id: related_external_id.into(),
            anchor: None,
            attributes: BTreeMap::new(),
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("rel_kind", &self.rel_kind);
        v.text("related_type_name", &self.related_type_name);
        v.text("related_external_id", &self.related_external_id);
    }

    /// Sets `anchor`. End of a relationship between objects at which the given object is: `source`
    /// if it leads from it.
    #[must_use]
    pub fn anchor(mut self, anchor: RelationshipAnchor) -> Self {
        self.anchor = Some(anchor);
        self
    }

    /// Sets `attributes`. Attributes of the relationship itself, by name. Those that its kind does
    /// not declare are refused.
    #[must_use]
    pub fn attributes(mut self, attributes: BTreeMap<String, Value>) -> Self {
        self.attributes = attributes;
        self
    }
}

/// The relationship of a data object with another that is meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ObjectRelationshipKey {
    /// Kind of the relationship. At least 1 character.
    pub rel_kind: String,
    /// Type of the other object. At least 1 character.
    pub related_type_name: String,
    /// Identifier of the other object. At least 1 character.
    pub related_external_id: String,
    /// End of a relationship between objects at which the given object is: `source` if it leads
    /// from it.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub anchor: Option<RelationshipAnchor>,
}

impl ObjectRelationshipKey {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        rel_kind: impl Into<String>,
        related_type_name: impl Into<String>,
        related_external_id: impl Into<String>,
    ) -> Self {
        Self {
            rel_kind: rel_kind.into(),
            related_type_name: related_type_name.into(),
            related_external_id: related_external_id.into(),
            anchor: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("rel_kind", &self.rel_kind);
        v.text("related_type_name", &self.related_type_name);
        v.text("related_external_id", &self.related_external_id);
    }

    /// Sets `anchor`. End of a relationship between objects at which the given object is: `source`
    /// if it leads from it.
    #[must_use]
    pub fn anchor(mut self, anchor: RelationshipAnchor) -> Self {
        self.anchor = Some(anchor);
        self
    }
}

/// A relationship of a data object with another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ObjectRelationshipReply {
    /// A relationship of a data object with another, seen from one of them.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    pub object_relationship: ObjectRelationship,
}

impl ObjectRelationshipReply {
    /// An object with the required fields.
    #[must_use]
    pub fn new(object_relationship: ObjectRelationship) -> Self {
        Self { object_relationship }
    }
}

impl Scrub for ObjectRelationshipReply {
    fn scrub(&mut self, secret: &Secret) {
        self.object_relationship.scrub(secret);
    }
}

/// The user.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[non_exhaustive]
pub struct RelatedUser {
    /// Identifier that Braze gave to the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub braze_id: Option<String>,
}

impl RelatedUser {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { braze_id: None }
    }
}

impl Scrub for RelatedUser {
    fn scrub(&mut self, secret: &Secret) {
        self.braze_id.scrub(secret);
    }
}

/// End of a relationship between objects at which the given object is: `source` if it leads from
/// it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RelationshipAnchor {
    /// `source`
    Source,
    /// `target`
    Target,
}

impl Choice for RelationshipAnchor {
    const ALL: &[Self] = &[Self::Source, Self::Target];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Target => "target",
        }
    }
}

choice!(RelationshipAnchor);

/// A relationship of a data object with a user.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserRelationship {
    /// Type of the object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub type_name: Option<String>,
    /// Identifier of the object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Kind of the relationship.
    pub rel_kind: String,
    /// The user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<RelatedUser>,
    /// Attributes of the relationship itself, by name.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub attributes: BTreeMap<String, Value>,
}

impl UserRelationship {
    /// An object with the required fields.
    #[must_use]
    pub fn new(rel_kind: String) -> Self {
        Self {
            type_name: None,
            external_id: None,
            rel_kind,
            user: None,
            attributes: BTreeMap::new(),
        }
    }
}

impl Scrub for UserRelationship {
    fn scrub(&mut self, secret: &Secret) {
        self.type_name.scrub(secret);
        self.external_id.scrub(secret);
        self.rel_kind.scrub(secret);
        self.user.scrub(secret);
        self.attributes.scrub(secret);
    }
}

/// A relationship of a data object with a user.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct UserRelationshipBody {
    /// Identifier that Braze gave to the user.
    pub braze_id: String,
    /// Kind of the relationship. At least 1 character.
    pub rel_kind: String,
    /// Attributes of the relationship itself, by name. Those that its kind does not declare are
    /// refused.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, Value>,
}

impl UserRelationshipBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(braze_id: impl Into<String>, rel_kind: impl Into<String>) -> Self {
        Self { braze_id: braze_id.into(), rel_kind: rel_kind.into(), attributes: BTreeMap::new() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("braze_id", &self.braze_id);
        v.text("rel_kind", &self.rel_kind);
    }

    /// Sets `attributes`. Attributes of the relationship itself, by name. Those that its kind does
    /// not declare are refused.
    #[must_use]
    pub fn attributes(mut self, attributes: BTreeMap<String, Value>) -> Self {
        self.attributes = attributes;
        self
    }
}

/// The relationship of a data object with a user that is meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct UserRelationshipKey {
    /// Identifier that Braze gave to the user.
    pub braze_id: String,
    /// Kind of the relationship. At least 1 character.
    pub rel_kind: String,
}

impl UserRelationshipKey {
    /// An object with the required fields.
    #[must_use]
    pub fn new(braze_id: impl Into<String>, rel_kind: impl Into<String>) -> Self {
        Self { braze_id: braze_id.into(), rel_kind: rel_kind.into() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("braze_id", &self.braze_id);
        v.text("rel_kind", &self.rel_kind);
    }
}

/// A relationship of a data object with a user.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserRelationshipReply {
    /// A relationship of a data object with a user.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    pub user_relationship: UserRelationship,
}

impl UserRelationshipReply {
    /// An object with the required fields.
    #[must_use]
    pub fn new(user_relationship: UserRelationship) -> Self {
        Self { user_relationship }
    }
}

impl Scrub for UserRelationshipReply {
    fn scrub(&mut self, secret: &Secret) {
        self.user_relationship.scrub(secret);
    }
}
