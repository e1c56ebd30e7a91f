// Written from spec/paths/data_objects/types.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /data_objects/types`: List types of data objects.

use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, Items, Kind, Operation, Parameter, RequestReader,
};
use crate::{
    DataObjectTypeMetadata, DecodeError, Endpoint, Meta, PagePosition, Paged, Paging, Pool, Replay,
    RequestWriter, Scrub, Secret, Violations, reply,
};

/// Types of data objects, in pages. Types are made in the dashboard only.
///
/// `GET /data_objects/types`, permission `data_objects.read`, counted in
/// [`Pool::DATA_OBJECTS_READS`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400, 401 or 403 as
/// [`DataObjectProblem`](crate::DataObjectProblem).
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 429 as
/// [`DataObjectProblems`](crate::DataObjectProblems).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, data_objects};
///
/// let request = data_objects::ListTypesRequest::new()
///     .search_term("acc")
///     .limit(50);
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ListTypesRequest {
    /// Beginning of the names of types, in any letter case. At least 1 character.
    pub search_term: Option<String>,
    /// Number of items on a page. The server takes the nearest number of this range for any other.
    /// From 1 to 250. Default `100`.
    pub limit: Option<u32>,
    /// Number of items to skip. Default `0`.
    pub offset: Option<u64>,
}

impl ListTypesRequest {
    /// A request without any parameters.
    #[must_use]
    pub fn new() -> Self {
        Self { search_term: None, limit: None, offset: None }
    }

    /// Sets `search_term`. Beginning of the names of types, in any letter case. At least 1
    /// character.
    #[must_use]
    pub fn search_term(mut self, search_term: impl Into<String>) -> Self {
        self.search_term = Some(search_term.into());
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

impl Endpoint for ListTypesRequest {
    type Output = ListTypes;

    const META: Meta = Meta::get("data_objects.list_types", "/data_objects/types")
        .permission("data_objects.read")
        .replay(Replay::Safe)
        .pool(&Pool::DATA_OBJECTS_READS);

    fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.search_term {
            v.text("search_term", value);
        }
        if let Some(value) = self.limit {
            v.range("limit", value, Some(1), Some(250));
        }
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/data_objects/types");
        w.query_opt("search_term", self.search_term.as_ref());
        w.query_opt("limit", self.limit.as_ref());
        w.query_opt("offset", self.offset.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<ListTypes, DecodeError> {
        reply::json(body)
    }
}

impl Paged for ListTypesRequest {
    type Item = DataObjectType;

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

    fn items(output: &ListTypes) -> &[DataObjectType] {
        &output.items
    }

    fn into_items(output: ListTypes) -> Vec<DataObjectType> {
        output.items
    }

    fn has_more(output: &ListTypes) -> Option<bool> {
        Some(output.has_more)
    }
}

#[cfg(feature = "operation")]
impl Operation for ListTypesRequest {
    const DESCRIPTION: Description = Description::new("List types of data objects")
        .description("Types of data objects, in pages. Types are made in the dashboard only.")
        .command(&["data-objects", "list-types"])
        .parameters(&[
            Parameter::query("search_term", Kind::Text)
                .description("Beginning of the names of types, in any letter case."),
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
        .items(Items::new("items", &["type_name", "metadata"]))
        .exchanges(&[Exchange::new(
            "found",
            "/data_objects/types?search_term=acc&limit=50",
            200,
            r#"{
  "items": [
    {"type_name": "account", "metadata": {"display_name_source": "name"}}
  ],
  "total_count": 1,
  "has_more": false,
  "next_offset": null,
  "offset": 0,
  "limit": 50
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let search_term = r.optional("search_term");
        let limit = r.optional("limit");
        let offset = r.optional("offset");
        Some(Self { search_term, limit, offset })
    }

    fn write(output: &ListTypes) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`ListTypesRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ListTypes {
    /// The types of this page.
    pub items: Vec<DataObjectType>,
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

impl ListTypes {
    /// A reply with the required fields.
    #[must_use]
    pub fn new(items: Vec<DataObjectType>, has_more: bool) -> Self {
        Self { items, total_count: None, has_more, next_offset: None, offset: None, limit: None }
    }
}

impl Scrub for ListTypes {
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
pub struct DataObjectType {
    /// Name of the type.
    pub type_name: String,
    /// Settings of a type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<DataObjectTypeMetadata>,
}

impl DataObjectType {
    /// An object with the required fields.
    #[must_use]
    pub fn new(type_name: String) -> Self {
        Self { type_name, metadata: None }
    }
}

impl Scrub for DataObjectType {
    fn scrub(&mut self, secret: &Secret) {
        self.type_name.scrub(secret);
        self.metadata.scrub(secret);
    }
}
