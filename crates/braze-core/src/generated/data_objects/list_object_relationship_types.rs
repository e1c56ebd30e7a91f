// Written from spec/paths/data_objects/object_relationship_types.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /data_objects/types/{type_name}/object_relationship_types`: List kinds of relationships
//! between objects.

use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, Items, Kind, Operation, Parameter, RequestReader,
};
use crate::{
    DecodeError, Endpoint, Meta, PagePosition, Paged, Paging, Pool, RelationshipAnchor, Replay,
    RequestWriter, Scrub, Secret, Violations, reply,
};

/// Kinds of relationships that objects of a type can have with others, in pages.
///
/// `GET /data_objects/types/{type_name}/object_relationship_types`, permission `data_objects.read`,
/// counted in [`Pool::DATA_OBJECTS_READS`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400, 401 or 403 as
/// [`DataObjectProblem`](crate::DataObjectProblem).
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 404 or 429 as
/// [`DataObjectProblems`](crate::DataObjectProblems).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, RelationshipAnchor, data_objects};
///
/// let request = data_objects::ListObjectRelationshipTypesRequest::new("account")
///     .anchor(RelationshipAnchor::Source);
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListObjectRelationshipTypesRequest {
    /// Name of a type of data objects. At least 1 character.
    pub type_name: String,
    /// End at which the given object or type is: `source` for relationships that lead from it.
    /// Default `source`.
    pub anchor: Option<RelationshipAnchor>,
    /// Number of items on a page. The server takes the nearest number of this range for any other.
    /// From 1 to 250. Default `100`.
    pub limit: Option<u32>,
    /// Number of items to skip. Default `0`.
    pub offset: Option<u64>,
}

impl ListObjectRelationshipTypesRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(type_name: impl Into<String>) -> Self {
        Self { type_name: type_name.into(), anchor: None, limit: None, offset: None }
    }

    /// Sets `anchor`. End at which the given object or type is: `source` for relationships that
    /// lead from it. Default `source`.
    #[must_use]
    pub fn anchor(mut self, anchor: RelationshipAnchor) -> Self {
        self.anchor = Some(anchor);
        self
    }

    /// Sets `limit`. Number of items on a page. The server takes the nearest number of this range
    /// for any other. From 1 to 250. Default `100`.
    #[must_use]
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets `offset`. Number of items to skip. Default `0`.
    #[must_use]
    pub fn offset(mut self, offset: u64) -> Self {
        self.offset = Some(offset);
        self
    }
}

impl Endpoint for ListObjectRelationshipTypesRequest {
    type Output = ListObjectRelationshipTypes;

    const META: Meta = Meta::get(
        "data_objects.list_object_relationship_types",
        "/data_objects/types/{type_name}/object_relationship_types",
    )
    .permission("data_objects.read")
    .replay(Replay::Safe)
    .pool(&Pool::DATA_OBJECTS_READS);

