// Written from spec/paths/data_objects/objects.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /data_objects/objects/{type_name}`: List data objects.

use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, Items, Kind, Operation, Parameter, RequestReader,
};
use crate::{
    DataObject, DecodeError, Endpoint, Meta, PagePosition, Paged, Paging, Pool, Replay,
    RequestWriter, Scrub, Secret, Violations, reply,
};

/// Data objects of a type, in pages.
///
/// `GET /data_objects/objects/{type_name}`, permission `data_objects.read`, counted in
/// [`Pool::DATA_OBJECTS_READS`].
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
/// let request = data_objects::ListRequest::new("account")
///     .offset(100);
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListRequest {
    /// Name of a type of data objects. At least 1 character.
    pub type_name: String,
    /// Part of the identifiers of objects. At least 1 character.
    pub search_term: Option<String>,
    /// Number of items on a page. The server takes the nearest number of this range for any other.
    /// From 1 to 250. Default `100`.
    pub limit: Option<u32>,
    /// Number of items to skip. Default `0`.
    pub offset: Option<u64>,
}

impl ListRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(type_name: impl Into<String>) -> Self {
        Self { type_name: type_name.into(), search_term: None, limit: None, offset: None }
    }

    /// Sets `search_term`. Part of the identifiers of objects. At least 1 character.
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

impl Endpoint for ListRequest {
    type Output = List;

    const META: Meta = Meta::get("data_objects.list", "/data_objects/objects/{type_name}")
        .permission("data_objects.read")
        .replay(Replay::Safe)
        .pool(&Pool::DATA_OBJECTS_READS);

    fn validate(&self, v: &mut Violations) {
        v.text("type_name", &self.type_name);
        if let Some(value) = &self.search_term {
            v.text("search_term", value);
        }
        if let Some(value) = self.limit {
            v.range("limit", value, Some(1), Some(250));
        }
        v.segment("type_name", &self.type_name);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/data_objects/objects/");
        w.path_value(&self.type_name);
        w.query_opt("search_term", self.search_term.as_ref());
        w.query_opt("limit", self.limit.as_ref());
        w.query_opt("offset", self.offset.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<List, DecodeError> {
        reply::json(body)
    }
}

impl Paged for ListRequest {
    type Item = DataObject;

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

    fn items(output: &List) -> &[DataObject] {
        &output.items
    }

    fn into_items(output: List) -> Vec<DataObject> {
        output.items
    }

    fn has_more(output: &List) -> Option<bool> {
        Some(output.has_more)
    }
}

#[cfg(feature = "operation")]
impl Operation for ListRequest {
    const DESCRIPTION: Description = Description::new("List data objects")
        .description("Data objects of a type, in pages.")
        .command(&["data-objects", "list"])
        .parameters(&[
            Parameter::path("type_name", Kind::Text).description("Name of a type of data objects."),
            Parameter::query("search_term", Kind::Text)
                .description("Part of the identifiers of objects."),
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
        .items(Items::new("items", &["type_name", "external_id", "attributes"]))
        .exchanges(&[Exchange::new(
            "second",
            "/data_objects/objects/account?offset=100",
            200,
            r#"{
  "items": [
    {"type_name": "account", "external_id": "tea-house", "attributes": {"name": "Tea House"}}
  ],
  "total_count": 101,
  "has_more": false,
  "next_offset": null,
  "offset": 100,
  "limit": 100
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let type_name = r.required("type_name");
        let search_term = r.optional("search_term");
        let limit = r.optional("limit");
        let offset = r.optional("offset");
        Some(Self { type_name: type_name?, search_term, limit, offset })
    }

    fn write(output: &List) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`ListRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct List {
    /// The objects of this page.
    pub items: Vec<DataObject>,
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

impl List {
    /// A reply with the required fields.
    #[must_use]
    pub fn new(items: Vec<DataObject>, has_more: bool) -> Self {
        Self { items, total_count: None, has_more, next_offset: None, offset: None, limit: None }
    }
}

impl Scrub for List {
    fn scrub(&mut self, secret: &Secret) {
        self.items.scrub(secret);
        self.total_count.scrub(secret);
        self.has_more.scrub(secret);
        self.next_offset.scrub(secret);
        self.offset.scrub(secret);
        self.limit.scrub(secret);
    }
}
