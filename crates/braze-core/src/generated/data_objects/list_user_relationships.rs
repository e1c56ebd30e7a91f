// Written from spec/paths/data_objects/user_relationships.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /data_objects/objects/{type_name}/{external_id}/user_relationships`: List relationships of
//! a data object with users.

use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, Items, Kind, Operation, Parameter, RequestReader,
};
use crate::{
    DecodeError, Endpoint, Meta, PagePosition, Paged, Paging, Pool, Replay, RequestWriter, Scrub,
    Secret, UserRelationship, Violations, reply,
};

/// Relationships of a data object with users, in pages.
///
/// `GET /data_objects/objects/{type_name}/{external_id}/user_relationships`, permission
/// `data_objects.user_relationships.read`, counted in [`Pool::DATA_OBJECTS_READS`].
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
/// let request = data_objects::ListUserRelationshipsRequest::new("account", "tea-house")
///     .limit(1);
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListUserRelationshipsRequest {
    /// Name of a type of data objects. At least 1 character.
    pub type_name: String,
    /// Identifier of a data object, unique in its type. At least 1 character.
    pub external_id: String,
    /// Kind of the relationships. Without it, those of all kinds. At least 1 character.
    pub rel_kind: Option<String>,
    /// Number of items on a page. The server takes the nearest number of this range for any other.
    /// From 1 to 250. Default `100`.
    pub limit: Option<u32>,
    /// Number of items to skip. Default `0`.
    pub offset: Option<u64>,
}

impl ListUserRelationshipsRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(type_name: impl Into<String>, external_id: impl Into<String>) -> Self {
        Self {
            type_name: type_name.into(),
            external_id: external_id.into(),
            rel_kind: None,
            limit: None,
            offset: None,
        }
    }

    /// Sets `rel_kind`. Kind of the relationships. Without it, those of all kinds. At least 1
    /// character.
    #[must_use]
    pub fn rel_kind(mut self, rel_kind: impl Into<String>) -> Self {
        self.rel_kind = Some(rel_kind.into());
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

impl Endpoint for ListUserRelationshipsRequest {
    type Output = ListUserRelationships;

    const META: Meta = Meta::get(
        "data_objects.list_user_relationships",
        "/data_objects/objects/{type_name}/{external_id}/user_relationships",
    )
    .permission("data_objects.user_relationships.read")
    .replay(Replay::Safe)
    .pool(&Pool::DATA_OBJECTS_READS);

    fn validate(&self, v: &mut Violations) {
        v.text("type_name", &self.type_name);
        v.text("external_id", &self.external_id);
        if let Some(value) = &self.rel_kind {
            v.text("rel_kind", value);
        }
        if let Some(value) = self.limit {
            v.range("limit", value, Some(1), Some(250));
        }
        v.segment("type_name", &self.type_name);
        v.segment("external_id", &self.external_id);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/data_objects/objects/");
        w.path_value(&self.type_name);
        w.path("/");
        w.path_value(&self.external_id);
        w.path("/user_relationships");
        w.query_opt("rel_kind", self.rel_kind.as_ref());
        w.query_opt("limit", self.limit.as_ref());
        w.query_opt("offset", self.offset.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<ListUserRelationships, DecodeError> {
        reply::json(body)
    }
}

impl Paged for ListUserRelationshipsRequest {
    type Item = UserRelationship;

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

    fn items(output: &ListUserRelationships) -> &[UserRelationship] {
        &output.items
    }

    fn into_items(output: ListUserRelationships) -> Vec<UserRelationship> {
        output.items
    }

    fn has_more(output: &ListUserRelationships) -> Option<bool> {
        Some(output.has_more)
    }
}

#[cfg(feature = "operation")]
impl Operation for ListUserRelationshipsRequest {
    const DESCRIPTION: Description = Description::new(
        "List relationships of a data object with users",
    )
    .description("Relationships of a data object with users, in pages.")
    .command(&["data-objects", "list-user-relationships"])
    .parameters(&[
        Parameter::path("type_name", Kind::Text).description("Name of a type of data objects."),
        Parameter::path("external_id", Kind::Text)
            .description("Identifier of a data object, unique in its type."),
        Parameter::query("rel_kind", Kind::Text)
            .description("Kind of the relationships. Without it, those of all kinds."),
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
    .items(Items::new("items", &["type_name", "external_id", "rel_kind", "user", "attributes"]))
    .exchanges(&[Exchange::new(
        "first",
        "/data_objects/objects/account/tea-house/user_relationships?limit=1",
        200,
        r#"{
  "items": [
    {
      "type_name": "account",
      "external_id": "tea-house",
      "rel_kind": "account_user",
      "user": {"braze_id": "507f1f77bcf86cd799439000"},
      "attributes": {}
    }
  ],
  "total_count": 2,
  "has_more": true,
  "next_offset": 1,
  "offset": 0,
  "limit": 1
}"#,
    )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let type_name = r.required("type_name");
        let external_id = r.required("external_id");
        let rel_kind = r.optional("rel_kind");
        let limit = r.optional("limit");
        let offset = r.optional("offset");
        Some(Self { type_name: type_name?, external_id: external_id?, rel_kind, limit, offset })
    }

    fn write(output: &ListUserRelationships) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`ListUserRelationshipsRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ListUserRelationships {
    /// The relationships of this page.
    pub items: Vec<UserRelationship>,
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

impl ListUserRelationships {
    /// A reply with the required fields.
    #[must_use]
    pub fn new(items: Vec<UserRelationship>, has_more: bool) -> Self {
        Self { items, total_count: None, has_more, next_offset: None, offset: None, limit: None }
    }
}

impl Scrub for ListUserRelationships {
    fn scrub(&mut self, secret: &Secret) {
        self.items.scrub(secret);
        self.total_count.scrub(secret);
        self.has_more.scrub(secret);
        self.next_offset.scrub(secret);
        self.offset.scrub(secret);
        self.limit.scrub(secret);
    }
}