    fn validate(&self, v: &mut Violations) {
        v.text("type_name", &self.type_name);
        if let Some(value) = self.limit {
            v.range("limit", value, Some(1), Some(250));
        }
        v.segment("type_name", &self.type_name);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/data_objects/types/");
        w.path_value(&self.type_name);
        w.path("/object_relationship_types");
        w.query_opt("anchor", self.anchor.as_ref());
        w.query_opt("limit", self.limit.as_ref());
        w.query_opt("offset", self.offset.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<ListObjectRelationshipTypes, DecodeError> {
        reply::json(body)
    }
}

impl Paged for ListObjectRelationshipTypesRequest {
    type Item = ObjectRelationshipType;

    const PAGING: Paging = Paging::Offset;

    fn position(&self) -> Option<PagePosition> {
        self.offset.map(PagePosition::Offset)
    }

    fn turn_to(&mut self, position: PagePosition) {
        if let PagePosition::Offset(offset) = position {
            self.offset = (offset > 0).then_some(offset);
        }
    }

    fn page_size(&self) -> Option<u64> {
        self.limit.map(u64::from).or(Some(100))
    }

    fn items(output: &ListObjectRelationshipTypes) -> &[ObjectRelationshipType] {
        &output.items
    }

    fn into_items(output: ListObjectRelationshipTypes) -> Vec<ObjectRelationshipType> {
        output.items
    }

    fn has_more(output: &ListObjectRelationshipTypes) -> Option<bool> {
        Some(output.has_more)
    }
}

#[cfg(feature = "operation")]
impl Operation for ListObjectRelationshipTypesRequest {
    const DESCRIPTION: Description = Description::new(
        "List kinds of relationships between objects",
    )
    .description("Kinds of relationships that objects of a type can have with others, in pages.")
    .command(&["data-objects", "list-object-relationship-types"])
    .parameters(&[
        Parameter::path("type_name", Kind::Text).description("Name of a type of data objects."),
        Parameter::query("anchor", Kind::OneOf(&["source", "target"]))
            .default("source")
            .description(
                "End at which the given object or type is: `source` for relationships that \
                     lead from it.",
            ),
        Parameter::query("limit", Kind::Integer { min: Some(1), max: Some(250) })
            .default("100")
            .description(
                "Number of items on a page. The server takes the nearest number of this range \
                     for any other.",
            ),
        Parameter::query("offset", Kind::Integer { min: Some(0), max: None })
            .default("0")
            .description("Number of items to skip."),
    ])
    .items(Items::new(
        "items",
        &["from_type_name", "to_type_name", "rel_kind", "display_name", "related_type_name"],
    ))
    .exchanges(&[Exchange::new(
        "source",
        "/data_objects/types/account/object_relationship_types?anchor=source",
        200,
        r#"{
  "items": [
    {
      "from_type_name": "account",
      "to_type_name": "account",
      "rel_kind": "subaccount",
      "display_name": "subaccount",
      "related_type_name": "account"
    }
  ],
  "total_count": 1,
  "has_more": false,
  "next_offset": null,
  "offset": 0,
  "limit": 100
}"#,
    )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let type_name = r.required("type_name");
        let anchor = r.optional("anchor");
        let limit = r.optional("limit");
        let offset = r.optional("offset");
        Some(Self { type_name: type_name?, anchor, limit, offset })
    }

    fn write(output: &ListObjectRelationshipTypes) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`ListObjectRelationshipTypesRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ListObjectRelationshipTypes {
    /// The kinds of this page.
    pub items: Vec<ObjectRelationshipType>,
    /// Number of items on all pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_count: Option<u64>,
    /// `true` if more pages follow.
    pub has_more: bool,
    /// Number of items to skip for the next page: those of this page and before. `null` if there is
    /// none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_offset: Option<u64>,
    /// Number of items that were skipped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<u64>,
    /// Number of items on a full page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

impl ListObjectRelationshipTypes {
    /// A reply with the required fields.
    #[must_use]
    pub fn new(items: Vec<ObjectRelationshipType>, has_more: bool) -> Self {
        Self { items, total_count: None, has_more, next_offset: None, offset: None, limit: None }
    }
}

impl Scrub for ListObjectRelationshipTypes {
    fn scrub(&mut self, secret: &Secret) {
        self.items.scrub(secret);
        self.total_count.scrub(secret);
        self.has_more.scrub(secret);
        self.next_offset.scrub(secret);
        self.offset.scrub(secret);
        self.limit.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ObjectRelationshipType {
    /// Type of the objects that relationships lead from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_type_name: Option<String>,
    /// Type of the objects that relationships lead to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_type_name: Option<String>,
    /// Name of the kind.
    pub rel_kind: String,
    /// Name of the kind in the dashboard.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// Type of the other objects, seen from the given one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub related_type_name: Option<String>,
}

impl ObjectRelationshipType {
    /// An object with the required fields.
    #[must_use]
    pub fn new(rel_kind: String) -> Self {
        Self {
            from_type_name: None,
            to_type_name: None,
            rel_kind,
            display_name: None,
            related_type_name: None,
        }
    }
}

impl Scrub for ObjectRelationshipType {
    fn scrub(&mut self, secret: &Secret) {
        self.from_type_name.scrub(secret);
        self.to_type_name.scrub(secret);
        self.rel_kind.scrub(secret);
        self.display_name.scrub(secret);
        self.related_type_name.scrub(secret);
    }
}
