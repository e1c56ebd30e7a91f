// Written from spec/paths/data_objects/user_relationship_types.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /data_objects/types/{type_name}/user_relationship_types`: List kinds of relationships with
//! users.

use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, Items, Kind, Operation, Parameter, RequestReader,
};
use crate::{
    DecodeError, Endpoint, Meta, PagePosition, Paged, Paging, Pool, Replay, RequestWriter, Scrub,
    Secret, Violations, reply,
};

/// Kinds of relationships that users can have with objects of a type, in pages.
///
/// `GET /data_objects/types/{type_name}/user_relationship_types`, permission `data_objects.read`,
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
/// use braze_core::{Endpoint, data_objects};
///
/// let request = data_objects::ListUserRelationshipTypesRequest::new("account");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListUserRelationshipTypesRequest {
    /// Name of a type of data objects. At least 1 character.
    pub type_name: String,
    /// Number of items on a page. The server takes the nearest number of this range for any other.
    /// From 1 to 250. Default `100`.
    pub limit: Option<u32>,
    /// Number of items to skip. Default `0`.
    pub offset: Option<u64>,
}

impl ListUserRelationshipTypesRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(type_name: impl Into<String>) -> Self {
        Self { type_name: type_name.into(), limit: None, offset: None }
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

impl Endpoint for ListUserRelationshipTypesRequest {
    type Output = ListUserRelationshipTypes;

    const META: Meta = Meta::get(
        "data_objects.list_user_relationship_types",
        "/data_objects/types/{type_name}/user_relationship_types",
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
        w.path("/user_relationship_types");
        w.query_opt("limit", self.limit.as_ref());
        w.query_opt("offset", self.offset.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<ListUserRelationshipTypes, DecodeError> {
        reply::json(body)
    }
}

impl Paged for ListUserRelationshipTypesRequest {
    type Item = UserRelationshipType;

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

    fn items(output: &ListUserRelationshipTypes) -> &[UserRelationshipType] {
        &output.items
    }

    fn into_items(output: ListUserRelationshipTypes) -> Vec<UserRelationshipType> {
        output.items
    }

    fn has_more(output: &ListUserRelationshipTypes) -> Option<bool> {
        Some(output.has_more)
    }
}

#[cfg(feature = "operation")]
impl Operation for ListUserRelationshipTypesRequest {
    const DESCRIPTION: Description = Description::new("List kinds of relationships with users")
        .description("Kinds of relationships that users can have with objects of a type, in pages.")
        .command(&["data-objects", "list-user-relationship-types"])
        .parameters(&[
            Parameter::path("type_name", Kind::Text).description("Name of a type of data objects."),
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
        .items(Items::new("items", &["rel_kind", "display_name"]))
        .exchanges(&[Exchange::new(
            "account",
            "/data_objects/types/account/user_relationship_types",
            200,
            r#"{
  "items": [
    {"rel_kind": "account_user", "display_name": "account_user"}
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
        let limit = r.optional("limit");
        let offset = r.optional("offset");
        Some(Self { type_name: type_name?, limit, offset })
    }

    fn write(output: &ListUserRelationshipTypes) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`ListUserRelationshipTypesRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ListUserRelationshipTypes {
    /// The kinds of this page.
    pub items: Vec<UserRelationshipType>,
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

impl ListUserRelationshipTypes {
    /// A reply with the required fields.
    #[must_use]
    pub fn new(items: Vec<UserRelationshipType>, has_more: bool) -> Self {
        Self { items, total_count: None, has_more, next_offset: None, offset: None, limit: None }
    }
}

impl Scrub for ListUserRelationshipTypes {
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
pub struct UserRelationshipType {
    /// Name of the kind.
    pub rel_kind: String,
    /// Name of the kind in the dashboard.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
}

impl UserRelationshipType {
    /// An object with the required fields.
    #[must_use]
    pub fn new(rel_kind: String) -> Self {
        Self { rel_kind, display_name: None }
    }
}

impl Scrub for UserRelationshipType {
    fn scrub(&mut self, secret: &Secret) {
        self.rel_kind.scrub(secret);
        self.display_name.scrub(secret);
    }
}
